import { expect, test } from 'vitest';
import type { PlanReading } from '../../src/core/plan/plan-reading.ts';
import { brief, codes } from './brief.ts';
import { type FixtureCell, planDocx } from './plan-docx.ts';
import { readTextWell, readWell } from './read-sample.ts';

const table = (...rows: readonly string[]): Promise<PlanReading> =>
  readTextWell(rows.map((row) => row.replaceAll(' | ', '\t')).join('\n'));

const across = (text: string, span: number): FixtureCell => ({ text, span });
const start = (text: string): FixtureCell => ({ text, merge: 'start' });
const above: FixtureCell = { text: '', merge: 'above' };

test.each(['Thành phần', 'Thành phần tham dự', 'Lực lượng', 'Đơn vị liên quan'])(
  'under “%s” stand those who help',
  async (heading) => {
    const reading = await table(
      `TT | Nội dung | Đơn vị chủ trì | ${heading} | Thời gian`,
      '1 | Kiểm tra | Sở Nội vụ | Sở Tài chính; Thanh tra tỉnh | 14/4/2026',
    );

    expect(brief(reading)).toEqual(['1 | Kiểm tra | Sở Nội vụ | Sở Tài chính + Thanh tra tỉnh | 14/4/2026']);
  },
);

test('under “Lực lượng thực hiện” stands who leads', async () => {
  const reading = await table(
    'TT | Nội dung | Lực lượng thực hiện | Thời gian',
    '1 | Ra quân | Công an xã | 14/4/2026',
  );

  expect(brief(reading)).toEqual(['1 | Ra quân | Công an xã |  | 14/4/2026']);
});

test('a column of months beside one of fields says in which month a row falls', async () => {
  const reading = await table(
    'Lĩnh vực | Tháng | TT | Nội dung | Chủ trì | Thời hạn',
    'Thi đua | 7 | 1 | Phát động | Văn phòng | 10/7/2026',
    ' | 7 | 2 | Kiểm tra chéo | Văn phòng | ',
    'Khen thưởng | 8 | 3 | Xét khen thưởng | Hội đồng | Tuần 2',
    ' | 9 | 4 | Gửi hồ sơ | Văn phòng | 15',
  );

  expect(reading.tasks.map(({ section, deadlineText }) => [section, deadlineText])).toEqual([
    ['Thi đua', '10/7/2026'],
    ['Thi đua', 'Tháng 7'],
    ['Khen thưởng', 'Tuần 2 tháng 8'],
    ['Khen thưởng', 'Ngày 15 tháng 9'],
  ]);
});

test('of quarters and months without days the months say when; bare figures are read with their heading', async () => {
  const reading = await table(
    'Quý | Tháng | Nội dung | Cơ quan thực hiện',
    'I | 01 | Đánh giá cán bộ | Ban Xây dựng Đảng',
    'I | 02-03 | Sơ kết quý | Ban Xây dựng Đảng',
    'II | 6/2026 | Sơ kết 6 tháng | Văn phòng',
  );

  expect(reading.tasks.map(({ section, deadlineText }) => [section, deadlineText])).toEqual([
    ['Quý I', 'Tháng 01'],
    ['Quý I', 'Tháng 02-03'],
    ['Quý II', 'Tháng 6/2026'],
  ]);
});

test('of two columns of deadlines the plainer counts; the other where that says nothing, or has but a cross', async () => {
  const reading = await table(
    'TT | Nội dung | Tiến độ | Chủ trì | Thời gian nhận | Thời gian hoàn thành',
    '1 | Nâng lương | Quý I/2026 | Văn phòng | 02/01/2026 | x',
    '2 | Hướng dẫn | 31/3/2026 | Văn phòng | 05/01/2026 | 27/02/2026',
    '3 | Tổng hợp |  | Văn phòng | 05/01/2026 | ',
  );

  expect(reading.tasks.map(({ deadlineText }) => deadlineText)).toEqual(['Quý I/2026', '27/02/2026', '']);
  expect(reading.tasks[0]?.notes).toContain('Thời gian hoàn thành: x');
  expect(codes(reading, '3')).toContain('DEADLINE_MISSING');
});

test('an hour in a column beside that of the day is one of the day', async () => {
  const reading = await table(
    'Thứ, ngày | Thời gian | Nội dung | Chủ trì',
    'Thứ Ba 03/3/2026 | 8h30 | Họp Hội đồng | Văn phòng',
  );

  expect(reading.tasks[0]?.deadlineText).toBe('8h30 Thứ Ba 03/3/2026');
  expect(reading.tasks[0]?.rules).toMatchObject([{ kind: 'once', on: '2026-03-03', time: '08:30' }]);
});

test('figures under weeks count something, and are no days', async () => {
  const reading = await table(
    'TT | Nội dung | Chủ trì | Thời hạn | Tuần 1 | Tuần 2 | Tuần 3',
    '1 | Tiếp nhận hồ sơ | Văn phòng | 28/02/2026 | 3 | 11 | ',
  );

  expect(reading.tasks[0]).toMatchObject({ deadlineText: '28/02/2026', notes: ['Tuần 1: 3', 'Tuần 2: 11'] });
});

test('a table under the name of a month is of that month', async () => {
  const headings = ['Thời gian', 'Nội dung', 'Phụ trách'];
  const bytes = await planDocx([
    '1. THÁNG 9/2025',
    [headings, ['05/9', 'Khai giảng', 'Hiệu trưởng'], ['Tuần 3', 'Hội nghị viên chức', 'Công đoàn']],
    '2. Tháng 10/2025',
    [headings, ['Tuần 4', 'Kiểm tra nội bộ', 'Hiệu trưởng'], ['', 'Thao giảng', 'Tổ Toán']],
  ]);

  const reading = await readWell({ name: 'a.docx', bytes });

  expect(brief(reading)).toEqual([
    '1 | Khai giảng | Hiệu trưởng |  | 05/9',
    '2 | Hội nghị viên chức | Công đoàn |  | Tuần 3 tháng 9/2025',
    'B2.1 | Kiểm tra nội bộ | Hiệu trưởng |  | Tuần 4 tháng 10/2025',
    'B2.2 | Thao giảng | Tổ Toán |  | Tháng 10/2025',
  ]);
});

test('of two columns of numbers under one heading that of the rows and their parts is taken', async () => {
  const bytes = await planDocx([
    [
      [across('Stt', 2), start('Tên nhiệm vụ'), start('Đơn vị chủ trì'), start('Thời hạn')],
      ['TT', 'Chi\ntiết', above, above, above],
      ['', '1', 'Làm sạch dữ liệu, gồm', '', '30/8/2026'],
      ['1', 'a)', 'Dữ liệu quy hoạch', 'Sở Xây dựng', ''],
      ['2', 'b)', 'Dữ liệu y tế', 'Sở Y tế', ''],
      ['3', '2', 'Thu hút đầu tư', 'Sở Tài chính', '15/9/2026'],
    ],
  ]);

  const reading = await readWell({ name: 'a.docx', bytes });

  expect(brief(reading)).toEqual([
    '1 | Làm sạch dữ liệu, gồm | - |  | 30/8/2026',
    '1.a | Dữ liệu quy hoạch | Sở Xây dựng |  | ',
    '1.b | Dữ liệu y tế | Sở Y tế |  | ',
    '2 | Thu hút đầu tư | Sở Tài chính |  | 15/9/2026',
  ]);
});

test('leads of two levels under one heading both lead', async () => {
  const bytes = await planDocx([
    [
      [start('Số TT'), start('Nội dung'), across('Trách nhiệm thực hiện', 2), start('Thời gian')],
      [above, above, 'Cấp tỉnh', 'Cấp cơ sở', above],
      ['1', 'Đăng ký danh hiệu', 'Ban Kinh tế', 'Hội Nông dân các xã', 'Quý I/2026'],
      ['2', 'Báo cáo', 'Văn phòng', '', '15/12/2026'],
    ],
  ]);

  const reading = await readWell({ name: 'a.docx', bytes });

  expect(brief(reading)).toEqual([
    '1 | Đăng ký danh hiệu | Ban Kinh tế + Hội Nông dân các xã |  | Quý I/2026',
    '2 | Báo cáo | Văn phòng |  | 15/12/2026',
  ]);
  expect(codes(reading)).not.toContain('ROW_NOT_UNDERSTOOD');
});

test('parts that a spreadsheet counts with a comma belong to their row', async () => {
  const text =
    'STT;Việc cần làm;Ai làm;Xong khi nào\n1;Chuẩn bị đại hội;;\n1,1;Viết báo cáo;Bí thư;20/02/2026\n';

  const reading = await readWell({ name: 'a.csv', bytes: Buffer.from(text) });

  expect(brief(reading)).toEqual([
    '1 | Chuẩn bị đại hội | - |  | ',
    '1.1 | Viết báo cáo | Bí thư |  | 20/02/2026',
  ]);
});

test('tables under one another in a sheet are read by their own headings', async () => {
  const text = [
    'STT;Nội dung;Chủ trì;Thời hạn',
    '1;Lập danh sách;Văn phòng;15/01/2026',
    ';;;',
    'II. NHIỆM VỤ PHỐI HỢP;;;',
    'STT;Nội dung;Thời hạn;Chủ trì',
    '1;Góp ý dự thảo;10/03/2026;Công an phường',
    'STT;Nội dung;Thời hạn;Chủ trì',
    '2;Tham gia kiểm tra;Tháng 4/2026;Văn phòng',
  ].join('\n');

  const reading = await readWell({ name: 'a.csv', bytes: Buffer.from(text) });

  expect(brief(reading)).toEqual([
    '1 | Lập danh sách | Văn phòng |  | 15/01/2026',
    'II.1 | Góp ý dự thảo | Công an phường |  | 10/03/2026',
    'II.2 | Tham gia kiểm tra | Văn phòng |  | Tháng 4/2026',
  ]);
});

test('a lead whose cell runs over that of the helpers has none; a heading may be written downwards', async () => {
  const bytes = await planDocx([
    [
      ['T\nT', 'Nội dung', 'Đơn vị\nchủ trì', 'Đơn vị\nphối hợp', 'Thời gian'],
      ['1', 'Rà soát', across('Các cơ quan, đơn vị', 2), '15/3/2026'],
    ],
  ]);

  const reading = await readWell({ name: 'a.docx', bytes });

  expect(brief(reading)).toEqual(['1 | Rà soát | Các cơ quan, đơn vị |  | 15/3/2026']);
});

test('the letter of a section may stand before its name, in the column of titles', async () => {
  const reading = await table(
    'TT | Nội dung | Chủ trì | Thời hạn',
    ' | A. HUY ĐỘNG VỐN |  | ',
    '1 | Tiết kiệm dự thưởng | Phòng Khách hàng | 25/12/2026',
  );

  expect(reading.sections).toEqual([{ no: 'A', title: 'HUY ĐỘNG VỐN' }]);
});

test('a number with a letter is a part of the row of that number', async () => {
  const reading = await table(
    'TT | Nội dung | Chủ trì | Thời hạn',
    '1 | Tuyên truyền | Văn phòng | Thường xuyên',
    '1a | Pa nô | Đoàn xã | Tháng 3/2026',
    '2* | Tổng kết | Văn phòng | Tháng 12/2026',
  );

  expect(reading.tasks.map(({ no, parentNo, title }) => [no, parentNo, title])).toEqual([
    ['1', null, 'Tuyên truyền'],
    ['1.a', '1', 'Pa nô'],
    ['2', null, 'Tổng kết'],
  ]);
});

test('a section may name who leads it in brackets', async () => {
  const reading = await table(
    'TT | Nội dung | Thời hạn',
    'I | Công tác văn hóa (Phòng VH-XH chủ trì) | ',
    '1 | Phát động | Tháng 1/2026',
    'II | Công tác kinh tế (Chủ trì: Phòng Kinh tế; phối hợp: Công an xã) | ',
    '2 | Rà soát | Tháng 2/2026',
  );

  expect(brief(reading)).toEqual([
    '1 | Phát động | Phòng VH-XH |  | Tháng 1/2026',
    '2 | Rà soát | Phòng Kinh tế | Công an xã | Tháng 2/2026',
  ]);
});

test('columns of days that each are for a step all count', async () => {
  const reading = await table(
    'TT | Tên phong trào | Chủ trì | Thời gian phát động | Thời gian tổng kết',
    '1 | Chuyển đổi số | Phòng Kinh tế | Tháng 3/2026 | 15/12/2026',
  );

  expect(reading.tasks[0]?.deadlineText).toBe('Phát động: Tháng 3/2026\nTổng kết: 15/12/2026');
  expect(reading.tasks[0]?.rules).toMatchObject([
    { kind: 'range', to: '2026-03-31' },
    { kind: 'once', on: '2026-12-15' },
  ]);
});

test('a year over a table is no deadline of its rows', async () => {
  const reading = await table(
    'NĂM HỌC 2025 - 2026',
    'TT | Nội dung | Chủ trì | Thời hạn',
    '1 | Thao giảng | Tổ Toán | ',
  );

  expect(codes(reading, '1')).toContain('DEADLINE_MISSING');
});
