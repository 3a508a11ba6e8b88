import type { User } from './user.ts';

export type MemberStatus = 'creator' | 'administrator' | 'member';

/** How the bot stands to a chat; `never`: nobody has pressed Start; `kicked` in private: blocked. */
export type BotStatus = 'never' | 'member' | 'administrator' | 'left' | 'kicked';

export interface Member {
  readonly userId: number;
  readonly status: MemberStatus;
}

/** A topic of a forum; its id is that of the service message which opened it. The general topic has none. */
export interface Topic {
  readonly id: number;
  readonly name: string;
  readonly closed: boolean;
}

/** A conversation. A private one has the id of its user and no members listed. */
export interface Chat {
  readonly id: number;
  readonly type: 'private' | 'group' | 'supergroup';
  title: string | null;
  members: readonly Member[];
  bot: BotStatus;
  /** The supergroup that a basic group has become. */
  migratedTo: number | null;
  /** Message ids, the last pinned first. */
  pinned: readonly number[];
  /** The topics of a forum, the general one left out; a group that is no forum has no list. */
  topics?: readonly Topic[];
  /** The last message id given in a supergroup; private chats and basic groups share the world's. */
  lastMessageId: number;
  /** Code of the cluster whose group this is, for programs that set up the bot. */
  readonly cluster: string | null;
}

/** Bot API `Chat`. */
export interface ApiChat {
  readonly id: number;
  readonly type: string;
  readonly title?: string;
  readonly is_forum?: true;
  readonly first_name?: string;
  readonly last_name?: string;
  readonly username?: string;
}

export function apiChat(chat: Chat, owner: User | undefined): ApiChat {
  if (chat.type !== 'private' || owner === undefined) {
    return {
      id: chat.id,
      type: chat.type,
      title: chat.title ?? '',
      ...(chat.topics === undefined ? {} : { is_forum: true }),
    };
  }
  return {
    id: chat.id,
    type: chat.type,
    first_name: owner.firstName,
    ...(owner.lastName === null ? {} : { last_name: owner.lastName }),
    ...(owner.username === null ? {} : { username: owner.username }),
  };
}
