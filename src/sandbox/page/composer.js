// @ts-check

import { say, startBot } from './acts.js';
import { ask, nameOf } from './api.js';
import { commandMenu } from './command-menu.js';
import { h, icon } from './dom.js';
import { sizeOf } from './format.js';
import { t } from './i18n.js';
import { attempt } from './popup.js';
import { currentChat, loadChats, on, replyTo, state } from './store.js';
import { summaryOf } from './summary.js';

/** Where a message is written: text, reply, file, commands; or the button that begins a private chat. */
export function composer() {
  const input = /** @type {HTMLTextAreaElement} */ (
    h('textarea', { rows: '1', class: 'input', enterkeyhint: 'send' })
  );
  const picker = /** @type {HTMLInputElement} */ (
    h('input', {
      type: 'file',
      hidden: true,
      tabindex: '-1',
      onchange: () => attach(picker.files?.[0] ?? null),
    })
  );
  const clip = h(
    'button',
    { type: 'button', class: 'icon-button', onclick: () => picker.click() },
    icon('clip'),
  );
  const slash = h(
    'button',
    { type: 'button', class: 'icon-button', onclick: () => menu.toggle() },
    icon('slash'),
  );
  const send = h('button', { type: 'submit', class: 'icon-button send' }, icon('send'));
  const menu = commandMenu(input, (text) => void submit(text));
  const above = h('div', { class: 'above' });
  const replies = h('div', { class: 'reply-keyboard', hidden: true });
  const form = h(
    'form',
    {
      class: 'composer',
      onsubmit: (/** @type {Event} */ event) => {
        event.preventDefault();
        void submit(input.value);
      },
    },
    picker,
    clip,
    slash,
    input,
    send,
  );
  const gate = h('div', { class: 'gate', hidden: true });
  const frame = h('div', { class: 'composer-frame' }, menu.element, above, replies, form, gate);

  /** @type {File | null} */
  let file = null;
  const attach = (/** @type {File | null} */ given) => {
    file = given;
    picker.value = '';
    renderAbove();
    input.focus();
  };
  const submit = async (/** @type {string} */ text) => {
    const sent = file;
    if (text.trim() === '' && sent === null) return;
    input.value = '';
    file = null;
    grow();
    menu.close();
    renderAbove();
    await attempt(() => say(text, sent));
  };
  const grow = () => {
    input.style.setProperty('height', 'auto');
    input.style.setProperty('height', `${Math.min(input.scrollHeight, 140)}px`);
  };
  const strip = (/** @type {string} */ title, /** @type {string} */ text, /** @type {() => void} */ drop) =>
    h(
      'div',
      { class: 'strip' },
      h('span', { class: 'strip-text' }, h('strong', {}, title), h('span', {}, text)),
      h(
        'button',
        { type: 'button', class: 'icon-button', 'aria-label': t('composer.cancel'), onclick: drop },
        icon('close'),
      ),
    );
  const renderAbove = () => {
    const replied = state.replyTo;
    above.replaceChildren();
    if (replied !== null) {
      const who = nameOf(replied.from);
      above.append(strip(t('composer.replying', { who }), summaryOf(replied), () => replyTo(null)));
    }
    if (file !== null) above.append(strip(file.name, sizeOf(file.size), () => attach(null)));
    const usual = t(state.anonymous ? 'composer.anonymous' : 'composer.placeholder');
    const placeholder = replied?.reply_markup?.input_field_placeholder ?? usual;
    input.placeholder = placeholder;
    input.setAttribute('aria-label', placeholder);
  };
  const renderReply = () => {
    renderAbove();
    if (state.replyTo !== null) input.focus();
  };
  const renderKeyboard = () => {
    const last = state.messages.findLast(
      ({ reply_markup: markup }) => markup?.keyboard ?? markup?.remove_keyboard,
    );
    const rows = last?.reply_markup?.keyboard ?? [];
    replies.hidden = rows.length === 0;
    const key = (/** @type {string} */ text) =>
      h('button', { type: 'button', class: 'key', onclick: () => void submit(text) }, text);
    replies.replaceChildren(
      ...rows.map((row) =>
        h(
          'div',
          { class: 'keyboard-row' },
          ...row.map((one) => key(typeof one === 'string' ? one : one.text)),
        ),
      ),
    );
  };
  const renderGate = () => {
    const chat = currentChat();
    const closed = chat?.type === 'private' && (chat.bot === 'never' || chat.bot === 'kicked');
    gate.hidden = !closed;
    form.hidden = closed;
    const unblock = async () => {
      await ask('POST', 'block', { user: state.user, blocked: false });
      await loadChats();
    };
    const [label, run] =
      chat?.bot === 'kicked' ? ['composer.unblock', unblock] : ['composer.start', () => startBot()];
    gate.replaceChildren(
      h(
        'button',
        { type: 'button', class: 'button primary wide', onclick: () => void attempt(run) },
        t(label),
      ),
    );
  };
  const relabel = () => {
    clip.setAttribute('aria-label', t('composer.attach'));
    slash.setAttribute('aria-label', t('composer.commands'));
    send.setAttribute('aria-label', t('composer.send'));
    renderAbove();
    renderGate();
  };

  input.addEventListener('input', grow);
  input.addEventListener('keydown', (event) => {
    if (menu.key(event) || event.isComposing) return;
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      void submit(input.value);
    } else if (event.key === 'Escape' && state.replyTo !== null) replyTo(null);
  });
  on(['chat', 'language'], relabel);
  on(['chats'], renderGate);
  on(['reply'], renderReply);
  on(['messages'], renderKeyboard);
  on(['commands'], () => {
    slash.hidden = state.commands.length === 0;
  });
  return { element: frame, attach, focus: () => input.focus() };
}
