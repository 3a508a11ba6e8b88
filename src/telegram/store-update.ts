import type { Update } from 'grammy/types';
import type { StoredUpdate } from '../app/ports/inbox.ts';
import type { Instant } from '../core/time/instant.ts';

const CHANNEL = 'telegram';

/** What is asked of Telegram, named each time: left out, the setting of an earlier program would stay. */
export const ALLOWED_UPDATES = ['message', 'callback_query', 'my_chat_member'] as const;

/** The update as the inbox keeps it, unique by its id and in the lane of its chat. */
export function toStored(update: Update, bot: string, receivedAt: Instant): StoredUpdate {
  return {
    channel: CHANNEL,
    bot,
    key: String(update.update_id),
    lane: laneOf(update),
    payload: update,
    receivedAt,
  };
}

function laneOf(update: Update): string {
  const message = update.message ?? update.callback_query?.message ?? update.my_chat_member;
  return String(message?.chat.id ?? update.callback_query?.from.id ?? 'none');
}
