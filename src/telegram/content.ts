import type { Message } from 'grammy/types';
import type { IncomingContent } from '../bot/incoming.ts';
import { addressText, repliedMessage } from './address-text.ts';
import type { Download } from './download.ts';
import type { BotIdentity } from './identity.ts';

/** What a message of a chat holds: text, a file, the chat's move, what became of its topic, or something that the bot has no use for. */
export function contentOf(message: Message, bot: BotIdentity, download: Download): IncomingContent {
  if (message.migrate_to_chat_id !== undefined) {
    return { kind: 'moved', to: String(message.migrate_to_chat_id) };
  }
  if (message.forum_topic_closed !== undefined) return { kind: 'topic', open: false };
  if (message.forum_topic_reopened !== undefined) return { kind: 'topic', open: true };
  const { text, addressed } = addressText(message, bot);
  const key = String(message.message_id);
  const file = fileOf(message);
  if (file !== null) {
    const { id, name, type, size } = file;
    const fetch = (): Promise<Uint8Array> => download(id, size);
    return { kind: 'file', name, type, size, caption: text, message: key, addressed, fetch };
  }
  if (message.text === undefined) return { kind: 'other', addressed };
  const replied = repliedMessage(message);
  const repliesTo = replied === null ? null : String(replied.message_id);
  const said = (replied?.text ?? replied?.caption ?? '').trim().normalize('NFC');
  return {
    kind: 'text',
    text,
    message: key,
    addressed,
    repliesTo,
    ...(said === '' ? {} : { repliedText: said }),
  };
}

interface FileReference {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly size: number | null;
}

function fileOf({ document, photo, message_id: id }: Message): FileReference | null {
  if (document !== undefined) {
    return {
      id: document.file_id,
      name: (document.file_name ?? `document-${id}`).normalize('NFC'),
      type: document.mime_type ?? 'application/octet-stream',
      size: document.file_size ?? null,
    };
  }
  const largest = photo?.toSorted((a, b) => b.width * b.height - a.width * a.height)[0];
  if (largest === undefined) return null;
  const size = largest.file_size ?? null;
  return { id: largest.file_id, name: `photo-${id}.jpg`, type: 'image/jpeg', size };
}
