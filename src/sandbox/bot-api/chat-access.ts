import { ApiError, badRequest, forbidden } from '../http/api-error.ts';
import type { BotStatus, Chat } from '../world/chat.ts';
import { findChat, type World } from '../world/world.ts';
import type { Params } from './params.ts';

// The server's refusals by kind of chat and the bot's place in it (Client.cpp, check_chat_access).
const CLOSED: Readonly<Record<'private' | 'group', Readonly<Partial<Record<BotStatus, string>>>>> = {
  private: {
    never: "bot can't initiate conversation with a user",
    kicked: 'bot was blocked by the user',
  },
  group: {
    never: 'bot is not a member of the {type} chat',
    left: 'bot is not a member of the {type} chat',
    kicked: 'bot was kicked from the {type} chat',
  },
};

/**
 * The chat that a call names, where the bot may act in it.
 * @throws ApiError 400 chat not found or migrated, 403 where the bot is blocked, kicked or not yet spoken to.
 */
export function writableChat(world: World, params: Params): Chat {
  const chat = knownChat(world, params);
  if (chat.migratedTo !== null) {
    throw new ApiError(400, 'Bad Request: group chat was upgraded to a supergroup chat', {
      migrate_to_chat_id: chat.migratedTo,
    });
  }
  const refusals = chat.type === 'private' ? CLOSED.private : CLOSED.group;
  const refusal = refusals[chat.bot];
  if (refusal !== undefined) throw forbidden(refusal.replace('{type}', chat.type));
  return chat;
}

/** The chat that a call names, where the bot may look at it. */
export function readableChat(world: World, params: Params): Chat {
  const chat = knownChat(world, params);
  if (chat.type === 'private' && chat.bot === 'never') throw badRequest('chat not found');
  if (chat.type === 'supergroup') return writableChat(world, params);
  return chat;
}

function knownChat(world: World, params: Params): Chat {
  const id = params.number('chat_id');
  // Nothing here has a public @username.
  const chat = id === undefined ? undefined : findChat(world, id);
  if (chat === undefined || (chat.type !== 'private' && chat.bot === 'never'))
    throw badRequest('chat not found');
  return chat;
}
