import type { Address, Messenger } from '../app/ports/messenger.ts';
import type { ChatId } from '../core/id.ts';
import type { Chat } from '../core/organisation/chat.ts';
import type { ChatBook } from './outbox-work.ts';
import type { Place } from './pacing.ts';

/** The way to a chat: `lost` when nothing can be sent there, `unserved` when no messenger of its channel runs. */
export type Route = OpenRoute | { readonly kind: 'lost' } | { readonly kind: 'unserved' };

export interface OpenRoute {
  readonly kind: 'open';
  readonly chat: Chat;
  readonly messenger: Messenger;
  readonly address: Address;
  readonly place: Place;
}

/** The way to the chat as of now: a migration may have moved it since the last look. */
export async function routeTo(
  chatId: ChatId,
  organisation: Pick<ChatBook, 'directory'>,
  messengers: readonly Messenger[],
): Promise<Route> {
  const { chats } = await organisation.directory();
  const chat = chats.find((known) => known.id === chatId);
  if (chat === undefined || chat.state === 'lost') return { kind: 'lost' };
  const messenger = messengers.find((known) => known.channel === chat.channel);
  if (messenger === undefined) return { kind: 'unserved' };
  return {
    kind: 'open',
    chat,
    messenger,
    address: { channel: chat.channel, chat: chat.key, thread: chat.thread },
    place: { channel: chat.channel, chat: chat.key, group: chat.kind === 'group' },
  };
}
