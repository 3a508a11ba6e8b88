export type Locale = 'vi' | 'en';

/** The language to speak in a chat: the one chosen there, else the organisation's. */
export const localeIn = (
  chat: { readonly locale: Locale | null } | null,
  { settings }: { readonly settings: { readonly locale: Locale } },
): Locale => chat?.locale ?? settings.locale;
