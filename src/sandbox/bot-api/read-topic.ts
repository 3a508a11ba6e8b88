import { badRequest } from '../http/api-error.ts';
import type { Chat } from '../world/chat.ts';
import { findMessage, type World } from '../world/world.ts';
import type { Params } from './params.ts';

/**
 * The topic that a call writes in: the one it names, else that of what it replies to. The general topic is not named
 * (Client.cpp: id 1 is never found).
 * @throws ApiError 400 for a topic that is not there, or is closed: the bot has no right to manage topics here.
 */
export function readTopic(
  world: World,
  chat: Chat,
  params: Params,
  replyTo: number | null,
): number | undefined {
  const replied = replyTo === null ? undefined : findMessage(world, chat.id, replyTo);
  const id = params.number('message_thread_id') ?? replied?.topic;
  if (id === undefined) return undefined;
  const topic = chat.topics?.find((one) => one.id === id);
  if (topic === undefined) throw badRequest('message thread not found');
  if (topic.closed) throw badRequest('TOPIC_CLOSED');
  return id;
}
