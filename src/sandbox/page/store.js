// @ts-check
import { ask, listen } from './api.js';

/**
 * @typedef {'world' | 'chats' | 'chat' | 'messages' | 'clock' | 'connection' | 'typing' | 'reply' | 'commands' |
 * 'language'} Topic
 */

/** What the page knows. It is changed here alone; views listen to the topics. */
export const state = {
  /** @type {import('./api.js').World | null} */
  world: null,
  user: 0,
  /** @type {import('./api.js').Chat[]} */
  chats: [],
  /** @type {number | null} */
  chatId: null,
  /** The topic of a forum; 0 is the general one, and the only place in any other chat. */
  topicId: 0,
  /** @type {import('./api.js').Message[]} */
  messages: [],
  more: false,
  /** @type {import('./api.js').Message | null} */
  replyTo: null,
  /** Whether an administrator writes as the group, until another chat is opened. */
  anonymous: false,
  /** @type {import('./api.js').Command[]} */
  commands: [],
  /** Id of the chat in which the bot is writing. @type {number | null} */
  typing: null,
  connected: true,
  /** Sandbox time minus the browser's, while the clock runs. */
  clockAhead: 0,
};

/** @type {Map<Topic, (() => void)[]>} */
const listeners = new Map();

/**
 * @param {Topic[]} topics
 * @param {() => void} listener
 */
export function on(topics, listener) {
  for (const topic of topics) listeners.set(topic, [...(listeners.get(topic) ?? []), listener]);
}

/** @param {...Topic} topics */
export function emit(...topics) {
  for (const listener of new Set(topics.flatMap((topic) => listeners.get(topic) ?? []))) listener();
}

/** The sandbox's instant, epoch ms. */
export function now() {
  const clock = state.world?.clock;
  if (clock === undefined) return Date.now();
  return clock.walking ? clock.now : Date.now() + state.clockAhead;
}

export function currentChat() {
  return state.chats.find(({ id }) => id === state.chatId);
}

export function currentPerson() {
  return state.world?.users.find(({ id }) => id === state.user);
}

export function currentTopic() {
  return currentChat()?.topics?.find(({ id }) => id === state.topicId);
}

/** Where a message stands, as `topicId` names it. @param {import('./api.js').Message} message */
const topicOf = ({ is_topic_message: inTopic, message_thread_id: thread = 0 }) => (inTopic ? thread : 0);

/** Reads the place (`#user/chat/topic`) from the address, so that two windows can be two people. */
function readPlace() {
  const [user = 0, chat = Number.NaN, topic = 0] = location.hash.slice(1).split('/').map(Number);
  return { user, chat: Number.isNaN(chat) ? null : chat, topic };
}

function writePlace() {
  const { user, chatId, topicId } = state;
  const place = `#${[user, chatId, topicId].filter(Boolean).join('/')}`;
  if (location.hash !== place) history.replaceState(null, '', place);
}

/** To the person and the chat that the address names; to the list of chats where it names none of theirs. */
export async function goToPlace() {
  const place = readPlace();
  const known = state.world?.users.some(({ id }) => id === place.user);
  state.user = known ? place.user : (state.world?.users[0]?.id ?? 0);
  closeChat();
  await loadChats();
  if (place.chat !== null && state.chats.some(({ id }) => id === place.chat))
    await openChat(place.chat, place.topic);
  emit('world', 'chats', 'chat', 'clock');
}

export async function open() {
  await loadWorld();
  await goToPlace();
  listen(hear, (connected) => {
    if (connected && !state.connected) void reload();
    state.connected = connected;
    emit('connection');
  });
}

async function reload() {
  await Promise.all([loadWorld(), loadChats(), loadMessages()]);
}

export async function loadWorld() {
  /** @type {import('./api.js').World} */
  const world = await ask('GET', 'world');
  state.world = world;
  state.clockAhead = world.clock.now - Date.now();
  emit('world', 'clock');
}

export async function loadChats() {
  state.chats = await ask('GET', 'chats', { user: state.user });
  emit('chats');
  const isGone = state.topicId !== 0 && currentTopic() === undefined;
  if (isGone && state.chatId !== null) await openChat(state.chatId);
}

async function loadMessages() {
  const { chatId: chat, topicId: topic } = state;
  if (chat === null) return;
  /** @type {{ messages: import('./api.js').Message[], more: boolean }} */
  const page = await ask('GET', 'messages', { chat, topic });
  if (state.chatId !== chat || state.topicId !== topic) return;
  state.messages = page.messages;
  state.more = page.more;
  emit('messages');
}

/** Before which message older ones are being asked for, as `oldest` names it. */
let asking = '';

const oldest = () => `${state.chatId}/${state.topicId}/${state.messages[0]?.message_id}`;

/** Whether older messages were put before those shown; not when another chat is open by the time they come. */
export async function loadOlder() {
  const before = state.messages[0]?.message_id;
  const place = oldest();
  if (state.chatId === null || before === undefined || asking === place) return false;
  asking = place;
  try {
    /** @type {{ messages: import('./api.js').Message[], more: boolean }} */
    const page = await ask('GET', 'messages', { chat: state.chatId, topic: state.topicId, before });
    if (oldest() !== place) return false;
    state.messages = [...page.messages, ...state.messages];
    state.more = page.more;
  } finally {
    if (asking === place) asking = '';
  }
  emit('messages');
  return true;
}

async function loadCommands() {
  const { user, chatId: chat } = state;
  if (chat === null) return;
  /** @type {import('./api.js').Command[]} */
  const commands = await ask('GET', 'commands', { user, chat });
  if (state.user !== user || state.chatId !== chat) return;
  state.commands = commands;
  emit('commands');
}

/** @param {number} user */
export async function chooseUser(user) {
  const chat = state.chatId;
  state.user = user;
  closeChat();
  await loadChats();
  // The same group seen by somebody else; a private chat becomes that person's own.
  const same = state.chats.find(({ id }) => id === chat);
  const own = chat !== null && chat > 0 ? state.chats.find(({ id }) => id === user) : undefined;
  emit('world');
  if (same !== undefined || own !== undefined) await openChat((same ?? own)?.id ?? user);
}

/**
 * @param {number} chat
 * @param {number} [topic]
 */
export async function openChat(chat, topic = 0) {
  state.chatId = chat;
  state.topicId = topic;
  state.messages = [];
  state.replyTo = null;
  state.anonymous = false;
  state.commands = [];
  writePlace();
  emit('chat', 'chats', 'messages', 'reply');
  await Promise.all([loadMessages(), loadCommands()]);
  // Asked before the chat was on the screen, or while it was being read.
  const last = state.messages.at(-1);
  if (state.chatId === chat && state.replyTo === null && last !== undefined && asksMe(last)) replyTo(last);
}

export function closeChat() {
  state.chatId = null;
  state.topicId = 0;
  state.messages = [];
  state.replyTo = null;
  writePlace();
  emit('chat', 'chats', 'messages', 'reply');
}

/** @param {import('./api.js').Message | null} message */
export function replyTo(message) {
  state.replyTo = message;
  emit('reply');
}

/** @param {boolean} anonymous */
export function writeAnonymously(anonymous) {
  state.anonymous = anonymous;
  emit('reply');
}

/** Tells the sandbox that the chat on the screen has been seen to its end. */
export function markRead() {
  const last = state.messages.at(-1);
  const chat = currentChat();
  const place = currentTopic() ?? chat;
  if (last === undefined || chat === undefined || place === undefined || document.hidden) return;
  if (place.lastRead >= last.message_id) return;
  place.lastRead = last.message_id;
  if (chat.topics === null) chat.unread = 0;
  emit('chats');
  const read = { user: state.user, chat: chat.id, topic: state.topicId, messageId: last.message_id };
  void ask('POST', 'read', read).then(refreshSoon, () => emit('connection'));
}

/** @type {ReturnType<typeof setTimeout> | undefined} */
let refreshing;

/** Reads the list of chats anew, soon, and once for many events. */
function refreshSoon() {
  refreshing ??= setTimeout(() => {
    refreshing = undefined;
    void Promise.all([loadChats(), loadWorld()]).catch(() => emit('connection'));
  }, 150);
}

/** @type {ReturnType<typeof setTimeout> | undefined} */
let typingEnds;

/** @param {import('./api.js').SandboxEvent} event */
function hear(event) {
  switch (event.type) {
    case 'message':
    case 'edited':
      takeMessage(event);
      return refreshSoon();
    case 'deleted':
      if (event.chat === state.chatId) {
        state.messages = state.messages.filter(({ message_id: id }) => id !== event.messageId);
        emit('messages');
      }
      return refreshSoon();
    case 'typing':
      showTyping(event.chat ?? null);
      return;
    case 'clock':
      takeClock(event);
      return;
    case 'commands':
      void loadCommands();
      return;
    case 'chat':
    case 'read':
    case 'faults':
      return refreshSoon();
  }
}

/** @param {import('./api.js').SandboxEvent} event */
function takeMessage({ chat, message }) {
  if (message === undefined || chat !== state.chatId || topicOf(message) !== state.topicId) return;
  const place = state.messages.findIndex(({ message_id: id }) => id === message.message_id);
  if (place === -1) state.messages = [...state.messages, message];
  else state.messages = state.messages.with(place, message);
  state.typing = null;
  if (place === -1 && asksMe(message)) replyTo(message);
  emit('messages', 'typing');
}

/** Whether a message wants this person to reply to it. @param {import('./api.js').Message} message */
function asksMe(message) {
  const markup = message.reply_markup;
  if (markup?.force_reply !== true) return false;
  return (
    markup.selective !== true ||
    message.reply_to_message?.from.id === state.user ||
    state.chatId === state.user
  );
}

/** @param {number | null} chat */
function showTyping(chat) {
  state.typing = chat;
  emit('typing');
  clearTimeout(typingEnds);
  typingEnds = setTimeout(() => {
    state.typing = null;
    emit('typing');
  }, 5000);
}

/** @param {import('./api.js').SandboxEvent} event */
function takeClock({ seq = 0, now: at = 0, walking = false }) {
  if (state.world === null) return;
  state.world.clock = { seq, now: at, walking };
  state.clockAhead = at - Date.now();
  emit('clock');
}
