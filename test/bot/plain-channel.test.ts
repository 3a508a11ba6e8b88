import { beforeEach, describe, expect, test } from 'vitest';
import type { Reception } from '../../src/bot/reception.ts';
import { obligationOf } from '../app/obligation-of.ts';
import type { Office } from '../support/office.ts';
import { PlainChannel } from '../support/plain-channel.ts';
import { anUpdate, receptionOver } from '../support/reception-over.ts';
import { sampleOffice } from '../support/sample-office.ts';

/** People of the sample as they are known on a channel that has text alone. */
const LAN = 'lan@plain';
const HUONG = 'huong@plain';

let office: Office;
let plain: PlainChannel;
let receiving: Reception;
let updates: number;

beforeEach(async () => {
  office = await sampleOffice();
  plain = new PlainChannel();
  updates = 0;
  await office.dependencies.unitOfWork.run(async (tx) => {
    const { people } = await tx.organisation.directory();
    for (const { id, name } of people) {
      const user = { 'Nguyễn Thị Lan': LAN, 'Trần Thị Hương': HUONG }[name];
      if (user !== undefined) await tx.organisation.saveIdentity({ channel: 'plain', user, personId: id });
    }
  });
  receiving = receptionOver(office, plain, ({ key, lane, payload, attempts }) => ({
    ...office.incoming(lane, lane, {
      kind: 'text',
      text: payload as string,
      message: key,
      addressed: true,
      repliesTo: null,
    }),
    channel: 'plain',
    effectKey: `plain:${key}`,
    again: attempts > 0,
  }));
});

/** Writes and returns what was answered, every word of it. */
async function write(user: string, text: string): Promise<string> {
  const before = plain.texts(user).length;
  updates += 1;
  const update = anUpdate(office, { channel: 'plain', key: String(updates), lane: user, payload: text });
  await office.dependencies.unitOfWork.run((tx) => tx.inbox.store([update]));
  receiving.take(update);
  await receiving.idle();
  return plain.texts(user).slice(before).join('\n---\n');
}

const codeIn = (text: string): string => / ([A-Z]\d) /.exec(text)?.[1] ?? '';

describe('a channel without buttons', () => {
  test('offers its choices by number, under a code', async () => {
    const answer = await write(LAN, '/viec');

    expect(answer).toContain('1. 6 · Cập nhật');
    expect(answer).toContain('2. 7 · Cập nhật');
    expect(codeIn(answer)).toMatch(/^[A-Z]\d$/);
    expect(plain.arrived.flatMap(({ message }) => message.buttons)).toEqual([]);
  });

  test('takes a report from the list to the record by numbers alone', async () => {
    await write(LAN, '/viec');
    const steps = await write(LAN, '1');
    const recorded = await write(LAN, '1');

    const reported = await obligationOf(office, {
      task: '6',
      owner: 'Cụm thi đua số 1',
      dueOn: '2024-12-19',
    });
    expect(steps).toContain('1. Có kế hoạch');
    expect(recorded).toContain('mục 6: có kế hoạch');
    expect(reported).toMatchObject({ state: 'in_progress', step: 'planned', percent: 25 });
  });

  test('takes a number with its code for an older list', async () => {
    const mine = await write(LAN, '/viec');
    await write(LAN, '/han');

    expect(await write(LAN, `${codeIn(mine).toLowerCase()} 2`)).toContain('7. Tổ chức Hội nghị tổng kết');
  });

  test('takes a number that is on no list for what it is: nothing', async () => {
    await write(LAN, '/viec');

    expect(await write(LAN, '99')).toContain('chưa hiểu');
    expect(await write(LAN, '0')).toContain('chưa hiểu');
  });

  test('takes a reason in words where one is asked for by number', async () => {
    await write(LAN, '/viec');
    const steps = await write(LAN, '1');
    const blocked = /(\d+)\. Vướng mắc/.exec(steps)?.[1] ?? '';
    await write(LAN, blocked);

    expect(await write(LAN, 'Chưa có kinh phí')).toContain('Lý do: Chưa có kinh phí');
  });

  test('guides a launch to its end by words and numbers', async () => {
    await write(HUONG, '/phatdong');
    await write(HUONG, '80 năm xây dựng và trưởng thành');
    const document = await write(HUONG, 'Chủ đề: thi đua.');
    const audience = await write(HUONG, '1');
    const cutOff = await write(HUONG, '1');
    const preview = await write(HUONG, 'trước ngày 08/11');
    const marked = await write(HUONG, '1');
    const sent = await write(HUONG, '2');

    expect(document).toContain('1. Không có văn bản');
    expect(audience).toContain('1. Tất cả các Cụm');
    expect(cutOff).toContain('4. Không đặt hạn');
    expect(preview).toContain('PHÁT ĐỘNG PHONG TRÀO THI ĐUA');
    expect(marked).toContain('2. Gửi');
    expect(sent).toContain('Đang gửi “80 năm xây dựng và trưởng thành” tới 2 nhóm');
  });

  test('says what a popup would', async () => {
    await write(HUONG, '/viec');
    await write(LAN, '/viec');
    await write(LAN, '1');
    await write(LAN, '4');
    const again = await write(LAN, `${codeIn(plain.texts(LAN)[1] ?? '')} 4`);

    expect(again).toContain('đã được ghi nhận lúc 07:55, 04/11');
  });
});
