import { beforeEach, expect, test } from 'vitest';
import { TRIAL_CAUSE } from '../../../src/app/ports/notice-repository.ts';
import { beginTrial } from '../../../src/app/trial/begin-trial.ts';
import type { Office } from '../../support/office.ts';
import { relayOver } from '../../support/relay-over.ts';
import { LAN, SECRETARY, STRANGER, sampleOffice, WARDS } from '../../support/sample-office.ts';
import { linesTold, noticesOf, sweep, tickAt, walkTo } from '../../support/time-passes.ts';
import { actionOf, messagesOf, pressed, replyShown, shown } from '../shown.ts';

let office: Office;
let relay: ReturnType<typeof relayOver>;

beforeEach(async () => {
  office = await sampleOffice();
  relay = relayOver(office);
  await tickAt(office, office.clock.now());
});

const begin = () =>
  office.dependencies.unitOfWork.run((tx) => beginTrial(tx, office.dependencies.ids, office.clock.now()));

/** Lan's unit is first reminded on 5 December. */
async function toReminders() {
  office.moveTo('2024-12-04T16:00:00+07:00');
  await tickAt(office, '2024-12-04T16:30:00+07:00');
  await sweep(office);
  await begin();
  await tickAt(office, '2024-12-05T08:30:00+07:00');
  office.moveTo('2024-12-05T10:00:00+07:00');
  const arrived = await relay.drain();
  const rehearsal = arrived.find(({ message }) => shown(message).includes('Nguyễn Thị Lan'));
  if (rehearsal === undefined) throw new Error('nothing was shown');
  return { arrived, rehearsal };
}

const statesOf = async (kind: Parameters<typeof noticesOf>[1], slot: string) =>
  (await noticesOf(office, kind))
    .filter((one) => one.slot === slot)
    .map(({ state, cause }) => [state, cause]);

test('in a trial a reminder reaches the secretary alone, as it would be sent, and is let go once', async () => {
  const { arrived, rehearsal } = await toReminders();

  expect(new Set(arrived.map(({ address }) => address.chat))).toEqual(new Set([SECRETARY]));
  expect(shown(rehearsal.message)).toMatchInlineSnapshot(`
    "*🧪 Chạy thử · chưa gửi đi*
    Người nhận: đồng chí Nguyễn Thị Lan, đầu mối của UBND phường Điện Biên

    *🔔 Cụm thi đua số 1 · Thứ Năm 05/12/2024*
    1 nhiệm vụ cần cập nhật

    *6. Tổ chức tổng kết, bình xét đề nghị khen thưởng đề nghị khen thưởng các Cụm thi đua thuộc…*
    Trước ngày 20/12 hằng năm (hết Thứ Năm 19/12/2024) · còn 14 ngày
    chưa có cập nhật

    _Nút kèm theo: [6 · Cập nhật] [Mai nhắc lại] [Căn cứ nhắc] [Bản Zalo]_
    [Cho gửi] [Chạy thử]"
  `);
  expect(new Set((await statesOf('reminder', '2024-12-05')).map(([state]) => state))).toContain('withheld');

  const release = actionOf(rehearsal.message, 'Cho gửi');
  const answered = await office.press(SECRETARY, SECRETARY, release);
  const sent = await relay.drain();
  const again = await office.press(SECRETARY, SECRETARY, release);
  const nothing = await relay.drain();

  expect(replyShown(answered)).toContain('✔ Đã cho gửi lúc 10:00, 05/12.');
  expect(replyShown(answered)).toContain('*🧪 Chạy thử · đã cho gửi*\nNgười nhận: đồng chí Nguyễn Thị Lan');
  expect(replyShown(answered)).not.toContain('chưa gửi đi');
  expect(replyShown(await office.say(SECRETARY, SECRETARY, '/nhatky'))).toContain(
    'cho gửi tin chạy thử\n  đồng chí Nguyễn Thị Lan · Nhắc việc',
  );
  expect(messagesOf(answered)[0]?.buttons).toEqual([]);
  expect(sent.map(({ address }) => address.chat)).toEqual([LAN]);
  expect(shown(sent[0]?.message ?? rehearsal.message)).toContain('[Mai nhắc lại] [Căn cứ nhắc]');
  expect(again.answer?.text).toContain('đã được cho gửi trước đó');
  expect(nothing).toEqual([]);
});

test('all that was shown today goes by one button, once', async () => {
  await begin();
  await tickAt(office, '2024-11-04T09:31:00+07:00');
  const shownToday = (await relay.drain()).filter(({ message }) => shown(message).includes('chưa gửi đi'));
  const [rehearsal] = shownToday;
  if (rehearsal === undefined) throw new Error('nothing was shown');
  const open = await pressed(office, SECRETARY, rehearsal.message, 'Chạy thử');
  const [label] = /Cho gửi cả \d+ tin hôm nay/.exec(replyShown(open)) ?? [''];
  const waiting = Number(/\d+/.exec(label)?.[0]);

  const answered = await pressed(office, SECRETARY, open, label);
  const sent = await relay.drain();
  const again = await office.press(SECRETARY, SECRETARY, { kind: 'release_all' });

  expect(waiting).toBe(shownToday.length);
  expect(answered.answer?.text).toBe(`✔ Đã cho gửi ${waiting} tin.`);
  expect(replyShown(answered)).not.toContain('Cho gửi cả');
  expect(sent).toHaveLength(waiting);
  expect(sent.map(({ address }) => address.chat)).toContain(WARDS);
  expect(again.answer?.text).toBe('✔ Đã cho gửi 0 tin.');
  expect(await relay.drain()).toEqual([]);
});

test('what the secretary sends at once from the list goes to its addressee, a trial or not', async () => {
  office.moveTo('2024-12-04T16:00:00+07:00');
  await sweep(office);
  await begin();
  const list = await office.press(SECRETARY, SECRETARY, { kind: 'upcoming', skip: 0 });
  const line = replyShown(list)
    .split('\n')
    .find((one) => one.includes('Nhắc việc · đồng chí Nguyễn Thị Lan'));
  const one = await pressed(office, SECRETARY, list, line?.match(/^\d+/)?.[0] ?? '');

  await pressed(office, SECRETARY, one, 'Gửi ngay');

  expect((await relay.drain()).map(({ address }) => address.chat)).toContain(LAN);
});

test('nobody but the secretariat lets go', async () => {
  const { rehearsal } = await toReminders();

  for (const user of [LAN, STRANGER]) {
    for (const action of [actionOf(rehearsal.message, 'Cho gửi'), { kind: 'release_all' as const }]) {
      expect((await office.press(user, user, action)).answer?.popup).toBe(true);
    }
  }

  expect(await relay.drain()).toEqual([]);
  expect((await noticesOf(office, 'reminder')).some(({ released }) => released)).toBe(false);
});

test('what no longer holds is not let go, and the secretary is told so', async () => {
  const { rehearsal } = await toReminders();
  const [reminder] = (await noticesOf(office, 'reminder')).filter(({ cause }) => cause === TRIAL_CAUSE);
  const [line] = reminder === undefined ? [] : await office.read.notices.linesOf(reminder.id);
  if (line === undefined) throw new Error('no line');
  await office.press(LAN, LAN, { kind: 'done', obligation: line.obligationId });

  const reply = await pressed(office, SECRETARY, rehearsal.message, 'Cho gửi');

  expect(reply.answer?.text).toContain('không còn đúng');
  expect((await noticesOf(office, 'reminder')).some(({ released }) => released)).toBe(false);
});

test('what was only rehearsed counts as not told: once the trial is over it is said', async () => {
  await toReminders();
  const told = (await linesTold(office, 'reminder')).filter((line) => line.includes('Nguyễn Thị Lan'));

  await office.press(SECRETARY, SECRETARY, { kind: 'trial', choice: 'end' });
  await tickAt(office, '2024-12-16T10:00:00+07:00');
  const arrived = await relay.drain();

  expect(told.length).toBeGreaterThan(0);
  expect(arrived.some(({ address }) => address.chat === LAN)).toBe(true);
  expect(arrived.some(({ message }) => shown(message).includes('Chạy thử · chưa gửi'))).toBe(false);
});

test('whoever a trial kept from hearing is told before the secretariat is', async () => {
  office.moveTo('2024-12-04T16:00:00+07:00');
  // Who heads the cluster does not change with the year.
  await office.press(SECRETARY, SECRETARY, { kind: 'set', name: 'rotation', value: 'none' });
  await office.press(SECRETARY, SECRETARY, { kind: 'trial_days', days: 30 });
  await begin();
  const lan = async () => (await linesTold(office, 'reminder')).filter((line) => line.includes('Lan: 6 '));
  await tickAt(office, '2024-12-31T10:00:00+07:00');
  await relay.drain();
  const rehearsed = await lan();

  await office.press(SECRETARY, SECRETARY, { kind: 'trial', choice: 'end' });
  await tickAt(office, '2025-01-10T10:00:00+07:00');
  const arrived = (await relay.drain()).map(({ address }) => address.chat);

  expect(rehearsed).toEqual(['2024-12-31 Nguyễn Thị Lan: 6 of Cụm thi đua số 1, after-7']);
  expect(await lan()).toEqual(['2025-01-10 Nguyễn Thị Lan: 6 of Cụm thi đua số 1, after-7']);
  expect(arrived).toContain(LAN);
  expect((await linesTold(office, 'escalation')).filter((line) => line.includes(': 6 of '))).toEqual([]);
});

test('in a trial a stage is rehearsed once, and later stages follow', async () => {
  office.moveTo('2024-12-04T16:00:00+07:00');
  await office.press(SECRETARY, SECRETARY, { kind: 'trial_days', days: 30 });
  await begin();
  for (const day of ['05', '06', '16', '17']) {
    await tickAt(office, `2024-12-${day}T10:00:00+07:00`);
    await relay.drain();
  }

  const lines = (await linesTold(office, 'reminder')).filter((line) => line.includes('Lan: 6 '));

  expect(lines.map((line) => line.slice(-9))).toEqual(['before-14', ' before-3']);
});

test('a digest is rehearsed; what answers somebody goes out', async () => {
  await begin();
  await tickAt(office, '2024-11-04T09:31:00+07:00');
  const arrived = await relay.drain();

  expect(arrived.some(({ address }) => address.chat === WARDS)).toBe(false);
  expect(arrived.map(({ message }) => shown(message)).join('\n')).toContain(
    'Người nhận: nhóm “Cụm thi đua số 1',
  );
  expect((await statesOf('digest', '2024-11-04')).every(([, cause]) => cause === TRIAL_CAUSE)).toBe(true);
  expect(replyShown(await office.say(LAN, WARDS, '/han'))).toContain('Tháng 11/2024');
});

test('the secretariat is told when it begins and when it has ended by itself', async () => {
  office.moveTo('2024-11-04T09:00:00+07:00');
  await begin();
  const [begun] = await relay.drain();
  await tickAt(office, '2024-11-12T16:00:00+07:00');
  const later = (await relay.drain()).map(({ message }) => shown(message));

  expect(begun?.address.chat).toBe(SECRETARY);
  expect(shown(begun?.message ?? { entries: [], buttons: [] })).toMatchInlineSnapshot(`
    "*🧪 Đang chạy thử đến hết Thứ Hai 11/11/2024*
    Tin do bot tự nhắn và phát động được gửi cho Thường trực HĐ TĐKT xem trước, chưa đến đơn vị và nhóm. Tin nào cần gửi ngay, đề nghị bấm “Cho gửi” dưới tin đó.
    [Dừng chạy thử] [Chạy thử]"
  `);
  expect(later.filter((text) => text.includes('Chạy thử đã kết thúc')).length).toBe(1);
});

test('ended by hand it is over at once, and nobody is told of an end to come', async () => {
  await begin();
  const page = await office.press(SECRETARY, SECRETARY, { kind: 'trial', choice: 'show' });
  const ended = await pressed(office, SECRETARY, page, 'Dừng chạy thử');
  await tickAt(office, '2024-11-12T16:00:00+07:00');
  const arrived = await relay.drain();

  expect(replyShown(page)).toMatchInlineSnapshot(`
    "in place:
    *Chạy thử: đang chạy đến hết Thứ Hai 11/11/2024*
    Khi chạy thử, tin do bot tự nhắn (nhắc việc, bản tin, chuyển cấp) và phát động chỉ gửi cho Thường trực HĐ TĐKT xem trước, đúng như sẽ gửi, kèm nút “Cho gửi”. Trả lời câu hỏi, việc giao bằng /giaoviec và các tin đồng chí bấm gửi vẫn gửi như thường.
    Thời gian chạy thử sau khi thiết lập hoặc nhập kế hoạch mới:
    [Dừng chạy thử]
    [Không chạy] [3 ngày] [✔ 7 ngày]
    [14 ngày] [30 ngày]
    [◀ Quay lại]"
  `);
  expect(replyShown(ended)).toContain('không chạy');
  expect(arrived.some(({ address }) => address.chat === WARDS)).toBe(true);
  expect(arrived.map(({ message }) => shown(message)).join()).not.toContain('đã kết thúc');
});

test('its length is set in the settings, and others cannot', async () => {
  await begin();
  const until = async () => replyShown(await office.say(SECRETARY, SECRETARY, '/caidat'));
  const before = await until();
  await office.press(SECRETARY, SECRETARY, { kind: 'trial_days', days: 14 });

  expect(before).toContain('Chạy thử: đang chạy đến hết Thứ Hai 11/11/2024');
  expect(await until()).toContain('Chạy thử: đang chạy đến hết Thứ Hai 18/11/2024');
  expect(replyShown(await office.press(SECRETARY, SECRETARY, { kind: 'trial_days', days: 5 }))).toContain(
    'Không có lựa chọn này',
  );
  expect((await office.press(LAN, LAN, { kind: 'trial', choice: 'end' })).answer?.popup).toBe(true);
  expect((await office.press(SECRETARY, WARDS, { kind: 'trial', choice: 'end' })).answer?.popup).toBe(true);
  expect(await until()).toContain('đang chạy');
});

test('schools that were shown to be asked in a trial are asked once it is over', async () => {
  office = await sampleOffice({ now: '2025-08-03T09:00:00+07:00' });
  relay = relayOver(office);
  await tickAt(office, office.clock.now());
  await begin();
  await walkTo(office, '2025-08-04T09:00:00+07:00');
  await relay.drain();
  const shownOnly = (await noticesOf(office, 'contact_check')).map(({ cause }) => cause);
  await walkTo(office, '2025-08-05T09:00:00+07:00');
  await relay.drain();

  await office.press(SECRETARY, SECRETARY, { kind: 'trial', choice: 'end' });
  await walkTo(office, '2025-08-13T09:00:00+07:00');
  await relay.drain();

  expect(new Set(shownOnly)).toEqual(new Set([TRIAL_CAUSE]));
  expect((await noticesOf(office, 'contact_check')).map(({ state }) => state)).toEqual(
    shownOnly.map(() => 'sent'),
  );
});
