// @ts-check
import { h } from './dom.js';
import { t } from './i18n.js';
import { attempt } from './popup.js';
import { currentChat, on, openChat, state } from './store.js';

/** The topics of a forum in a row, the general one first; nothing in any other chat. */
export function topicTabs() {
  const row = h('nav', { class: 'topics', hidden: true });
  const render = () => {
    const chat = currentChat();
    row.hidden = !chat?.topics;
    if (!chat?.topics) return;
    row.setAttribute('aria-label', t('topic.list'));
    const inTopics = chat.topics.reduce((sum, { unread }) => sum + unread, 0);
    const general = { id: 0, name: t('topic.general'), closed: false, unread: chat.unread - inTopics };
    const focused = document.activeElement?.getAttribute('data-topic');
    row.replaceChildren(...[general, ...chat.topics].map((topic) => tab(chat.id, topic)));
    // The tabs are new, the one that had the focus has it again.
    const again = row.querySelector(`[data-topic="${focused}"]`);
    if (again instanceof HTMLElement) again.focus();
    row.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  };
  on(['chat', 'chats', 'language'], render);
  return row;
}

/**
 * @param {number} chat
 * @param {Pick<import('./api.js').ForumTopic, 'id' | 'name' | 'closed' | 'unread'>} topic
 */
function tab(chat, { id, name, closed, unread }) {
  return h(
    'button',
    {
      type: 'button',
      class: 'topic',
      'data-topic': id,
      'aria-current': id === state.topicId ? 'true' : null,
      onclick: () => void attempt(() => openChat(chat, id)),
    },
    name,
    closed && h('em', { class: 'tag' }, t('topic.closed')),
    unread > 0 &&
      h('span', { class: 'badge', 'aria-label': t('chats.unread', { n: unread }) }, String(unread)),
  );
}
