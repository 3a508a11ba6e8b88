import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  ADMINISTRATIVE_GROUP,
  type RunningProgram,
  runningProgram,
  SCHOOL_GROUP,
} from '../support/program.ts';
import type { SeenMessage } from '../support/sandbox.ts';

const SECRETARY = 101;
const FOCAL_POINT = 103;
const SCHOOL_FOCAL_POINT = 105;
const STRANGER = 108;

let program: RunningProgram;

beforeEach(async () => {
  program = await runningProgram();
});

afterEach(() => program.close());

const saying =
  (...words: string[]) =>
  ({ text = '' }: SeenMessage) =>
    words.every((word) => text.includes(word));

const labels = (message: SeenMessage): string[] =>
  (message.reply_markup?.inline_keyboard ?? []).flat().map((button) => button.text);

test('a group is told what falls due, each its own, in the words of the plan', async () => {
  await program.say(FOCAL_POINT, ADMINISTRATIVE_GROUP, '@dung_han_bot tháng này có gì đến hạn?');
  const november = await program.waitForMessage(ADMINISTRATIVE_GROUP, saying('Tháng 11/2024'));
  await program.say(FOCAL_POINT, ADMINISTRATIVE_GROUP, '@dung_han_bot thang 12 co viec gi');
  const december = await program.waitForMessage(ADMINISTRATIVE_GROUP, saying('Tháng 12/2024', '6. '));
  await program.say(SCHOOL_FOCAL_POINT, SCHOOL_GROUP, '/han@dung_han_bot tháng 5');
  const may = await program.waitForMessage(SCHOOL_GROUP, saying('Tháng 5/2025', '6. '));

  expect(november.text).toMatchInlineSnapshot(`
    "📌 Tháng 11/2024 · Cụm thi đua số 1
    1 nhiệm vụ đến hạn

    Trước ngày 30/11/2024 (hết Thứ Sáu 29/11/2024) · còn 25 ngày
    10. Xây dựng kế hoạch và triển khai các nội dung, nhiệm vụ chuẩn bị tổ chức Hội nghị điển…
    Phòng Nội vụ chủ trì · 29/KH-UBND, PL mục 10

    Tiếp theo: Trước ngày 20/12 hằng năm · 6. Tổ chức tổng kết, bình xét đề nghị khen thưởng đề nghị khen thưởng các Cụm thi đua thuộc… (còn 45 ngày)"
  `);
  expect(december.text).toContain('Trước ngày 20/12 hằng năm (hết Thứ Năm 19/12/2024) · còn 45 ngày');
  expect(may.text).toContain('Trước ngày 30/5 hằng năm (hết Thứ Năm 29/05/2025)');
  expect(december.text).not.toContain('30/5');
  expect(may.text).not.toContain('20/12');
});

test('a focal point reports by two presses; a second press changes nothing; others are refused', async () => {
  await program.say(FOCAL_POINT, FOCAL_POINT, '/viec');
  const mine = await program.waitForMessage(FOCAL_POINT, saying('nhiệm vụ chưa hoàn thành'));
  const update = labels(mine).find((label) => label.startsWith('6 ')) ?? '';
  await program.press(FOCAL_POINT, FOCAL_POINT, mine.message_id, update);
  const steps = await program.waitForMessage(FOCAL_POINT, (message) =>
    labels(message).includes('Đã hoàn thành'),
  );
  const done = dataOf(steps, 'Đã hoàn thành');
  await program.press(FOCAL_POINT, FOCAL_POINT, steps.message_id, 'Đã hoàn thành');
  const recorded = await program.waitForMessage(FOCAL_POINT, saying('đã hoàn thành', 'Ghi nhận'));
  const again = await program.press(FOCAL_POINT, FOCAL_POINT, recorded.message_id, { data: done });
  const stranger = await program.press(STRANGER, SCHOOL_GROUP, await anyMessage(SCHOOL_GROUP), {
    data: done,
  });

  expect(steps.message_id).toBe(mine.message_id);
  expect(recorded.message_id).toBe(mine.message_id);
  expect(recorded.text).toContain('Cụm thi đua số 1 · mục 6: đã hoàn thành');
  expect(again?.text).toContain('Không có gì thay đổi');
  expect(stranger).toMatchObject({ alert: true });
  expect(stranger?.text).toContain('Nút này dành cho đầu mối Cụm thi đua số 1');
});

async function anyMessage(chat: number): Promise<number> {
  await program.say(SCHOOL_FOCAL_POINT, chat, '/han@dung_han_bot');
  return (await program.waitForMessage(chat, saying('📌'))).message_id;
}

const dataOf = (message: SeenMessage, label: string): string =>
  (message.reply_markup?.inline_keyboard ?? []).flat().find(({ text }) => text === label)?.callback_data ??
  '';

test('a launch reaches the groups, and the secretary sees who has received it', async () => {
  await program.say(SECRETARY, SECRETARY, '/phatdong');
  await program.waitForMessage(SECRETARY, saying('(1/5)'));
  await program.say(SECRETARY, SECRETARY, '80 năm xây dựng & trưởng thành');
  await program.waitForMessage(SECRETARY, saying('(2/5)'));
  await program.say(SECRETARY, SECRETARY, 'Chủ đề: <b>thi đua</b>\n\nTiêu chí: 1) … 2) …');
  await program.waitForMessage(SECRETARY, saying('(3/5)'));
  await program.say(SECRETARY, SECRETARY, 'Kế hoạch số 45/KH-UBND ngày 04/11/2024');
  const audience = await program.waitForMessage(SECRETARY, saying('(4/5)'));
  await program.press(SECRETARY, SECRETARY, audience.message_id, 'Tất cả các Cụm');
  const cutOff = await program.waitForMessage(SECRETARY, saying('(5/5)'));
  await program.press(SECRETARY, SECRETARY, cutOff.message_id, '3 ngày');
  const preview = await program.waitForMessage(SECRETARY, saying('Xem trước'));
  await program.press(SECRETARY, SECRETARY, preview.message_id, '☐ Đã có phê duyệt bằng văn bản');
  const marked = await program.waitForMessage(SECRETARY, (message) => labels(message).includes('Gửi'));
  await program.press(SECRETARY, SECRETARY, marked.message_id, 'Gửi');
  const post = await program.waitForMessage(ADMINISTRATIVE_GROUP, saying('PHÁT ĐỘNG', '0/14'));
  await program.waitForMessage(SCHOOL_GROUP, saying('PHÁT ĐỘNG', '0/7'));
  await program.waitForMessage(SECRETARY, saying('Tiếp nhận 0/21'));
  const answer = await program.press(FOCAL_POINT, ADMINISTRATIVE_GROUP, post.message_id, 'Đã tiếp nhận');
  const again = await program.press(FOCAL_POINT, ADMINISTRATIVE_GROUP, post.message_id, 'Đã tiếp nhận');
  await program.waitForMessage(SECRETARY, saying('Tiếp nhận 1/21'));
  await program.waitForMessage(ADMINISTRATIVE_GROUP, saying('1/14'));
  const refused = await program.press(107, ADMINISTRATIVE_GROUP, post.message_id, 'Đã tiếp nhận');

  expect(answer?.text).toContain('UBND phường Điện Biên đã tiếp nhận lúc');
  expect(again?.text).toContain('UBND phường Điện Biên đã tiếp nhận lúc');
  expect(refused?.text).toContain('chưa có trong danh sách');
  expect(post.text).toContain('Chủ đề: <b>thi đua</b>');
});

test('time passes: digests on Monday, reminders before deadlines, and a restart loses and repeats nothing', async () => {
  await program.advance({ until: 'digest' });
  await program.waitForMessage(ADMINISTRATIVE_GROUP, saying('🗓', 'Tuần 04–10/11/2024'));
  await program.waitForMessage(SCHOOL_GROUP, saying('🗓'));
  await program.waitForMessage(SECRETARY, saying('📋'));
  program = await program.restart();
  await program.advance({ to: '2024-12-10T10:00:00+07:00' });
  const messages = await program.messages(FOCAL_POINT);
  const reminders = messages.filter(saying('🔔'));
  const digests = (await program.messages(ADMINISTRATIVE_GROUP)).filter(saying('🗓'));

  expect(reminders.map(({ text = '' }) => text.split('\n')[0])).toMatchInlineSnapshot(`
    [
      "🔔 Cụm thi đua số 1 · Thứ Năm 05/12/2024",
    ]
  `);
  expect(digests).toHaveLength(6);
  expect(new Set(digests.map(({ text }) => text)).size).toBe(6);
});
