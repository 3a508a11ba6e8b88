// @ts-check
import { ask, personName } from './api.js';
import { avatar, h } from './dom.js';
import { language, t } from './i18n.js';
import { attempt, openDialog } from './popup.js';
import { currentChat, currentTopic, loadChats, openChat, state } from './store.js';

/** Who is in the chat, and what an administrator's client could do to the bot there. */
export function openInfo() {
  const chat = currentChat();
  if (chat === undefined) return;
  openDialog({ label: t('chat.info'), kind: 'sheet' }, (close) => [
    // The long sheet opens at its top, and no keyboard of a phone with it.
    h('h2', { tabindex: '-1', autofocus: true }, chat.title),
    h(
      'p',
      { class: 'hint' },
      [t(`info.${chat.type}`), chat.cluster, chat.type === 'private' ? null : botLine(chat.bot)]
        .filter(Boolean)
        .join(' · '),
    ),
    chat.members.length > 0 && h('ul', { class: 'people-list' }, ...chat.members.map(member)),
    chat.type === 'supergroup' && newTopic(chat, close),
    h(
      'div',
      { class: 'acts' },
      ...acts(chat).map(({ label, run, danger }) => {
        const act = async () => {
          close();
          await attempt(run);
          await loadChats();
        };
        return h(
          'button',
          { type: 'button', class: `button ${danger ? 'danger' : ''}`, onclick: () => void act() },
          t(label),
        );
      }),
    ),
    h('button', { type: 'button', class: 'button primary', onclick: close }, t('settings.close')),
  ]);
}

/** @param {string} bot */
function botLine(bot) {
  if (bot === 'administrator') return t('info.botAdmin');
  return t(bot === 'member' ? 'info.botIn' : 'info.botOut');
}

/** @param {{ id: number, status: string }} given */
function member({ id, status }) {
  const person = state.world?.users.find((user) => user.id === id);
  if (person === undefined) return null;
  return h(
    'li',
    { class: 'person' },
    avatar(personName(person), id),
    h(
      'span',
      { class: 'person-text' },
      h('strong', {}, personName(person)),
      h('small', {}, person.role[language()]),
    ),
    status !== 'member' && h('em', { class: 'tag' }, t(`info.${status}`)),
  );
}

/**
 * @param {import('./api.js').Chat} chat
 * @param {() => void} close
 */
function newTopic(chat, close) {
  const label = t('topic.name');
  const name = /** @type {HTMLInputElement} */ (
    h('input', { class: 'input', required: true, maxlength: 128, placeholder: label, 'aria-label': label })
  );
  const open = async () => {
    /** @type {{ topic: number }} */
    const { topic } = await ask('POST', 'topics', { chat: chat.id, by: state.user, name: name.value });
    await loadChats();
    await openChat(chat.id, topic);
  };
  const submit = (/** @type {Event} */ event) => {
    event.preventDefault();
    close();
    void attempt(open);
  };
  return h(
    'form',
    { class: 'new-topic', onsubmit: submit },
    name,
    h('button', { class: 'button' }, t('topic.open')),
  );
}

/**
 * @param {import('./api.js').Chat} chat
 * @returns {{ label: string, run: () => Promise<unknown>, danger?: boolean }[]}
 */
function acts(chat) {
  const bot = (/** @type {string} */ act) => () => ask('POST', 'bot', { chat: chat.id, by: state.user, act });
  if (chat.type === 'private') {
    if (chat.bot === 'never') return [];
    const blocked = chat.bot === 'kicked';
    const run = () => ask('POST', 'block', { user: state.user, blocked: !blocked });
    return [{ label: blocked ? 'info.unblock' : 'info.block', run, danger: !blocked }];
  }
  const inside = chat.bot === 'member' || chat.bot === 'administrator';
  const migrate = async () => {
    /** @type {{ chat: number }} */
    const { chat: id } = await ask('POST', 'migrate', { chat: chat.id, by: state.user });
    await loadChats();
    await openChat(id);
  };
  const topic = currentTopic();
  const onTopic = (/** @type {string} */ act) => () =>
    ask('POST', 'topic', { chat: chat.id, by: state.user, topic: topic?.id, act });
  return [
    ...(topic === undefined
      ? []
      : [
          topic.closed
            ? { label: 'topic.reopen', run: onTopic('reopen') }
            : { label: 'topic.close', run: onTopic('close') },
          { label: 'topic.delete', run: onTopic('delete'), danger: true },
        ]),
    ...(inside ? [] : [{ label: 'info.add', run: bot('add') }]),
    ...(chat.bot === 'member' ? [{ label: 'info.promote', run: bot('promote') }] : []),
    ...(chat.type === 'group' ? [{ label: 'info.migrate', run: migrate }] : []),
    ...(inside ? [{ label: 'info.kick', run: bot('kick'), danger: true }] : []),
  ];
}
