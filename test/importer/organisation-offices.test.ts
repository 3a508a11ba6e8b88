import { expect, test } from 'vitest';
import { across, csv, doubts, down, placesOf, sheet, workbook } from './read-list.ts';

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

test('crosses under a heading over all offices', async () => {
  const reading = await sheet(
    [down('Đơn vị', 2), down('Cụm', 2), across('Vai trò trong cụm', 2), null],
    [null, null, 'Cụm trưởng', 'Cụm phó'],
    ['Xã An Khánh', 'Cụm 1', 'X', ''],
    ['Xã Sơn Đồng', 'Cụm 1', '', 'X'],
  );

  expect(placesOf(reading)).toEqual(['Xã An Khánh: Cụm 1, lead', 'Xã Sơn Đồng: Cụm 1, deputy']);
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

test('heads between the title of a cluster and the headings of its units', async () => {
  const reading = await csv(
    'CỤM THI ĐUA SỐ 1;;',
    'Cụm trưởng: Trường TH Kim Đồng;;',
    'Cụm phó: Trường TH Ba Đình;;',
    'TT;Đơn vị;Đầu mối',
    '1;Trường TH Kim Đồng;Lý Mai',
    '2;Trường TH Ba Đình;Vũ Nga',
    ';Cụm thi đua số 2;',
    ';Cụm trưởng: Trường TH Ngọc Hà;',
    '1;Trường TH Ngọc Hà;Bùi Lan',
  );

  expect(placesOf(reading)).toEqual([
    'Trường TH Kim Đồng: CỤM THI ĐUA SỐ 1, lead',
    'Trường TH Ba Đình: CỤM THI ĐUA SỐ 1, deputy',
    'Trường TH Ngọc Hà: Cụm thi đua số 2, lead',
  ]);
  expect(doubts(reading)).toEqual([]);
});
