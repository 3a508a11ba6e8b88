// @ts-check
import { nameOf } from './api.js';
import { avatar, h } from './dom.js';
import { shortMoment } from './format.js';
import { openNewGroup } from './groups.js';
import { t } from './i18n.js';
import { attempt } from './popup.js';
import { now, on, openChat, state } from './store.js';
import { summaryOf } from './summary.js';

/** The chats of the person played. */
export function chatList() {
  const list = h('ul', { class: 'chat-list' });
  const heading = h('h2', { class: 'pane-title', id: 'chats-title' });
  const create = h('button', { type: 'button', class: 'button new-group', onclick: openNewGroup });
  const render = () => {
    heading.textContent = t('chats.title');
    create.textContent = t('group.new');
    const focused = document.activeElement?.getAttribute('data-chat');
    const lines = state.chats.map(line);
    list.replaceChildren(...(lines.length > 0 ? lines : [h('li', { class: 'hint' }, t('chats.empty'))]));
    // The lines are new, the one that had the focus has it again.
    if (focused) refocus(list.querySelector(`[data-chat="${focused}"]`));
  };
  on(['chats', 'language'], render);
  return h('nav', { class: 'chats', 'aria-labelledby': 'chats-title' }, heading, list, create);
}

/** @param {Element | null} element */
function refocus(element) {
  if (element instanceof HTMLElement) element.focus();
}

/** @param {import('./api.js').Chat} chat */
function line(chat) {
  const isBot = chat.type === 'private';
  return h(
    'li',
    {},
    h(
      'button',
      {
        type: 'button',
        class: 'chat-line',
        'data-chat': chat.id,
        'aria-current': chat.id === state.chatId ? 'true' : null,
        onclick: () => void attempt(() => openChat(chat.id)),
      },
      avatar(chat.title, chat.id, isBot ? 'bot' : ''),
      h(
        'span',
        { class: 'chat-text' },
        h(
          'span',
          { class: 'chat-title' },
          h('strong', {}, chat.title),
          isBot && h('em', { class: 'tag' }, t('chat.bot')),
        ),
        h('small', {}, lastLine(chat)),
      ),
      h(
        'span',
        { class: 'chat-side' },
        h('time', {}, chat.last === null ? '' : shortMoment(chat.last.date * 1000, now())),
        chat.unread > 0 &&
          h(
            'span',
            { class: 'badge', 'aria-label': t('chats.unread', { n: chat.unread }) },
            String(chat.unread),
          ),
      ),
    ),
  );
}

/** @param {import('./api.js').Chat} chat */
function lastLine({ last, type }) {
  if (last === null) return t('chats.silent');
  const own = last.from.id === state.user;
  const author = own ? `${t('chats.you')}: ` : type === 'private' ? '' : `${nameOf(last.from)}: `;
  return `${author}${summaryOf(last)}`;
}
