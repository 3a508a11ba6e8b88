import { menuOf } from '../bot/commands/command-list.ts';
import type { CommandMenu } from '../telegram/command-menu.ts';

/** The menus of both scopes: Vietnamese for everybody, English for those whose messenger speaks it. */
export const commandMenus: readonly CommandMenu[] = (['private', 'group'] as const).flatMap((scope) =>
  ([null, 'en'] as const).map((language) => ({ scope, language, commands: menuOf(scope, language ?? 'vi') })),
);
