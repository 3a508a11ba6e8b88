import { afterEach, beforeEach, expect, test } from 'vitest';
import { type RunningProgram, runningProgram, SCHOOL_GROUP } from '../support/program.ts';
import { saying } from '../support/sandbox.ts';

const SECRETARY = 101;
const WARD = 103;
const HEAD_SCHOOL = 105;
const SCHOOL = 106;

let program: RunningProgram;

beforeEach(async () => {
  program = await runningProgram();
});

afterEach(() => program.close());

const HOUR_MS = 3_600_000;

test('a task of the day is given in one line, answered in the group and in private, reminded of by the hour', async () => {
  await program.advance({ ms: HOUR_MS });
  await program.say(SECRETARY, SECRETARY, '/giaoviec Các trường gửi danh sách CSTĐ trước 16h chiều mai');
  const preview = await program.waitForMessage(SECRETARY, saying('Xem trước', 'Gửi danh sách CSTĐ', '16:00'));
  await program.press(SECRETARY, SECRETARY, preview.message_id, 'Gửi');
  const post = await program.waitForMessage(SCHOOL_GROUP, saying('VIỆC CẦN LÀM', '0/7'));
  const asked = await program.waitForMessage(SCHOOL, saying('Kính gửi Trường THCS Ba Đình', 'đề nghị'));
  const panel = await program.waitForMessage(SECRETARY, saying('GV1. Gửi danh sách CSTĐ', 'Xong 0/7'));

  await program.press(HEAD_SCHOOL, SCHOOL_GROUP, post.message_id, 'Đã nhận');
  await program.press(SCHOOL, SCHOOL, asked.message_id, 'Đã gửi');
  await program.press(WARD, SCHOOL_GROUP, post.message_id, 'Đã gửi').catch(() => undefined);
  const counted = await program.waitForMessage(SCHOOL_GROUP, saying('1/7 · đã nhận: 1'));
  const followed = await program.waitForMessage(SECRETARY, saying('Xong 1/7 · đã nhận 1 · chưa trả lời 5'));

  const restarted = await program.restart();
  program = restarted;
  await program.advance({ ms: 29 * HOUR_MS + 600_000 });
  const near = await program.waitForMessage(HEAD_SCHOOL, saying('GV1', 'còn 2 giờ', 'đã nhận'));
  await program.press(HEAD_SCHOOL, HEAD_SCHOOL, near.message_id, 'Không có');
  await program.waitForMessage(SECRETARY, saying('Xong 2/7'));
  await program.advance({ ms: 3 * HOUR_MS });
  const list = await program.waitForMessage(SECRETARY, saying('Đã đến hạn: GV1', 'Chưa trả lời (5)'));

  expect(counted.message_id).toBe(post.message_id);
  expect(followed.message_id).toBe(panel.message_id);
  expect(list.text).toContain('✔ Xong (2): Trường THCS Giảng Võ, Trường THCS Ba Đình');
});
