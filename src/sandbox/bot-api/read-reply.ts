import { badRequest } from '../http/api-error.ts';
import type { Chat } from '../world/chat.ts';
import { findMessage, type World } from '../world/world.ts';
import type { Params } from './params.ts';

interface ReplyParameters {
  readonly message_id: number;
  readonly chat_id?: number | string;
  readonly allow_sending_without_reply?: boolean;
}

/** The id of the message that a call replies to, or null. @throws ApiError 400 where it is not there. */
export function readReply(world: World, chat: Chat, params: Params): number | null {
  const reply = params.object('reply_parameters') as ReplyParameters | undefined;
  if (reply === undefined) return null;
  const here = reply.chat_id === undefined || reply.chat_id === chat.id;
  if (here && findMessage(world, chat.id, reply.message_id) !== undefined) return reply.message_id;
  if (reply.allow_sending_without_reply === true) return null;
  throw badRequest('message to be replied not found');
}
