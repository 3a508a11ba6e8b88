import { expect, test } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import { brief, codes } from './brief.ts';
import { type FixtureBlock, planDocx } from './plan-docx.ts';
import { readTextWell, readWell } from './read-sample.ts';

const docx = async (...blocks: readonly FixtureBlock[]): ReturnType<typeof readWell> =>
  readWell({ name: 'kế hoạch.docx', bytes: await planDocx(blocks) });

const STATE = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc';

const head = (office: string, number: string, day: string, ...title: string[]): FixtureBlock[] => [
  [
    [office, STATE],
    [`Số: ${number}`, day],
  ],
  'KẾ HOẠCH',
  ...title,
];

const across = (text: string, span: number): { text: string; span: number } => ({ text, span });

test('a hospital whose sections say who leads, and who helps', async () => {
  const reading = await docx(
    ...head(
      'SỞ Y TẾ TỈNH QUẢNG TRỊ\nBỆNH VIỆN ĐA KHOA TỈNH',
      '221/KH-BVĐK',
      'Quảng Trị, ngày 20 tháng 02 năm 2025',
      'Phong trào thi đua năm 2025',
    ),
    [
      ['TT', 'Nội dung', 'Thời gian thực hiện', 'Kết quả'],
      ['I', across('Phòng Tổ chức cán bộ chủ trì', 3)],
      ['1.1', 'Ký cam kết giữa các khoa, phòng', 'Trước 31/3/2025', 'Bản cam kết'],
      ['II', across('Phòng Công tác xã hội chủ trì, phối hợp Đoàn Thanh niên', 3)],
      ['2.1', 'Tuyên truyền trên trang thông tin', 'Thường xuyên', 'Tin bài'],
      ['III', across('Phòng chống dịch bệnh', 3)],
      ['3.1', 'Diễn tập', 'Tháng 9/2025', ''],
    ],
  );

  expect(reading.head.issuer).toBe('Bệnh viện Đa khoa tỉnh');
  expect(brief(reading)).toEqual([
    '1.1 | Ký cam kết giữa các khoa, phòng | Phòng Tổ chức cán bộ |  | Trước 31/3/2025',
    '2.1 | Tuyên truyền trên trang thông tin | Phòng Công tác xã hội | Đoàn Thanh niên | Thường xuyên',
    '3.1 | Diễn tập | - |  | Tháng 9/2025',
  ]);
});

test('an office of sections in capitals, beside which a column names only who watches', async () => {
  const reading = await docx(
    ...head(
      'UBND THÀNH PHỐ HẢI PHÒNG\nSỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH',
      '145/KH-SVHTTDL',
      'Hải Phòng, ngày 02 tháng 01 năm 2026',
      'Công tác thi đua, khen thưởng năm 2026',
      'Phụ lục: BẢNG PHÂN CÔNG NHIỆM VỤ',
    ),
    [
      ['TT', 'Nhiệm vụ', 'Đơn vị phối hợp', 'Thời gian hoàn thành', 'Lãnh đạo chỉ đạo'],
      [across('A. VĂN PHÒNG SỞ CHỦ TRÌ', 5)],
      ['1', 'Kiện toàn Hội đồng', 'Phòng Tổ chức - Pháp chế', '15/01/2026', 'Giám đốc Sở'],
      [across('B. CÁC ĐƠN VỊ TRỰC THUỘC CHỦ TRÌ', 5)],
      ['1', 'Gửi báo cáo thi đua quý', 'Văn phòng Sở', 'Ngày 20 tháng cuối quý', ''],
    ],
  );

  expect(reading.head.title).toBe('Kế hoạch công tác thi đua, khen thưởng năm 2026');
  expect(brief(reading)).toEqual([
    'A.1 | Kiện toàn Hội đồng | VĂN PHÒNG SỞ | Phòng Tổ chức - Pháp chế | 15/01/2026',
    'B.1 | Gửi báo cáo thi đua quý | CÁC ĐƠN VỊ TRỰC THUỘC | Văn phòng Sở | Ngày 20 tháng cuối quý',
  ]);
  expect(reading.tasks[0]?.notes).toEqual(['Lãnh đạo chỉ đạo: Giám đốc Sở']);
});

test('a section row with an office and a time of its own gives them to the rows that have none', async () => {
  const reading = await docx(
    ...head('SỞ TƯ PHÁP TỈNH SƠN LA', '18/KH-STP', 'Sơn La, ngày 20 tháng 01 năm 2026', 'Công tác năm 2026'),
    [
      ['TT', 'Nội dung công việc', 'Đơn vị chủ trì', 'Đơn vị phối hợp', 'Thời gian hoàn thành'],
      ['I', 'Công tác tổ chức cán bộ', 'Phòng Hành chính - Tổng hợp', 'Các phòng', 'Tháng 11'],
      ['1', 'Rà soát vị trí việc làm', '', '', 'Tháng 3'],
      ['2', 'Đánh giá, xếp loại viên chức', '', 'Công đoàn', ''],
    ],
  );

  expect(brief(reading)).toEqual([
    '1 | Rà soát vị trí việc làm | Phòng Hành chính - Tổng hợp | Các phòng | Tháng 3',
    '2 | Đánh giá, xếp loại viên chức | Phòng Hành chính - Tổng hợp | Công đoàn | Tháng 11',
  ]);
});

test('a table for each office, named by the line above it', async () => {
  const reading = await docx(
    ...head(
      'ỦY BAN NHÂN DÂN\nTỈNH ĐỒNG NAI',
      '301/KH-UBND',
      'Đồng Nai, ngày 15 tháng 7 năm 2025',
      'Phong trào thi đua 6 tháng cuối năm 2025',
    ),
    '1. Nhiệm vụ của Sở Nông nghiệp và Môi trường',
    [
      ['TT', 'Nhiệm vụ', 'Thời hạn'],
      ['1', 'Hướng dẫn bộ tiêu chí', 'Trước ngày 30/9/2025'],
    ],
    'Biểu 2. Nhiệm vụ giao UBND cấp xã',
    [
      ['TT', 'Nhiệm vụ', 'Thời hạn'],
      ['1', 'Báo cáo kết quả', '15/12/2025'],
    ],
    'Biểu 3. Dự kiến kinh phí',
    [
      ['STT', 'Nội dung', 'Năm 2026', 'Năm 2027', 'Tổng (triệu đồng)'],
      ['1', 'Tuyên truyền', '100', '120', '220'],
    ],
    'CHƯƠNG TRÌNH HỘI NGHỊ',
    [
      ['Thời gian', 'Nội dung', 'Người thực hiện'],
      ['8h00 - 8h15', 'Văn nghệ chào mừng', 'Đoàn thanh niên'],
      ['8h15 - 8h30', 'Tuyên bố lý do', 'Văn phòng'],
    ],
  );

  expect(reading.head.issuer).toBe('UBND tỉnh Đồng Nai');
  expect(brief(reading)).toEqual([
    '1 | Hướng dẫn bộ tiêu chí | Sở Nông nghiệp và Môi trường |  | Trước ngày 30/9/2025',
    'B2.1 | Báo cáo kết quả | UBND cấp xã |  | 15/12/2025',
  ]);
  expect(codes(reading)).toEqual([
    'LEAD_FROM_HEADING',
    'LEAD_FROM_HEADING',
    'TABLE_PASSED_OVER',
    'TABLE_PASSED_OVER',
  ]);
});

test('a row torn apart by a page, whose next part stands under the headings again', async () => {
  const headings = ['TT', 'Nhiệm vụ, hoạt động', 'Đơn vị chủ trì', 'Đơn vị phối hợp', 'Thời gian'];
  const reading = await docx(
    ...head('VĂN PHÒNG ĐOÀN ĐBQH VÀ HĐND', '64/KH-VP', 'Đắk Lắk, ngày 03 tháng 3 năm 2025', 'Năm 2025'),
    [
      headings,
      ['1', 'Rà soát quy chế làm việc của', 'Phòng Hành chính, Tổ chức, Quản trị', 'Các phòng', 'Trước ngày'],
    ],
    '',
    [
      headings,
      ['', 'Văn phòng theo quy định mới', '', '', '30/6/2025'],
      ['2', 'Tổng kết', 'Ban Pháp chế', '', 'Tháng 12'],
    ],
  );

  expect(reading.head.issuer).toBe('Văn phòng Đoàn ĐBQH và HĐND');
  expect(brief(reading)).toEqual([
    '1 | Rà soát quy chế làm việc của Văn phòng theo quy định mới | Phòng Hành chính, Tổ chức, Quản trị | Các phòng | Trước ngày 30/6/2025',
    '2 | Tổng kết | Ban Pháp chế |  | Tháng 12',
  ]);
});

test('who leads and who helps by CT and PH; a remark in brackets stays with its office', async () => {
  const reading = await docx(
    ...head('UBND PHƯỜNG VŨNG TÀU', '07/KH-UBND', 'TP. Hồ Chí Minh, ngày 12 tháng 02 năm 2026', 'Năm 2026'),
    [
      ['TT', 'Nội dung', 'Cơ quan thực hiện', 'Thời gian'],
      ['1', 'Xây dựng kế hoạch', 'CT: Phòng Văn hóa - Xã hội\nPH: Công an phường', 'Tháng 2/2026'],
      ['2', 'Kiểm tra chéo', 'Phòng Kinh tế (CT), Công an phường (PH)', 'Quý III/2026'],
      ['3', 'Họp bình xét', 'Ban CHQS các phường\n(Văn phòng hướng dẫn)', '25/11/2026'],
    ],
  );

  expect(reading.head.issuedOn).toBe('2026-02-12');
  expect(brief(reading)).toEqual([
    '1 | Xây dựng kế hoạch | Phòng Văn hóa - Xã hội | Công an phường | Tháng 2/2026',
    '2 | Kiểm tra chéo | Phòng Kinh tế | Công an phường | Quý III/2026',
    '3 | Họp bình xét | Ban CHQS các phường (Văn phòng hướng dẫn) |  | 25/11/2026',
  ]);
});

test('"Hoàn thành trước" over the column means before each of its days', async () => {
  const reading = await readTextWell(
    [
      'Công tác tháng 12/2025 của Cụm thi đua số 2',
      '',
      'STT\tNội dung\tĐơn vị thực hiện\tHoàn thành trước',
      '1\tGửi báo cáo tự chấm điểm\tCác đơn vị thành viên\t05/12/2025',
      '2\tNộp hồ sơ\tCụm trưởng\tChậm nhất ngày 20/12/2025',
    ].join('\n'),
  );

  expect(reading.head.period).toEqual({ from: 2025, to: 2025 });
  expect(reading.tasks.map((task) => task.rules)).toMatchObject([
    [{ kind: 'once', on: '2025-12-05', inclusive: false }],
    [{ kind: 'once', on: '2025-12-20', inclusive: true }],
  ]);
});

test('a union’s workbook: months beside real days, "THƯỜNG XUYÊN" as a section, signatures under the table', async () => {
  const text = (value: string): { value: string; type: StringConstructor } => ({ value, type: String });
  const rows = [
    ['CÔNG ĐOÀN NGÀNH GIÁO DỤC\nTỈNH CÀ MAU', '', '', STATE, ''],
    ['Số: 12/CTr-CĐN', '', '', 'Ngày 04/02/2026', ''],
    ['CHƯƠNG TRÌNH CÔNG TÁC NĂM 2026', '', '', '', ''],
    ['Tháng', 'TT', 'Nội dung hoạt động', 'Người phụ trách', 'Thời hạn'],
    ['1', '1', 'Thăm, tặng quà Tết', 'Ban Chính sách', '30/01/2026'],
    ['5', '2', 'Tháng Công nhân', 'Ban Tuyên giáo', 'trước 20/5/2026'],
    ['', '', 'THƯỜNG XUYÊN', '', ''],
    ['', '3', 'Kiểm tra, giám sát', 'Ủy ban Kiểm tra', ''],
    ['', '', '', 'TM. BAN THƯỜNG VỤ', ''],
  ];
  const bytes = await writeXlsxFile(rows.map((row) => row.map(text))).toBuffer();
  const reading = await readWell({ name: 'chương trình.xlsx', bytes });

  expect(reading.head).toMatchObject({
    issuer: 'Công đoàn ngành Giáo dục tỉnh Cà Mau',
    issuedOn: '2026-02-04',
  });
  expect(brief(reading)).toEqual([
    '1 | Thăm, tặng quà Tết | Ban Chính sách |  | 30/01/2026',
    '2 | Tháng Công nhân | Ban Tuyên giáo |  | trước 20/5/2026',
    '3 | Kiểm tra, giám sát | Ủy ban Kiểm tra |  | THƯỜNG XUYÊN',
  ]);
  expect(codes(reading)).not.toContain('ROW_NOT_UNDERSTOOD');
});

test('a school cluster’s workbook: who signs stands under the columns, movements run through the year', async () => {
  const text = (value: string): { value: string; type: StringConstructor } => ({ value, type: String });
  const rows = [
    ['KẾ HOẠCH công tác năm 2026 (Kế hoạch số 07/KH-CTĐ ngày 20/01/2026)', '', '', ''],
    ['TT', 'Nhiệm vụ', 'Chủ trì', 'Thời hạn'],
    ['1', 'Triển khai các phong trào thi đua trọng tâm:', '', 'Năm 2026'],
    ['', '- Phong trào “Dạy tốt”', 'Trường THCS Lê Lợi', ''],
    ['', '- Phong trào “Trường học hạnh phúc”', 'Trường THCS Chu Văn An', ''],
    ['2', 'Tổ chức các hoạt động chào mừng:', 'Cụm trưởng', 'Năm 2026'],
    ['', '+ Kỷ niệm 96 năm Ngày thành lập Đảng (03/02/1930-03/02/2026)', '', ''],
    ['', '+ Bầu cử đại biểu Quốc hội khoá XVI (15/3/2026)', '', ''],
    ['3', 'Gửi tin, bài', 'Các trường trong cụm', 'Ngày 25 hằng tháng'],
    ['', '', '', ''],
    ['', '', 'CỤM TRƯỞNG', ''],
    ['', '', 'HIỆU TRƯỞNG TRƯỜNG THCS LÊ LỢI', ''],
    ['', '', 'Trần Thị Minh Hạnh', ''],
  ];
  const bytes = await writeXlsxFile(rows.map((row) => row.map(text))).toBuffer();
  const reading = await readWell({ name: 'kế hoạch cụm.xlsx', bytes });
  const last = reading.tasks.at(-1);

  expect(reading.head).toMatchObject({
    number: '07/KH-CTĐ',
    issuedOn: '2026-01-20',
    title: 'Kế hoạch công tác năm 2026',
  });
  expect([last?.lead?.words, last?.coLeads]).toEqual(['Các trường trong cụm', []]);
  expect(codes(reading)).not.toContain('ROW_NOT_UNDERSTOOD');
  expect(reading.movements.map(({ taskNo }) => taskNo)).toEqual(['1.1', '1.2']);
  expect(reading.tasks.find(({ no }) => no === '1.1')?.rules).toMatchObject([{ kind: 'period' }]);
  expect(reading.events.map(({ name, on }) => [name, on])).toEqual([
    ['Kỷ niệm 96 năm Ngày thành lập Đảng', '2026-02-03'],
    ['Bầu cử đại biểu Quốc hội khoá XVI', '2026-03-15'],
  ]);
});
