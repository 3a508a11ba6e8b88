import type { Clock } from '../clock/clock.ts';
import type { UpdateQueue } from '../updates/update-queue.ts';
import type { Chat } from './chat.ts';
import type { EventStream } from './event-stream.ts';
import type { FileStore } from './file-store.ts';
import type { Message } from './message.ts';
import type { User } from './user.ts';
import type { WorldState } from './world-state.ts';

/** The world and what happens to it: its state, its clock, what the bot is told, what pages are told. */
export interface World {
  readonly state: WorldState;
  readonly clock: Clock;
  readonly updates: UpdateQueue;
  readonly events: EventStream;
  readonly files: FileStore;
  /** Marks the state as different from the file. */
  readonly touch: () => void;
}

export function findChat(world: World, chatId: number): Chat | undefined {
  return world.state.chats.find(({ id }) => id === chatId);
}

export function findUser(world: World, userId: number): User | undefined {
  return world.state.users.find(({ id }) => id === userId);
}

export function messagesOf(world: World, chatId: number): readonly Message[] {
  return world.state.messages[chatId] ?? [];
}

export function findMessage(world: World, chatId: number, messageId: number): Message | undefined {
  return messagesOf(world, chatId).findLast(({ id }) => id === messageId);
}

/** Whether the user is in the chat: its member, or the person of a private chat. */
export function isIn(chat: Chat, userId: number): boolean {
  return chat.type === 'private'
    ? chat.id === userId
    : chat.members.some((member) => member.userId === userId);
}

/** Whether the user administers the group, as its creator or otherwise. */
export function isAdmin(chat: Chat, userId: number): boolean {
  return chat.members.some((member) => member.userId === userId && member.status !== 'member');
}

/** Whether the bot can be heard in the chat. */
export function hasBot(chat: Chat): boolean {
  return chat.bot === 'member' || chat.bot === 'administrator';
}

/** The sandbox clock in seconds, as the Bot API dates things. */
export function nowInSeconds(world: World): number {
  return Math.floor(world.clock.now() / 1000);
}
