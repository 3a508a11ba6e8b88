import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  ADMINISTRATIVE_GROUP,
  type RunningProgram,
  runningProgram,
  SCHOOL_GROUP,
} from '../support/program.ts';
import { saying } from '../support/sandbox.ts';

const SECRETARY = 101;
const FOCAL_POINT = 103;

let program: RunningProgram;

beforeEach(async () => {
  program = await runningProgram();
});

afterEach(() => program.close());

const bot = (act: string, chat = ADMINISTRATIVE_GROUP) =>
  program.control('POST', 'bot', { chat, by: SECRETARY, act });
const welcomes = async (chat: number) =>
  (await program.messages(chat)).filter(saying('Kính chào các đồng chí')).length;
/** What happened in another chat is handled beside this one: asked until it shows. */
const inboxSays = (words: string) =>
  expect
    .poll(
      async () => {
        await program.say(SECRETARY, SECRETARY, '/canxuly');
        return (await program.messages(SECRETARY)).some(saying(words));
      },
      { interval: 200 },
    )
    .toBe(true);
const commandsOf = async (user: number) =>
  (await program.control<{ command: string }[]>('GET', `commands?user=${user}&chat=${user}`)).map(
    ({ command }) => command,
  );

test('a board is pinned once the bot may; becoming an administrator brings no second welcome', async () => {
  await bot('kick');
  await bot('add');
  await program.waitForMessage(ADMINISTRATIVE_GROUP, saying('Kính chào các đồng chí'));
  await program.say(SECRETARY, ADMINISTRATIVE_GROUP, '/bang');
  const kept = await program.waitForMessage(ADMINISTRATIVE_GROUP, saying('được giữ cập nhật ở tin dưới'));
  const board = await program.waitForMessage(
    ADMINISTRATIVE_GROUP,
    saying('Bảng theo dõi', 'Cụm thi đua số 1'),
  );

  const denied = await program.press(SECRETARY, ADMINISTRATIVE_GROUP, kept.message_id, 'Ghim');
  await bot('promote');
  await program.press(SECRETARY, ADMINISTRATIVE_GROUP, kept.message_id, 'Ghim');
  await program.waitForMessage(ADMINISTRATIVE_GROUP, saying('đã được ghim'));

  expect(denied).toMatchObject({ alert: true });
  expect(denied?.text).toContain('Bot chưa có quyền ghim');
  const [group] = (await program.chats(SECRETARY)).filter(({ id }) => id === ADMINISTRATIVE_GROUP);
  expect(group?.pinned).toEqual([board.message_id]);
  expect(await welcomes(ADMINISTRATIVE_GROUP)).toBe(1);
});

test('kicked, a group is shown as lost; back, it is bound as before', async () => {
  await bot('kick');
  await inboxSays('không còn gửi được: Cụm thi đua số 1');
  await bot('add');
  await program.waitForMessage(ADMINISTRATIVE_GROUP, saying('Kính chào các đồng chí'));

  await program.say(FOCAL_POINT, ADMINISTRATIVE_GROUP, '/han');

  await program.waitForMessage(ADMINISTRATIVE_GROUP, saying('Cụm thi đua số 1'));
  expect((await program.messages(ADMINISTRATIVE_GROUP)).some(saying('chưa được gắn'))).toBe(false);
});

test('somebody who blocked the bot and is back is answered', async () => {
  await program.control('POST', 'block', { user: FOCAL_POINT, blocked: true });
  await program.control('POST', 'block', { user: FOCAL_POINT, blocked: false });

  await program.say(FOCAL_POINT, FOCAL_POINT, '/viec');

  const mine = await program.waitForMessage(FOCAL_POINT, saying('nhiệm vụ chưa hoàn thành'));
  expect(mine.text).toContain('UBND phường');
});

test('a group that becomes a supergroup is spoken to under its new id, bound as before', async () => {
  const { chat } = await program.control<{ chat: number }>('POST', 'migrate', {
    chat: SCHOOL_GROUP,
    by: SECRETARY,
  });

  await program.say(SECRETARY, chat, '/bang');

  await program.waitForMessage(chat, saying('được giữ cập nhật'));
  const board = await program.waitForMessage(chat, saying('Bảng theo dõi', 'THCS'));
  expect(board.text).not.toContain('chưa được gắn');
});

test('the menus are as the roles are', async () => {
  await program.waitFor((event) => event.type === 'commands');
  await program.advance({ ms: 60_000 });
  await expect.poll(() => commandsOf(SECRETARY)).toContain('canxuly');

  const members = await commandsOf(FOCAL_POINT);
  expect(members).toContain('viec');
  expect(members).not.toContain('canxuly');
});
