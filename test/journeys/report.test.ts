import { afterEach, beforeEach, expect, test } from 'vitest';
import { type RunningProgram, runningProgram } from '../support/program.ts';
import { type SeenMessage, saying } from '../support/sandbox.ts';

const SECRETARY = 101;
const LEADER = 102;
const FOCAL_POINT = 103;

let program: RunningProgram;

beforeEach(async () => {
  program = await runningProgram();
});

afterEach(() => program.close());

const labels = (message: SeenMessage): string[] =>
  (message.reply_markup?.inline_keyboard ?? []).flat().map((button) => button.text);

test('a fixed conference is noted to the leader, who contests it; more time is asked for and granted', async () => {
  await program.say(FOCAL_POINT, FOCAL_POINT, '/viec');
  const mine = await program.waitForMessage(FOCAL_POINT, saying('nhiệm vụ chưa hoàn thành'));
  await program.press(FOCAL_POINT, FOCAL_POINT, mine.message_id, '6 · Cập nhật');
  const steps = await program.waitForMessage(FOCAL_POINT, saying('chưa có cập nhật', 'Cụm thi đua số 1'));
  await program.press(FOCAL_POINT, FOCAL_POINT, steps.message_id, 'Đã chốt lịch');
  await program.waitForMessage(FOCAL_POINT, saying('ngày, giờ nào'));
  await program.say(FOCAL_POINT, FOCAL_POINT, '8h30 12/12');
  await program.waitForMessage(FOCAL_POINT, saying('Địa điểm'));
  await program.say(FOCAL_POINT, FOCAL_POINT, 'Hội trường phường');
  const chair = await program.waitForMessage(FOCAL_POINT, saying('Ai chủ trì'));
  await program.press(FOCAL_POINT, FOCAL_POINT, chair.message_id, 'Bỏ qua');
  await program.waitForMessage(FOCAL_POINT, saying('đã chốt lịch: 08:30, Thứ Năm 12/12/2024'));

  await program.advance({ ms: 2 * 3_600_000 });
  const note = await program.waitForMessage(LEADER, saying('vừa được ghi nhận', 'Nguyễn Thị Lan'));
  await program.press(LEADER, LEADER, note.message_id, 'Chưa đúng');

  await program.say(FOCAL_POINT, FOCAL_POINT, '/viec');
  const again = await program.waitForMessage(FOCAL_POINT, saying('nhiệm vụ chưa hoàn thành', 'đã chốt lịch'));
  await program.press(FOCAL_POINT, FOCAL_POINT, again.message_id, '6 · Cập nhật');
  const choice = await program.waitForMessage(
    FOCAL_POINT,
    (message) => message.message_id === again.message_id && labels(message).includes('Xin gia hạn'),
  );
  await program.press(FOCAL_POINT, FOCAL_POINT, choice.message_id, 'Xin gia hạn');
  const days = await program.waitForMessage(FOCAL_POINT, saying('Xin gia hạn đến ngày nào'));
  await program.press(FOCAL_POINT, FOCAL_POINT, days.message_id, '26/12');
  const reasons = await program.waitForMessage(FOCAL_POINT, saying('Lý do?'));
  await program.press(FOCAL_POINT, FOCAL_POINT, reasons.message_id, 'Chờ hướng dẫn');
  await program.waitForMessage(FOCAL_POINT, saying('Đã chuyển đề nghị gia hạn'));

  await program.advance({ ms: 5 * 3_600_000 });
  const inbox = await program.waitForMessage(SECRETARY, saying('Cần đồng chí xử lý: 3'));
  await program.press(SECRETARY, SECRETARY, inbox.message_id, 'Từng việc');
  const contested = await program.waitForMessage(SECRETARY, saying('1/2', 'báo chưa đúng'));
  await program.press(SECRETARY, SECRETARY, contested.message_id, 'Việc tiếp ▶');
  const asked = await program.waitForMessage(SECRETARY, saying('2/2', 'Chờ hướng dẫn'));
  await program.press(SECRETARY, SECRETARY, asked.message_id, 'Đồng ý');
  const granted = await program.waitForMessage(FOCAL_POINT, saying('đồng ý gia hạn', '26/12/2024'));

  expect(inbox.message_id).toBe(contested.message_id);
  expect(granted.text).toContain('hạn trước đó: Thứ Năm 19/12/2024');
});
