import { expect, test } from 'vitest';
import { across, csv, doubts, down, sheet } from './read-list.ts';

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
