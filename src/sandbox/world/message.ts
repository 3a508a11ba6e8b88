import type { MessageEntity } from './entity.ts';
import type { ApiUser } from './user.ts';

/** Bot API `Document` or one `PhotoSize`; `file_id` finds the bytes. */
export interface ApiFile {
  readonly file_id: string;
  readonly file_unique_id: string;
  readonly file_size: number;
  readonly file_name?: string;
  readonly mime_type?: string;
  readonly width?: number;
  readonly height?: number;
}

export interface InlineButton {
  readonly text: string;
  readonly callback_data?: string;
  readonly url?: string;
}

/** Bot API reply markup of any of its four kinds, told apart by its first field. */
export interface ReplyMarkup {
  readonly inline_keyboard?: readonly (readonly InlineButton[])[];
  readonly force_reply?: boolean;
  readonly input_field_placeholder?: string;
  readonly selective?: boolean;
  readonly keyboard?: readonly (readonly ({ readonly text: string } | string)[])[];
  readonly remove_keyboard?: boolean;
}

/** What a message says, in the field names of the Bot API. */
export interface Content {
  readonly text?: string;
  readonly entities?: readonly MessageEntity[];
  readonly caption?: string;
  readonly caption_entities?: readonly MessageEntity[];
  readonly document?: ApiFile;
  readonly photo?: readonly ApiFile[];
  readonly new_chat_members?: readonly ApiUser[];
  readonly left_chat_member?: ApiUser;
  readonly new_chat_title?: string;
  readonly migrate_to_chat_id?: number;
  readonly migrate_from_chat_id?: number;
  readonly forum_topic_created?: { readonly name: string; readonly icon_color: number };
  readonly forum_topic_closed?: Readonly<Record<string, never>>;
  readonly forum_topic_reopened?: Readonly<Record<string, never>>;
  /** Id of the message pinned by this service message. */
  readonly pinned?: number;
}

export interface Message {
  readonly id: number;
  readonly fromId: number;
  /** Whether an administrator wrote it in the name of the group. */
  readonly anonymous: boolean;
  /** Seconds of the sandbox clock. */
  readonly date: number;
  editDate: number | null;
  content: Content;
  readonly replyTo: number | null;
  /** The topic in which it stands; none outside a forum and in the general topic. */
  readonly topic?: number;
  markup: ReplyMarkup | null;
}

const SERVICE = [
  'new_chat_members',
  'left_chat_member',
  'new_chat_title',
  'migrate_to_chat_id',
  'migrate_from_chat_id',
  'forum_topic_created',
  'forum_topic_closed',
  'forum_topic_reopened',
  'pinned',
];

export function isService(message: Message): boolean {
  return SERVICE.some((field) => field in message.content);
}

/** Bot API `Message`. */
export type ApiMessage = Readonly<Record<string, unknown>> & {
  readonly message_id: number;
  readonly date: number;
  readonly from: ApiUser;
};
