// @ts-check
import { ask, personName } from './api.js';
import { avatar, h, icon } from './dom.js';
import { language, t } from './i18n.js';
import { lineForm } from './line-form.js';
import { attempt, openDialog } from './popup.js';
import { currentChat, currentTopic, loadChats, openChat, state, writeAnonymously } from './store.js';

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
    chat.members.length > 0 &&
      h('ul', { class: 'people-list' }, ...chat.members.map((one) => member(chat, one, close))),
    chat.type !== 'private' && newMember(chat, close),
    chat.type !== 'private' && newTitle(chat, close),
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

/**
 * @param {import('./api.js').Chat} chat
 * @param {{ id: number, status: string }} given
 * @param {() => void} close
 */
function member(chat, { id, status }, close) {
  const person = state.world?.users.find((user) => user.id === id);
  if (person === undefined) return null;
  const remove = () => void attempt(() => changeMember(chat, id, 'remove', close));
  const label = `${t('member.remove')}: ${personName(person)}`;
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
    status !== 'creator' &&
      h(
        'button',
        { type: 'button', class: 'icon-button', 'aria-label': label, onclick: remove },
        icon('close'),
      ),
  );
}

/**
 * @param {import('./api.js').Chat} chat
 * @param {() => void} close
 */
function newMember(chat, close) {
  const outside = (state.world?.users ?? []).filter(({ id }) => chat.members.every((one) => one.id !== id));
  if (outside.length === 0) return null;
  return lineForm({
    label: t('member.who'),
    button: t('member.add'),
    options: outside.map((person) => ({ value: person.id, label: personName(person) })),
    run: (user) => changeMember(chat, Number(user), 'add', close),
  });
}

/**
 * @param {import('./api.js').Chat} chat
 * @param {number} user
 * @param {'add' | 'remove'} act
 * @param {() => void} close
 */
async function changeMember(chat, user, act, close) {
  close();
  await ask('POST', 'member', { chat: chat.id, user, by: state.user, act });
  await loadChats();
}

/**
 * @param {import('./api.js').Chat} chat
 * @param {() => void} close
 */
function newTitle(chat, close) {
  const run = async (/** @type {string} */ title) => {
    close();
    await ask('POST', 'rename', { chat: chat.id, by: state.user, title });
    await loadChats();
  };
  return lineForm({ label: t('group.title'), button: t('group.rename'), run });
}

/**
 * @param {import('./api.js').Chat} chat
 * @param {() => void} close
 */
function newTopic(chat, close) {
  const run = async (/** @type {string} */ name) => {
    close();
    /** @type {{ topic: number }} */
    const { topic } = await ask('POST', 'topics', { chat: chat.id, by: state.user, name });
    await loadChats();
    await openChat(chat.id, topic);
  };
  return lineForm({ label: t('topic.name'), button: t('topic.open'), run });
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
  const own = chat.members.find(({ id }) => id === state.user);
  const mayHide = own !== undefined && own.status !== 'member';
  const hide = async () => writeAnonymously(!state.anonymous);
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
    ...(mayHide ? [{ label: state.anonymous ? 'info.named' : 'info.anonymous', run: hide }] : []),
    ...(inside ? [] : [{ label: 'info.add', run: bot('add') }]),
    ...(chat.bot === 'member' ? [{ label: 'info.promote', run: bot('promote') }] : []),
    ...(chat.bot === 'administrator' ? [{ label: 'info.demote', run: bot('add') }] : []),
    ...(chat.type === 'group' ? [{ label: 'info.migrate', run: migrate }] : []),
    ...(inside ? [{ label: 'info.kick', run: bot('kick'), danger: true }] : []),
  ];
}
