import { type Action, scopeOf } from '../../core/access/rights.ts';
import type { Role } from '../../core/organisation/person.ts';
import type { TextKey } from '../../i18n/translator.ts';

/**
 * The commands of the chat: the Vietnamese name, the English one, and who finds it in the menu: everyone, everyone in
 * private, or in private whoever has that right everywhere.
 */
export const COMMANDS = [
  { vi: 'trogiup', en: 'help', menu: 'everyone' },
  { vi: 'han', en: 'due', menu: 'everyone' },
  { vi: 'quahan', en: 'overdue', menu: 'everyone' },
  { vi: 'viec', en: 'tasks', menu: 'private' },
  { vi: 'baocao', en: 'report', menu: 'none' },
  { vi: 'tiendo', en: 'status', menu: 'everyone' },
  { vi: 'phongtrao', en: 'movements', menu: 'everyone' },
  { vi: 'sukien', en: 'events', menu: 'everyone' },
  { vi: 'tonghop', en: 'digest', menu: 'everyone' },
  { vi: 'ngonngu', en: 'language', menu: 'private' },
  { vi: 'canxuly', en: 'inbox', menu: 'reports.manage' },
  { vi: 'ghiho', en: 'record', menu: 'reports.manage' },
  { vi: 'bang', en: 'board', menu: 'reports.manage' },
  { vi: 'giaoban', en: 'brief', menu: 'reports.manage' },
  { vi: 'phatdong', en: 'launch', menu: 'launch.compose' },
  { vi: 'giaoviec', en: 'assign', menu: 'task.assign' },
  { vi: 'toi', en: 'me', menu: 'private' },
  { vi: 'nhatky', en: 'audit', menu: 'audit.see' },
  { vi: 'caidat', en: 'settings', menu: 'private' },
  { vi: 'moi', en: 'invite', menu: 'people.invite' },
  { vi: 'nhap', en: 'import', menu: 'plan.import' },
  { vi: 'dangky', en: 'register', menu: 'none' },
  { vi: 'start', en: 'start', menu: 'none' },
] as const satisfies readonly { vi: string; en: string; menu: 'everyone' | 'private' | 'none' | Action }[];

export type CommandName = (typeof COMMANDS)[number]['vi'];

export interface CommandCall {
  /** Null for a command that does not exist. */
  readonly name: CommandName | null;
  readonly written: string;
  readonly argument: string;
}

/** Reads `/han@bot thang 12`; null where the text is no command. A command for another bot never gets here. */
export function readCommand(text: string): CommandCall | null {
  const match = /^\/([a-z0-9_]+)(?:@\w+)?(?:\s+([\s\S]*))?$/iu.exec(text.trim());
  if (match === null) return null;
  const written = (match[1] ?? '').toLowerCase();
  const command = COMMANDS.find(({ vi, en }) => vi === written || en === written);
  return { name: command?.vi ?? null, written: `/${written}`, argument: (match[2] ?? '').trim() };
}

/** The menu entries of a scope, in one language: first what the roles may do that not everybody may. */
export function menuOf(
  scope: 'group' | 'private',
  locale: 'vi' | 'en',
  text: (key: TextKey) => string,
  roles: readonly Role[] = [],
): { command: string; description: string }[] {
  const own = scope === 'private' ? COMMANDS.filter((command) => isOf(command, roles)) : [];
  const common = COMMANDS.filter(
    ({ menu }) => menu === 'everyone' || (menu === 'private' && scope === 'private'),
  );
  return [...own, ...common].map((command) => ({
    command: command[locale],
    description: text(`command.${command.vi}` as TextKey),
  }));
}

/** Whether people of these roles find more in their menu than everybody. */
export const hasMenuOfItsOwn = (roles: readonly Role[]): boolean =>
  COMMANDS.some((command) => isOf(command, roles));

function isOf({ menu }: (typeof COMMANDS)[number], roles: readonly Role[]): boolean {
  if (menu === 'everyone' || menu === 'private' || menu === 'none') return false;
  return scopeOf(menu, roles) === 'all';
}
