// @ts-check

/**
 * @typedef {{ id: number, is_bot: boolean, first_name: string, last_name?: string, username?: string }} ApiUser
 * @typedef {{ type: string, offset: number, length: number, url?: string, user?: ApiUser, unix_time?: number }} Entity
 * @typedef {{ text: string, callback_data?: string, url?: string, copy_text?: { text: string } }} Button
 * @typedef {{ inline_keyboard?: Button[][], force_reply?: boolean, selective?: boolean,
 *   input_field_placeholder?: string, keyboard?: ({ text: string } | string)[][], remove_keyboard?: boolean }} Markup
 * @typedef {{ file_id: string, file_size: number, file_name?: string, mime_type?: string }} FileInfo
 * @typedef {{ message_id: number, date: number, edit_date?: number, from: ApiUser, text?: string, entities?: Entity[],
 *   caption?: string, caption_entities?: Entity[], document?: FileInfo, photo?: FileInfo[], reply_to_message?: Message,
 *   reply_markup?: Markup, new_chat_members?: ApiUser[], left_chat_member?: ApiUser, new_chat_title?: string, migrate_to_chat_id?: number,
 *   migrate_from_chat_id?: number, message_thread_id?: number, is_topic_message?: boolean,
 *   forum_topic_created?: { name: string }, forum_topic_closed?: object, forum_topic_reopened?: object, pinned_message?: Message, sender_chat?: { id: number, title?: string } }} Message
 * @typedef {{ id: number, name: string, closed: boolean, unread: number, lastRead: number }} ForumTopic
 * @typedef {{ id: number, type: 'private' | 'group' | 'supergroup', title: string, bot: string, cluster: string | null,
 *   members: { id: number, status: string }[], pinned: number[], topics: ForumTopic[] | null, unread: number, lastRead: number,
 *   last: Message | null }} Chat
 * @typedef {{ id: number, firstName: string, lastName: string | null, role: { vi: string, en: string }, unread: number }} Person
 * @typedef {{ seq: number, now: number, walking: boolean }} Clock
 * @typedef {{ bot: { id: number, name: string, username: string }, users: Person[], clock: Clock, outage: boolean }} World
 * @typedef {{ text: string | null, alert: boolean, url: string | null }} Answer
 * @typedef {{ command: string, description: string }} Command
 * @typedef {{ type: string, chat?: number, message?: Message, messageId?: number } & Partial<Clock>} SandboxEvent
 */

/**
 * Asks the sandbox. Values go in the query of a GET, in the JSON body otherwise; a form goes as it is.
 * @template T
 * @param {'GET' | 'POST' | 'DELETE'} method
 * @param {string} path
 * @param {Record<string, unknown> | FormData} [values]
 * @returns {Promise<T>}
 * @throws {Error} with the reason of a refusal
 */
export async function ask(method, path, values = {}) {
  const form = values instanceof FormData;
  const query =
    method === 'GET' ? `?${new URLSearchParams(Object.entries(values).map(([k, v]) => [k, String(v)]))}` : '';
  const response = await fetch(`/sandbox/${path}${query}`, {
    method,
    ...(method === 'GET' ? {} : { body: form ? values : JSON.stringify(values) }),
    ...(form || method === 'GET' ? {} : { headers: { 'content-type': 'application/json' } }),
  });
  const body = await response.json();
  if (!response.ok) throw new Error(body.error ?? String(response.status));
  return body;
}

/** @param {string} id */
export function fileAddress(id) {
  return `/sandbox/file?id=${encodeURIComponent(id)}`;
}

/**
 * Hears what happens, for as long as the page is open; the browser reconnects by itself.
 * @param {(event: SandboxEvent) => void} heard
 * @param {(open: boolean) => void} connected called on each change
 */
export function listen(heard, connected) {
  const source = new EventSource('/sandbox/events');
  source.addEventListener('message', ({ data }) => heard(JSON.parse(data)));
  source.addEventListener('open', () => connected(true));
  source.addEventListener('error', () => connected(false));
}

/** @param {ApiUser} user */
export function nameOf(user) {
  return [user.first_name, user.last_name].filter(Boolean).join(' ');
}

/** @param {Person} person */
export function personName(person) {
  return [person.firstName, person.lastName].filter(Boolean).join(' ');
}
