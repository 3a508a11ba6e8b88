import { beforeEach, describe, expect, test } from 'vitest';
import type { Office } from '../../support/office.ts';
import { LAN, MEMBER, SCHOOLS, SECRETARY, sampleOffice, TUAN, WARDS } from '../../support/sample-office.ts';
import { replyShown } from '../shown.ts';

let office: Office;

beforeEach(async () => {
  office = await sampleOffice();
});

const ask = async (user: string, chat: string, text: string, effectKey?: string): Promise<string> =>
  replyShown(await office.say(user, chat, text, effectKey === undefined ? {} : { effectKey }));

describe('a question that leans on the one before', () => {
  test('asks of another month, then of one of its tasks, then who does it', async () => {
    expect(await ask(LAN, WARDS, 'tháng này có gì đến hạn?')).toContain('Tháng 11/2024');
    expect(await ask(LAN, WARDS, 'còn tháng sau?')).toContain('Tháng 12/2024');
    expect(await ask(LAN, WARDS, 'chi tiết mục 6')).toContain('trước 20/12/2024');
    expect(await ask(LAN, WARDS, 'ai làm')).toContain('Chủ trì: Cụm trưởng');
  });

  test('asks the same of another cluster', async () => {
    await ask(SECRETARY, SECRETARY, 'tháng 1 năm 2025 có việc gì');

    expect(await ask(SECRETARY, SECRETARY, 'của cụm thcs thì sao')).toContain(
      'Tháng 1/2025 · Cụm thi đua THCS số 1',
    );
  });

  test('asks who leads what was the only one in the list', async () => {
    await ask(LAN, WARDS, 'tháng này có gì đến hạn?');

    expect(await ask(LAN, WARDS, 'ai làm')).toContain('10. Xây dựng kế hoạch');
  });

  test('asks by which document, of several: which?', async () => {
    await ask(LAN, WARDS, 'tháng 12 có gì đến hạn?');

    expect(await ask(LAN, WARDS, 'Hạn này là theo văn bản nào thế bot?')).toContain('[Nội dung khác]');
  });

  test('is understood of people in a group who are not listed, of whom nothing is stored', async () => {
    await ask(MEMBER, WARDS, 'tháng này có gì đến hạn?');

    expect(await ask(MEMBER, WARDS, 'còn tháng sau?')).toContain('Tháng 12/2024');
    office.clock.advance(11 * 60_000);
    expect(await ask(MEMBER, WARDS, 'ai làm')).not.toContain('Chủ trì');
  });

  test('is understood for ten minutes', async () => {
    await ask(LAN, WARDS, 'tháng 12 có gì đến hạn?');

    office.clock.advance(9 * 60_000);
    expect(await ask(LAN, WARDS, 'còn tháng 3?')).toContain('Tháng 3/2025');
    office.clock.advance(11 * 60_000);
    expect(await ask(LAN, WARDS, 'ai làm')).not.toContain('Chủ trì');
  });

  test('leans on no other person and no other chat', async () => {
    await ask(LAN, WARDS, 'chi tiết mục 6');

    expect(await ask(SECRETARY, WARDS, 'ai làm')).not.toContain('6. Tổ chức');
    expect(await ask(LAN, LAN, 'ai làm')).not.toContain('6. Tổ chức');
    expect(await ask(TUAN, SCHOOLS, 'ai làm')).not.toContain('6. Tổ chức');
  });

  test('leans on the same question when the same update is taken again', async () => {
    await ask(LAN, WARDS, 'tháng này có gì đến hạn?');

    const first = await ask(LAN, WARDS, 'còn tháng sau?', 'again');
    expect(await ask(LAN, WARDS, 'còn tháng sau?', 'again')).toBe(first);
  });
});

describe('a dialogue', () => {
  test('opens although a question was asked, and is not disturbed by one', async () => {
    await ask(SECRETARY, SECRETARY, 'tháng này có gì đến hạn?');
    await ask(SECRETARY, SECRETARY, '/phatdong');
    await ask(SECRETARY, SECRETARY, '/han');

    const open = await dialogueOf(SECRETARY);
    expect(open?.kind).not.toBe('last_question');
  });

  test('is not what a remembered question is: its buttons find none', async () => {
    await ask(LAN, LAN, 'tháng này có gì đến hạn?');

    const reply = await office.press(LAN, LAN, { kind: 'dialogue', choice: 'cancel' });
    expect(reply.answer?.popup).toBe(true);
    expect((await dialogueOf(LAN))?.kind).toBe('last_question');
  });
});

async function dialogueOf(user: string) {
  const directory = await office.directory();
  const identity = directory.identities.find((one) => one.user === user);
  const chat = directory.chats.find(({ key }) => key === user);
  if (identity === undefined || chat === undefined) throw new Error(`${user} has no chat`);
  return office.read.dialogues.open(identity.personId, chat.id, office.clock.now());
}
