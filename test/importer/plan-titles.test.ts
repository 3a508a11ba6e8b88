import { expect, test } from 'vitest';
import type { PlanHead } from '../../src/core/plan/plan-reading.ts';
import { readTextWell } from './read-sample.ts';

const headOf = async (...lines: readonly string[]): Promise<PlanHead> =>
  (
    await readTextWell(
      [...lines, '', 'TT\tNội dung\tChủ trì\tThời hạn', '1\tSơ kết\tVăn phòng\t15/7'].join('\n'),
    )
  ).head;

test('capitals that say a year and name no body are the title, not who issued it', async () => {
  expect(await headOf('UBND PHƯỜNG BA ĐÌNH', 'THEO DÕI NHIỆM VỤ CHUYỂN ĐỔI SỐ NĂM 2026')).toMatchObject({
    issuer: 'UBND phường Ba Đình',
    title: 'Theo dõi nhiệm vụ chuyển đổi số năm 2026',
  });
  expect(await headOf('NHIỆM VỤ THÁNG 02/2026')).toMatchObject({
    issuer: null,
    title: 'Nhiệm vụ tháng 02/2026',
  });
});

test('capitals behind the number of the document are its title, whatever they begin with', async () => {
  const head = await headOf(
    'CÔNG ĐOÀN CÁC KCN TỈNH',
    'Số: 09/KH-CĐKCN',
    'An Giang, ngày 20 tháng 02 năm 2026',
    'HOẠT ĐỘNG THÁNG CÔNG NHÂN',
    'VÀ THÁNG HÀNH ĐỘNG NĂM 2026',
    'I. MỤC ĐÍCH, YÊU CẦU',
  );

  expect(head).toMatchObject({
    issuer: 'Công đoàn các KCN tỉnh',
    title: 'Hoạt động tháng công nhân và tháng hành động năm 2026',
  });
});

test('a sentence under the subject is none of the title', async () => {
  const head = await headOf(
    'KẾ HOẠCH',
    'Tổ chức Tháng Thanh niên năm 2026',
    'Các hoạt động chào mừng: 95 năm Ngày thành lập Đoàn (26/3/1931 - 26/3/2026).',
  );

  expect(head.title).toBe('Kế hoạch tổ chức Tháng Thanh niên năm 2026');
});

test('a subject may end with a stop', async () => {
  expect((await headOf('KẾ HOẠCH', 'Thi đua năm 2026.', 'Thực hiện chỉ đạo của tỉnh.')).title).toBe(
    'Kế hoạch thi đua năm 2026.',
  );
});

test('the year of a document that the title cites is not the period', async () => {
  const head = await headOf(
    'DANH MỤC CÁC NHIỆM VỤ THỰC HIỆN NGHỊ QUYẾT SỐ 57-NQ/TW NGÀY 22 THÁNG 12 NĂM 2024',
    '(Kèm theo Chương trình hành động tại Nghị quyết số 03/NQ-CP ngày 09 tháng 01 năm 2025 của Chính phủ)',
  );

  expect(head).toMatchObject({
    number: '03/NQ-CP',
    issuer: 'Chính phủ',
    issuedOn: '2025-01-09',
    period: { from: 2025, to: 2025 },
  });
});

test('number and day of a document that the title cites are not its own', async () => {
  const head = await headOf(
    'UBND XÃ PHƯỚC HẢI',
    'Số:      /KH-UBND',
    'Phước Hải, ngày     tháng 02 năm 2026',
    'KẾ HOẠCH',
    'Về việc thực hiện Chỉ thị số 12-CT/TU ngày 03 tháng 3 năm 2024 của Thành ủy',
  );

  expect(head).toMatchObject({ number: null, issuedOn: null });
});

test('a letter has its title in its subject; hyphens that hold a line together are plain ones', async () => {
  const head = await headOf(
    'SỞ NỘI VỤ',
    'Số: 812/SNV\u2011TĐKT',
    'V/v triển khai nhiệm vụ thi đua giai đoạn 2026\u20112030',
    'Tây Ninh, ngày 14\u201101\u20112026',
  );

  expect(head).toEqual({
    number: '812/SNV-TĐKT',
    issuer: 'Sở Nội vụ',
    issuedOn: '2026-01-14',
    period: { from: 2026, to: 2030 },
    title: 'Về việc triển khai nhiệm vụ thi đua giai đoạn 2026-2030',
    superior: null,
  });
});

test('days of one year are no anniversary', async () => {
  const reading = await readTextWell(
    [
      'LỊCH CÔNG TÁC (từ ngày 02/3/2026 đến ngày 06/3/2026)',
      'Kỷ niệm 95 năm Ngày thành lập Đoàn (26/3/1931 - 26/3/2026)',
      '',
      'TT\tNội dung\tChủ trì\tThời hạn',
      '1\tSơ kết\tVăn phòng\t05/3/2026',
    ].join('\n'),
  );

  expect(reading.events.map(({ on }) => on)).toEqual(['2026-03-26']);
});
