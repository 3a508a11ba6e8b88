import { describe, expect, test } from 'vitest';
import { brief, codes } from './brief.ts';
import { planDocx } from './plan-docx.ts';
import { readTextWell, readWell } from './read-sample.ts';

const TABLE = 'TT\tNhiệm vụ\tChủ trì\tThời hạn\n1\tRà soát\tPhòng A\t30/6/2026';

describe('the issuer is put into running text as its office writes itself', () => {
  test.each([
    ['UBND TỈNH QUẢNG NINH\nSỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH', 'Sở Văn hóa, Thể thao và Du lịch'],
    ['BỘ NỘI VỤ\nBAN THI ĐUA - KHEN THƯỞNG TRUNG ƯƠNG', 'Ban Thi đua - Khen thưởng Trung ương'],
    ['UBND XÃ ĐẠI THANH\nPHÒNG VĂN HÓA - XÃ HỘI', 'Phòng Văn hóa - Xã hội'],
    ['SỞ GIÁO DỤC VÀ ĐÀO TẠO HÀ NỘI\nTRƯỜNG THPT CHU VĂN AN', 'Trường THPT Chu Văn An'],
    ['HỘI LIÊN HIỆP PHỤ NỮ VIỆT NAM\nPHƯỜNG NGỌC HÀ', 'Hội Liên hiệp Phụ nữ Việt Nam phường Ngọc Hà'],
    ['ĐẢNG ỦY CÁC CƠ QUAN ĐẢNG TỈNH NGHỆ AN', 'Đảng ủy các cơ quan Đảng tỉnh Nghệ An'],
    ['TỈNH ỦY ĐỒNG NAI', 'Tỉnh ủy Đồng Nai'],
    ['UBND PHƯỜNG HỒNG HÀ\nTRẠM Y TẾ', 'Trạm Y tế'],
    ['UBND PHƯỜNG NGỌC HÀ\nCỤM TRƯỜNG SỐ 3', 'Cụm trường số 3'],
    ['CHI CỤC THUẾ KHU VỰC XV', 'Chi cục Thuế khu vực XV'],
  ])('%s', async (capitals, issuer) => {
    const reading = await readTextWell(
      `${capitals}\nSố: 12/KH-XX\nKẾ HOẠCH\nThi đua năm 2026\nCăn cứ Luật Thi đua, khen thưởng;\n${TABLE}`,
    );

    expect(reading.head.issuer).toBe(issuer);
  });
});

test.each(['Số 15/KH-CT ngày 12/9/2025', 'Số: 15/KH-CT (ngày 12/9/2025)', '(Số 15/KH-CT ngày 12/9/2025)'])(
  'number and day stand on a line of their own: %s',
  async (line) => {
    const reading = await readTextWell(
      `CỤM TRƯỜNG SỐ 3\n${line}\nKẾ HOẠCH\nThi đua năm học 2025-2026\n${TABLE}`,
    );

    expect(reading.head).toMatchObject({ number: '15/KH-CT', issuedOn: '2025-09-12' });
  },
);

test('a day behind the number with a dash is no part of it', async () => {
  const reading = await readTextWell(`CỤM TRƯỜNG SỐ 3\nSố 15/KH-CT - 12/9/2025\nKẾ HOẠCH\n${TABLE}`);

  expect(reading.head.number).toBe('15/KH-CT');
});

test('the steps of a document are columns of days', async () => {
  const bytes = await planDocx([
    'Số 04-KH/ĐU, ngày 05/01/2026',
    'KẾ HOẠCH',
    'Ban hành văn bản chỉ đạo năm 2026',
    [
      ['TT', 'Tên văn bản', 'Đơn vị tham mưu', 'Dự thảo', 'Trình duyệt', 'Ban hành', 'Nơi lưu'],
      ['1', 'Hướng dẫn bình xét', 'Văn phòng', 'Trước 15/10', '25/10', '30/10/2026', 'Phòng lưu trữ'],
      ['2', 'Báo cáo năm', 'Ban Tổ chức', '', '05/12', 'Trước ngày 10/12', ''],
    ],
  ]);

  const reading = await readWell({ name: 'a.docx', bytes });

  expect(brief(reading)).toEqual([
    '1 | Hướng dẫn bình xét | Văn phòng |  | Dự thảo: Trước 15/10\nTrình duyệt: 25/10\nBan hành: 30/10/2026',
    '2 | Báo cáo năm | Ban Tổ chức |  | Trình duyệt: 05/12\nBan hành: Trước ngày 10/12',
  ]);
  expect(reading.tasks[0]?.rules).toMatchObject([
    { on: '2026-10-15', inclusive: false },
    { on: '2026-10-25', inclusive: true },
    { on: '2026-10-30', inclusive: true },
  ]);
  expect(reading.tasks[0]?.notes).toEqual(['Nơi lưu: Phòng lưu trữ']);
});

test('days on which something has been given or received are no steps', async () => {
  const reading = await readTextWell(
    'KẾ HOẠCH năm 2026\nTT\tNhiệm vụ\tChủ trì\tNgày giao\tNgày nhận\n1\tRà soát\tPhòng A\t05/01/2026\t07/01/2026',
  );

  expect(reading.tasks.map(({ rules }) => rules)).toEqual([[]]);
});

test('a programme of the Party, whose sections are the bodies that lead', async () => {
  const across = (text: string): { text: string; span: number } => ({ text, span: 2 });
  const bytes = await planDocx([
    'TỈNH ỦY ĐỒNG NAI',
    'Số 12-CTr/TU, ngày 10/10/2025',
    'CHƯƠNG TRÌNH HÀNH ĐỘNG',
    'về công tác thi đua, khen thưởng giai đoạn 2025-2030',
    [
      ['STT', 'Nội dung, nhiệm vụ', 'Thời gian hoàn thành'],
      ['I', across('Ban Tổ chức Tỉnh ủy (phối hợp: Sở Nội vụ)')],
      ['1', 'Rà soát tiêu chí', 'Trước ngày 31/3/2026'],
      ['II', across('ĐẢNG ỦY UBND TỈNH')],
      ['1', 'Tổng kết phong trào', 'Hằng năm, trước ngày 15/12'],
      ['III', across('CÁC ĐẢNG ỦY TRỰC THUỘC')],
      ['1', 'Xây dựng kế hoạch', 'Tháng 11/2025'],
    ],
  ]);

  const reading = await readWell({ name: 'a.docx', bytes });

  expect(brief(reading)).toEqual([
    'I.1 | Rà soát tiêu chí | Ban Tổ chức Tỉnh ủy | Sở Nội vụ | Trước ngày 31/3/2026',
    'II.1 | Tổng kết phong trào | ĐẢNG ỦY UBND TỈNH |  | Hằng năm, trước ngày 15/12',
    'III.1 | Xây dựng kế hoạch | CÁC ĐẢNG ỦY TRỰC THUỘC |  | Tháng 11/2025',
  ]);
});

test('a calendar whose months have a theme, and whose rows a part of them', async () => {
  const reading = await readTextWell(
    [
      'CÔNG ĐOÀN PHƯỜNG THUẬN HÓA\nLỊCH CÔNG TÁC NĂM 2026',
      'Thời gian\tNội dung\tĐơn vị thực hiện',
      'Tháng 3: Tháng Thanh niên, kỷ niệm ngày Quốc tế Phụ nữ\t\t',
      '\tTuyên dương\tCông đoàn phường',
      'Trong tháng\tPhát động phong trào\tCông đoàn phường',
      'Từ 15 đến 25\tTổng kết hoạt động\tCác CĐCS',
      '05-3\tHọp mặt\tCác CĐCS',
    ].join('\n'),
  );

  expect(reading.tasks.map(({ deadlineText }) => deadlineText)).toEqual([
    'Tháng 3',
    'Trong tháng 3',
    'Từ 15 đến 25 tháng 3',
    '05-3',
  ]);
  expect(codes(reading)).not.toContain('DEADLINE_REVIEW');
});

test('a day in a title, before the end of the month of its row, is put before a person', async () => {
  const reading = await readTextWell(
    [
      'CÔNG ĐOÀN PHƯỜNG THUẬN HÓA\nLỊCH CÔNG TÁC NĂM 2026',
      'TT\tNội dung\tChủ trì\tThời gian',
      '1\tKý giao ước thi đua trước ngày 25/01\tCác CĐCS\tTháng 1',
      '2\tSơ kết 6 tháng đầu năm (chậm nhất 30/6)\tCông đoàn phường\tQuý II',
      '3\tTổng kết\tCông đoàn phường\tTháng 12',
    ].join('\n'),
  );

  expect(reading.tasks.map(({ no }) => codes(reading, no).includes('DEADLINE_REVIEW'))).toEqual([
    true,
    false,
    false,
  ]);
  expect(reading.undecided.find(({ code }) => code === 'DEADLINE_REVIEW')?.deadline?.readings).toMatchObject([
    [{ kind: 'range', to: '2026-01-31' }],
    [{ kind: 'once', on: '2026-01-25', inclusive: false }],
  ]);
});

test('a subject in capitals keeps its Roman figures', async () => {
  const reading = await readTextWell(
    [
      'KẾ HOẠCH',
      'CÔNG TÁC QUÝ II NĂM 2026',
      '',
      'TT\tNhiệm vụ\tChủ trì\tThời hạn',
      '1\tHọp\tVăn phòng\t20/5',
    ].join('\n'),
  );

  expect(reading.head.title).toBe('Kế hoạch công tác quý II năm 2026');
});

test('number and day in the one line of the title are the document’s own', async () => {
  const reading = await readTextWell(
    `LIÊN MINH HỢP TÁC XÃ TỈNH ĐỒNG THÁP\n\nKế hoạch số 15/KH-LMHTX ngày 02/03/2026\n\n${TABLE}`,
  );

  expect(reading.head).toMatchObject({
    number: '15/KH-LMHTX',
    issuer: 'Liên minh Hợp tác xã tỉnh Đồng Tháp',
    issuedOn: '2026-03-02',
  });
});
