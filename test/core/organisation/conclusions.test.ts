import { expect, test } from 'vitest';
import { conclusionsIn } from '../../../src/core/organisation/conclusions.ts';

test.each([
  ['', []],
  ['Cụm rà soát lại đăng ký.', ['Cụm rà soát lại đăng ký.']],
  [
    '1. Gửi danh sách  trước 15/11\n\n2) Họp Cụm 20/11\n - Báo cáo quý\n•Khen thưởng',
    ['Gửi danh sách trước 15/11', 'Họp Cụm 20/11', 'Báo cáo quý', 'Khen thưởng'],
  ],
  ['15/11 gửi danh sách', ['15/11 gửi danh sách']],
])('%j holds %j', (text, conclusions) => {
  expect(conclusionsIn(text)).toEqual(conclusions);
});
