import type { Refusal } from '../app/ports/messenger.ts';

/** What an answer of the Bot API that is not `ok` means to a sender. */
export type Meaning = Refusal | 'unchanged' | 'moved' | 'wait' | 'unknown';

export interface ErrorRow {
  /** The error code, or the lowest of its hundred where the whole hundred is meant. */
  readonly code: number | '4xx' | '5xx';
  readonly says: RegExp;
  readonly means: Meaning;
}

/**
 * First match counts. Texts as in tdlib/telegram-bot-api v10.0, telegram-bot-api/Client.cpp, fail_query_with_error
 * and its callers; the server puts `Bad Request: ` or `Forbidden: ` before them.
 */
export const errorTable: readonly ErrorRow[] = [
  { code: 429, says: /^/, means: 'wait' },
  { code: 420, says: /^/, means: 'wait' },

  { code: 403, says: /blocked by the user|can't initiate conversation/, means: 'blocked' },
  { code: 403, says: /user is deactivated|kicked from|not a member of|chat was deleted/, means: 'gone' },
  { code: 403, says: /can't send messages to (bots|the bot)/, means: 'gone' },
  { code: 403, says: /^/, means: 'rights' },

  { code: 400, says: /upgraded to a supergroup/, means: 'moved' },
  { code: 400, says: /message is not modified/, means: 'unchanged' },
  { code: 400, says: /message thread not found|TOPIC_(CLOSED|DELETED|ID_INVALID)/, means: 'thread' },
  {
    code: 400,
    says: /message to edit not found|message can't be edited|MESSAGE_ID_INVALID/,
    means: 'not_editable',
  },
  { code: 400, says: /there is no (text|caption) in the message to edit/, means: 'not_editable' },
  { code: 400, says: /chat not found|chat_id is empty|user not found|PEER_ID_INVALID/, means: 'gone' },
  { code: 400, says: /group chat was (deactivated|deleted)|CHANNEL_PRIVATE/, means: 'gone' },
  { code: 400, says: /not enough rights|have no rights|need administrator rights/, means: 'rights' },
  { code: 400, says: /CHAT_(WRITE|SEND_\w+)_FORBIDDEN|CHAT_RESTRICTED|CHAT_ADMIN_REQUIRED/, means: 'rights' },

  // 404 is what the server answers to a token of a wrong form.
  { code: 401, says: /^/, means: 'unauthorised' },
  { code: 404, says: /^Not Found$/, means: 'unauthorised' },

  // Everything else that it examined and declined, `can't parse entities` among it, is a fault in our message.
  { code: '4xx', says: /^/, means: 'message' },
  { code: '5xx', says: /^/, means: 'unknown' },
];

export function meaningOf(code: number, description: string): Meaning {
  const hundred = code >= 500 ? '5xx' : '4xx';
  const row = errorTable.find(
    (each) => (each.code === code || each.code === hundred) && each.says.test(description),
  );
  return row?.means ?? 'unknown';
}
