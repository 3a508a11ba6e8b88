// @ts-check

import { openInfo } from './chat-info.js';
import { composer } from './composer.js';
import { avatar, h, icon } from './dom.js';
import { t } from './i18n.js';
import { messageList } from './message-list.js';
import { closeChat, currentChat, on, state } from './store.js';
import { summaryOf } from './summary.js';
import { topicTabs } from './topic-tabs.js';

/** The open chat: its heading, messages and the place to write. */
export function conversation() {
  const back = h('button', { type: 'button', class: 'icon-button back', onclick: closeChat }, icon('back'));
  const title = h('button', { type: 'button', class: 'conversation-title', onclick: openInfo });
  const pinned = h('button', { type: 'button', class: 'pinned', hidden: true });
  const write = composer();
  const drop = h('div', { class: 'drop', hidden: true });
  const inside = h(
    'div',
    { class: 'conversation-inside' },
    h('div', { class: 'conversation-head' }, back, title),
    topicTabs(),
    pinned,
    messageList(),
    write.element,
    drop,
  );
  const empty = h('p', { class: 'conversation-empty' });
  const pane = h('main', { class: 'conversation' }, inside, empty);

  // The last pinned first, whatever the topic.
  const pinnedHere = () =>
    (currentChat()?.pinned ?? [])
      .map((id) => state.messages.find((message) => message.message_id === id))
      .find((message) => message !== undefined);
  /** @type {number | null} */
  let shown = null;
  const render = () => {
    const chat = currentChat();
    inside.hidden = chat === undefined;
    empty.hidden = chat !== undefined;
    empty.textContent = t('chat.none');
    document.body.classList.toggle('in-chat', chat !== undefined);
    if (chat === undefined) {
      shown = null;
      return;
    }
    back.setAttribute('aria-label', t('chat.back'));
    const isBot = chat.type === 'private';
    const people = isBot
      ? t('chat.bot')
      : t('chat.members', {
          n: chat.members.length + (chat.bot === 'member' || chat.bot === 'administrator' ? 1 : 0),
        });
    title.replaceChildren(
      avatar(chat.title, chat.id, isBot ? 'bot' : ''),
      h('span', { class: 'person-text' }, h('strong', {}, chat.title), h('small', {}, people)),
    );
    title.setAttribute('aria-label', `${t('chat.info')}: ${chat.title}`);
    if (shown !== chat.id && matchMedia('(hover: hover)').matches) write.focus();
    shown = chat.id;
  };
  const renderPinned = () => {
    const message = pinnedHere();
    pinned.hidden = message === undefined;
    if (message === undefined) return;
    pinned.replaceChildren(
      icon('pin'),
      h('span', {}, h('strong', {}, t('chat.pinned')), h('span', {}, summaryOf(message))),
    );
  };
  pinned.addEventListener('click', () => {
    const target = document.querySelector(`[data-id="${pinnedHere()?.message_id}"]`);
    target?.scrollIntoView({ block: 'center', behavior: 'smooth' });
  });
  pane.addEventListener('dragover', (event) => {
    event.preventDefault();
    drop.textContent = t('composer.drop');
    drop.hidden = currentChat() === undefined;
  });
  pane.addEventListener('dragleave', () => {
    drop.hidden = true;
  });
  pane.addEventListener('drop', (event) => {
    event.preventDefault();
    drop.hidden = true;
    const file = event.dataTransfer?.files[0];
    if (file !== undefined && currentChat() !== undefined) write.attach(file);
  });
  on(['chat', 'chats', 'language'], render);
  on(['messages', 'chats', 'language'], renderPinned);
  return pane;
}
