// @ts-check
import { ask } from './api.js';
import { chooseGroup } from './groups.js';
import { t } from './i18n.js';
import { alertBox, toast } from './popup.js';
import { loadChats, openChat, replyTo, state } from './store.js';

/**
 * @param {string} text
 * @param {File | null} file
 */
export async function say(text, file) {
  const { user, chatId: chat, topicId: topic, anonymous } = state;
  const values = { user, chat, topic, text, anonymous, replyTo: state.replyTo?.message_id ?? null };
  // Before the call: its answer may already ask for the next reply.
  replyTo(null);
  if (file === null) {
    await ask('POST', 'say', values);
  } else {
    const form = new FormData();
    for (const [name, value] of Object.entries(values)) if (value !== null) form.set(name, String(value));
    form.set('file', file, file.name);
    await ask('POST', 'say', form);
  }
}

/**
 * Presses a button and shows what the bot answers.
 * @param {import('./api.js').Message} message
 * @param {import('./api.js').Button} button
 */
export async function press(message, button) {
  if (button.url !== undefined) return await followLink(button.url);
  if (button.copy_text !== undefined) {
    await navigator.clipboard.writeText(button.copy_text.text);
    return toast(t('popup.copied'));
  }
  /** @type {{ answer: import('./api.js').Answer | null }} */
  const { answer } = await ask('POST', 'press', {
    user: state.user,
    chat: state.chatId,
    messageId: message.message_id,
    data: button.callback_data,
  });
  if (answer === null) return toast(t('popup.silence'));
  if (answer.url !== null) return await followLink(answer.url);
  if (answer.text !== null) (answer.alert ? alertBox : toast)(answer.text);
}

/**
 * A deep link to the bot opens the private chat and starts it, or adds it to a group; any other link opens a window.
 * @param {string} url
 */
export async function followLink(url) {
  const address = new URL(/^[a-z]+:/i.test(url) ? url : `https://${url}`);
  const own =
    address.host === 't.me' &&
    address.pathname.slice(1).toLowerCase() === state.world?.bot.username.toLowerCase();
  if (!own) {
    window.open(address, '_blank', 'noopener');
    return;
  }
  const forGroup = address.searchParams.get('startgroup');
  if (forGroup !== null) return chooseGroup(forGroup);
  const payload = address.searchParams.get('start');
  if (payload !== null) await startBot(payload);
  else await openChat(state.user);
}

/** @param {string} [payload] */
export async function startBot(payload = '') {
  await ask('POST', 'start', { user: state.user, payload });
  await loadChats();
  if (state.chatId !== state.user) await openChat(state.user);
}
