import { expect, test } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import { brief, codes } from './brief.ts';
import { type FixtureBlock, planDocx } from './plan-docx.ts';
import { readWell } from './read-sample.ts';

const MOTTO = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc';

const docx = async (...blocks: FixtureBlock[]): ReturnType<typeof readWell> =>
  readWell({ name: 'kế hoạch.docx', bytes: await planDocx(blocks) });

test('a table of targets is none of tasks, and the report says so', async () => {
  const targets = ['TT', 'Nội dung', 'Đơn vị tính', 'Năm 2025', 'Năm 2026', 'Năm 2027', 'Đơn vị chủ trì'];
  const reading = await docx(
    [[`UBND\nPHƯỜNG HỒNG GAI\nSố: 14/KH-UBND`, `${MOTTO}\nHồng Gai, 9/9/2025`]],
    'KẾ HOẠCH',
    'CHUYỂN ĐỔI SỐ CỦA UBND PHƯỜNG HỒNG GAI NĂM 2025',
    'Căn cứ Nghị quyết của Đảng bộ phường Hồng Gai;',
    [targets, ['1', 'Hồ sơ nộp trực tuyến', '%', '85', '90', '95', 'Công an phường']],
    [
      ['TT', 'Chỉ tiêu, nhiệm vụ', 'Chủ trì', 'Thời gian (từ ngày… đến ngày…)'],
      ['1', 'Nâng cấp mạng', 'Văn phòng', '05/9 – 13/9/2025'],
    ],
  );

  expect(brief(reading)).toEqual(['1 | Nâng cấp mạng | Văn phòng |  | 05/9 – 13/9/2025']);
  expect(codes(reading)).toEqual(['TABLE_PASSED_OVER']);
  expect(reading.head).toMatchObject({
    issuedOn: '2025-09-09',
    title: 'Kế hoạch chuyển đổi số của UBND phường Hồng Gai năm 2025',
  });
});

test('who is asked before only helps; a weekday before a day is no place', async () => {
  const reading = await docx(
    [[`ỦY BAN BẦU CỬ\nXÃ TÂN UYÊN\nSố: 06/KH-UBBC`, MOTTO]],
    'KẾ HOẠCH',
    'Bầu cử đại biểu Hội đồng nhân dân xã nhiệm kỳ 2026 - 2031',
    'Chủ nhật, 15/3/2026',
    [
      ['STT', 'NỘI DUNG CÔNG VIỆC', 'CƠ QUAN THỰC HIỆN', 'THỜI HẠN'],
      [
        '1',
        'Thành lập Tổ bầu cử',
        'UBND xã sau khi thống nhất với Thường trực HĐND và Ban Thường trực Ủy ban MTTQ xã',
        'Chậm nhất ngày 31/01/2026',
      ],
    ],
  );

  expect(reading.head).toMatchObject({ issuer: 'Ủy ban Bầu cử xã Tân Uyên', issuedOn: null });
  expect(brief(reading)).toEqual([
    '1 | Thành lập Tổ bầu cử | UBND xã | Thường trực HĐND + Ban Thường trực Ủy ban MTTQ xã | Chậm nhất ngày 31/01/2026',
  ]);
});

test('the grass roots of a union issue under the name of its higher body', async () => {
  const reading = await docx(
    [['CÔNG ĐOÀN PHƯỜNG TÂY HỒ\nCĐCS TRƯỜNG TIỂU HỌC CHU VĂN AN\nSố: 05/KH-CĐ', MOTTO]],
    'KẾ HOẠCH NĂM 2025',
    [
      ['TT', 'Nhiệm vụ', 'Chủ trì', 'Thời hạn'],
      ['1', 'Sơ kết', 'BCH Công đoàn', '15/7/2025'],
    ],
  );

  expect(reading.head.issuer).toBe('CĐCS Trường Tiểu học Chu Văn An');
});

test('a bar over the months of a chart runs from the first to the last', async () => {
  const text = (value: string, columnSpan = 1) => ({ value, type: String, columnSpan });
  const bytes = await writeXlsxFile([
    ['TT', 'Hoạt động', 'Bộ phận thực hiện', 'T1', 'T2', 'T3', 'T4'].map((words) => text(words)),
    [text('1'), text('Cải tạo khu tiếp đón'), text('Phòng Hành chính'), null, text('x', 3), null, null],
    [text('2'), text('Kiện toàn Hội đồng'), text('Phòng Hành chính'), text('x'), null, null, null],
  ]).toBuffer();

  const reading = await readWell({ name: 'kế hoạch.xlsx', bytes });

  expect(brief(reading)).toEqual([
    '1 | Cải tạo khu tiếp đón | Phòng Hành chính |  | Từ tháng 2 đến tháng 4',
    '2 | Kiện toàn Hội đồng | Phòng Hành chính |  | Tháng 1',
  ]);
});

const HEADINGS = ['TT', 'Nội dung', 'Chủ trì', 'Phối hợp', 'Thời gian thực hiện'];

test('a lettered row is one task, whatever it lists; a ditto skips the name of a section', async () => {
  const reading = await docx([
    HEADINGS,
    ['I', 'Tuyên truyền', '', '', ''],
    ['1', 'Tổ chức tuyên truyền:', 'Phòng Văn hoá', 'Các thôn', ''],
    ['a', 'Phát trên đài', '', '', 'Tháng 3/2026'],
    ['b', 'Treo băng rôn tại:\n+ Trụ sở\n+ Nhà văn hoá', '', '', 'Trước ngày 30/3/2026'],
    ['II', 'Thực hiện', '', '', ''],
    ['2', 'Bê tông hoá đường thôn', 'Phòng Kinh tế', 'Như trên', '31/8/2026'],
  ]);

  expect(brief(reading)).toEqual([
    '1 | Tổ chức tuyên truyền | Phòng Văn hoá | Các thôn | ',
    '1.a | Phát trên đài | Phòng Văn hoá |  | Tháng 3/2026',
    '1.b | Treo băng rôn tại: + Trụ sở + Nhà văn hoá | Phòng Văn hoá |  | Trước ngày 30/3/2026',
    '2 | Bê tông hoá đường thôn | Phòng Kinh tế | Các thôn | 31/8/2026',
  ]);
});

test('the names under who signs are no tasks, in whichever columns they stand', async () => {
  const reading = await docx([
    HEADINGS,
    ['1', 'Bình xét', 'Khối trưởng', '', '15/12/2026'],
    ['', 'NGƯỜI LẬP BIỂU', '', '', 'KHỐI TRƯỞNG'],
    ['', 'Nguyễn Văn An', '', '', 'Trần Thị Bình'],
  ]);

  expect(brief(reading)).toEqual(['1 | Bình xét | Khối trưởng |  | 15/12/2026']);
});

test('who drafts a report is who owes it', async () => {
  const reading = await docx('CHƯƠNG TRÌNH HÀNH ĐỘNG', 'thực hiện Nghị quyết số 71-NQ/TW', [
    ['STT', 'Tên báo cáo', 'Đơn vị nhận báo cáo', 'Đơn vị soạn thảo', 'Thời hạn gửi'],
    ['1', 'Báo cáo công tác tư pháp', 'UBND tỉnh', 'Văn phòng Sở', 'Trước ngày 20 hằng tháng'],
  ]);

  expect(brief(reading)).toEqual([
    '1 | Báo cáo công tác tư pháp | Văn phòng Sở |  | Trước ngày 20 hằng tháng',
  ]);
  expect(reading.head.title).toBe('Chương trình hành động thực hiện Nghị quyết số 71-NQ/TW');
});
