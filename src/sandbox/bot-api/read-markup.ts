import { badRequest } from '../http/api-error.ts';
import type { InlineButton, ReplyMarkup } from '../world/message.ts';
import type { Params } from './params.ts';

const MOST_BUTTONS = 100;
const LONGEST_DATA_BYTES = 64;
const LONGEST_PLACEHOLDER = 64;
const ACTIONS = ['url', 'callback_data', 'web_app', 'login_url', 'switch_inline_query', 'copy_text', 'pay'];
const OTHER_ACTIONS = [
  'switch_inline_query_current_chat',
  'switch_inline_query_chosen_chat',
  'callback_game',
];

/** The markup of a call; null where it has none. @throws ApiError 400 for a keyboard no client could show. */
export function readMarkup(params: Params, { inlineOnly = false } = {}): ReplyMarkup | null {
  const markup: ReplyMarkup | undefined = params.object('reply_markup');
  if (markup === undefined) return null;
  if (markup.inline_keyboard !== undefined) return inlineKeyboard(markup.inline_keyboard);
  if (inlineOnly) throw badRequest('inline keyboard expected');
  if ((markup.input_field_placeholder ?? '').length > LONGEST_PLACEHOLDER) {
    throw badRequest('reply keyboard placeholder is too long');
  }
  return markup;
}

function inlineKeyboard(rows: readonly (readonly InlineButton[])[]): ReplyMarkup | null {
  const kept = rows
    .map((row) => row.filter(({ text }) => text.trim() !== ''))
    .filter((row) => row.length > 0);
  const buttons = rows.flat();
  if (buttons.length > MOST_BUTTONS) throw badRequest('reply markup is too long');
  for (const button of buttons) checkButton(button);
  return kept.length === 0 ? null : { inline_keyboard: kept };
}

function checkButton(button: InlineButton): void {
  if (button.text.trim() === '') throw badRequest('inline keyboard button text must be non-empty');
  const actions = [...ACTIONS, ...OTHER_ACTIONS].filter((field) => field in button);
  if (actions.length === 0) {
    throw badRequest("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard");
  }
  if (actions.length > 1) throw badRequest(`inline keyboard button has two actions: ${actions.join(', ')}`);
  const { callback_data: data, url } = button;
  if (data !== undefined) {
    const bytes = Buffer.byteLength(data);
    if (bytes < 1 || bytes > LONGEST_DATA_BYTES) throw badRequest('BUTTON_DATA_INVALID');
  }
  if (url !== undefined && !URL.canParse(/^[a-z]+:/i.test(url) ? url : `http://${url}`)) {
    throw badRequest(`inline keyboard button URL '${url}' is invalid: Wrong HTTP URL`);
  }
}
