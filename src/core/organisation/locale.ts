import type { Chat } from './chat.ts';
import type { Settings } from './settings.ts';

export type Locale = 'vi' | 'en';

/** The language to speak in a chat: the one chosen there, else the organisation's. */
export const localeIn = (
  chat: Pick<Chat, 'locale'> | null,
  { settings }: { readonly settings: Pick<Settings, 'locale'> },
): Locale => chat?.locale ?? settings.locale;
