import { expect, test } from 'vitest';
import { planDocx } from './plan-docx.ts';
import { across, csv, doubts, organisation, placesOf, sheet, workbook } from './read-list.ts';
import { sheetOf } from './sheet-of.ts';

test('commas part names, and no name that has one', async () => {
  const reading = await csv(
    'Khối thi đua|Khối trưởng năm 2026|Các đơn vị thành viên khác',
    'Khối 1|Sở Nội vụ|Sở Văn hóa, Thể thao và Du lịch, Bưu điện tỉnh, Viễn thông tỉnh',
  );

  expect(placesOf(reading)).toEqual([
    'Sở Nội vụ: Khối 1, lead',
    'Sở Văn hóa, Thể thao và Du lịch: Khối 1, member',
    'Bưu điện tỉnh: Khối 1, member',
    'Viễn thông tỉnh: Khối 1, member',
  ]);
});

test('numbered titles of clusters with a count, each numbering its units anew, and a closing line', async () => {
  const reading = await csv(
    'TT;Đơn vị;Chức danh',
    ';I. CỤM THI ĐUA SỐ 1 (2 đơn vị);',
    '1;Phường Cửa Nam;Cụm trưởng',
    '2;Phường Hồng Hà;',
    ';II. CỤM THI ĐUA SỐ 2 (1 đơn vị);',
    '1;Phường Ô Chợ Dừa;Trưởng cụm',
    'Danh sách này gồm 02 cụm, 03 đơn vị./.;;',
  );

  expect(placesOf(reading)).toEqual([
    'Phường Cửa Nam: CỤM THI ĐUA SỐ 1, lead',
    'Phường Hồng Hà: CỤM THI ĐUA SỐ 1, member',
    'Phường Ô Chợ Dừa: CỤM THI ĐUA SỐ 2, lead',
  ]);
  expect(doubts(reading)).toEqual(['7 ORG_ROW_PASSED_OVER']);
  expect(reading.units.map(({ contact }) => contact)).toEqual([null, null, null]);
});

test('a signature under the units is none', async () => {
  const reading = await csv(
    'TT;Đơn vị;Điện thoại',
    '1;Phường Từ Liêm;0912000001',
    '2;Phường Xuân Phương;0912000002',
    ';NGƯỜI LẬP BIỂU;TM. HỘI ĐỒNG',
    ';Nguyễn Thị Lan;Trần Văn Bình',
  );

  expect(reading.units.map(({ name }) => name)).toEqual(['Phường Từ Liêm', 'Phường Xuân Phương']);
  expect(doubts(reading)).toEqual(['4 ORG_ROW_PASSED_OVER', '5 ORG_ROW_PASSED_OVER']);
});

test('a cluster that is named anew on each page', async () => {
  const reading = await csv(
    'TT;Cụm thi đua;Đơn vị',
    '1;Cụm 1;Xã Một',
    '2;;Xã Hai',
    'TT;Cụm thi đua;Đơn vị',
    '3;Cụm 1;Xã Ba',
    '4;;Xã Bốn',
  );

  expect(reading.units.map(({ membership }) => membership?.cluster)).toEqual(Array(4).fill('CUM-1'));
});

test('each sheet a cluster, and each table of a document', async () => {
  const table = (unit: string) => [
    ['STT', 'Đơn vị', 'Vai trò'],
    ['1', unit, 'Cụm trưởng'],
  ];
  const sheets = await workbook({ 'Cụm 1': table('Xã A'), 'Cụm 2': table('Xã B') });
  const bytes = await planDocx(['1. Cụm 1', table('Xã A'), '2. Cụm 2', table('Xã B')]);
  const document = await organisation('cum.docx', bytes);

  for (const reading of [sheets, document]) {
    expect(placesOf(reading)).toEqual(['Xã A: Cụm 1, lead', 'Xã B: Cụm 2, lead']);
  }
});

test('each column a cluster', async () => {
  const reading = await csv(
    'TT;Cụm 1;Cụm 2;Ghi chú',
    '1;Xã Nam Đông (Cụm trưởng);Xã Phú Vang;Cụm trưởng',
    '2;;Xã Vinh Lộc;',
  );

  expect(placesOf(reading)).toEqual([
    'Xã Nam Đông: Cụm 1, lead',
    'Xã Phú Vang: Cụm 2, lead',
    'Xã Vinh Lộc: Cụm 2, member',
  ]);
});

test('a cluster that is a mere number is called after its column', async () => {
  const reading = await csv('Cụm số;Xã/phường/đặc khu', '1;Đặc khu Cô Tô', '2;Xã Vân Đình');

  expect(reading.clusters.map(({ name }) => name)).toEqual(['Cụm 1', 'Cụm 2']);
});

test('names that differ in their spelling alone are told of', async () => {
  const reading = await csv(
    'Cụm;Trường',
    'Cụm 1;Trường Mầm non Hoa Sen',
    'Cụm 1;Trường Mầm non Sao Mai',
    'Cụm 2;Trường MN Hoa Sen',
  );

  expect(reading.units).toHaveLength(3);
  expect(doubts(reading)).toContain('4 ORG_UNITS_ALIKE');
});

test('what stands in quotes parts no cells', async () => {
  const reading = await csv(
    'Khối thi đua,Thành phần',
    'Khối 1,"Khối trưởng: Công ty Điện lực; Khối phó: Viễn thông tỉnh; Thành viên: Bưu điện tỉnh; Điện lực"',
  );

  expect(placesOf(reading)).toEqual([
    'Công ty Điện lực: Khối 1, lead',
    'Viễn thông tỉnh: Khối 1, deputy',
    'Bưu điện tỉnh: Khối 1, member',
    'Điện lực: Khối 1, member',
  ]);
});

test('a name broken over lines is one unit', async () => {
  const reading = await csv('Cụm;Trường', 'Cụm 1;"Trường THCS\nBa Đình"', 'Cụm 1;"Trường THCS\nGiảng Võ"');

  expect(reading.units.map(({ name }) => name)).toEqual(['Trường THCS Ba Đình', 'Trường THCS Giảng Võ']);
});

test('a note across the whole table is no unit, nor its mark part of a name', async () => {
  const reading = await sheet(
    ['Cụm', 'Đơn vị', 'Vai trò'],
    ['Cụm 1', 'Xã A (*)', 'Cụm trưởng'],
    [across('(*) Đơn vị mới thành lập', 3), null, null],
  );

  expect(placesOf(reading)).toEqual(['Xã A: Cụm 1, lead']);
  expect(doubts(reading)).toEqual(['3 ORG_ROW_PASSED_OVER']);
});

test('units of a cell parted by strokes', async () => {
  const reading = await csv('Cụm;Các đơn vị;Cụm trưởng', 'Cụm 1;UBND xã A - UBND xã B;UBND xã A');

  expect(placesOf(reading)).toEqual(['UBND xã A: Cụm 1, lead', 'UBND xã B: Cụm 1, member']);
});

test('a table of a document that goes on without its headings', async () => {
  const bytes = await planDocx([
    [
      ['TT', 'Cụm', 'Đơn vị'],
      ['1', 'Cụm 1', 'Xã A'],
    ],
    '',
    [['2', 'Cụm 1', 'Xã B']],
  ]);

  expect(placesOf(await organisation('cum.docx', bytes))).toEqual([
    'Xã A: Cụm 1, member',
    'Xã B: Cụm 1, member',
  ]);
});

test('of “Khối” and “Cụm” the clusters are the narrower, and what they are of is told', async () => {
  const reading = await csv(
    'Khối;Cụm TĐ;Đơn vị',
    'Khối xã;Cụm 1 (Cụm trưởng);Xã A',
    'Khối xã;Cụm 2;Xã B - Cụm trưởng',
  );

  expect(placesOf(reading)).toEqual(['Xã A: Cụm 1, lead', 'Xã B: Cụm 2, lead']);
  expect(doubts(reading)).toEqual(['1 ORG_COLUMN_PASSED_OVER']);
});

test('a title over units of other clusters makes none', async () => {
  const reading = await csv('STT;Đơn vị;Khối thi đua', 'A;KHỐI ĐẢNG;', '1;Văn phòng Đảng ủy;Khối 1');

  expect(reading.clusters.map(({ name }) => name)).toEqual(['Khối 1']);
  expect(doubts(reading)).toContain('2 ORG_ROW_PASSED_OVER');
});

test('rows that the sheet hides are read, and told of', async () => {
  const row = (at: number, words: string, hidden = ''): string =>
    `<row r="${at}"${hidden}><c r="A${at}" t="inlineStr"><is><t>${words}</t></is></c></row>`;
  const bytes = sheetOf(row(1, 'Đơn vị') + row(2, 'Xã A') + row(3, 'Xã B', ' hidden="1"'));

  const reading = await organisation('an.xlsx', bytes);

  expect(reading.units.map(({ name }) => name)).toEqual(['Xã A', 'Xã B']);
  expect(reading.problems).toContainEqual({ code: 'ORG_ROWS_HIDDEN', row: 3, words: '3' });
});

test('where a school stands is no unit', async () => {
  const reading = await csv('TT;Xã, phường;Trường;Cụm', '1;Phường Ba Đình;Trường THCS Phan Chu Trinh;Cụm 1');

  expect(reading.units.map(({ name }) => name)).toEqual(['Trường THCS Phan Chu Trinh']);
});

test('several units in a cell of one are told of', async () => {
  const reading = await csv('Cụm;Đơn vị', 'Cụm 1;UBND xã A, UBND xã B', 'Cụm 2;UBND xã C', 'Cụm 3;UBND xã D');

  expect(doubts(reading)).toContain('2 ORG_UNIT_SEVERAL');
});

test('“Cụm số 01” and “Cụm số 1” are one, and told of', async () => {
  const reading = await csv('Đơn vị;Cụm thi đua', 'Phường A;Cụm số 01', 'Phường B;Cụm số 1');

  expect(reading.clusters).toHaveLength(1);
  expect(doubts(reading)).toContain('3 ORG_CLUSTER_NAME_DIFFERS');
});
