import type { MenuCommand } from '../../app/ports/chat-menus.ts';
import { type Right, scopeOf } from '../../core/access/rights.ts';
import type { ChatKind } from '../../core/organisation/chat.ts';
import type { Role } from '../../core/organisation/person.ts';
import { type TextKey, type Translate, translator } from '../../i18n/translator.ts';

/**
 * The commands of the chat: the Vietnamese name, the English one, and who finds it in the menu and in the help: everyone,
 * everyone in private, or in private whoever has that right.
 */
export const COMMANDS = [
  { vi: 'canxuly', en: 'inbox', menu: 'reports.manage' },
  { vi: 'ghiho', en: 'record', menu: 'reports.manage' },
  { vi: 'viec', en: 'tasks', menu: 'obligation.report' },
  { vi: 'baocao', en: 'report', menu: 'none' },
  { vi: 'bang', en: 'board', menu: 'states.see' },
  { vi: 'giaoban', en: 'brief', menu: 'brief.see' },
  { vi: 'phatdong', en: 'launch', menu: 'launch.compose' },
  { vi: 'giaoviec', en: 'assign', menu: 'task.assign' },
  { vi: 'nhatky', en: 'audit', menu: 'audit.see' },
  { vi: 'moi', en: 'invite', menu: 'people.invite' },
  { vi: 'dangky', en: 'register', menu: 'group.bind' },
  { vi: 'nhap', en: 'import', menu: 'plan.import' },
  { vi: 'trogiup', en: 'help', menu: 'everyone' },
  { vi: 'han', en: 'due', menu: 'everyone' },
  { vi: 'quahan', en: 'overdue', menu: 'everyone' },
  { vi: 'tiendo', en: 'status', menu: 'everyone' },
  { vi: 'phongtrao', en: 'movements', menu: 'everyone' },
  { vi: 'sukien', en: 'events', menu: 'everyone' },
  { vi: 'hoinghi', en: 'meetings', menu: 'everyone' },
  { vi: 'tonghop', en: 'digest', menu: 'everyone' },
  { vi: 'toi', en: 'me', menu: 'private' },
  { vi: 'ngonngu', en: 'language', menu: 'private' },
  { vi: 'caidat', en: 'settings', menu: 'private' },
  { vi: 'start', en: 'start', menu: 'none' },
] as const satisfies readonly { vi: string; en: string; menu: 'everyone' | 'private' | 'none' | Right }[];

export type OfferedCommand = (typeof COMMANDS)[number];
export type CommandName = OfferedCommand['vi'];

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

/** What the bot answers to whoever is in no list of its people. */
const FOR_STRANGERS: readonly CommandName[] = ['trogiup', 'toi'];

/** What people of these roles are offered: first what not everybody may do, then what all do, then what is one's own. */
export function offeredTo(scope: ChatKind, roles: readonly Role[]): OfferedCommand[] {
  const isPrivate = scope === 'private';
  if (isPrivate && roles.length === 0) return COMMANDS.filter(({ vi }) => FOR_STRANGERS.includes(vi));
  return COMMANDS.filter(({ menu }) => {
    if (menu === 'everyone' || menu === 'none') return menu === 'everyone';
    return isPrivate && (menu === 'private' || scopeOf(menu, roles) !== null);
  });
}

/** The menu of a chat; of a private one whose person holds no role, that of strangers. */
export function menuOf(scope: ChatKind, locale: 'vi' | 'en', roles: readonly Role[] = []): MenuCommand[] {
  const t = translator(locale);
  return offeredTo(scope, roles).map((command) => ({
    name: command[locale],
    description: doesOf(t, command),
  }));
}

/** What a command does, in a few words. */
export const doesOf = (t: Translate, { vi }: OfferedCommand): string => t(`command.${vi}` as TextKey);
