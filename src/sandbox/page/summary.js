// @ts-check
import { nameOf } from './api.js';
import { t } from './i18n.js';

/** @typedef {import('./api.js').Message} Message */

/** A message in one line. @param {Message} message */
export function summaryOf(message) {
  const service = serviceText(message);
  if (service !== null) return service;
  if (message.document !== undefined)
    return `📎 ${message.document.file_name ?? ''} ${message.caption ?? ''}`.trim();
  if (message.photo !== undefined) return `🖼 ${message.caption ?? t('message.photo')}`;
  return (message.text ?? '').replace(/\s+/g, ' ');
}

/** What a service message says; null for any other. @param {Message} message */
export function serviceText(message) {
  const who = (/** @type {import('./api.js').ApiUser[]} */ users) => users.map(nameOf).join(', ');
  if (message.new_chat_members !== undefined)
    return t('service.joined', { who: who(message.new_chat_members) });
  if (message.left_chat_member !== undefined)
    return t('service.left', { who: who([message.left_chat_member]) });
  if (message.new_chat_title !== undefined) return t('service.renamed', { title: message.new_chat_title });
  if (message.pinned_message !== undefined) return t('service.pinned', { who: nameOf(message.from) });
  if (message.forum_topic_created !== undefined)
    return t('service.topicOpened', { name: message.forum_topic_created.name });
  if (message.forum_topic_closed !== undefined) return t('service.topicClosed');
  if (message.forum_topic_reopened !== undefined) return t('service.topicReopened');
  if (message.migrate_to_chat_id !== undefined || message.migrate_from_chat_id !== undefined)
    return t('service.migrated');
  return null;
}
