import { expect, test } from 'vitest';
import type { Reply } from '../../../src/bot/reply.ts';
import { aFile } from '../../support/a-file.ts';
import type { Office } from '../../support/office.ts';
import { planText } from '../../support/plan-in-force.ts';
import { SECRETARY, sampleOffice } from '../../support/sample-office.ts';
import { labelsOf, lastText, messagesOf, pressed } from '../shown.ts';

const PLAN_7 = planText('7/KH-UBND', 'công tác thi đua năm 2025', [
  '1\tSơ kết phong trào\tPhòng Nội vụ\tDự kiến tháng 6',
  '2\tRà soát hồ sơ\tTrung tâm Điều phối\tTrước ngày 15/5/2025',
]);

const press = (office: Office, reply: Reply, label: string | RegExp): Promise<Reply> =>
  pressed(office, SECRETARY, reply, label);

const say = (office: Office, text: string): Promise<Reply> => office.say(SECRETARY, SECRETARY, text);

async function decisionsOf(office: Office) {
  const drafts = await office.read.planDrafts.current();
  return drafts.filter(({ state }) => state === 'open').flatMap(({ decisions }) => decisions);
}

async function askedFor(office: Office, what: 'deadline' | 'unit'): Promise<Reply> {
  const row = await press(office, await say(office, PLAN_7), /^Xem/);
  return what === 'deadline'
    ? press(office, row, 'Nhập ngày khác')
    : press(office, await press(office, row, 'Để sau ▶'), 'Nhập tên đơn vị');
}

test.each(['deadline', 'unit'] as const)(
  'a question asked meanwhile is answered, not taken for the %s, which may follow',
  async (what) => {
    const office = await sampleOffice();
    await askedFor(office, what);

    const answer = await say(office, 'thang 12 co viec gi');

    expect(lastText(answer)).toContain('Tháng 12/2024');
    expect(await decisionsOf(office)).toEqual([]);
    await say(office, what === 'deadline' ? 'hạn đến hết tháng 8/2025' : 'Phòng Y tế');
    expect(await decisionsOf(office)).toHaveLength(1);
  },
);

test('what was taken of the words is said, with its day, before what is asked next', async () => {
  const office = await sampleOffice();
  await askedFor(office, 'deadline');

  const taken = await say(office, 'truoc 25/8/2025');
  await press(office, taken, 'Nhập tên đơn vị');
  const home = await say(office, 'phong y te');

  expect(messagesOf(taken)).toHaveLength(1);
  expect(lastText(taken)).toMatchInlineSnapshot(`
    "✔ Đã ghi nhận mục 1: Trước ngày 25/8/2025 → lần tới Thứ Hai 25/08/2025

    ❓ 2/2 · đơn vị chủ trì
    2. Rà soát hồ sơ

    Kế hoạch ghi: “Trung tâm Điều phối”

    Chưa tìm thấy đơn vị này trong danh sách đơn vị. Đơn vị nào chủ trì?"
  `);
  expect(lastText(home)).toContain('✔ Đã ghi nhận “Trung tâm Điều phối”: Phòng Y tế');
});

test('a name or a day that is not certain is one press away', async () => {
  const office = await sampleOffice();
  await askedFor(office, 'deadline');
  const unclear = await say(office, 'cuối tháng 8');
  const unit = await press(office, await press(office, unclear, /^Từ ngày 21\/8\/2025/), 'Nhập tên đơn vị');
  const stranger = await say(office, 'phòng tài chính');
  const taken = await press(office, stranger, 'Phòng Tài chính - Kế hoạch');

  expect(messagesOf(unclear)).toHaveLength(1);
  expect(lastText(unclear)).toContain('nhưng chưa chắc');
  expect(lastText(unit)).toContain('tên hoặc mã đơn vị');
  expect(lastText(taken)).toContain('2 nội dung đã quyết định');
  expect(await decisionsOf(office)).toMatchObject([{ kind: 'deadline' }, { kind: 'party' }]);
});

test('what was offered for other words is not taken for what is offered now', async () => {
  const office = await sampleOffice();
  await askedFor(office, 'unit');
  const earlier = await say(office, 'phòng tài chính');
  await say(office, 'phòng văn hoá');

  const late = await press(office, earlier, 'Phòng Tài chính - Kế hoạch');

  expect(late.answer?.text).toContain('đã kết thúc');
  expect(await decisionsOf(office)).toEqual([]);
});

test('whoever types nothing after all is back at the matter, and nothing is cancelled by a second tap', async () => {
  const office = await sampleOffice();

  const back = await press(office, await askedFor(office, 'unit'), 'Huỷ');

  expect(lastText(back)).toContain('❓ 2/2 · đơn vị chủ trì');
  expect(labelsOf(back)).not.toContain('Huỷ');
});

test('a table pasted while a name is asked for is the next plan', async () => {
  const office = await sampleOffice();
  await askedFor(office, 'unit');

  const next = await say(office, PLAN_7.replace('7/KH-UBND', '8/KH-UBND'));

  expect(lastText(next)).toContain('📄 KH 8/KH-UBND');
});

test('a file that cannot be read leaves open what was asked for; one that can does not', async () => {
  const office = await sampleOffice();
  await askedFor(office, 'unit');

  await office.tell(SECRETARY, SECRETARY, aFile('anh.docx', Buffer.from([0xff, 0xd8, 0xff, 0xe0])));
  await say(office, 'Phòng Y tế');
  const taken = await decisionsOf(office);
  await askedFor(office, 'deadline');
  await office.tell(SECRETARY, SECRETARY, aFile('ke-hoach.txt', Buffer.from(PLAN_7)));
  await say(office, 'trước ngày 25/8/2025');

  expect(taken).toMatchObject([{ kind: 'party' }]);
  expect(await decisionsOf(office)).toEqual(taken);
});

test('an import that was cancelled by mistake comes back with all that was decided', async () => {
  const office = await sampleOffice();
  await askedFor(office, 'deadline');
  await say(office, 'trước 25/8/2025');
  const gone = await press(office, await press(office, await say(office, '/nhap'), /^KH 7/), 'Huỷ');
  expect(await decisionsOf(office)).toEqual([]);

  const back = await press(office, gone, 'Lấy lại');

  expect(lastText(back)).toContain('1 nội dung đã quyết định');
  expect(await decisionsOf(office)).toHaveLength(1);
});

test('an import of which another copy is under way does not come back beside it', async () => {
  const office = await sampleOffice();
  const gone = await press(office, await say(office, PLAN_7), 'Huỷ');
  await say(office, PLAN_7);

  expect((await press(office, gone, 'Lấy lại')).answer?.text).toContain('đã kết thúc');
  expect((await office.read.planDrafts.current()).filter(({ state }) => state === 'open')).toHaveLength(1);
});

test('a plan sent after /nhap is no attachment of a launch that was being written', async () => {
  const office = await sampleOffice();
  await say(office, '/phatdong');
  await say(office, '/nhap');

  const read = await office.tell(SECRETARY, SECRETARY, aFile('ke-hoach.txt', Buffer.from(PLAN_7)));

  expect(lastText(read)).toContain('📄 KH 7/KH-UBND');
});
