import { afterEach, beforeEach, expect, test } from 'vitest';
import { type RunningProgram, runningProgram } from '../support/program.ts';
import { saying } from '../support/sandbox.ts';

const SECRETARY = 101;
const STRANGER = 108;

let program: RunningProgram;

beforeEach(async () => {
  program = await runningProgram();
});

afterEach(() => program.close());

test('somebody opens a link, says who they are, is confirmed, and is told so', async () => {
  await program.say(SECRETARY, SECRETARY, '/moi UBND phường Kim Mã');
  const issued = await program.waitForMessage(SECRETARY, saying('t.me/', '?start=moi_'));
  const code = /start=(\S+)/.exec(issued.text ?? '')?.[1] ?? '';
  await program.start(STRANGER, code);
  const address = await program.waitForMessage(STRANGER, saying('1/3'));
  await program.press(STRANGER, STRANGER, address.message_id, 'chị');
  await program.waitForMessage(STRANGER, saying('2/3'));
  await program.say(STRANGER, STRANGER, 'Đỗ Thị Mai');
  await program.waitForMessage(STRANGER, saying('3/3'));
  await program.say(STRANGER, STRANGER, 'Công chức Văn hoá');
  const request = await program.waitForMessage(SECRETARY, saying('Đỗ Thị Mai', 'Kim Mã'));
  await program.press(SECRETARY, SECRETARY, request.message_id, 'Đúng');
  const welcome = await program.waitForMessage(STRANGER, saying('chị Đỗ Thị Mai', 'đã xác nhận'));
  await program.say(STRANGER, STRANGER, '/viec');
  const mine = await program.waitForMessage(STRANGER, saying('UBND phường Kim Mã', 'nhiệm vụ'));

  expect(welcome.text).toContain('đầu mối của UBND phường Kim Mã');
  expect(mine.text).toBeDefined();
});
