// @ts-check
import { h, icon } from './dom.js';
import { dayHeading, dayKey } from './format.js';
import { t } from './i18n.js';
import { messageView } from './message-view.js';
import { attempt } from './popup.js';
import { currentChat, loadOlder, markRead, now, on, state } from './store.js';
import { serviceText } from './summary.js';

/** How near to its end a conversation counts as read to the end, in pixels. */
const NEAR_END = 90;

/** A pause after which an author is named again, in seconds. */
const PAUSE_S = 15 * 60;

/** The messages of the open chat. Elements of unchanged messages are kept, and with them the focus. */
export function messageList() {
  const list = h('ol', { class: 'messages', role: 'log', 'aria-live': 'polite' });
  const older = h('button', {
    type: 'button',
    class: 'button older',
    onclick: () => void attempt(keepPlace),
  });
  const down = h(
    'button',
    { type: 'button', class: 'icon-button down', onclick: () => toEnd('smooth'), hidden: true },
    icon('down'),
  );
  const typing = h('p', { class: 'typing', hidden: true });
  const scroller = h('div', { class: 'scroller', tabindex: '-1' }, older, list, typing);

  /** @type {Map<number, { signature: string, element: HTMLElement }>} */
  let kept = new Map();
  let shownPlace = '';

  /** @param {ScrollBehavior} behavior */
  const toEnd = (behavior) => scroller.scrollTo({ top: scroller.scrollHeight, behavior });
  const atEnd = () => scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < NEAR_END;
  const keepPlace = async () => {
    const fromEnd = scroller.scrollHeight - scroller.scrollTop;
    if (await loadOlder()) scroller.scrollTop = scroller.scrollHeight - fromEnd;
  };
  const render = () => {
    const place = `${state.chatId}/${state.topicId}`;
    const fresh = shownPlace !== place;
    const follow = fresh || atEnd();
    if (fresh) kept = new Map();
    shownPlace = place;
    kept = draw(list, kept);
    older.hidden = !state.more;
    older.textContent = t('chat.older');
    down.setAttribute('aria-label', t('chat.down'));
    if (follow) toEnd('instant');
    down.hidden = atEnd();
    if (atEnd()) markRead();
  };
  const renderTyping = () => {
    const follow = atEnd();
    typing.hidden = state.typing === null || state.typing !== state.chatId;
    typing.textContent = `${state.world?.bot.name ?? ''} ${t('chat.typing')}`;
    if (follow) toEnd('instant');
  };
  let stuckToEnd = true;
  scroller.addEventListener('scroll', () => {
    stuckToEnd = atEnd();
    down.hidden = stuckToEnd;
    if (stuckToEnd) markRead();
  });
  // A window made smaller, or a phone's keyboard, must not cover the newest message.
  new ResizeObserver(() => stuckToEnd && toEnd('instant')).observe(scroller);
  // Pictures arrive late and push the end away.
  list.addEventListener('load', () => atEnd() && toEnd('instant'), true);
  on(['messages', 'chat'], render);
  on(['typing', 'language'], renderTyping);
  on(['language'], () => {
    kept = new Map();
    render();
  });
  document.addEventListener('visibilitychange', () => atEnd() && markRead());
  return h('div', { class: 'scroll-frame' }, scroller, down);
}

/**
 * @param {HTMLElement} list
 * @param {ReadonlyMap<number, { signature: string, element: HTMLElement }>} kept
 */
function draw(list, kept) {
  /** @type {Map<number, { signature: string, element: HTMLElement }>} */
  const next = new Map();
  /** @type {HTMLElement[]} */
  const items = [];
  let day = '';
  /** @type {import('./api.js').Message | null} */
  let before = null;
  for (const message of state.messages) {
    const at = message.date * 1000;
    const newDay = dayKey(at) !== day;
    if (newDay) {
      day = dayKey(at);
      items.push(h('li', { class: 'day' }, h('span', {}, dayHeading(at, now()))));
    }
    const first = newDay || before === null || !continues(before, message);
    const signature = `${first}${state.user}${currentChat()?.type}${JSON.stringify(message)}`;
    const old = kept.get(message.message_id);
    const element = old?.signature === signature ? old.element : messageView(message, first);
    next.set(message.message_id, { signature, element });
    items.push(element);
    before = message;
  }
  if (items.length === 0 && state.chatId !== null) items.push(h('li', { class: 'hello' }, t('chats.silent')));
  update(list, items);
  return next;
}

/**
 * Whether a message goes on where the one before it ended.
 * @param {import('./api.js').Message} before
 * @param {import('./api.js').Message} message
 */
function continues(before, message) {
  const near = message.date - before.date < PAUSE_S;
  return near && before.from.id === message.from.id && serviceText(before) === null;
}

/**
 * Brings the list to these items and moves no element that stays, so that focus and selection stay too.
 * @param {HTMLElement} list
 * @param {readonly HTMLElement[]} items
 */
function update(list, items) {
  const wanted = new Set(items);
  for (const child of Array.from(list.children)) {
    if (!wanted.has(/** @type {HTMLElement} */ (child))) child.remove();
  }
  let place = list.firstElementChild;
  for (const item of items) {
    if (item === place) place = place.nextElementSibling;
    else list.insertBefore(item, place);
  }
}
