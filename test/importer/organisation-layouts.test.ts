import { expect, test } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import type { OrganisationReading } from '../../src/importer/organisation/organisation-reading.ts';
import { planDocx } from './plan-docx.ts';
import { csv, doubtsOf, organisation, placesOf } from './read-list.ts';
import { sheetOf } from './sheet-of.ts';

type SheetCell =
  | string
  | null
  | { readonly value: string; readonly rowSpan?: number; readonly columnSpan?: number };

/** A workbook by the names of its sheets. */
async function workbook(
  sheets: Readonly<Record<string, readonly (readonly SheetCell[])[]>>,
): Promise<OrganisationReading> {
  const data = Object.entries(sheets).map(([sheet, rows]) => ({
    sheet,
    data: rows.map((row) =>
      row.map((cell) =>
        typeof cell === 'string'
          ? { value: cell, type: String }
          : cell === null
            ? null
            : { ...cell, type: String },
      ),
    ),
  }));
  return organisation('cum.xlsx', await writeXlsxFile(data).toBuffer());
}

const sheet = (...rows: readonly (readonly SheetCell[])[]): Promise<OrganisationReading> =>
  workbook({ Sheet1: rows });

const down = (value: string, rowSpan: number): SheetCell => ({ value, rowSpan });
const across = (value: string, columnSpan: number): SheetCell => ({ value, columnSpan });

/** Doubts about offices and rows; that a cluster has no kind is told elsewhere. */
const doubts = (reading: OrganisationReading): string[] =>
  doubtsOf(reading).filter((doubt) => !doubt.includes('CLUSTER_KIND'));

const BOTH = ['Trạm Y tế: Cụm 1, lead', 'Công an phường: Cụm 1, deputy', 'Ban CHQS phường: Cụm 1, member'];

test.each([
  ['with a label', 'Trưởng: Trạm Y tế, Phó: Công an phường', 'Trạm Y tế, Công an phường, Ban CHQS phường'],
  [
    'in a sentence',
    'Trạm Y tế làm Cụm trưởng, Công an phường làm Cụm phó',
    'Trạm Y tế; Công an phường; Ban CHQS phường',
  ],
  ['beside the name', '', '1. Trạm Y tế (Cụm trưởng)\n2. Công an phường - Cụm phó\n3. Ban CHQS phường'],
  [
    'over a list of all',
    '',
    'Cụm trưởng: Trạm Y tế; Cụm phó: Công an phường; Các thành viên: Ban CHQS phường',
  ],
])('one row a cluster, the offices named %s', async (_, assigned, units) => {
  const reading = await csv('TT|Cụm|Phân công|Các đơn vị', `1|Cụm 1|"${assigned}"|"${units}"`);

  expect(placesOf(reading).toSorted()).toEqual(BOTH.toSorted());
  expect(doubts(reading)).toEqual([]);
});

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

test('columns of offices that name units of the cluster, one row a unit', async () => {
  const reading = await sheet(
    ['TT', 'Cụm thi đua', 'Đơn vị thành viên', 'Cụm trưởng', 'Cụm phó'],
    [
      down('1', 2),
      down('Cụm 1', 2),
      'UBND xã Hòa Bình',
      down('UBND xã Hoà Bình', 2),
      down('UBND xã Tân Lập', 2),
    ],
    [null, null, 'UBND xã Đông Sơn', null, null],
  );

  expect(placesOf(reading)).toEqual([
    'UBND xã Tân Lập: Cụm 1, deputy',
    'UBND xã Hòa Bình: Cụm 1, lead',
    'UBND xã Đông Sơn: Cụm 1, member',
  ]);
});

test('people under an office make no units', async () => {
  const reading = await csv(
    'Cụm|Đơn vị thành viên|Cụm trưởng|Cụm phó',
    'Cụm 1|Trường THCS Ba Đình|Đ/c Nguyễn Văn An, Hiệu trưởng|Lê Thị Bình',
    'Cụm 1|Trường THCS Giảng Võ||',
  );

  expect(reading.units).toHaveLength(2);
  expect(doubts(reading)).toEqual([
    '2 ORG_HOLDER_UNKNOWN',
    '2 ORG_HOLDER_UNKNOWN',
    '2 ORG_HOLDER_UNKNOWN',
    '2 ORG_CLUSTER_WITHOUT_LEAD',
  ]);
});

test('offices by the order that the list explains', async () => {
  const reading = await sheet(
    ['(Đơn vị đứng đầu danh sách là Cụm trưởng, đơn vị thứ hai là Cụm phó)'],
    ['TT', 'Cụm', 'Đơn vị'],
    ['1', down('Cụm 1', 3), 'Xã Ba Vì'],
    ['2', null, 'Xã Suối Hai'],
    ['3', null, 'Xã Bất Bạt'],
    ['4', 'Cụm 2', 'Xã Hát Môn'],
  );

  expect(placesOf(reading)).toEqual([
    'Xã Ba Vì: Cụm 1, lead',
    'Xã Suối Hai: Cụm 1, deputy',
    'Xã Bất Bạt: Cụm 1, member',
    'Xã Hát Môn: Cụm 2, lead',
  ]);
});

test('people under headings of two rows', async () => {
  const reading = await sheet(
    ['DANH SÁCH CƠ QUAN, ĐƠN VỊ'],
    [
      down('TT', 2),
      down('Tên đơn vị', 2),
      across('Thủ trưởng đơn vị', 2),
      null,
      across('Cán bộ đầu mối', 3),
      null,
      null,
    ],
    [null, null, 'Họ và tên', 'Chức vụ', 'Họ và tên', 'Chức vụ', 'Số ĐT'],
    ['1', 'Phường Ba Đình', 'Phạm Việt', 'Chủ tịch', 'Lý Mai', 'Chuyên viên', '0912.000.002'],
  );

  expect(reading.units).toMatchObject([
    {
      name: 'Phường Ba Đình',
      contact: {
        name: 'Lý Mai',
        title: 'Chuyên viên',
        phone: '0912.000.002',
        leaderName: 'Phạm Việt',
        leaderTitle: 'Chủ tịch',
      },
    },
  ]);
  expect(doubts(reading)).toEqual([]);
});

test('crosses under a heading over all offices', async () => {
  const reading = await sheet(
    [down('Đơn vị', 2), down('Cụm', 2), across('Vai trò trong cụm', 2), null],
    [null, null, 'Cụm trưởng', 'Cụm phó'],
    ['Xã An Khánh', 'Cụm 1', 'X', ''],
    ['Xã Sơn Đồng', 'Cụm 1', '', 'X'],
  );

  expect(placesOf(reading)).toEqual(['Xã An Khánh: Cụm 1, lead', 'Xã Sơn Đồng: Cụm 1, deputy']);
});

test('a list of people gives each unit its contact, and tells which columns and further people it leaves out', async () => {
  const reading = await csv(
    'STT;Họ và tên;Chức vụ;Đơn vị công tác;Số điện thoại;Email',
    '1;Lê Mai;Giáo viên;Trường THCS Ba Đình;024.3845.1234;a@b.vn',
    '2;Phạm Đức;Kế toán;Trường THCS Ba Đình;0912 345 679;c@d.vn',
  );

  expect(reading.units).toMatchObject([
    { name: 'Trường THCS Ba Đình', contact: { name: 'Lê Mai', title: 'Giáo viên', phone: '024.3845.1234' } },
  ]);
  expect(reading.problems).toMatchObject([
    { code: 'ORG_COLUMN_PASSED_OVER', row: 1, words: 'Email' },
    { code: 'ORG_UNIT_CODE_MADE' },
    { code: 'ORG_UNIT_CODE_MADE' },
    { code: 'ORG_UNIT_REPEATED', row: 3, words: 'Trường THCS Ba Đình, Phạm Đức' },
  ]);
});

test('two people of one cell stay two, with their numbers', async () => {
  const reading = await csv(
    'Đơn vị;Đầu mối;SĐT',
    'Phường Hà Đông;"Nguyễn A\nTrần B";"0912345678\n0987654321"',
  );

  expect(reading.units[0]?.contact).toMatchObject({
    name: 'Nguyễn A; Trần B',
    phone: '0912345678; 0987654321',
  });
  expect(doubts(reading)).toEqual([]);
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

test.each([
  ['a yes under an office', 'Đơn vị;Cụm;Cụm trưởng;Cụm phó', 'Xã A;Cụm 1;Có;Không', 'Xã B;Cụm 1;Không;Có'],
  [
    'its own word',
    'Đơn vị;Cụm;Cụm trưởng 2026;Cụm phó 2026',
    'Xã A;Cụm 1;Cụm trưởng;',
    'Xã B;Cụm 1;;Cụm phó',
  ],
  ['a 1', 'Đơn vị;Cụm;Cụm trưởng;Cụm phó', 'Xã A;Cụm 1;1;0', 'Xã B;Cụm 1;0;1'],
])('an office by %s', async (_, ...rows) => {
  const reading = await csv(...rows);

  expect(placesOf(reading)).toEqual(['Xã A: Cụm 1, lead', 'Xã B: Cụm 1, deputy']);
  expect(doubts(reading)).toEqual([]);
});

test('offices among other notes', async () => {
  const reading = await csv('Cụm;Đơn vị;Ghi chú', 'Cụm 1;Xã A;Cụm trưởng', 'Cụm 1;Xã B;Mới thành lập');

  expect(placesOf(reading)).toEqual(['Xã A: Cụm 1, lead', 'Xã B: Cụm 1, member']);
  expect(doubts(reading)).toEqual(['1 ORG_COLUMN_PASSED_OVER']);
});

test('what is called alike is of the person to its left', async () => {
  const reading = await csv(
    'Đơn vị;Họ tên lãnh đạo;Chức vụ;SĐT;Họ tên đầu mối;Chức vụ;SĐT',
    'Phường A;Trần Hải;Chủ tịch;0912000001;Lý Mai;Chuyên viên;0912000002',
  );

  expect(reading.units[0]?.contact).toEqual({
    name: 'Lý Mai',
    title: 'Chuyên viên',
    phone: '0912000002',
    leaderName: 'Trần Hải',
    leaderTitle: 'Chủ tịch',
  });
  expect(reading.problems).toContainEqual({ code: 'ORG_COLUMN_PASSED_OVER', row: 1, words: 'SĐT' });
});

test('headings of two rows that lost their merged cells', async () => {
  const reading = await csv(
    'TT;Đơn vị;Thủ trưởng;;Đầu mối;',
    ';;Họ tên;Chức vụ;Họ tên;SĐT',
    '1;Phường A;Trần Hải;Chủ tịch;Lý Mai;0912000002',
  );

  expect(reading.units).toMatchObject([
    { name: 'Phường A', contact: { name: 'Lý Mai', phone: '0912000002', leaderName: 'Trần Hải' } },
  ]);
});

test('offices on a sheet of their own; a sheet without units is told of', async () => {
  const reading = await workbook({
    'Đơn vị': [
      ['Cụm', 'Đơn vị'],
      ['Cụm 1', 'Xã A'],
      ['Cụm 1', 'Xã B'],
    ],
    'Phân công': [
      ['Cụm', 'Cụm trưởng', 'Cụm phó'],
      ['Cụm 1', 'Xã B', 'Xã A'],
    ],
    'Hướng dẫn': [['Bước 1'], ['Điền tên đơn vị']],
  });

  expect(placesOf(reading)).toEqual(['Xã A: Cụm 1, deputy', 'Xã B: Cụm 1, lead']);
  expect(reading.problems).toContainEqual({ code: 'ORG_SHEET_PASSED_OVER', row: 1, words: 'Hướng dẫn' });
});

test('a name broken over lines is one unit', async () => {
  const reading = await csv('Cụm;Trường', 'Cụm 1;"Trường THCS\nBa Đình"', 'Cụm 1;"Trường THCS\nGiảng Võ"');

  expect(reading.units.map(({ name }) => name)).toEqual(['Trường THCS Ba Đình', 'Trường THCS Giảng Võ']);
});

test('titles that name the heads of their cluster, in the column of the units', async () => {
  const reading = await csv(
    'TT;Tên cụm, đơn vị',
    '1;"Cụm 1 (Cụm trưởng: Xã Ba Vì; Cụm phó: Xã Suối Hai)"',
    '1.1;Xã Ba Vì',
    '1.2;Xã Suối Hai',
    '2;Cụm 2: 2 đơn vị',
    '2.1;Xã Hát Môn',
    '2.2;Xã Phúc Thọ',
  );

  expect(placesOf(reading)).toEqual([
    'Xã Ba Vì: Cụm 1, lead',
    'Xã Suối Hai: Cụm 1, deputy',
    'Xã Hát Môn: Cụm 2, member',
    'Xã Phúc Thọ: Cụm 2, member',
  ]);
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

test('“Khối trường” is no head, but a sheet of schools', async () => {
  const reading = await workbook({
    'Khối phường': [
      ['Tên phường', 'Trưởng/phó khối'],
      ['Phường A', 'Trưởng'],
    ],
    'Khối trường': [
      ['Tên trường', 'Trưởng/phó khối'],
      ['Trường B', 'Trưởng'],
    ],
  });

  expect(placesOf(reading)).toEqual(['Phường A: Khối phường, lead', 'Trường B: Khối trường, lead']);
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

test('who is a member of the list and holds an office beside it holds the office', async () => {
  const reading = await csv(
    'Cụm;Thành phần',
    'Cụm 1;"Thành viên: Xã A, Xã B; Cụm trưởng: Xã B"',
    'Cụm 2;"Thành viên: Xã C; Cụm trưởng: Xã C"',
  );

  expect(placesOf(reading).toSorted()).toEqual([
    'Xã A: Cụm 1, member',
    'Xã B: Cụm 1, lead',
    'Xã C: Cụm 2, lead',
  ]);
});

test('rows that the sheet hides are read, and told of', async () => {
  const row = (at: number, words: string, hidden = ''): string =>
    `<row r="${at}"${hidden}><c r="A${at}" t="inlineStr"><is><t>${words}</t></is></c></row>`;
  const bytes = sheetOf(row(1, 'Đơn vị') + row(2, 'Xã A') + row(3, 'Xã B', ' hidden="1"'));

  const reading = await organisation('an.xlsx', bytes);

  expect(reading.units.map(({ name }) => name)).toEqual(['Xã A', 'Xã B']);
  expect(reading.problems).toContainEqual({ code: 'ORG_ROWS_HIDDEN', row: 3, words: '3' });
});
