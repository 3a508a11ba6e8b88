import { isDeepStrictEqual } from 'node:util';
import type { Dependencies } from '../../app/dependencies.ts';
import type { ChatMenus, MenuCommand } from '../../app/ports/chat-menus.ts';
import { dayAt } from '../../app/today.ts';
import { actorOf } from '../../core/access/actor.ts';
import type { Chat } from '../../core/organisation/chat.ts';
import type { Directory } from '../../core/organisation/directory.ts';
import { type Locale, localeIn } from '../../core/organisation/locale.ts';
import type { Role } from '../../core/organisation/person.ts';
import type { LocalDate } from '../../core/time/local-date.ts';
import { menuOf } from './command-list.ts';

const NOTHING = '';

/**
 * Keeps the command menus of chats as their language is and the roles of their people are.
 * Looks only where the directory or the day has changed; what could not be shown is tried at the next look.
 */
export class MenuKeeper {
  readonly #dependencies: Pick<Dependencies, 'unitOfWork' | 'clock'>;
  readonly #menus: ChatMenus;
  /** By chat, what was last shown there. */
  readonly #shown = new Map<string, string>();
  #seen: { readonly directory: Directory; readonly today: LocalDate } | null = null;
  #looking: Promise<void> | null = null;
  #isAsked = false;

  constructor(dependencies: Pick<Dependencies, 'unitOfWork' | 'clock'>, menus: ChatMenus) {
    this.#dependencies = dependencies;
    this.#menus = menus;
  }

  /** Resolves when all is shown that can be shown now. One look at a time; what changes meanwhile has one of its own. */
  look(): Promise<void> {
    this.#isAsked = true;
    this.#looking ??= this.#lookWhileAsked().finally(() => {
      this.#looking = null;
    });
    return this.#looking;
  }

  async #lookWhileAsked(): Promise<void> {
    while (this.#isAsked) {
      this.#isAsked = false;
      await this.#look();
    }
  }

  async #look(): Promise<void> {
    const { unitOfWork, clock } = this.#dependencies;
    const directory = await unitOfWork.read.organisation.directory();
    const today = dayAt(clock.now(), directory);
    if (this.#seen?.directory === directory && this.#seen.today === today) return;
    let isComplete = true;
    for (const chat of directory.chats) {
      if (chat.channel !== this.#menus.channel || chat.state !== 'active') continue;
      const menu = wantedMenu(directory, chat, today);
      const wanted = menu === null ? NOTHING : JSON.stringify(menu);
      const before = this.#shown.get(chat.key) ?? (mayHaveOne(directory, chat) ? null : NOTHING);
      if (before === wanted) continue;
      const isShown = await (menu === null ? this.#menus.clear(chat.key) : this.#menus.show(chat.key, menu));
      if (isShown) this.#shown.set(chat.key, wanted);
      else isComplete = false;
    }
    this.#seen = isComplete ? { directory, today } : null;
  }
}

function wantedMenu(directory: Directory, chat: Chat, today: LocalDate): readonly MenuCommand[] | null {
  const roles = chat.personId === null ? [] : actorOf(directory, chat.personId, today).roles;
  return ownMenu(chat.kind, localeIn(chat, directory), roles);
}

const COMMON = { group: menuOf('group', 'vi'), private: menuOf('private', 'vi') };

/** Null where the menu of all chats serves: their language, and what anybody may do. */
function ownMenu(scope: Chat['kind'], locale: Locale, roles: readonly Role[]): MenuCommand[] | null {
  const menu = menuOf(scope, locale, roles);
  return isDeepStrictEqual(menu, COMMON[scope]) ? null : menu;
}

/** Whether another run may have shown a menu of its own here: it chose a language once, or its person held such a role. */
const mayHaveOne = ({ appointments }: Directory, { kind, personId, locale }: Chat): boolean =>
  locale !== null ||
  appointments.some((held) => held.personId === personId && ownMenu(kind, 'vi', [held.role]) !== null);
