// @ts-check

import { followLink, press, say } from './acts.js';
import { fileAddress, nameOf } from './api.js';
import { avatar, h, icon } from './dom.js';
import { sizeOf, timeOf } from './format.js';
import { t } from './i18n.js';
import { attempt } from './popup.js';
import { richText } from './rich-text.js';
import { currentChat, replyTo, state } from './store.js';
import { serviceText, summaryOf } from './summary.js';

/** @typedef {import('./api.js').Message} Message */

const actions = {
  /** @param {string} text */
  command: (text) => void attempt(() => say(text, null)),
  /** @param {string} url */
  link: (url) => void attempt(() => followLink(url)),
};

/**
 * One message as it stands in a conversation.
 * @param {Message} message
 * @param {boolean} first whether it is the first of several by one author
 */
export function messageView(message, first) {
  const service = serviceText(message);
  if (service !== null)
    return h('li', { class: 'service', 'data-id': message.message_id }, h('span', {}, service));
  const own = message.from.id === state.user;
  const group = currentChat()?.type !== 'private';
  const author = message.sender_chat?.title ?? nameOf(message.from);
  const bubble = h(
    'div',
    { class: 'bubble' },
    group && !own && first && h('strong', { class: `author tint-${Math.abs(message.from.id) % 7}` }, author),
    message.reply_to_message !== undefined &&
      message.reply_to_message.forum_topic_created === undefined &&
      quote(message.reply_to_message),
    ...media(message),
    body(message),
    h(
      'span',
      { class: 'meta' },
      message.edit_date !== undefined && `${t('message.edited')} `,
      timeOf(message.date * 1000),
    ),
  );
  const hasKeys = message.reply_markup?.inline_keyboard !== undefined;
  const row = h(
    'div',
    { class: 'bubble-row' },
    bubble,
    h(
      'button',
      {
        type: 'button',
        class: 'icon-button reply',
        'aria-label': `${t('message.reply')}: ${summaryOf(message).slice(0, 60)}`,
        onclick: () => replyTo(message),
      },
      icon('reply'),
    ),
  );
  return h(
    'li',
    {
      class: `message ${own ? 'own' : ''} ${first ? 'first' : ''} ${hasKeys ? 'has-keys' : ''}`,
      'data-id': message.message_id,
    },
    group &&
      !own &&
      (first
        ? avatar(author, message.from.id, message.from.is_bot ? 'bot small' : 'small')
        : h('span', { class: 'avatar-gap' })),
    h('div', { class: 'message-body' }, row, keyboard(message)),
  );
}

/** @param {Message} message */
function body(message) {
  const text = message.text ?? message.caption ?? '';
  if (text === '') return null;
  const entities = message.entities ?? message.caption_entities ?? [];
  return h('div', { class: 'text' }, ...richText(text, entities, actions));
}

/** @param {Message} replied */
function quote(replied) {
  const jump = () =>
    document
      .querySelector(`[data-id="${replied.message_id}"]`)
      ?.scrollIntoView({ block: 'center', behavior: 'smooth' });
  return h(
    'button',
    { type: 'button', class: 'quote', onclick: jump },
    h('strong', {}, nameOf(replied.from)),
    h('span', {}, summaryOf(replied)),
  );
}

/** @param {Message} message */
function media({ document: file, photo, caption }) {
  /** @type {HTMLElement[]} */
  const shown = [];
  if (file !== undefined) {
    const name = file.file_name ?? file.file_id;
    const size = sizeOf(file.file_size);
    shown.push(
      h(
        'a',
        {
          class: 'file',
          href: fileAddress(file.file_id),
          download: name,
          'aria-label': t('message.download', { name, size }),
        },
        h('span', { class: 'file-icon' }, icon('file')),
        h('span', { class: 'file-text' }, h('strong', {}, name), h('small', {}, size)),
      ),
    );
  }
  const picture = photo?.at(-1);
  if (picture !== undefined) {
    shown.push(
      h('img', {
        class: 'photo',
        src: fileAddress(picture.file_id),
        alt: caption ?? t('message.photo'),
        loading: 'lazy',
      }),
    );
  }
  return shown;
}

/** @param {Message} message */
function keyboard(message) {
  const rows = message.reply_markup?.inline_keyboard;
  if (rows === undefined) return null;
  return h(
    'div',
    { class: 'keyboard' },
    ...rows.map((row) =>
      h('div', { class: 'keyboard-row' }, ...row.map((button) => keyboardButton(message, button))),
    ),
  );
}

/**
 * @param {Message} message
 * @param {import('./api.js').Button} button
 */
function keyboardButton(message, button) {
  const run = async () => {
    element.setAttribute('aria-busy', 'true');
    await attempt(() => press(message, button));
    element.removeAttribute('aria-busy');
  };
  const element = h(
    'button',
    { type: 'button', class: 'key', onclick: () => void run() },
    h('span', {}, button.text),
    button.url !== undefined && icon('link'),
  );
  return element;
}
