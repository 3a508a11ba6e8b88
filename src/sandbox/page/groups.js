// @ts-check
import { ask } from './api.js';
import { avatar, h } from './dom.js';
import { t } from './i18n.js';
import { lineForm } from './line-form.js';
import { attempt, openDialog } from './popup.js';
import { loadChats, openChat, state } from './store.js';

/** Asks for the title of a group of one's own, and opens it. */
export function openNewGroup() {
  openDialog({ label: t('group.new'), kind: 'sheet' }, (close) => [
    h('h2', {}, t('group.new')),
    newGroup(async (chat) => {
      close();
      await openChat(chat);
    }),
  ]);
}

/**
 * A deep link that adds the bot to a group (`startgroup`): the group is chosen, or made, and the bot is told the
 * payload.
 * @param {string} payload
 */
export function chooseGroup(payload) {
  openDialog({ label: t('group.choose'), kind: 'sheet' }, (close) => {
    const add = async (/** @type {number} */ chat) => {
      close();
      await ask('POST', 'bot', { chat, by: state.user, act: 'add', payload });
      await loadChats();
      await openChat(chat);
    };
    const groups = state.chats.filter(({ type }) => type !== 'private');
    return [
      h('h2', { tabindex: '-1', autofocus: true }, t('group.choose')),
      h(
        'ul',
        { class: 'people-list' },
        ...groups.map(({ id, title }) =>
          h(
            'li',
            {},
            h(
              'button',
              { type: 'button', class: 'person', onclick: () => void attempt(() => add(id)) },
              avatar(title, id),
              h('span', { class: 'person-text' }, h('strong', {}, title)),
            ),
          ),
        ),
      ),
      newGroup(add),
    ];
  });
}

/** @param {(chat: number) => Promise<unknown>} made */
function newGroup(made) {
  const run = async (/** @type {string} */ title) => {
    /** @type {{ chat: number }} */
    const { chat } = await ask('POST', 'group', { by: state.user, title, supergroup: false });
    await loadChats();
    await made(chat);
  };
  return lineForm({ label: t('group.title'), button: t('group.make'), run });
}
