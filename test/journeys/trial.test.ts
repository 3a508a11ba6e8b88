import { afterEach, beforeEach, expect, test } from 'vitest';
import { ADMINISTRATIVE_GROUP, type RunningProgram, runningProgram } from '../support/program.ts';
import { saying } from '../support/sandbox.ts';

const SECRETARY = 101;
const FOCAL_POINT = 103;

let program: RunningProgram;

beforeEach(async () => {
  program = await runningProgram();
});

afterEach(() => program.close());

const digests = async (chat: number) => (await program.messages(chat)).filter(saying('🗓'));

test('on trial the digest is shown to the secretary, who lets it go, once', async () => {
  await program.say(SECRETARY, SECRETARY, '/caidat');
  const settings = await program.waitForMessage(SECRETARY, saying('Toàn đơn vị'));
  await program.press(SECRETARY, SECRETARY, settings.message_id, 'Chạy thử');
  await program.waitForMessage(SECRETARY, saying('Chạy thử: không chạy', 'Thời gian chạy thử'));
  await program.press(SECRETARY, SECRETARY, settings.message_id, 'Bắt đầu');
  await program.waitForMessage(SECRETARY, saying('đang chạy đến hết Thứ Hai 11/11/2024', 'Thời gian'));

  await program.advance({ until: 'digest' });
  const shown = await program.waitForMessage(SECRETARY, saying('Chạy thử', 'nhóm “Cụm thi đua số 1”'));
  const before = await digests(ADMINISTRATIVE_GROUP);
  await program.press(SECRETARY, SECRETARY, shown.message_id, 'Cho gửi');
  const sent = await program.waitForMessage(ADMINISTRATIVE_GROUP, saying('🗓'));
  const done = await program.waitForMessage(SECRETARY, saying('✔ Đã cho gửi'));
  await program.advance({ ms: 3_600_000 });

  expect(before).toEqual([]);
  expect(shown.text).toContain(sent.text ?? 'nothing');
  expect(done.reply_markup?.inline_keyboard ?? []).toEqual([]);
  expect(await digests(ADMINISTRATIVE_GROUP)).toHaveLength(1);
});

test('a marked document goes from a group where the bot is administrator, and only the sender is told what to do', async () => {
  await program.control('POST', 'bot', { chat: ADMINISTRATIVE_GROUP, by: SECRETARY, act: 'promote' });
  const file = { name: 'TỐI MẬT - so 12.pdf', type: 'application/pdf', bytes: new Uint8Array([1]) };

  const id = await program.say(FOCAL_POINT, ADMINISTRATIVE_GROUP, '', { file });
  await program.waitFor((event) => event.type === 'deleted' && event.messageId === id);
  const told = await program.waitForMessage(FOCAL_POINT, saying('dấu hiệu văn bản mật'));
  const heard = await program.waitForMessage(SECRETARY, saying('UBND phường Điện Biên', 'văn bản mật'));

  expect(told.text).toContain('đề nghị đồng chí xoá ngay');
  expect(heard.text).not.toMatch(/so 12|Lan/);
});
