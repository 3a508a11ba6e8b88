import { expect, test } from 'vitest';
import { readPlanText } from '../../src/importer/read-plan-file.ts';
import { brief, codes } from './brief.ts';
import { readTextWell, TODAY } from './read-sample.ts';

test('a plan without a table is read by the lines under each of its tasks', async () => {
  const reading = await readTextWell(
    [
      'KẾ HOẠCH',
      'Tuyên truyền công tác thi đua, khen thưởng năm 2026',
      'I. MỤC ĐÍCH',
      '1. Nâng cao nhận thức.',
      'II. NỘI DUNG',
      '1. Tuyên truyền Luật Thi đua, khen thưởng',
      'Đăng tải các văn bản mới trên cổng thông tin.',
      '- Đơn vị chủ trì: Sở Nội vụ.',
      '- Đơn vị phối hợp: Sở Tư pháp; các cơ quan báo chí.',
      '- Thời gian thực hiện: Quý I/2026.',
      '2. Điển hình tiên tiến',
      'a) Xây dựng chuyên mục',
      'Đơn vị thực hiện: Đài Phát thanh.',
      'Thời gian: Thường xuyên.',
      'b) Tổ chức hội nghị',
      'Chủ trì: Văn phòng.',
      'Thời gian: Trước ngày 10/6/2026.',
      'III. TỔ CHỨC THỰC HIỆN',
      '1. Các đơn vị: báo cáo kết quả trước ngày 15/12/2026.',
    ].join('\n'),
  );

  expect(brief(reading)).toEqual([
    '1 | Tuyên truyền Luật Thi đua, khen thưởng | Sở Nội vụ | Sở Tư pháp + các cơ quan báo chí | Quý I/2026',
    '2 | Điển hình tiên tiến | - |  | ',
    '2.a | Xây dựng chuyên mục | Đài Phát thanh |  | Thường xuyên',
    '2.b | Tổ chức hội nghị | Văn phòng |  | Trước ngày 10/6/2026',
  ]);
  expect(reading.sections).toEqual([{ no: 'II', title: 'NỘI DUNG' }]);
  expect(codes(reading)).not.toContain('ROW_NOT_UNDERSTOOD');
});

test('lines that only name who is charged make no tasks', async () => {
  const text = [
    'III. TỔ CHỨC THỰC HIỆN',
    '1. Sở Nội vụ',
    'Các đơn vị: chủ động thực hiện trước ngày 15/12/2026.',
    '2. Sở Tài chính',
    'Các cơ quan: gửi báo cáo.',
  ].join('\n');

  expect(await readPlanText(text, TODAY)).toMatchObject({ code: 'IMPORT_NO_TASK_TABLE' });
});
