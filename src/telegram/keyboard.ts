import type { ForceReply, InlineKeyboardButton, InlineKeyboardMarkup } from 'grammy/types';
import type { Button, Message } from '../app/ports/message.ts';

/** Bot API, InlineKeyboardButton: bytes of UTF-8, not characters. */
const DATA_LIMIT = 64;

/** Buttons or a request to reply; Telegram takes only one of them, and buttons are worth more. */
export function replyMarkup(message: Message): { reply_markup?: InlineKeyboardMarkup | ForceReply } {
  const buttons = keyboard(message);
  if (buttons !== null) return { reply_markup: buttons };
  if (message.wantsReply === true) return { reply_markup: { force_reply: true, selective: true } };
  return {};
}

/** For an edit, which cannot ask for a reply; no buttons takes away those that were there. */
export function inlineMarkup(message: Message): { reply_markup?: InlineKeyboardMarkup } {
  const buttons = keyboard(message);
  return buttons === null ? {} : { reply_markup: buttons };
}

function keyboard(message: Message): InlineKeyboardMarkup | null {
  const rows = message.buttons.filter((row) => row.length > 0);
  return rows.length === 0 ? null : { inline_keyboard: rows.map((row) => row.map(inlineButton)) };
}

function inlineButton(button: Button): InlineKeyboardButton {
  const text = button.label.normalize('NFC');
  if ('url' in button) return { text, url: button.url };
  const bytes = Buffer.byteLength(button.data);
  if (bytes < 1 || bytes > DATA_LIMIT) throw new RangeError(`callback data of ${bytes} bytes`);
  return { text, callback_data: button.data };
}
