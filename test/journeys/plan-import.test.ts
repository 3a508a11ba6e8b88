import { readFile } from 'node:fs/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ADMINISTRATIVE_GROUP, type RunningProgram, runningProgram } from '../support/program.ts';
import { type SeenMessage, saying } from '../support/sandbox.ts';

const SECRETARY = 101;
const FOCAL_POINT = 103;
const SAMPLE = new URL('../../src/sandbox/sample/plan-29-ba-dinh.docx', import.meta.url);
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

let program: RunningProgram;

beforeEach(async () => {
  program = await runningProgram();
});

afterEach(() => program.close());

const labels = (message: SeenMessage): string[] =>
  (message.reply_markup?.inline_keyboard ?? []).flat().map((button) => button.text);

const send = (name: string, type: string, bytes: Uint8Array) =>
  program.say(SECRETARY, SECRETARY, '', { file: { name, type, bytes } });

/** What the secretary sees by something that they do, and not what stood there before. */
async function after(act: () => Promise<unknown>, ...words: string[]): Promise<SeenMessage> {
  const before = program.events.length;
  await act();
  const event = await program.waitFor(
    (one) =>
      program.events.indexOf(one) >= before &&
      (one.type === 'message' || one.type === 'edited') &&
      one.chat === SECRETARY &&
      saying(...words)(one.message),
  );
  if (!('message' in event)) throw new Error('not a message');
  return event.message;
}

async function press(message: SeenMessage, label: string | RegExp, ...then: string[]): Promise<SeenMessage> {
  const found = labels(message).find((one) => (typeof label === 'string' ? one === label : label.test(one)));
  if (found === undefined) throw new Error(`no button ${label}: ${labels(message).join(' | ')}`);
  return after(() => program.press(SECRETARY, SECRETARY, message.message_id, found), ...then);
}

const say = (text: string, ...then: string[]): Promise<SeenMessage> =>
  after(() => program.say(SECRETARY, SECRETARY, text), ...then);

/** The sample plan under another number and period, as another office sends it. */
const otherPlan = [
  'Số: 45/KH-UBND',
  'Ngày 04 tháng 11 năm 2024',
  'KẾ HOẠCH công tác thi đua, khen thưởng năm 2024',
  'TT\tNhiệm vụ\tĐơn vị chủ trì\tThời gian thực hiện',
  '1\tTổ chức tổng kết, bình xét đề nghị khen thưởng các Cụm thi đua thuộc quận\tCụm trưởng\tTrước ngày 20/12/2024',
  '2\tBáo cáo chuyên đề chuyển đổi số\tUBND phường Điện Biên\tDự kiến tháng 12',
].join('\n');

test('a secretary sends a plan, decides row by row, leaves and comes back, and it is in force when confirmed', async () => {
  const first = await say(otherPlan, '📄 KH 45/KH-UBND');
  expect(first.text).toContain('Chưa có gì được đưa vào thực hiện');
  const row = await press(first, /^Xem 1/, '❓ 1/1', 'mục 2');
  await press(row, 'Về đầu', '📄 KH 45/KH-UBND');
  const list = await say('/nhap', 'Nhập kế hoạch');
  const again = await press(list, 'KH 45/KH-UBND · mới', '📄 KH 45/KH-UBND');
  const decided = await press(
    await press(again, /^Xem 1/, '❓ 1/1'),
    'Trong tháng 12/2024',
    '1 nội dung đã quyết định',
  );
  const done = await press(decided, 'Đưa vào thực hiện', 'đã đưa vào thực hiện');
  expect(done.text).toContain('cặp dòng có thể là một việc');

  const offer = await press(done, /^Việc trùng/, 'có thể là một việc');
  const alike = offer.text?.includes('45/KH-UBND') ? offer : await press(offer, 'Để sau ▶', '45/KH-UBND');
  await press(alike, 'Là một việc');

  await program.say(FOCAL_POINT, ADMINISTRATIVE_GROUP, '@dung_han_bot thang 12 co viec gi');
  const december = await program.waitForMessage(ADMINISTRATIVE_GROUP, saying('Tháng 12/2024'));
  expect(december.text?.match(/bình xét/g)).toHaveLength(1);
  expect(december.text).toMatch(/cùng là mục (1, 45|6, 29)\/KH-UBND/);
});

test('the sample document sent again changes nothing; a picture in its clothes and a broken archive are refused', async () => {
  await send('ke-hoach-29.docx', WORD, await readFile(SAMPLE));
  const again = await program.waitForMessage(SECRETARY, saying('📄 KH 29/KH-UBND'));
  expect(again.text).toContain('Đọc được 20 nhiệm vụ (40 dòng), 20 sự kiện');

  const picture = await after(
    () => send('anh.docx', WORD, new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3])),
    'Chưa có gì thay đổi',
  );
  const broken = await after(
    () => send('hong.docx', WORD, new Uint8Array([0x50, 0x4b, 3, 4, 9, 9, 9, 9])),
    'Chưa có gì thay đổi',
  );

  expect(picture.text).toMatch(/không đúng với tên tệp|không phải Word hoặc Excel/);
  expect(broken.text).toContain('Tệp bị hỏng');
});

test('the plan in force comes as a workbook', async () => {
  const list = await say('/nhap', 'Nhập kế hoạch');
  const home = await press(list, 'KH 29/KH-UBND', '📄 KH 29/KH-UBND');
  await program.press(SECRETARY, SECRETARY, home.message_id, 'Bản Excel ⤓');
  const workbook = await program.waitForMessage(
    SECRETARY,
    ({ document }) => document?.file_name === 'ke-hoach-29-KH-UBND.xlsx',
  );
  expect(workbook.document).toBeDefined();
});
