import { beforeEach, describe, expect, test } from 'vitest';
import type { Reply } from '../../../src/bot/reply.ts';
import { dateOf } from '../../../src/core/time/local-date.ts';
import type { Office } from '../../support/office.ts';
import { APPROVER, HA, LAN, SECRETARY, STRANGER, sampleOffice, WARDS } from '../../support/sample-office.ts';
import { allSent, linesTold, noticesOf, tickAt } from '../../support/time-passes.ts';
import { actionOf, messagesOf, pressed, replyShown } from '../shown.ts';

let office: Office;

beforeEach(async () => {
  office = await sampleOffice();
  await tickAt(office, office.clock.now());
});

/** Takes the office there with all that fell due until then sent, as a relay would. */
async function passTo(until: string): Promise<void> {
  await tickAt(office, until);
  await allSent(office);
}

const open = () => office.press(SECRETARY, SECRETARY, { kind: 'upcoming', skip: 0 });

/** The number under which a line of the list stands. */
function numberOf(list: Reply, words: string): string {
  const line = replyShown(list)
    .split('\n')
    .find((one) => one.includes(words));
  const number = line?.match(/^(\d+)\./)?.[1];
  if (number === undefined) throw new Error(`no ${words} in ${replyShown(list)}`);
  return number;
}

async function openOne(words: string): Promise<Reply> {
  const list = await open();
  return pressed(office, SECRETARY, list, numberOf(list, words));
}

const choose = async (words: string, label: string) => {
  const one = await openOne(words);
  const action = actionOf(one, label);
  return { reply: await office.press(SECRETARY, SECRETARY, action), action };
};

const linesToLan = async () =>
  (await linesTold(office, 'reminder')).filter((line) => line.includes('Lan: 6 '));

describe('what will be sent', () => {
  test('while a trial runs, says so, and what of it the secretariat alone is shown', async () => {
    await passTo('2024-12-02T10:00:00+07:00');
    await office.dependencies.unitOfWork.run(async ({ organisation }) => {
      const { settings } = await organisation.directory();
      await organisation.saveSettings({ ...settings, trial: { days: 7, from: dateOf('2024-11-29') } });
    });

    const list = replyShown(await open()).split('\n');

    expect(list.join('\n')).toContain('Đang chạy thử đến hết Thứ Sáu 06/12/2024');
    expect(list.filter((line) => line.includes('xem trước') && line.includes('Nhắc việc'))).not.toEqual([]);
    expect(list.filter((line) => line.includes('xem trước') && line.includes('Tổng hợp'))).toEqual([]);
    expect(list.filter((line) => line.includes('09:30') && line.includes('xem trước'))).toEqual([]);
  });

  test('is listed by day with to whom, and opens into its text', async () => {
    await passTo('2024-12-02T10:00:00+07:00');

    const list = replyShown(await open());
    const one = replyShown(await openOne('Nhắc việc · đồng chí Nguyễn Thị Lan'));

    expect(list).toContain('📤 Sắp gửi trong 7 ngày');
    expect(list).toMatch(
      /\*Thứ Năm 05\/12\/2024\*\n\d\. 08:30 · Nhắc việc · đồng chí Nguyễn Thị Lan · 1 việc/,
    );
    expect(list).toMatch(/\*Thứ Hai 09\/12\/2024\*\n\d\. 08:30 · [\s\S]*\n\d\. 09:30 · Bản tin tuần · /);
    expect(one).toContain('Gửi lúc 08:30, Thứ Năm 05/12/2024');
    expect(one).toContain('6. Tổ chức tổng kết');
    expect(one).toContain('[Gửi ngay] [Bỏ qua]');
  });

  test('tells what will stand under another message of that morning', async () => {
    await passTo('2024-11-29T17:00:00+07:00');
    const list = replyShown(await open());
    const line = list.split('\n').find((one) => one.includes('gộp vào tin cùng buổi'));
    const one = replyShown(await openOne('gộp vào tin cùng buổi'));

    expect(line).toContain('đồng chí Trần Thị Hương');
    expect(one).toContain('nằm trong tin khác gửi cùng lúc');
  });

  test('writes nothing', async () => {
    await passTo('2024-12-02T10:00:00+07:00');
    const before = await office.read.notices.countByState();

    await open();
    await openOne('Nhắc việc');

    expect(await office.read.notices.countByState()).toEqual(before);
  });

  test('is paged, and nothing stands on two pages', async () => {
    await passTo('2024-12-12T10:00:00+07:00');
    const lines: string[] = [];
    let page = await open();
    for (let turned = 0; turned < 20; turned += 1) {
      lines.push(
        ...replyShown(page)
          .split('\n')
          .filter((line) => /^\d+\. /.test(line)),
      );
      const [message] = messagesOf(page);
      if (!message?.buttons.flat().some(({ label }) => label.startsWith('Xem tiếp'))) break;
      page = await pressed(office, SECRETARY, page, 'Xem tiếp');
    }

    const [, total] = /ngày: (\d+) tin/.exec(replyShown(await open())) ?? [];
    expect(lines.map((line) => Number.parseInt(line, 10))).toEqual(
      Array.from({ length: Number(total) }, (_, index) => index + 1),
    );
    expect(Number(total)).toBeGreaterThan(6);
  });

  test('is for the secretariat, in private', async () => {
    expect(replyShown(await office.press(LAN, LAN, { kind: 'upcoming', skip: 0 }))).toContain('chỉ dành cho');
    expect(replyShown(await office.press(SECRETARY, WARDS, { kind: 'upcoming', skip: 0 }))).toContain(
      'riêng',
    );
    await passTo('2024-12-02T10:00:00+07:00');
    const skip = actionOf(await openOne('Nhắc việc · đồng chí Nguyễn Thị Lan'), 'Bỏ qua');

    const refused = await office.press(LAN, LAN, skip);
    await passTo('2024-12-05T10:00:00+07:00');

    expect(replyShown(refused)).toContain('chỉ dành cho');
    expect(await linesToLan()).toHaveLength(1);
  });
});

describe('a reminder', () => {
  beforeEach(() => passTo('2024-12-02T10:00:00+07:00'));

  test('that is skipped is not said at its slot, the later stages are, and the audit knows who', async () => {
    const { reply, action } = await choose('Nhắc việc · đồng chí Nguyễn Thị Lan', 'Bỏ qua');
    const again = await office.press(SECRETARY, SECRETARY, action);
    const list = replyShown(await open());
    await passTo('2024-12-05T10:00:00+07:00');
    const told = await noticesOf(office, 'reminder');
    await passTo('2024-12-16T10:00:00+07:00');

    expect(reply.answer?.text).toContain('Đã bỏ qua');
    expect(again.answer?.text).toContain('trước đó');
    expect(list).toContain('Nguyễn Thị Lan · 1 việc · đã bỏ qua');
    const toLan = (await office.directory()).identities.find(({ user }) => user === LAN);
    expect(
      told.filter(({ addressee }) => addressee.id === toLan?.personId).map(({ state }) => state),
    ).toEqual(['withheld']);
    expect(await linesToLan()).toContain('2024-12-16 Nguyễn Thị Lan: 6 of Cụm thi đua số 1, before-3');
    const [entry] = await office.read.audit.list({ actionPrefix: 'notice.', skip: 0, limit: 5 });
    expect(entry).toMatchObject({
      action: 'notice.skipped',
      after: { kind: 'reminder', slot: '2024-12-05' },
    });
    expect(replyShown(await office.say(SECRETARY, SECRETARY, '/nhatky'))).toContain('bỏ qua tin tự gửi');
  });

  test('that is sent now goes out at once and not again at its slot', async () => {
    const { reply, action } = await choose('Nhắc việc · đồng chí Nguyễn Thị Lan', 'Gửi ngay');
    const again = await office.press(SECRETARY, SECRETARY, action);
    const due = await office.read.notices.list({
      states: ['planned'],
      from: office.clock.now(),
      to: office.clock.now(),
    });
    await passTo('2024-12-06T10:00:00+07:00');

    expect(reply.answer?.text).toContain('gửi ngay');
    expect(again.answer?.text).toContain('trước đó');
    expect(due.map(({ kind }) => kind)).toEqual(['reminder']);
    expect(await linesToLan()).toHaveLength(1);
  });

  test('sent now is not called put off, though the clock runs meanwhile', async () => {
    office.clock.run();

    const { reply } = await choose('Nhắc việc · đồng chí Nguyễn Thị Lan', 'Gửi ngay');

    expect(reply.answer?.text).toContain('gửi ngay');
  });

  test('sent now in the evening goes out when the office opens', async () => {
    await passTo('2024-12-02T20:00:00+07:00');

    const { reply } = await choose('Nhắc việc · đồng chí Nguyễn Thị Lan', 'Gửi ngay');

    expect(reply.answer?.text).toBe('Ngoài giờ làm việc: tin được gửi lúc 08:00, Thứ Ba 03/12/2024.');
  });

  test('skipped by mistake may still be sent', async () => {
    await choose('Nhắc việc · đồng chí Nguyễn Thị Lan', 'Bỏ qua');
    const one = await openOne('đã bỏ qua');

    const reply = await pressed(office, SECRETARY, one, 'Gửi ngay');

    expect(replyShown(one)).toContain('Đã chọn bỏ qua.\n');
    expect(replyShown(one)).not.toContain('[Bỏ qua]');
    expect(reply.answer?.text).toContain('gửi ngay');
    expect((await noticesOf(office, 'reminder')).filter(({ state }) => state === 'planned')).toHaveLength(1);
  });
});

test('an hour’s word that is skipped leaves no empty line behind', async () => {
  const preview = await office.say(
    SECRETARY,
    SECRETARY,
    '/giaoviec Phường Điện Biên gửi số liệu trước 14h hôm nay',
  );
  await pressed(office, SECRETARY, preview, 'Gửi');

  await choose('Nhắc theo giờ', 'Bỏ qua');

  expect(replyShown(await open())).toContain('1 việc · đã bỏ qua');
  const next = await office.press(SECRETARY, SECRETARY, { kind: 'upcoming', skip: 6 });
  expect(replyShown(next)).toContain('7. 12:00 · Nhắc theo giờ');
});

test('a digest that is skipped stays unsaid, the next week’s is said', async () => {
  await passTo('2024-12-02T10:00:00+07:00');
  await choose('Bản tin tuần · Cụm thi đua số 1', 'Bỏ qua');
  await passTo('2024-12-09T10:00:00+07:00');
  await passTo('2024-12-16T10:00:00+07:00');

  const digests = (await noticesOf(office, 'digest')).filter(({ slot }) => slot >= '2024-12-09');

  expect(digests.map(({ slot, state }) => `${slot} ${state}`).toSorted()).toEqual([
    '2024-12-09 sent',
    '2024-12-09 withheld',
    '2024-12-16 sent',
    '2024-12-16 sent',
  ]);
});

test('an old button of what was sent meanwhile says so', async () => {
  await passTo('2024-12-02T10:00:00+07:00');
  const skip = actionOf(await openOne('Nhắc việc · đồng chí Nguyễn Thị Lan'), 'Bỏ qua');
  await passTo('2024-12-05T10:00:00+07:00');

  const reply = await office.press(SECRETARY, SECRETARY, skip);

  expect(reply.answer?.text).toContain('không còn chờ gửi');
});

describe('/tonghop', () => {
  test('is the digest of a group, in the group', async () => {
    const shown = replyShown(await office.say(LAN, WARDS, '/tonghop'));

    expect(shown).toContain('🗓 Tuần 04–10/11/2024 · Cụm thi đua số 1');
    expect(shown).not.toContain('Sắp gửi');
  });

  test('is the overview for the secretary, with what will be sent under it', async () => {
    const overview = await office.say(SECRETARY, SECRETARY, '/digest');

    expect(replyShown(overview)).toContain('Tổng hợp · ');
    expect(replyShown(await pressed(office, SECRETARY, overview, 'Sắp gửi'))).toContain(
      'Sắp gửi trong 7 ngày',
    );
    expect(replyShown(await office.say(APPROVER, APPROVER, '/tonghop'))).not.toContain('[Sắp gửi]');
  });

  test('is their clusters’ digests for others, and nothing for strangers', async () => {
    expect(replyShown(await office.say(LAN, LAN, '/tonghop'))).toContain('Cụm thi đua số 1');
    expect(replyShown(await office.say(HA, HA, '/tonghop'))).toContain('THCS số 1');
    expect(replyShown(await office.say(STRANGER, STRANGER, '/tonghop'))).not.toContain('Tuần');
  });
});
