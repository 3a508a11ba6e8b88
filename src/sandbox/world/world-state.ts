import type { ClockState } from '../clock/clock-state.ts';
import type { CallbackQuery } from '../updates/callback-query.ts';
import type { QueueState } from '../updates/update-queue.ts';
import type { WebhookState } from '../updates/webhook.ts';
import type { Chat, Member } from './chat.ts';
import type { FileRecord } from './file-store.ts';
import type { Message } from './message.ts';
import type { ReadSeed } from './seed.ts';
import type { Bot, User } from './user.ts';

export interface BotCommand {
  readonly command: string;
  readonly description: string;
}

/** Everything a sandbox remembers, as it is written to its file. */
export interface WorldState {
  readonly version: 1;
  readonly bot: Bot;
  readonly users: readonly User[];
  readonly chats: Chat[];
  /** Messages by chat id, oldest first. */
  readonly messages: Record<string, Message[]>;
  /** The last message each user has seen, by `chat:user`. */
  readonly read: Record<string, number>;
  /** Command menus by `scope|language`. */
  readonly commands: Record<string, readonly BotCommand[]>;
  /** What the bot says of itself (name, description …), by `field|language`. */
  readonly profile: Record<string, string>;
  readonly files: FileRecord[];
  readonly callbacks: CallbackQuery[];
  readonly updates: QueueState;
  readonly webhook: WebhookState;
  readonly clock: ClockState;
  /** The last ids given: messages outside supergroups, callback queries, files. */
  readonly last: { message: number; callback: number; file: number };
}

/** A new world: the seed's people in their chats, silent, its clock running from `startAt` (epoch ms). */
export function newWorldState(seed: ReadSeed, startAt: number): WorldState {
  return {
    version: 1,
    bot: seed.bot,
    users: seed.users.map((user) => ({
      id: user.id,
      firstName: user.firstName,
      lastName: user.lastName ?? null,
      username: user.username ?? null,
      languageCode: user.languageCode ?? null,
      role: user.role,
    })),
    chats: [...seed.chats.map(groupOf), ...seed.users.map(privateChatOf)],
    messages: {},
    read: {},
    commands: {},
    profile: {},
    files: [],
    callbacks: [],
    updates: { lastId: 100_000_000, waiting: [], allowed: null },
    webhook: { url: '', secret: null, maxConnections: 40, lastErrorAt: null, lastError: null },
    clock: { seq: 0, followed: false, mode: { kind: 'paused', at: startAt } },
    last: { message: 0, callback: 7_000_000_000, file: 0 },
  };
}

function groupOf(seed: ReadSeed['chats'][number]): Chat {
  const status = (userId: number): Member['status'] => {
    if (userId === (seed.creator ?? seed.members[0])) return 'creator';
    return seed.admins.includes(userId) ? 'administrator' : 'member';
  };
  return {
    id: seed.id,
    type: seed.type,
    title: seed.title,
    members: seed.members.map((userId) => ({ userId, status: status(userId) })),
    bot: seed.bot,
    migratedTo: null,
    pinned: [],
    lastMessageId: 0,
    cluster: seed.cluster ?? null,
  };
}

function privateChatOf(user: ReadSeed['users'][number]): Chat {
  return {
    id: user.id,
    type: 'private',
    title: null,
    members: [],
    bot: user.started ? 'member' : 'never',
    migratedTo: null,
    pinned: [],
    lastMessageId: 0,
    cluster: null,
  };
}
