import type { ChatId, ClusterId, PersonId } from '../id.ts';
import type { Locale } from './locale.ts';

export type ChatKind = 'private' | 'group';

/** `lost`: the channel said for good that nothing can be sent there (blocked, kicked, deleted). */
export type ChatState = 'active' | 'lost';

export interface Chat {
  readonly id: ChatId;
  readonly channel: string;
  /** The messenger's own id of the chat, unique with the channel; a migration rewrites it. */
  readonly key: string;
  readonly kind: ChatKind;
  readonly title: string;
  /** The topic in which to speak, where the channel has topics. */
  readonly thread: string | null;
  readonly clusterId: ClusterId | null;
  /** The person whose private chat this is. */
  readonly personId: PersonId | null;
  readonly locale: Locale | null;
  readonly freeQuestions: boolean;
  readonly state: ChatState;
}

/** A chat of which nothing was said yet but that the bot can speak there. */
export const NEW_CHAT = {
  title: '',
  thread: null,
  clusterId: null,
  personId: null,
  locale: null,
  freeQuestions: false,
  state: 'active',
} as const satisfies Partial<Chat>;
