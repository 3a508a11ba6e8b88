import { readFile } from 'node:fs/promises';
import { beforeEach, expect, test } from 'vitest';
import { claimSetUp } from '../../../src/app/office/claim-set-up.ts';
import type { Office } from '../../support/office.ts';
import { emptyOffice, LAN, SECRETARY, sampleOffice, WARDS } from '../../support/sample-office.ts';
import { messagesOf, pressed, replyShown } from '../shown.ts';

const FIRST = '1';
let office: Office;

beforeEach(async () => {
  office = await emptyOffice();
  await claimSetUp(office.dependencies, office.request(FIRST));
});

const sample = (name: string) => readFile(new URL(`../../../src/sandbox/sample/${name}`, import.meta.url));
const send = (name: string, bytes: Uint8Array, user = FIRST) => office.send(user, user, name, bytes);
const csv = (...rows: string[]) =>
  Buffer.from(`cluster,cluster_name,unit,unit_name,role_in_cluster\n${rows.join('\n')}\n`);
const units = async () => (await office.directory()).units.map(({ name }) => name);

test('whoever came by the link is asked for a name, once, and is not called erased before it is given', async () => {
  const start = await office.say(FIRST, FIRST, '/start');
  const before = replyShown(await office.say(FIRST, FIRST, '/nhatky'));
  const asked = await pressed(office, FIRST, start, 'Khai họ tên');
  await pressed(office, FIRST, asked, 'đồng chí');
  await office.say(FIRST, FIRST, 'Trần Thị Hương');
  await office.say(FIRST, FIRST, 'Chuyên viên');
  const after = replyShown(await office.say(FIRST, FIRST, '/start'));

  expect(before).toContain('nhận vai trò thường trực');
  expect(before).not.toContain('đã xoá');
  expect(after).toContain('Kính chào đồng chí Trần Thị Hương');
  expect(after).not.toContain('Khai họ tên');
});

test('an empty office is shown what is missing; an import and its confirmation tick the first step', async () => {
  const start = await office.say(FIRST, FIRST, '/start');
  const page = await pressed(office, FIRST, start, 'Đơn vị');
  const template = await pressed(office, FIRST, page, 'Tệp mẫu');
  const summary = await send('don-vi.csv', await sample('organisation.csv'));
  const before = await units();
  const imported = await pressed(office, FIRST, summary, 'Nhập');
  const after = await pressed(office, FIRST, imported, 'Thiết lập');

  expect(replyShown(start)).toMatchInlineSnapshot(`
    "Kính chào đồng chí, Thường trực HĐ TĐKT.

    *🧭 Thiết lập: còn 5 việc*
    ◻ Đơn vị: chưa có danh sách
    ◻ Kế hoạch: chưa có
    ◻ Nhóm: gắn sau khi có danh sách đơn vị
    ◻ Đầu mối: mời sau khi có danh sách đơn vị
    ◻ Đồng chí: chưa khai họ tên, chức vụ
    Chạy thử: không chạy
    [Đơn vị] [Kế hoạch] [Nhóm]
    [Lời mời] [Xem trước]
    [Khai họ tên, chức vụ]
    [Chạy thử] [Trợ giúp] [Xem lại]"
  `);
  expect(messagesOf(template)[0]?.attachment?.name).toBe('don-vi-mau.xlsx');
  expect(replyShown(summary)).toMatchInlineSnapshot(`
    "*📋 Danh sách đơn vị*
    Đọc được 31 đơn vị, 2 Cụm

    *Thêm 2 Cụm*
    • Cụm thi đua số 1
    • Cụm thi đua THCS số 1

    *Thêm 31 đơn vị*
    • UBND phường Điện Biên
    • UBND phường Kim Mã
    • UBND phường Cống Vị
    • UBND phường Đội Cấn
    • UBND phường Giảng Võ
    • UBND phường Liễu Giai
    • UBND phường Ngọc Hà
    • UBND phường Ngọc Khánh
    • UBND phường Nguyễn Trung Trực
    • UBND phường Phúc Xá
    • UBND phường Quán Thánh
    • UBND phường Thành Công
    … và 19 mục nữa

    Chưa bấm “Nhập” thì chưa có gì thay đổi.
    [Nhập] [Huỷ]"
  `);
  expect(before).toEqual([]);
  expect(replyShown(imported)).toContain('✔ Đã nhập danh sách đơn vị.\n• Thêm 2 Cụm\n• Thêm 31 đơn vị\n[');
  expect(replyShown(after)).toContain('✔ Đơn vị: ');
  expect((await units()).length).toBeGreaterThan(10);
});

test('codes that were made are counted, so that what a person must look at stands in view', async () => {
  const many = Array.from({ length: 9 }, (_, index) => `C1,Cụm 1,,Đơn vị ${index},chủ nhiệm`);

  const summary = replyShown(await send('don-vi.csv', csv(...many)));

  expect(summary).toContain('⚠ 11 điểm cần xem lại');
  expect(summary).toContain('… và 3 mục nữa');
  expect(summary).toContain('9 chỗ không ghi mã: nhận theo tên; mục mới thì bot tự đặt mã.');
  expect(summary).not.toContain('DON-VI-1');
});

test('a list without codes means the units that are called so, and makes none a second time', async () => {
  const summary = await send('don-vi.csv', csv('C1,Cụm 1,A,Đơn vị A,lead', 'C1,Cụm 1,B,Đơn vị B,'));
  await pressed(office, FIRST, summary, 'Nhập');

  const byName = await send(
    'lan-2.csv',
    csv(',Cụm 1,,Đơn vị A,', ',Cụm 1,,đơn vị b,lead', ',Cụm 1,,Đơn vị C,'),
  );
  await pressed(office, FIRST, byName, 'Nhập');

  expect(replyShown(byName)).toContain('Thêm 1 đơn vị*\n• Đơn vị C');
  expect(replyShown(byName)).not.toContain('Thêm 1 Cụm');
  const { units, clusters } = await office.directory();
  expect(units.map(({ code, name }) => `${code} ${name}`).sort()).toEqual([
    'A Đơn vị A',
    'B Đơn vị B',
    'DON-VI-C Đơn vị C',
  ]);
  expect(clusters.map(({ code }) => code)).toEqual(['C1']);
});

test('a second press, and the same file again, change nothing', async () => {
  const bytes = await sample('organisation.csv');
  const summary = await send('don-vi.csv', bytes);
  await pressed(office, FIRST, summary, 'Nhập');
  const audited = (await office.read.audit.list({ skip: 0, limit: 99 })).length;

  const again = await pressed(office, FIRST, summary, 'Nhập');
  const same = await send('khac.csv', bytes);

  expect(replyShown(again)).toContain('đã được nhập');
  expect(replyShown(same)).toContain('Không có gì khác');
  expect((await office.read.audit.list({ skip: 0, limit: 99 })).length).toBe(audited);
});

test('what a file adds, changes and leaves out is told before it is in force', async () => {
  await pressed(
    office,
    FIRST,
    await send('1.csv', csv('C1,Cụm 1,U1,Phòng A,lead', 'C1,Cụm 1,U2,Phòng B,', ',,U3,Phòng C,')),
    'Nhập',
  );
  const summary = replyShown(
    await send('2.csv', csv('C1,Cụm một,U1,Phòng A mới,deputy', 'C1,Cụm một,U4,Phòng D,lead')),
  );

  expect(summary).toMatchInlineSnapshot(`
    "*📋 Danh sách đơn vị*
    Đọc được 2 đơn vị, 1 Cụm

    *Đổi tên 1 Cụm*
    • Cụm một

    *Thêm 1 đơn vị*
    • Phòng D

    *Đổi 1 đơn vị*
    • Phòng A mới: tên, Cụm, vai trò

    *1 đơn vị rời Cụm (không có trong tệp)*
    • Phòng B

    Giữ nguyên 0 đơn vị; ngoài tệp còn 1 đơn vị khác.

    *⚠ 1 điểm cần xem lại*
    dòng 2: Cụm thiếu loại (Cụm một)

    Chưa bấm “Nhập” thì chưa có gì thay đổi.
    [Nhập] [Huỷ]"
  `);
  expect(await units()).toEqual(['Phòng A', 'Phòng B', 'Phòng C']);
});

test('what a file leaves empty stays as it is known', async () => {
  await send('1.csv', await sample('organisation.csv')).then((summary) =>
    pressed(office, FIRST, summary, 'Nhập'),
  );
  const before = await office.directory();
  const [unit] = before.units;
  if (unit === undefined) throw new Error('no unit');
  const summary = await send('2.csv', Buffer.from(`unit,unit_name\n${unit.code},Tên mới\n`));
  await pressed(office, FIRST, summary, 'Nhập');

  const after = await office.directory();
  expect(after.units.find(({ id }) => id === unit.id)).toEqual({
    ...unit,
    name: 'Tên mới',
    formerNames: [{ name: unit.name, until: '2024-11-03' }],
  });
  expect([after.clusters, after.memberships]).toEqual([before.clusters, before.memberships]);
});

test('bad files are refused kindly and change nothing', async () => {
  const texts = [
    replyShown(await send('anh.csv', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0]))),
    replyShown(await send('don-vi.csv', Buffer.from(''))),
    replyShown(await send('don-vi.csv', csv())),
    replyShown(await send('khac.csv', Buffer.from('a,b\n1,2\n'))),
  ];

  for (const text of texts) expect(text).toContain('Chưa có gì thay đổi');
  expect(await units()).toEqual([]);
});

test('only the secretariat imports and sets up, and in private', async () => {
  office = await sampleOffice();
  const bytes = csv('C9,Cụm 9,U9,Phòng Lạ,lead');
  const other = replyShown(await send('1.csv', bytes, LAN));
  const summary = await send('1.csv', bytes, SECRETARY);
  const answered = await pressed(office, LAN, summary, 'Nhập');
  const opened = await office.press(LAN, LAN, { kind: 'set_up', page: 'show' });
  const inGroup = await office.press(SECRETARY, WARDS, { kind: 'set_up', page: 'show' });

  // Whoever owes something may have meant it as evidence.
  expect(other).toContain('Chưa có gì được ghi nhận');
  for (const { answer } of [answered, opened, inGroup]) expect(answer?.popup).toBe(true);
  expect(await units()).not.toContain('Phòng Lạ');
});

test('each step of the sample office is one press away and leads back', async () => {
  office = await sampleOffice();
  const start = await office.say(SECRETARY, SECRETARY, '/start');

  for (const label of ['Đơn vị', 'Kế hoạch', 'Nhóm', 'Lời mời', 'Xem trước']) {
    const page = await pressed(office, SECRETARY, start, label);
    expect([label, page.edit === undefined]).toEqual([label, false]);
    const back = await pressed(office, SECRETARY, page, 'Thiết lập');
    expect(replyShown(back)).toContain('🧭 Thiết lập');
  }
  const preview = await pressed(office, SECRETARY, start, 'Xem trước');
  const texts = await pressed(office, SECRETARY, preview, 'Toàn văn');
  expect(replyShown(preview)).toMatchInlineSnapshot(`
    "in place:
    *Xem trước đến 11/11/2024: 4 tin*

    *Thứ Hai 04/11/2024*
    08:30 · Tổng hợp · đồng chí Trần Thị Hương, cán bộ thường trực của Phòng Nội vụ
    09:30 · Bản tin tuần · nhóm “Cụm thi đua số 1”
    09:30 · Bản tin tuần · nhóm “Cụm THCS số 1”

    *Thứ Sáu 08/11/2024*
    15:00 · Tổng hợp · đồng chí Trần Thị Hương, cán bộ thường trực của Phòng Nội vụ
    [Toàn văn ⤓] [Thiết lập]"
  `);
  expect(messagesOf(texts)[0]?.attachment?.name).toBe('xem-truoc.xlsx');
});
