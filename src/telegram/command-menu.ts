import { type Api, GrammyError } from 'grammy';
import type { BotCommand, BotCommandScope, LanguageCode } from 'grammy/types';
import type { ChatMenus, MenuCommand } from '../app/ports/chat-menus.ts';
import type { Logger } from '../app/ports/logger.ts';
import { apiSignal } from './api.ts';
import { causeOf } from './outcome.ts';

/** The commands that the messenger offers when somebody types a slash. */
export interface CommandMenu {
  readonly scope: 'default' | 'private' | 'group';
  /** Two letters; null is what everybody else sees. */
  readonly language: string | null;
  readonly commands: readonly MenuCommand[];
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
    const languageCode = language === null ? {} : { language_code: language as LanguageCode };
    try {
      await api.setMyCommands(listed(commands), { scope: scopes[scope], ...languageCode }, apiSignal(signal));
    } catch (error) {
      logger.warn({ scope, language, cause: causeOf(error) }, 'A command menu could not be registered');
    }
  };
  await Promise.all(menus.map(register));
}

const listed = (commands: readonly MenuCommand[]): BotCommand[] =>
  commands.map(({ name, description }) => ({ command: name, description }));

export interface ChatMenuParts extends Omit<MenuRegistration, 'menus'> {
  /** False from a failed exchange to the next that succeeds. */
  readonly reachable: () => boolean;
}

/** The menus of single chats. A scope of one chat goes before the menu of all (Bot API, BotCommandScopeChat). */
export function createChatMenus({ api, logger, signal, reachable }: ChatMenuParts): ChatMenus {
  const effort = async (chat: string, call: () => Promise<unknown>): Promise<boolean> => {
    if (!reachable()) return false;
    try {
      await call();
      return true;
    } catch (error) {
      logger.warn({ chat, cause: causeOf(error) }, 'The command menu of a chat could not be changed');
      // What Telegram declines it will decline again.
      return error instanceof GrammyError && error.error_code < 500 && error.error_code !== 429;
    }
  };
  const scopeOf = (chat: string) => ({ scope: { type: 'chat' as const, chat_id: Number(chat) } });
  return {
    channel: 'telegram',
    show: (chat, commands) =>
      effort(chat, () => api.setMyCommands(listed(commands), scopeOf(chat), apiSignal(signal))),
    clear: (chat) => effort(chat, () => api.deleteMyCommands(scopeOf(chat), apiSignal(signal))),
  };
}
