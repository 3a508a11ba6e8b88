import { afterEach, beforeEach, expect, test } from 'vitest';
import { type SandboxDriver, startSandbox } from '../support/sandbox.ts';

const GROUP = -1001000000001;
const BASIC = -2002;
const SECRETARY = 101;
const MEMBER = 107;

let sandbox: SandboxDriver;
beforeEach(async () => {
  sandbox = await startSandbox();
});
afterEach(async () => {
  await sandbox.close();
});

const open = async (name: string, chat = GROUP): Promise<number> =>
  (await sandbox.control<{ topic: number }>('POST', 'topics', { chat, by: SECRETARY, name })).topic;
const act = (topic: number, what: 'close' | 'reopen' | 'delete') =>
  sandbox.control('POST', 'topic', { chat: GROUP, by: SECRETARY, topic, act: what });
const send = async (params: object) =>
  (await sandbox.call('sendMessage', { chat_id: GROUP, text: 'Chào', ...params })).body;
const heard = async () =>
  ((await sandbox.call('getUpdates', {})).body.result as { message?: Record<string, unknown> }[]).flatMap(
    ({ message }) => (message === undefined ? [] : [message]),
  );

test('the first topic makes a forum of a supergroup, and of no other group', async () => {
  const topic = await open('Thi đua');

  expect(await heard()).toEqual([
    expect.objectContaining({
      message_id: topic,
      message_thread_id: topic,
      is_topic_message: true,
      forum_topic_created: expect.objectContaining({ name: 'Thi đua' }),
      chat: expect.objectContaining({ is_forum: true }),
    }),
  ]);
  await expect(open('Thi đua', BASIC)).rejects.toThrow('only a supergroup');
});

test('what is said in a topic names it, as a reply to what opened it; what is said beside it does not', async () => {
  const topic = await open('Thi đua');

  await sandbox.control('POST', 'say', { user: SECRETARY, chat: GROUP, text: '/han', topic });
  await sandbox.say(SECRETARY, GROUP, '/viec');

  const [, inTopic, inGeneral] = await heard();
  expect(inTopic).toMatchObject({
    text: '/han',
    message_thread_id: topic,
    is_topic_message: true,
    reply_to_message: { message_id: topic },
  });
  expect(inGeneral).not.toHaveProperty('message_thread_id');
  expect(inGeneral).not.toHaveProperty('is_topic_message');
});

test('a plain reply has a thread that is no topic', async () => {
  const first = await sandbox.say(SECRETARY, GROUP, '/han');
  const second = await sandbox.say(SECRETARY, GROUP, '/viec', { replyTo: first });
  await sandbox.say(SECRETARY, GROUP, '/bang', { replyTo: second });

  const last = (await heard()).at(-1);

  expect(last).toMatchObject({ message_thread_id: first, reply_to_message: { message_id: second } });
  expect(last).not.toHaveProperty('is_topic_message');
});

test('the bot writes in a topic by its id, or by replying there', async () => {
  const topic = await open('Thi đua');
  const said = await sandbox.control<{ messageId: number }>('POST', 'say', {
    user: SECRETARY,
    chat: GROUP,
    text: '/han',
    topic,
  });

  const named = await send({ message_thread_id: topic });
  const replying = await send({ reply_parameters: { message_id: said.messageId } });

  for (const { result } of [named, replying])
    expect(result).toMatchObject({ message_thread_id: topic, is_topic_message: true });
});

test('a closed topic takes nothing from the bot or a member, until it is open again', async () => {
  const topic = await open('Thi đua');
  const say = (user: number) => sandbox.control('POST', 'say', { user, chat: GROUP, text: 'Chào', topic });
  await act(topic, 'close');

  expect((await send({ message_thread_id: topic })).description).toBe('Bad Request: TOPIC_CLOSED');
  await expect(say(MEMBER)).rejects.toThrow('the topic is closed');
  await say(SECRETARY);
  await act(topic, 'reopen');

  expect((await send({ message_thread_id: topic })).ok).toBe(true);
});

test('a deleted topic is gone with all that was said in it, and the bot is not told', async () => {
  const topic = await open('Thi đua');
  const sent = (await send({ message_thread_id: topic })).result as { message_id: number };
  const before = (await heard()).length;

  await act(topic, 'delete');

  expect(await heard()).toHaveLength(before);
  expect((await send({ message_thread_id: topic })).description).toBe(
    'Bad Request: message thread not found',
  );
  const edit = { chat_id: GROUP, message_id: sent.message_id, text: 'Khác' };
  expect((await sandbox.call('editMessageText', edit)).body.description).toBe(
    'Bad Request: message to edit not found',
  );
});

test('what has been seen is kept by topic', async () => {
  const topic = await open('Thi đua');
  await send({ message_thread_id: topic });
  const last = (await send({})).result as { message_id: number };

  await sandbox.control('POST', 'read', { user: MEMBER, chat: GROUP, topic: 0, messageId: last.message_id });

  const group = (await sandbox.chats(MEMBER)).find(({ id }) => id === GROUP);
  expect(group).toMatchObject({ unread: 2, topics: [{ id: topic, name: 'Thi đua', unread: 2 }] });
});
