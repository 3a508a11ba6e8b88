import * as z from 'zod';
import type { Chat } from '../world/chat.ts';
import { ActError, answerOf, editOwn, press, say, start } from '../world/person-acts.ts';
import { removeMessages } from '../world/post.ts';
import type { User } from '../world/user.ts';
import { findChat, findMessage, findUser, type World } from '../world/world.ts';
import { chatsOf, commandsFor, messagePage, readKey, unreadOf } from './chat-view.ts';
import { HANDLED, type Route, route } from './route.ts';

const id = z.coerce.number().int();
/** The general topic is 0 where a topic must be named. */
const topicId = id.transform((given) => (given === 0 ? undefined : given)).optional();
const flag = z.union([z.boolean(), z.enum(['true', 'false']).transform((text) => text === 'true')]);

const ANSWER_WITHIN_MS = 30_000;
const PAGE_LIMIT = 60;

/** @throws ActError */
export function userOf(world: World, userId: number): User {
  const user = findUser(world, userId);
  if (user === undefined) throw new ActError(`no user ${userId}`);
  return user;
}

/** @throws ActError */
export function chatOf(world: World, chatId: number): Chat {
  const chat = findChat(world, chatId);
  if (chat === undefined) throw new ActError(`no chat ${chatId}`);
  return chat;
}

/** What a person sees and does in their chats. */
export const chatRoutes: readonly Route[] = [
  route('GET', 'world', z.object({}), ({ world, faults }) => ({
    bot: world.state.bot,
    users: world.state.users.map((user) => ({ ...user, unread: unreadOf(world, user.id) })),
    clock: world.clock.view(),
    outage: faults.outage,
    faults: faults.pending,
  })),

  route('GET', 'chats', z.object({ user: id }), ({ world }, { user }) => chatsOf(world, user)),

  route(
    'GET',
    'messages',
    z.object({
      chat: id,
      before: id.default(Number.MAX_SAFE_INTEGER),
      limit: id.default(PAGE_LIMIT),
      /** Without it the messages of all topics. */
      topic: id.optional(),
    }),
    ({ world }, { chat, before, limit, topic }) =>
      messagePage(
        world,
        chatOf(world, chat),
        limit,
        (message) => message.id < before && (topic === undefined || (message.topic ?? 0) === topic),
      ),
  ),

  route('GET', 'commands', z.object({ user: id, chat: id }), ({ world }, { user, chat }) =>
    commandsFor(world, chatOf(world, chat), user),
  ),

  route(
    'POST',
    'say',
    z.object({
      user: id,
      chat: id,
      text: z.string().default(''),
      replyTo: id.nullable().optional(),
      topic: topicId,
      anonymous: flag.optional(),
    }),
    async ({ world, file }, { user, chat, text, replyTo, topic, anonymous }) => {
      const message = await say(world, userOf(world, user), chatOf(world, chat), {
        text,
        replyTo: replyTo ?? null,
        topic,
        anonymous: anonymous ?? false,
        ...(file === undefined ? {} : { file }),
      });
      return { messageId: message.id };
    },
  ),

  route(
    'POST',
    'edit',
    z.object({ user: id, chat: id, messageId: id, text: z.string().min(1) }),
    ({ world }, { user, chat, messageId, text }) => {
      const message = findMessage(world, chat, messageId);
      if (message === undefined) throw new ActError(`no message ${messageId}`);
      editOwn(world, userOf(world, user), chatOf(world, chat), message, text);
      return {};
    },
  ),

  route('POST', 'delete', z.object({ chat: id, messageId: id }), ({ world }, { chat, messageId }) => {
    removeMessages(world, chatOf(world, chat), ({ id: one }) => one === messageId);
    return {};
  }),

  route(
    'POST',
    'press',
    z.object({
      user: id,
      chat: id,
      messageId: id,
      data: z.string().optional(),
      text: z.string().optional(),
      withinMs: z.number().int().max(ANSWER_WITHIN_MS).default(ANSWER_WITHIN_MS),
    }),
    async ({ world }, { user, chat, withinMs, ...pressed }) => {
      const callback = press(world, userOf(world, user), chatOf(world, chat), pressed);
      return { callback, answer: await answerOf(world, callback, withinMs) };
    },
  ),

  route(
    'POST',
    'start',
    z.object({ user: id, payload: z.string().default('') }),
    async ({ world }, { user, payload }) => {
      const message = await start(world, userOf(world, user), chatOf(world, user), payload);
      return { messageId: message.id };
    },
  ),

  route(
    'POST',
    'read',
    z.object({ user: id, chat: id, topic: topicId, messageId: id }),
    ({ world }, { user, chat, topic, messageId }) => {
      const key = readKey(chat, user, topic);
      if ((world.state.read[key] ?? 0) >= messageId) return {};
      world.state.read[key] = messageId;
      world.touch();
      world.events.send({ type: 'read', chat, user });
      return {};
    },
  ),

  route('GET', 'file', z.object({ id: z.string() }), async ({ world, res }, { id: fileId }) => {
    const record = world.state.files.find((file) => file.id === fileId);
    const bytes = record === undefined ? null : await world.files.get(fileId);
    if (record === undefined || bytes === null) throw new ActError(`no file ${fileId}`);
    const inline = /^image\/(png|jpeg|gif|webp)$/.test(record.type);
    res.writeHead(200, {
      'content-type': inline ? record.type : 'application/octet-stream',
      'content-length': String(bytes.length),
      'content-disposition': `${inline ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(record.name)}`,
      'x-content-type-options': 'nosniff',
    });
    res.end(bytes);
    return HANDLED;
  }),
];
