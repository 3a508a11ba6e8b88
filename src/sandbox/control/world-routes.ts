import * as z from 'zod';
import { nextDigestAt } from '../clock/next-digest.ts';
import { readFault } from '../faults/fault-plan.ts';
import type { Chat, Topic } from '../world/chat.ts';
import {
  addBot,
  addMember,
  kickBot,
  migrate,
  removeMember,
  rename,
  setBotStatus,
} from '../world/membership.ts';
import { ActError, say } from '../world/person-acts.ts';
import { closeTopic, deleteTopic, openTopic } from '../world/topic.ts';
import type { World } from '../world/world.ts';
import { chatOf, userOf } from './chat-routes.ts';
import { HANDLED, type Route, route } from './route.ts';

const id = z.coerce.number().int();

const BOT_ACTS: Readonly<Record<string, (world: World, chat: Chat, by: number) => void>> = {
  add: (world, chat, by) => addBot(world, chat, by, false),
  promote: (world, chat, by) => addBot(world, chat, by, true),
  kick: kickBot,
};

type TopicAct = (world: World, chat: Chat, topic: Topic, by: number) => void;

const TOPIC_ACTS: Readonly<Record<'close' | 'reopen' | 'delete', TopicAct>> = {
  close: (world, chat, topic, by) => closeTopic(world, chat, topic, true, by),
  reopen: (world, chat, topic, by) => closeTopic(world, chat, topic, false, by),
  delete: deleteTopic,
};

const SUPERGROUP_BASE = -1_001_000_000_000;

/** Who is where, what goes wrong, what time it is. */
export const worldRoutes: readonly Route[] = [
  route('GET', 'events', z.object({}), ({ world, req, res }) => {
    world.events.subscribe(req, res);
    return HANDLED;
  }),

  route(
    'POST',
    'bot',
    z.object({ chat: id, by: id, act: z.enum(['add', 'promote', 'kick']), payload: z.string().optional() }),
    async ({ world }, { chat: chatId, by, act, payload }) => {
      const chat = chatOf(world, chatId);
      if (chat.type === 'private') throw new ActError('a private chat has its own two people');
      BOT_ACTS[act]?.(world, chat, by);
      if (payload !== undefined) {
        const text = `/start@${world.state.bot.username} ${payload}`.trim();
        await say(world, userOf(world, by), chat, { text });
      }
      return {};
    },
  ),

  route('POST', 'block', z.object({ user: id, blocked: z.boolean() }), ({ world }, { user, blocked }) => {
    const chat = chatOf(world, user);
    if (chat.bot === 'never') throw new ActError('the user has not started the bot');
    setBotStatus(world, chat, blocked ? 'kicked' : 'member', user);
    return {};
  }),

  route(
    'POST',
    'member',
    z.object({ chat: id, user: id, by: id, act: z.enum(['add', 'remove']) }),
    ({ world }, { chat, user, by, act }) => {
      const change = act === 'add' ? addMember : removeMember;
      change(world, chatOf(world, chat), userOf(world, user).id, by);
      return {};
    },
  ),

  route(
    'POST',
    'group',
    z.object({ by: id, title: z.string().min(1), members: z.array(id).default([]), supergroup: z.boolean() }),
    ({ world }, { by, title, members, supergroup }) => {
      const chat: Chat = {
        id: freshGroupId(world, supergroup),
        type: supergroup ? 'supergroup' : 'group',
        title,
        members: [by, ...members.filter((member) => member !== by)].map((userId) => ({
          userId: userOf(world, userId).id,
          status: userId === by ? 'creator' : 'member',
        })),
        bot: 'never',
        migratedTo: null,
        pinned: [],
        lastMessageId: 0,
        cluster: null,
      };
      world.state.chats.push(chat);
      world.touch();
      world.events.send({ type: 'chat', chat: chat.id });
      return { chat: chat.id };
    },
  ),

  route('POST', 'migrate', z.object({ chat: id, by: id }), ({ world }, { chat: chatId, by }) => {
    const chat = chatOf(world, chatId);
    if (chat.type !== 'group' || chat.migratedTo !== null) throw new ActError('only a basic group migrates');
    return { chat: migrate(world, chat, freshGroupId(world, true), by).id };
  }),

  route(
    'POST',
    'rename',
    z.object({ chat: id, by: id, title: z.string().trim().min(1).max(128) }),
    ({ world }, { chat: chatId, by, title }) => {
      const chat = chatOf(world, chatId);
      if (chat.type === 'private') throw new ActError('only a group has a title');
      rename(world, chat, title, userOf(world, by).id);
      return {};
    },
  ),

  route(
    'POST',
    'topics',
    z.object({ chat: id, by: id, name: z.string().trim().min(1).max(128) }),
    ({ world }, { chat: chatId, by, name }) => {
      const chat = chatOf(world, chatId);
      if (chat.type !== 'supergroup') throw new ActError('only a supergroup has topics');
      return { topic: openTopic(world, chat, name, userOf(world, by).id).id };
    },
  ),

  route(
    'POST',
    'topic',
    z.object({ chat: id, by: id, topic: id, act: z.enum(['close', 'reopen', 'delete']) }),
    ({ world }, { chat: chatId, by, topic: topicId, act }) => {
      const chat = chatOf(world, chatId);
      const topic = chat.topics?.find((one) => one.id === topicId);
      if (topic === undefined) throw new ActError('there is no such topic');
      TOPIC_ACTS[act](world, chat, topic, by);
      return {};
    },
  ),

  route('POST', 'faults', z.unknown(), ({ world, faults }, input) => {
    for (const given of Array.isArray(input) ? input : [input]) faults.add(readFault(given));
    world.events.send({ type: 'faults' });
    return { pending: faults.pending };
  }),

  route('DELETE', 'faults', z.unknown(), ({ world, faults }) => {
    faults.clear();
    faults.outage = false;
    world.events.send({ type: 'faults' });
    return {};
  }),

  route('POST', 'outage', z.object({ on: z.boolean() }), ({ world, faults }, { on }) => {
    faults.outage = on;
    // A poll under way hangs in the air; it ends, and the next finds nobody.
    world.updates.close();
    world.events.send({ type: 'faults' });
    return { on };
  }),

  route('GET', 'clock', z.object({}), ({ world }) => world.clock.view()),

  route(
    'GET',
    'clock/wait',
    z.object({ after: id.default(0) }),
    async ({ world, gone }, { after }) => await world.clock.wait(after, gone),
  ),

  route(
    'POST',
    'clock/ticked',
    z.object({ seq: id, next: z.number().nullable().default(null) }),
    ({ world }, { seq, next }) => {
      world.clock.ticked(seq, next);
      return world.clock.view();
    },
  ),

  route(
    'POST',
    'clock/advance',
    z.object({
      ms: z.number().positive().optional(),
      to: z
        .union([z.number(), z.iso.datetime({ offset: true }).transform((text) => Date.parse(text))])
        .optional(),
      until: z.literal('digest').optional(),
      /** Whether to answer only when the clock has arrived. */
      wait: z.boolean().default(false),
    }),
    async ({ world }, { ms, to, until, wait }) => {
      const { clock } = world;
      const target = until === 'digest' ? nextDigestAt(clock.now()) : to;
      if (ms === undefined && target === undefined) throw new ActError('one of ms, to, until is needed');
      const walk = target === undefined ? clock.walkBy(ms ?? 0) : clock.walkTo(target);
      if (wait) await walk;
      return clock.view();
    },
  ),
];

function freshGroupId(world: World, supergroup: boolean): number {
  const ids = world.state.chats.map((chat) => chat.id).filter((chatId) => chatId < 0);
  const same = ids.filter((chatId) => chatId <= SUPERGROUP_BASE === supergroup);
  return Math.min(supergroup ? SUPERGROUP_BASE : -2000, ...same) - 1;
}
