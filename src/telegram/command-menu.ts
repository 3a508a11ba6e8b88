import type { Api } from 'grammy';
import type { BotCommand, BotCommandScope, LanguageCode } from 'grammy/types';
import type { Logger } from '../app/ports/logger.ts';
import { apiSignal } from './api.ts';
import { causeOf } from './outcome.ts';

/** The commands that the messenger offers when somebody types a slash. */
export interface CommandMenu {
  readonly scope: 'default' | 'private' | 'group';
  /** Two letters; null is what everybody else sees. */
  readonly language: string | null;
  readonly commands: readonly { readonly name: string; readonly description: string }[];
}

const scopes: Readonly<Record<CommandMenu['scope'], BotCommandScope>> = {
  default: { type: 'default' },
  private: { type: 'all_private_chats' },
  group: { type: 'all_group_chats' },
};

export interface MenuRegistration {
  readonly api: Api;
  readonly menus: readonly CommandMenu[];
  readonly logger: Logger;
  readonly signal: AbortSignal;
}

/** Registers the menus. Best effort: without them every command works all the same. */
export async function registerMenus({ api, menus, logger, signal }: MenuRegistration): Promise<void> {
  const register = async ({ scope, language, commands }: CommandMenu): Promise<void> => {
    const listed: BotCommand[] = commands.map(({ name, description }) => ({ command: name, description }));
    const languageCode = language === null ? {} : { language_code: language as LanguageCode };
    try {
      await api.setMyCommands(listed, { scope: scopes[scope], ...languageCode }, apiSignal(signal));
    } catch (error) {
      logger.warn({ scope, language, cause: causeOf(error) }, 'A command menu could not be registered');
    }
  };
  await Promise.all(menus.map(register));
}
