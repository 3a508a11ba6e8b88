import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  ADMINISTRATIVE_GROUP,
  type RunningProgram,
  runningProgram,
  SCHOOL_GROUP,
} from '../support/program.ts';
import { type SeenMessage, saying } from '../support/sandbox.ts';

const SECRETARY = 101;
const BOT = 7_000_000_001;

let program: RunningProgram;

beforeEach(async () => {
  program = await runningProgram();
});

afterEach(() => program.close());

const topicNamed = async (name: string): Promise<number> =>
  (
    await program.control<{ topic: number }>('POST', 'topics', {
      chat: ADMINISTRATIVE_GROUP,
      by: SECRETARY,
      name,
    })
  ).topic;
const onTopic = (topic: number, act: 'close' | 'reopen' | 'delete') =>
  program.control('POST', 'topic', { chat: ADMINISTRATIVE_GROUP, by: SECRETARY, topic, act });
const sayIn = (topic: number, text: string) =>
  program.control('POST', 'say', { user: SECRETARY, chat: ADMINISTRATIVE_GROUP, text, topic });
const bindIn = async (topic: number) => {
  await sayIn(topic, '/dangky CUM1');
  await program.waitForMessage(
    ADMINISTRATIVE_GROUP,
    (message) => saying('Chủ đề này của nhóm đã được gắn')(message) && threadOf(message) === topic,
  );
};
const threadOf = (message: SeenMessage) =>
  (message as { message_thread_id?: number; is_topic_message?: boolean }).message_thread_id ?? null;
const digestsIn = async (chat: number) => (await program.messages(chat)).filter(saying('🗓 Tuần'));
const toNextDigest = () => program.advance({ until: 'digest' });
/** What the secretary reads in the answer to a command. */
async function told(command: string): Promise<string> {
  const { length } = await program.messages(SECRETARY);
  await program.say(SECRETARY, SECRETARY, command);
  await expect.poll(async () => (await program.messages(SECRETARY)).length).toBeGreaterThan(length + 1);
  return (await program.messages(SECRETARY)).at(-1)?.text ?? '';
}
/** For so long the program hears nothing new, while it can still speak. */
async function deafFor(delayMs: number): Promise<void> {
  await program.fault({ kind: 'delay', method: 'getUpdates', delayMs });
  // Ends the poll that hears still.
  await program.say(SECRETARY, SECRETARY, '/trogiup');
  await program.waitForMessage(SECRETARY, ({ from }) => from.id === BOT);
}
const migrated = async () =>
  (await program.control<{ chat: number }>('POST', 'migrate', { chat: SCHOOL_GROUP, by: SECRETARY })).chat;
const boundTo = async (cluster: string) => {
  const list = await told('/dangky');
  return list.split('\n').find((line) => line.includes(cluster)) ?? '';
};

test('bound in a topic, the bot speaks there; closed, in the group, and the secretary sees it; open again, there', async () => {
  const topic = await topicNamed('Thi đua');
  await bindIn(topic);
  await sayIn(topic, '/bang');
  await program.waitForMessage(ADMINISTRATIVE_GROUP, saying('Bảng theo dõi'));

  await onTopic(topic, 'close');
  await expect.poll(() => told('/canxuly')).toContain('Chủ đề đã đóng hoặc bị xoá');
  await toNextDigest();
  const overview = await told('/tonghop');
  const inbox = await told('/canxuly');
  await onTopic(topic, 'reopen');
  await toNextDigest();

  const digests = await digestsIn(ADMINISTRATIVE_GROUP);
  expect(digests.map(threadOf)).toEqual([null, topic]);
  for (const said of [overview, inbox]) expect(said).toContain('Chủ đề đã đóng hoặc bị xoá');
  expect(await told('/canxuly')).not.toContain('Chủ đề đã đóng');
  const own = (await program.messages(ADMINISTRATIVE_GROUP)).filter(({ from }) => from.id === BOT);
  expect(own.filter((message) => threadOf(message) === null)).toHaveLength(1);
}, 180_000);

test('a deleted topic leaves the group to be spoken to, until another topic is bound', async () => {
  const topic = await topicNamed('Thi đua');
  await bindIn(topic);
  await onTopic(topic, 'delete');

  await toNextDigest();
  expect((await digestsIn(ADMINISTRATIVE_GROUP)).map(threadOf)).toEqual([null]);
  expect(await told('/canxuly')).toContain('Chủ đề đã đóng hoặc bị xoá');
  const another = await topicNamed('Thi đua 2025');
  await bindIn(another);
  await toNextDigest();

  expect((await digestsIn(ADMINISTRATIVE_GROUP)).map(threadOf)).toEqual([null, another]);
  expect(await told('/canxuly')).not.toContain('Chủ đề đã đóng');
});

test('a group that became a supergroup unheard of is found by the next send, once, and is the same group', async () => {
  await deafFor(4_000);
  const chat = await migrated();
  // As after a day offline: what was not fetched is forgotten.
  await program.call('deleteWebhook', { drop_pending_updates: true });

  await toNextDigest();

  expect(await digestsIn(chat)).toHaveLength(1);
  expect(await digestsIn(SCHOOL_GROUP)).toHaveLength(0);
  await program.say(SECRETARY, chat, '/han');
  await program.waitForMessage(chat, ({ from, text = '' }) => from.id === BOT && text.includes('THCS'));
  expect(await boundTo('THCS')).not.toContain(',');
});

test('told by a refused send first and by the update afterwards, it is one group still', async () => {
  await deafFor(3_000);
  const chat = await migrated();
  await toNextDigest();
  expect(await digestsIn(chat)).toHaveLength(1);

  // The update is heard by now.
  await program.say(SECRETARY, chat, '/han');
  await program.waitForMessage(chat, ({ from, text = '' }) => from.id === BOT && text.includes('THCS'));
  await toNextDigest();

  expect(await digestsIn(chat)).toHaveLength(2);
  expect(await boundTo('THCS')).not.toContain(',');
});

test('a second group of a cluster, by its link, hears what the first hears', async () => {
  const list = await told('/dangky');
  expect(list).toContain('Cụm thi đua số 1');
  const links = (await program.messages(SECRETARY)).at(-1)?.reply_markup?.inline_keyboard?.flat() ?? [];
  const payload = /startgroup=(\S+)/.exec(links[0]?.url ?? '')?.[1] ?? '';
  const { chat } = await program.control<{ chat: number }>('POST', 'group', {
    by: SECRETARY,
    title: 'Lãnh đạo Cụm 1',
    supergroup: true,
  });
  await program.control('POST', 'bot', { chat, by: SECRETARY, act: 'add', payload });
  await program.waitForMessage(chat, saying('đã được gắn với Cụm thi đua số 1'));

  await toNextDigest();

  const [first] = await digestsIn(ADMINISTRATIVE_GROUP);
  expect(first?.text).toBeDefined();
  expect((await digestsIn(chat)).map(({ text }) => text)).toEqual([first?.text]);
});
