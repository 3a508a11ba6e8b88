/** A text in the page's two languages. */
export interface Bilingual {
  readonly vi: string;
  readonly en: string;
}

/** Somebody of the world who can be played on the page. */
export interface User {
  readonly id: number;
  readonly firstName: string;
  readonly lastName: string | null;
  readonly username: string | null;
  readonly languageCode: string | null;
  /** Who this is, for the page alone: the bot never hears it. */
  readonly role: Bilingual;
}

export interface Bot {
  readonly id: number;
  readonly name: string;
  readonly username: string;
  /** Whether privacy mode is on: in groups the bot then hears commands, mentions and replies to it only. */
  readonly privacy: boolean;
}

/** Bot API `User`. */
export interface ApiUser {
  readonly id: number;
  readonly is_bot: boolean;
  readonly first_name: string;
  readonly last_name?: string;
  readonly username?: string;
  readonly language_code?: string;
}

export function apiUser(user: User): ApiUser {
  return {
    id: user.id,
    is_bot: false,
    first_name: user.firstName,
    ...(user.lastName === null ? {} : { last_name: user.lastName }),
    ...(user.username === null ? {} : { username: user.username }),
    ...(user.languageCode === null ? {} : { language_code: user.languageCode }),
  };
}

export function apiBot(bot: Bot): ApiUser {
  return { id: bot.id, is_bot: true, first_name: bot.name, username: bot.username };
}

/** The account in whose name anonymous administrators write (Bot API, Message.sender_chat). */
export const ANONYMOUS_ADMIN: ApiUser = {
  id: 1_087_968_824,
  is_bot: true,
  first_name: 'Group',
  username: 'GroupAnonymousBot',
};
