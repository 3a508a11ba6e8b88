import { beforeEach, expect, test } from 'vitest';
import { newSetUpCode } from '../../../src/bot/set-up-code.ts';
import type { Office } from '../../support/office.ts';
import { emptyOffice } from '../../support/sample-office.ts';
import { replyShown } from '../shown.ts';

const FIRST = '1';
const SECOND = '2';
const CODE = newSetUpCode();

let office: Office;

beforeEach(async () => {
  office = await emptyOffice({ setUpCode: CODE });
});

const start = async (user: string, payload = '') =>
  replyShown(await office.say(user, user, `/start ${payload}`.trim()));
const roles = async () => (await office.directory()).appointments.map(({ role }) => role);

test('before the set-up a plain start says how it begins, and so does whatever else is asked', async () => {
  expect(await start(FIRST)).toContain('liên kết một lần ở cuối nhật ký');
  expect(replyShown(await office.say(FIRST, FIRST, 'tháng này có gì đến hạn?'))).toContain('nhật ký');
  expect(await roles()).toEqual([]);
});

test('a wrong code, or one of a start before, makes nobody anything and says where the right one is', async () => {
  const wrong = await start(FIRST, newSetUpCode().payload);

  expect(wrong).toContain('không còn hiệu lực');
  expect(await roles()).toEqual([]);
});

test('the one-time link makes whoever opens it first the secretariat, and nobody after', async () => {
  const first = await start(FIRST, CODE.payload);
  const second = await start(SECOND, CODE.payload);
  const again = await start(FIRST, CODE.payload);
  const plain = await start(SECOND);

  expect(first).toContain('Thiết lập: còn 5 việc');
  expect(again).toContain('Thiết lập: còn 5 việc');
  expect(second).toBe('Hệ thống đã có người phụ trách. Đề nghị liên hệ Thường trực HĐ TĐKT.');
  expect(plain).toContain('chưa có trong danh sách');
  expect(await roles()).toEqual(['secretariat']);
});
