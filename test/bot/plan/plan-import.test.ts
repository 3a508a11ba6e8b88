import { readFile } from 'node:fs/promises';
import readXlsxFile from 'read-excel-file/node';
import { expect, test } from 'vitest';
import { endUnit } from '../../../src/app/organisation/end-unit.ts';
import { renameUnit } from '../../../src/app/organisation/rename-unit.ts';
import { pairTasks } from '../../../src/app/plan/pair-tasks.ts';
import { FileTooLarge } from '../../../src/bot/incoming.ts';
import type { Reply } from '../../../src/bot/reply.ts';
import type { UnitId } from '../../../src/core/id.ts';
import { dateOf } from '../../../src/core/time/local-date.ts';
import { aFile, type FileContent } from '../../support/a-file.ts';
import type { Office } from '../../support/office.ts';
import { planText } from '../../support/plan-in-force.ts';
import { emptyOffice, LAN, MEMBER, SECRETARY, sampleOffice, WARDS } from '../../support/sample-office.ts';
import { labelsOf, lastOf, lastText, pressed } from '../shown.ts';

const SAMPLE = new URL('../../../src/sandbox/sample/plan-29-ba-dinh.docx', import.meta.url);

const samplePlan = async (): Promise<FileContent> => aFile('KH-29.docx', await readFile(SAMPLE));

const press = (office: Office, reply: Reply, label: string | RegExp): Promise<Reply> =>
  pressed(office, SECRETARY, reply, label);

const PLAN_7 = planText('7/KH-UBND', 'công tác thi đua năm 2025', [
  '1\tBáo cáo tổng kết năm\tPhòng Nội vụ\tTrước ngày 20/12/2024',
  '2\tSơ kết phong trào\tPhòng Nội vụ\tDự kiến tháng 6',
  '3\tTuyên truyền\tPhòng Nội vụ\tThường xuyên',
  '4\tChuyên đề riêng\tBan Điều phối liên vùng\tTrước ngày 15/5/2025',
]);

const amended = (from: string, to: string): string => PLAN_7.replace(from, to);

const take = (office: Office, text: string): Promise<Reply> => office.say(SECRETARY, SECRETARY, text);

async function inForce(office: Office): Promise<Reply> {
  return press(office, await take(office, PLAN_7), 'Đưa vào thực hiện');
}

async function taskOf(office: Office, no: string, of = '7/KH-UBND') {
  const book = await office.read.plans.book();
  const plan = book.plans.find(({ number }) => number === of);
  const task = book.tasks.find((one) => one.planId === plan?.id && one.no === no);
  const all = await office.dependencies.unitOfWork.run((tx) =>
    tx.obligations.ofTasks(task === undefined ? [] : [task.id]),
  );
  return { task, obligations: all };
}

test('the secretary sends the plan in private and sees what was read; nothing is in force', async () => {
  const office = await sampleOffice();
  const before = await office.read.plans.book();
  const reply = await office.tell(SECRETARY, SECRETARY, await samplePlan());

  expect(lastText(reply)).toContain('📄 KH 29/KH-UBND · 22/01/2021 · 2021–2025');
  expect(lastText(reply)).toContain('Đọc được 20 nhiệm vụ (40 dòng), 20 sự kiện');
  expect(lastText(reply)).toContain('⚠ “75 năm” 1954–2024: tính ra 70 năm');
  expect(lastText({ say: reply.say?.slice(0, 1) ?? [] })).toContain('bản vừa gửi không có gì khác');
  expect(lastText(reply)).toContain('còn 11 nội dung chờ quyết định');
  expect(await office.read.plans.book()).toEqual(before);
});

test('a file of somebody else is thanked for and not kept; one in a group is not noticed', async () => {
  const office = await sampleOffice();

  expect(lastText(await office.tell(MEMBER, MEMBER, await samplePlan()))).toContain('tệp này chưa được lưu');
  expect(await office.tell(SECRETARY, WARDS, { ...(await samplePlan()), addressed: false })).toEqual({
    forget: true,
  });
  expect((await office.read.planDrafts.current()).filter(({ state }) => state === 'open')).toEqual([]);
});

test('one that is handed to the bot in a group is asked for in private, and not kept', async () => {
  const office = await sampleOffice();
  const plan = { ...(await samplePlan()), caption: 'nhập giúp' };

  expect(lastText(await office.tell(SECRETARY, WARDS, plan))).toBe(
    'Kế hoạch được nhập trong tin riêng với bot.',
  );
  expect(lastText(await office.tell(LAN, WARDS, plan))).toContain('trả lời trong tin riêng');
  expect(await office.tell(LAN, WARDS, { ...plan, caption: '' })).toEqual({});
  expect((await office.read.planDrafts.current()).filter(({ state }) => state === 'open')).toEqual([]);
});

test.each([
  ['anh.docx', new Uint8Array([0xff, 0xd8, 0xff, 0xe0]), 'không đúng với tên tệp'],
  ['anh.jpg', new Uint8Array([0xff, 0xd8, 0xff, 0xe0]), 'không phải Word hoặc Excel'],
  ['trong.docx', new Uint8Array(), 'Tệp trống'],
  ['thu.txt', new TextEncoder().encode('Kính gửi các đồng chí'), 'Không tìm thấy bảng nhiệm vụ'],
])('%s is refused with the reason, and nothing changes', async (name, bytes, reason) => {
  const office = await sampleOffice();
  const text = lastText(await office.send(SECRETARY, SECRETARY, name, bytes));

  expect(text).toContain(reason);
  expect(text).toContain('Chưa có gì thay đổi.');
});

test('a file larger than the channel gives is refused kindly', async () => {
  const office = await sampleOffice();
  const fetch = () => Promise.reject(new FileTooLarge());
  const reply = await office.send(SECRETARY, SECRETARY, 'to.docx', new Uint8Array(), { fetch });

  expect(lastText(reply)).toContain('20 MB');
});

test('a pasted table is a draft, decided row by row, left and taken up days later, then in force', async () => {
  const office = await sampleOffice();
  const first = await take(office, PLAN_7);
  expect(lastText(first)).toMatchInlineSnapshot(`
    "📄 KH 7/KH-UBND · 04/11/2024 · 2025
    Đọc được 4 nhiệm vụ
    ✔ 2 dòng rõ ràng
    ❓ 2 nội dung cần đồng chí quyết định
    Ngoài ra có 2 lưu ý, ghi trong Báo cáo

    Chưa có gì được đưa vào thực hiện."
  `);

  const row = await press(office, first, /^Xem/);
  expect(lastText(row)).toMatchInlineSnapshot(`
    "❓ 1/2 · mục 2
    Sơ kết phong trào

    Kế hoạch ghi: “Dự kiến tháng 6”
    Đã hiểu: Trong tháng 6/2025 → lần tới Thứ Hai 30/06/2025

    Thời hạn chưa rõ. Ghi là dự kiến."
  `);
  expect(labelsOf(row)).toMatchInlineSnapshot(`
    [
      "Trong tháng 6/2025",
      "Không có hạn",
      "Nhập ngày khác",
      "◀",
      "Về đầu",
      "Để sau ▶",
    ]
  `);

  office.moveTo('2024-11-08T09:00:00+07:00');
  const list = await take(office, '/nhap');
  expect(lastText(list)).toContain('KH 7/KH-UBND');
  const again = await press(office, list, 'KH 7/KH-UBND · mới');
  const decided = await press(office, await press(office, again, /^Xem/), 'Nhập ngày khác');
  expect(lastText(decided)).toContain('Dự kiến tháng 6');
  const next = await take(office, 'trước ngày 25/6/2025');
  expect(lastText(next)).toContain('Ban Điều phối liên vùng');

  const unit = await press(office, next, 'Nhập tên đơn vị');
  expect(lastText(unit)).toContain('tên hoặc mã đơn vị');
  const whole = await take(office, 'Phòng Y tế');
  expect(lastText(whole)).toContain('2 nội dung đã quyết định');
  expect((await office.read.plans.book()).plans).toHaveLength(1);

  const done = await press(office, whole, 'Đưa vào thực hiện');
  expect(lastText(done)).toContain('KH 7/KH-UBND đã đưa vào thực hiện');
  const { obligations } = await taskOf(office, '2');
  expect(obligations.map(({ dueOn }) => dueOn)).toEqual(['2025-06-24']);
  const directory = await office.directory();
  const four = await taskOf(office, '4');
  expect(
    four.obligations.map(({ owner }) => directory.units.find(({ id }) => id === owner.id)?.name),
  ).toEqual(['Phòng Y tế']);
});

test('rows left undecided give nobody a deadline, and may be decided after the plan is in force', async () => {
  const office = await sampleOffice();
  const done = await inForce(office);
  expect(lastText(done)).toContain('Còn 2 nội dung chờ quyết định (mục 2, 4)');
  expect((await taskOf(office, '2')).obligations).toEqual([]);

  const row = await press(office, done, /^Xem/);
  const chosen = await press(office, row, /30\/6|tháng 6/i);

  expect(lastText(chosen)).toContain('Ban Điều phối liên vùng');
  expect((await taskOf(office, '2')).obligations.length).toBeGreaterThan(0);
});

test('the report of the import says what waits, what was chosen, and every row with its next day', async () => {
  const office = await sampleOffice();
  const first = await take(office, PLAN_7);
  await press(office, await press(office, first, /^Xem/), 'Trong tháng 6/2025');
  const reply = await press(office, first, 'Báo cáo ⤓');

  const file = lastOf(reply).attachment;
  expect(file).toMatchObject({ name: 'bao-cao-nhap-7-KH-UBND.xlsx' });
  const sheets = await readXlsxFile(Buffer.from(file?.bytes ?? []));
  expect(sheets.map(({ sheet }) => sheet)).toEqual(['Cần quyết định', 'Đã quyết định', 'Lưu ý', 'Nhiệm vụ']);
  const [undecided, decided, , tasks] = sheets.map(({ data }) => data);
  expect(undecided?.slice(1).map(([where, , words]) => [where, words])).toEqual([
    ['mục 4', 'Ban Điều phối liên vùng'],
  ]);
  expect(decided?.slice(1).map(([where, , , choice]) => [where, choice])).toEqual([
    ['mục 2', 'Trong tháng 6/2025'],
  ]);
  expect(tasks?.[1]).toEqual([
    '1',
    'Báo cáo tổng kết năm',
    'Phòng Nội vụ',
    null,
    'Trước ngày 20/12/2024',
    '20/12/2024',
  ]);
});

test('no code of the program stands in the report', async () => {
  const office = await sampleOffice();
  const [draft] = await office.read.planDrafts.current();
  if (draft === undefined) throw new Error('the sample plan has no draft');
  const reply = await office.press(SECRETARY, SECRETARY, {
    kind: 'plan_draft',
    draft: draft.id,
    step: 'report',
    at: 0,
  });

  const sheets = await readXlsxFile(Buffer.from(lastOf(reply).attachment?.bytes ?? []));
  const cells = sheets.flatMap(({ data }) => data.flat()).map(String);
  expect(cells.length).toBeGreaterThan(300);
  expect(cells.filter((cell) => /(^|\n)(each|one|next_year|same_year)(\n|$)/.test(cell))).toEqual([]);
});

test('a file sent again is taken up where it was left; a mended copy keeps what still fits', async () => {
  const office = await sampleOffice();
  await press(office, await press(office, await take(office, PLAN_7), /^Xem/), 'Không có hạn');

  const again = await take(office, PLAN_7);
  const mended = await take(office, amended('Báo cáo tổng kết năm', 'Báo cáo tổng kết năm 2024'));

  expect(lastText(again)).toContain('1 nội dung đã quyết định');
  expect(lastText(mended)).toContain('1 nội dung đã quyết định');
  expect((await office.read.planDrafts.current()).map(({ state }) => state)).toEqual(['open', 'in_force']);
});

test('a second tap on the confirmation leaves its answer to be read', async () => {
  const office = await sampleOffice();
  const first = await take(office, PLAN_7);
  await press(office, first, 'Đưa vào thực hiện');

  const second = await press(office, first, 'Đưa vào thực hiện');

  expect(second).toEqual({ answer: { text: 'Kế hoạch đang được thực hiện.', popup: false } });
});

test('a draft that is cancelled is gone, and its buttons say so', async () => {
  const office = await sampleOffice();
  const first = await take(office, PLAN_7);
  const gone = await press(office, first, 'Huỷ');
  const late = await press(office, first, 'Đưa vào thực hiện');

  expect(lastText(gone)).toContain('Chưa có gì thay đổi');
  expect(late.answer?.text).toContain('đã kết thúc');
  expect((await office.read.plans.book()).plans).toHaveLength(1);
});

test('a plan without its number is put in force only after the number is typed', async () => {
  const office = await sampleOffice();
  const first = await take(office, amended('Số: 7/KH-UBND\n', ''));
  expect(lastText(first)).toContain('Chưa đủ số, ngày hoặc giai đoạn');
  expect(labelsOf(first)).not.toContain('Đưa vào thực hiện');

  const asked = await press(office, first, /^Xem/);
  expect(lastText(asked)).toContain('Đề nghị đồng chí viết số, ký hiệu');
  expect(lastText(await take(office, 'không rõ'))).toContain('số, ký hiệu');
  const next = await take(office, '7/KH-UBND');
  const whole = await press(office, next, 'Về đầu');

  expect(lastText(await press(office, whole, 'Đưa vào thực hiện'))).toContain('KH 7/KH-UBND đã đưa vào');
});

test('a new plan by which nothing falls due says so', async () => {
  const office = await sampleOffice();
  const rows = [
    '1\tRà soát quy chế\tPhòng Nội vụ\tTrước ngày 30/3/2024',
    '2\tNộp báo cáo\tPhòng Nội vụ\t25/5/2024',
  ];

  const past = await press(
    office,
    await take(office, planText('15/KH', 'năm 2024', rows)),
    'Đưa vào thực hiện',
  );

  expect(lastText(past)).toContain('2 dòng; chưa có phần việc nào trong 15 tháng tới');
});

test('a standing row gets a milestone of the office, which is called so', async () => {
  const office = await sampleOffice();
  const done = await inForce(office);
  const home = await press(office, await press(office, done, /^Xem/), 'Về đầu');
  const rows = await press(office, home, 'Đặt mốc riêng');
  await press(office, rows, '3 · Đặt mốc');
  expect(lastText(await take(office, 'lúc nào cũng được'))).toContain('mốc của cơ quan');
  const impossible = await take(office, '31/2 hang nam');
  expect(lastText({ say: impossible.say?.slice(0, 1) ?? [] })).toContain('Ngày này không có trong lịch');
  const set = await take(office, 'truoc ngay 30/11/2025');

  expect(lastText(set)).toContain('Trước ngày 30/11/2025 (mốc do cơ quan đặt)');
  const { obligations } = await taskOf(office, '3');
  expect(
    obligations.filter(({ state }) => state !== 'withdrawn').map(({ dueOn, words }) => `${dueOn} ${words}`),
  ).toEqual(['2025-11-29 Trước ngày 30/11/2025 (mốc do cơ quan đặt)']);
  expect(lastText(await take(office, 'chi tiết mục 3 kế hoạch 7'))).toContain(
    'Trước ngày 30/11/2025 (mốc do cơ quan đặt)\n',
  );

  const asked = await press(office, set, '3 · Đặt mốc');
  const plain = await press(office, asked, 'Bỏ mốc riêng');
  expect(lastText(plain)).not.toContain('mốc do cơ quan đặt');
  const after = await taskOf(office, '3');
  expect(after.obligations.filter(({ dueOn, state }) => dueOn !== null && state !== 'withdrawn')).toEqual([]);
  expect(lastText(await take(office, 'trước ngày 30/11'))).not.toContain('mốc của cơ quan');
  expect(lastText(await press(office, asked, 'Bỏ mốc riêng'))).not.toContain('mốc do cơ quan đặt');
});

const PLAN_OF_EVENTS = planText('8/KH-UBND', 'tuyên truyền năm 2025', [
  '1\tKỷ niệm 95 năm Ngày thành lập Đảng (3/2/1930-3/2/2025)\tPhòng Nội vụ\t',
  '2\tKỷ niệm 80 năm Ngày thành lập Quân đội (22/12/1944-22/12/2024)\tPhòng Nội vụ\t',
  '3\tTuyên truyền\tPhòng Nội vụ\tThường xuyên',
]);

test('a row with an event ahead is offered milestones before it; only a press sets one', async () => {
  const office = await sampleOffice();
  const rows = await press(office, await take(office, PLAN_OF_EVENTS), 'Đặt mốc riêng');
  const asked = await press(office, rows, '1 · Đặt mốc');

  expect(lastText(asked)).toContain(
    'Hoặc chọn mốc do hệ thống gợi ý, tính theo ngày 03/02/2025 (Kỷ niệm 95 năm Ngày thành lập Đảng):',
  );
  expect(labelsOf(asked)).toEqual([
    'Trước 60 ngày: Thứ Năm 05/12/2024',
    'Trước 30 ngày: Thứ Bảy 04/01/2025',
    'Huỷ',
  ]);
  expect(labelsOf(await press(office, rows, '2 · Đặt mốc'))).toEqual([
    'Trước 30 ngày: Thứ Sáu 22/11/2024',
    'Huỷ',
  ]);
  expect(labelsOf(await press(office, rows, '3 · Đặt mốc'))).toEqual(['Huỷ']);
  expect((await office.read.planDrafts.current())[0]?.decisions).toEqual([]);

  const set = await press(office, asked, /^Trước 60 ngày/);

  expect(set.answer?.text).toBe('✔ Đã đặt mốc cho mục 1.');
  await press(office, await press(office, set, 'Về đầu'), 'Đưa vào thực hiện');
  const { obligations } = await taskOf(office, '1', '8/KH-UBND');
  expect(obligations.map(({ dueOn, words }) => `${dueOn} ${words}`)).toEqual([
    '2024-12-05 Chậm nhất ngày 05/12/2024 (mốc do cơ quan đặt)',
  ]);
  expect(labelsOf(await press(office, set, '1 · Đặt mốc'))).toContain('Bỏ mốc riêng');
});

test('a milestone of a row whose lead nobody has confirmed says that nobody is reminded, until a lead is', async () => {
  const office = await sampleOffice();
  const home = await press(office, await take(office, '/nhap'), 'KH 29/KH-UBND');
  const rows = await press(office, home, 'Đặt mốc riêng');
  const set = await press(office, await press(office, rows, '8.8 · Đặt mốc'), /^Trước 60 ngày/);

  expect(lastText(set)).toContain('Chậm nhất ngày 05/12/2024 (mốc do cơ quan đặt)');
  const before = lastText(await take(office, 'chi tiết mục 8.8'));
  expect(before).toContain('Chưa xác định đơn vị thực hiện trong danh sách');
  expect(before).not.toContain('Không còn thời hạn');

  let asked = await press(office, await press(office, set, 'Về đầu'), /^Xem \d/);
  while (!lastText(asked).includes('mục 8.8')) asked = await press(office, asked, 'Để sau ▶');
  await press(office, asked, 'Phòng Văn hoá và Thông tin');

  expect(lastText(await take(office, 'chi tiết mục 8.8'))).toContain('Lần tới: Thứ Năm 05/12/2024');
});

test('a suggested milestone whose day is past by now is not set', async () => {
  const office = await sampleOffice();
  const rows = await press(office, await take(office, PLAN_OF_EVENTS), 'Đặt mốc riêng');
  const asked = await press(office, rows, '1 · Đặt mốc');
  office.clock.advance(40 * 24 * 3_600_000);

  expect((await press(office, asked, /^Trước 60 ngày/)).answer?.text).toContain('Chưa có gì thay đổi');
  expect((await office.read.planDrafts.current())[0]?.decisions).toEqual([]);
});

test('a lead that is a cluster owes as one; an unknown one is asked with clusters', async () => {
  const office = await sampleOffice();
  const first = await take(
    office,
    PLAN_7.replace('Ban Điều phối liên vùng', 'Cụm thi đua số 8').replace(
      '1\tBáo cáo tổng kết năm\tPhòng Nội vụ',
      '1\tBáo cáo tổng kết năm\tCụm thi đua số 1',
    ),
  );
  let asked = await press(office, first, /^Quyết định|^Xem|nội dung/);
  while (!lastText(asked).includes('Cụm thi đua số 8')) asked = await press(office, asked, 'Để sau ▶');
  expect(labelsOf(asked)).toContain('Cụm thi đua số 1');
  await press(office, asked, 'Nhập tên đơn vị');
  expect(lastText(await take(office, 'cụm 9'))).toContain('viết tên hoặc mã');
  await take(office, 'cum 1');
  const home = await press(office, asked, 'Về đầu');
  await press(office, home, 'Đưa vào thực hiện');

  for (const no of ['1', '4']) {
    const { obligations } = await taskOf(office, no);
    expect(obligations.map(({ owner }) => owner.kind)).toEqual(['cluster']);
  }
});

test('an amended plan shows its difference and keeps ids, obligations and reports', async () => {
  const office = await sampleOffice();
  await inForce(office);
  const before = await taskOf(office, '1');
  const text = amended('20/12/2024', '27/12/2024').replace(
    /\n3\t.*/,
    '\n5\tViệc mới\tPhòng Nội vụ\tTrước ngày 10/3/2025',
  );
  const first = await take(office, text);
  expect(lastText(first)).toContain('thêm 1 · đổi 1 · rút 1 · giữ nguyên 2');
  const changes = await press(office, first, 'Xem thay đổi');
  expect(lastText(changes)).toContain('thời hạn: Trước ngày 20/12/2024 → Trước ngày 27/12/2024');

  const done = await press(office, await press(office, changes, 'Về đầu'), 'Kế hoạch thay đổi');
  const after = await taskOf(office, '1');
  const withdrawn = await taskOf(office, '3');

  expect(lastText(done)).toContain('Rút 1 dòng');
  expect(lastText(done)).toContain('1 phần việc đổi ngày');
  expect(after.task?.id).toBe(before.task?.id);
  expect(after.obligations.map(({ id }) => id)).toEqual(before.obligations.map(({ id }) => id));
  expect(after.obligations.map(({ dueOn, namedOn }) => `${dueOn} ${namedOn}`)).toEqual([
    '2024-12-26 2024-12-27',
  ]);
  expect(withdrawn.task?.withdrawnOn).toBe('2024-11-04');
  expect(withdrawn.obligations.every(({ state }) => state === 'withdrawn')).toBe(true);
  expect((await taskOf(office, '5')).obligations.map(({ dueOn }) => dueOn)).toEqual(['2025-03-09']);
});

test('a document of another number that amends a plan says that it is one of its own, and what to do', async () => {
  const office = await sampleOffice();
  await inForce(office);
  const titled = (title: string) => PLAN_7.replace('7/KH-UBND', '13/KH-UBND').replace('công tác', title);

  const amending = await take(office, titled('sửa đổi, bổ sung Kế hoạch số 7/KH-UBND về công tác'));
  const following = await take(office, titled('triển khai Kế hoạch số 7/KH-UBND về công tác'));

  expect(lastText(amending)).toContain('⚠ Văn bản này sửa đổi KH 7/KH-UBND');
  expect(lastText(following)).toContain('📄 KH 13/KH-UBND');
  expect(lastText(following)).not.toContain('sửa đổi KH');
});

test('who asks about a row that an amendment took away hears since when', async () => {
  const office = await sampleOffice();
  const row = '\n44\tThi tìm hiểu\tPhòng Nội vụ\tTrước ngày 15/5/2025';
  await press(office, await take(office, `${PLAN_7}${row}`), 'Đưa vào thực hiện');
  await press(office, await take(office, PLAN_7), 'Kế hoạch thay đổi');

  const gone = await take(office, 'mục 44 hạn khi nào');

  expect(lastText(gone)).toContain('44. Thi tìm hiểu');
  expect(lastText(gone)).toContain('rút khỏi 7/KH-UBND từ ngày 04/11/2024');
  expect(lastText(await take(office, 'mục 45 hạn khi nào'))).toContain('không có mục 45');
});

test('a document that does not differ offers nothing to confirm', async () => {
  const office = await sampleOffice();
  await inForce(office);
  const again = await take(office, PLAN_7);

  expect(lastText({ say: again.say?.slice(0, 1) ?? [] })).toContain('không có gì khác');
  expect(labelsOf(again)).toContain('Xem 2 nội dung');
  expect(labelsOf(again)).not.toContain('Kế hoạch thay đổi');
});

test('a plan as a workbook, with what was decided of it, is sent back without difference', async () => {
  const office = await sampleOffice();
  const done = await inForce(office);
  const next = await press(office, await press(office, done, /^Xem/), 'Trong tháng 6/2025');
  await press(office, next, 'Nhập tên đơn vị');
  const home = await press(office, await take(office, 'Phòng Y tế'), 'Đặt mốc riêng');
  await press(office, home, '3 · Đặt mốc');
  const back = await press(office, await take(office, 'trước ngày 30/11/2025'), 'Về đầu');

  const book = lastOf(await press(office, back, 'Bản Excel ⤓')).attachment;
  expect(book?.name).toBe('ke-hoach-7-KH-UBND.xlsx');
  const again = await office.send(SECRETARY, SECRETARY, 'kh.xlsx', book?.bytes ?? new Uint8Array());

  expect(lastText({ say: again.say?.slice(0, 1) ?? [] })).toContain('không có gì khác');
  expect(lastText(again)).toContain('2 nội dung đã quyết định');
});

test('what the workbook says by now as it was decided makes no difference to the plan', async () => {
  const office = await sampleOffice();
  const [draft] = await office.read.planDrafts.current();
  if (draft === undefined) throw new Error('the sample plan has no draft');
  let row = await office.press(SECRETARY, SECRETARY, {
    kind: 'plan_draft',
    draft: draft.id,
    step: 'matter',
    at: 0,
  });
  for (let count = 0; count < 11; count += 1) {
    const [option] = lastOf(row).buttons.flat();
    if (option === undefined || !('data' in option)) throw new Error(lastText(row));
    row = await office.press(SECRETARY, SECRETARY, option.data);
  }
  expect(lastText(row)).toContain('11 nội dung đã quyết định');
  const book = lastOf(await press(office, row, 'Bản Excel ⤓')).attachment;
  const again = await office.send(SECRETARY, SECRETARY, 'kh.xlsx', book?.bytes ?? new Uint8Array());

  expect(lastText({ say: again.say?.slice(0, 1) ?? [] })).toContain('bản vừa gửi không có gì khác');
  expect(labelsOf(again)).not.toContain('Kế hoạch thay đổi');
  expect((await office.read.planDrafts.current()).map(({ state }) => state)).toEqual(['in_force']);
});

test('what was decided of a plan is decided in its amendment too', async () => {
  const office = await sampleOffice();
  const done = await inForce(office);
  await press(office, await press(office, done, /^Xem/), 'Không có hạn');

  expect(lastText(await take(office, amended('20/12/2024', '27/12/2024')))).toContain(
    '1 nội dung đã quyết định',
  );
});

test('a draft decided by somebody else meanwhile is shown again instead of confirmed', async () => {
  const office = await sampleOffice();
  const first = await take(office, PLAN_7);
  await press(office, await press(office, first, /^Xem/), 'Không có hạn');
  const late = await press(office, first, 'Đưa vào thực hiện');

  expect(late.answer?.text).toContain('vừa thay đổi');
  expect((await office.read.plans.book()).plans).toHaveLength(1);
});

test('the same update again finds the draft that it made', async () => {
  const office = await sampleOffice();
  const effectKey = office.newKey();
  await office.say(SECRETARY, SECRETARY, PLAN_7, { effectKey });
  await office.say(SECRETARY, SECRETARY, PLAN_7, { effectKey, again: true });

  expect((await office.read.planDrafts.current()).filter(({ state }) => state === 'open')).toHaveLength(1);
});

test('buttons of a draft are refused to others, and in a group', async () => {
  const office = await sampleOffice();
  const first = await take(office, PLAN_7);
  const [button] = lastOf(first).buttons.flat();
  const data = button !== undefined && 'data' in button ? button.data : '';

  expect((await office.press(LAN, LAN, data)).answer?.text).toContain('chỉ dành cho');
  expect((await office.press(SECRETARY, WARDS, data)).answer?.text).toContain('chỉ dành cho');
});

test('a paste of a stranger to imports is an ordinary text', async () => {
  const office = await emptyOffice();
  const reply = await office.say(LAN, LAN, PLAN_7);

  expect(JSON.stringify(reply)).not.toContain('KH 7');
  expect(await office.read.planDrafts.current()).toEqual([]);
});

test('a workbook comes back without difference after a rename, a merger and a link', async () => {
  const office = await sampleOffice();
  await inForce(office);
  const { units } = await office.directory();
  const unit = (code: string) => {
    const found = units.find((one) => one.code === code);
    if (found === undefined) throw new Error(`no unit ${code}`);
    return found.id;
  };
  const book = await office.read.plans.book();
  const [one, other] = book.tasks.filter((task) => task.planId === book.plans.at(-1)?.id);
  if (one === undefined || other === undefined) throw new Error('no tasks');
  await pairTasks(office.dependencies, office.request(SECRETARY), [one.id, other.id], true);
  await renameUnit(
    office.dependencies,
    office.request(SECRETARY),
    unit('P-DIENBIEN'),
    'UBND phường Tân Điện Biên',
  );
  await endUnit(office.dependencies, office.request(SECRETARY), {
    unitId: unit('P-NGOCHA'),
    lastOn: dateOf('2024-11-30'),
    successors: [unit('P-DIENBIEN')],
    founded: [],
  });
  const home = await press(office, await take(office, '/nhap'), /7\/KH-UBND/);

  const workbook = lastOf(await press(office, home, 'Bản Excel ⤓')).attachment;
  const again = await office.send(SECRETARY, SECRETARY, 'kh.xlsx', workbook?.bytes ?? new Uint8Array());

  expect(lastText({ say: again.say?.slice(0, 1) ?? [] })).toContain('không có gì khác');
});

test('of many rows that wait the first dozen are named', async () => {
  const office = await sampleOffice();
  const rows = Array.from({ length: 300 }, (_, at) => `${at + 1}\tViệc\tPhòng Nội vụ\tHằng quý`);
  const first = await take(office, planText('9/KH-UBND', 'năm 2025', rows));

  const done = await press(office, first, 'Đưa vào thực hiện');

  expect(lastText(done)).toContain('(mục 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 và 288 mục khác)');
});

test('a row names who carries it today, also where the plan came after the merger or a person chose', async () => {
  const office = await sampleOffice();
  const request = office.request(SECRETARY);
  const { units } = await office.directory();
  const id = (code: string) => units.find((one) => one.code === code)?.id as UnitId;
  await endUnit(office.dependencies, request, {
    unitId: id('KT'),
    lastOn: dateOf('2024-11-03'),
    successors: [id('TCKH')],
    founded: [],
  });
  await renameUnit(office.dependencies, request, id('YT'), 'Phòng Y tế, Dân số');
  const plan = planText('8/KH-UBND', 'năm 2025', [
    '1\tPhát triển kinh tế số\tPhòng Kinh tế\tTrước ngày 30/6/2025',
    '2\tAn toàn thực phẩm\tPhòng Y tế\tTrước ngày 30/6/2025',
    '3\tDự toán\tPhòng TCKH\tTrước ngày 30/6/2025',
    '4\tĐiều phối\tBan Điều phối liên vùng\tTrước ngày 30/6/2025',
    '5\tTổng kết\tCác phường\tTrước ngày 30/6/2025',
  ]);
  await press(office, await press(office, await take(office, plan), /^Xem/), 'Nhập tên đơn vị');
  await press(office, await take(office, 'Phòng Nội vụ'), 'Đưa vào thực hiện');
  const leadOf = async (no: number) =>
    /Chủ trì: .*/.exec(lastText(await take(office, `chi tiết mục ${no} kế hoạch 8`)))?.[0];

  expect([await leadOf(1), await leadOf(2), await leadOf(3), await leadOf(4), await leadOf(5)]).toEqual([
    'Chủ trì: Phòng Kinh tế (nay là Phòng Tài chính - Kế hoạch)',
    'Chủ trì: Phòng Y tế (nay là Phòng Y tế, Dân số)',
    'Chủ trì: Phòng TCKH',
    'Chủ trì: Ban Điều phối liên vùng (Phòng Nội vụ)',
    'Chủ trì: Các phường',
  ]);
});

test('a file sent while a name is asked for is read as a plan, and the question can be asked again', async () => {
  const office = await sampleOffice();
  const row = await press(office, await take(office, PLAN_7), /^Xem/);
  const question = await press(office, await press(office, row, /^Để sau/), 'Nhập tên đơn vị');
  expect(labelsOf(question)).toEqual(['Huỷ']);

  const read = await office.tell(SECRETARY, SECRETARY, await samplePlan());

  expect(lastText(read)).toContain('29/KH-UBND');
  const again = await press(office, await take(office, '/nhap'), /7\/KH-UBND/);
  expect(labelsOf(again)).toContain('Xem 2 nội dung');
});

const PLAN_8 = planText('8/KH-UBND', 'công tác thi đua năm 2025', [
  '1\tRà soát hồ sơ\t\tTrước ngày 20/12/2024',
  '2\tTập huấn cán bộ\tPhòng Y tế\tDự kiến cuối tháng 3 hoặc đầu tháng 4 năm 2025',
  '3\tHướng dẫn các đơn vị tổng kết\tPhòng Nội vụ\tHằng năm',
  '4\tHướng dẫn các đơn vị tổng kết\tPhòng Nội vụ\tHằng năm',
]);

test('a name that no unit has is said so with the nearest; several are taken however they are joined', async () => {
  const office = await sampleOffice();
  const card = await press(office, await take(office, PLAN_8), /^Xem/);
  expect(lastText(card)).toContain('không ghi đơn vị chủ trì');
  expect(lastText(card)).not.toContain('Kế hoạch ghi');
  expect(lastText(card)).toContain('Đề nghị đồng chí viết tên đơn vị chủ trì');

  const stranger = await take(office, 'phòng tài chính');
  const taken = await take(office, 'phong noi vu va cong an quan');

  expect(lastText({ say: stranger.say?.slice(0, 1) ?? [] })).toContain(
    'Gần nhất: Phòng Tài chính - Kế hoạch',
  );
  expect(lastText(taken)).toContain('mục 2');
  const [draft] = (await office.read.planDrafts.current()).filter(({ state }) => state === 'open');
  expect(draft?.decisions).toMatchObject([{ kind: 'lead', names: ['Phòng Nội vụ', 'Công an quận'] }]);
});

test('what was understood, and which rows a unit leads, are said only where they are news', async () => {
  const office = await sampleOffice();
  const rows = ['1\tGiao ban\tPhòng Nội vụ\tHằng tháng', '2\tTập huấn\tTrạm Khuyến nông\tTháng 6/2025'];

  const often = await press(office, await take(office, planText('10/KH-UBND', 'năm 2025', rows)), /^Xem/);
  const party = await press(office, often, 'Để sau ▶');

  expect(lastText(often)).toContain('Kế hoạch ghi: “Hằng tháng”');
  expect(lastText(often)).not.toContain('Đã hiểu');
  expect(lastText(party)).toContain('Kế hoạch ghi: “Trạm Khuyến nông”');
  expect(lastText(party)).not.toContain('Chủ trì các mục');
});

test('whoever presses on no longer answers what was asked before', async () => {
  const office = await sampleOffice();
  const card = await press(office, await take(office, PLAN_8), /^Xem/);
  await press(office, card, 'Để sau ▶');

  await take(office, 'Phòng Y tế');

  const [draft] = (await office.read.planDrafts.current()).filter(({ state }) => state === 'open');
  expect(draft?.decisions).toEqual([]);
});

test('a reading too long for a button is chosen by a short one; a repeated row shows the other', async () => {
  const office = await sampleOffice();
  const card = await press(office, await take(office, PLAN_8), /^Xem/);
  const long = await press(office, card, 'Để sau ▶');
  const twin = await press(office, long, 'Để sau ▶');

  expect(lastText(long)).toContain('Đã hiểu: Từ ngày 21/3/2025');
  expect(labelsOf(long)).toContain('Đúng như đã hiểu');
  expect(
    [...labelsOf(card), ...labelsOf(long), ...labelsOf(twin)].filter((label) => label.endsWith('…')),
  ).toEqual([]);
  expect(lastText(twin)).toContain('3. Hướng dẫn các đơn vị tổng kết · Phòng Nội vụ · Hằng năm');
});

test('a plan in its last year is carried into the next: a page of days, a draft, its number and day, in force', async () => {
  const office = await sampleOffice();
  await inForce(office);
  expect(labelsOf(await press(office, await take(office, '/nhap'), 'KH 7/KH-UBND'))).not.toContain(
    'Sang kỳ sau',
  );
  office.moveTo('2025-11-10T09:00:00+07:00');
  const home = await press(office, await take(office, '/nhap'), 'KH 7/KH-UBND');

  const page = await press(office, home, 'Sang kỳ sau');
  expect(lastText(page)).toMatchInlineSnapshot(`
    "🔄 KH 7/KH-UBND → kỳ 2026
    3 thời hạn chỉ có một lần, cần đặt lại

    1. Báo cáo tổng kết năm
    20/12/2024 → đề xuất 20/12/2025

    2. Sơ kết phong trào
    30/06/2025 → đề xuất 30/06/2026

    4. Chuyên đề riêng
    15/05/2025 → đề xuất 15/05/2026

    Số và ngày của kế hoạch mới được hỏi ở bước sau. Chưa bấm “Đưa vào thực hiện” thì chưa có gì thay đổi."
  `);
  const draft = await press(office, page, 'Soạn KH 2026');
  expect(lastText(draft)).toContain('Chưa đủ số, ngày hoặc giai đoạn');
  office.moveTo('2025-11-11T09:00:00+07:00');
  expect(await press(office, page, 'Soạn KH 2026')).toEqual(draft);
  expect((await office.read.planDrafts.current()).filter(({ state }) => state === 'open')).toHaveLength(1);
  expect(labelsOf(await press(office, draft, /^Xem/))).toContain('7/KH-UBND (2026)');
  const day = await take(office, '9/KH-UBND');
  const home2 = await press(office, await press(office, day, 'Thứ Hai 10/11/2025'), 'Về đầu');
  const done = await press(office, home2, 'Đưa vào thực hiện');

  expect(lastText(done)).toContain('KH 9/KH-UBND đã đưa vào thực hiện');
  const book = await office.read.plans.book();
  expect(book.plans.find(({ number: no }) => no === '9/KH-UBND')).toMatchObject({
    title: 'Kế hoạch công tác thi đua năm 2026',
    periodFrom: '2026-01-01',
    issuedOn: '2025-11-10',
  });
  const row = await press(office, done, /^Xem/);
  expect(lastText(row)).toContain('Kế hoạch ghi: “Trước ngày 20/12/2024”');
  expect(lastText(row)).toContain('Đã hiểu: Trước ngày 20/12/2025 → lần tới Thứ Bảy 20/12/2025');
  expect(lastText(row)).toContain('Đây là ngày của kỳ trước, cần đặt lại.');
  await press(office, row, 'Nhập ngày khác');
  await take(office, 'truoc 15/12/2026');
  const { task, obligations } = await taskOf(office, '1', '9/KH-UBND');
  expect(task?.deadlineWords).toBe('Trước ngày 15/12/2026');
  expect(obligations.map(({ namedOn, words }) => `${namedOn} ${words}`)).toEqual([
    '2026-12-15 Trước ngày 15/12/2026',
  ]);
});

test('the days offered for the next period are taken together, save what was decided otherwise', async () => {
  const office = await sampleOffice();
  await inForce(office);
  office.moveTo('2025-11-10T09:00:00+07:00');
  const home = await press(office, await take(office, '/nhap'), 'KH 7/KH-UBND');
  const page = await press(office, home, 'Sang kỳ sau');
  const draft = await press(office, page, 'Soạn KH 2026');
  const matter = await press(office, await press(office, draft, /^Xem/), 'Để sau ▶');
  await press(office, await press(office, matter, 'Để sau ▶'), 'Không có hạn');

  const all = await press(office, page, 'Soạn, nhận cả 3 ngày');

  expect(lastText(all)).toContain('✔ 3 nội dung đã quyết định');
  const [open] = (await office.read.planDrafts.current()).filter(({ state }) => state === 'open');
  expect(open?.decisions.flatMap((one) => (one.kind === 'deadline' ? [[one.no, one.rules]] : []))).toEqual([
    ['1', []],
    ['2', [expect.objectContaining({ to: '2026-06-30' })]],
    ['4', [expect.objectContaining({ on: '2026-05-15' })]],
  ]);
});

test('rows of years that are over are offered no milestone', async () => {
  const office = await sampleOffice();
  const home = await press(office, await take(office, '/nhap'), 'KH 29/KH-UBND');

  const rows = await press(office, home, 'Đặt mốc riêng');

  expect(lastText(rows)).not.toContain('(31/5/1961-31/5/2021)');
  expect(lastText(rows)).toContain('(22/12/1944-22/12/2024)');
});

test('a number that stands in two plans is asked back, unless the plan is named', async () => {
  const office = await sampleOffice();
  await inForce(office);

  for (const words of ['mục 3 hạn khi nào', '/tiendo 3', '/quahan 3']) {
    const asked = await take(office, words);
    expect(labelsOf(asked).filter((label) => /^(29|7)\/KH-UBND · 3/.test(label))).toHaveLength(2);
  }
  expect(lastText(await take(office, 'mục 3 của kế hoạch 7 hạn khi nào'))).toContain('3. Tuyên truyền');
  expect(lastText(await take(office, 'mục 3 KH 29/KH-UBND hạn khi nào'))).toContain(
    '3. Tổ chức ký kết giao ước',
  );
});

test('long changes of an amendment stand one below the other', async () => {
  const office = await sampleOffice();
  await inForce(office);
  const long = amended(
    'Trước ngày 20/12/2024',
    'Trước ngày 27/12/2024 (các Cụm hành chính), trước ngày 30/5/2025 (các Cụm trường học)',
  );

  const changes = await press(office, await take(office, long), 'Xem thay đổi');

  expect(lastText(changes)).toContain('thời hạn: Trước ngày 20/12/2024\n→ Trước ngày 27/12/2024');
});
