import type { Dependencies } from '../../app/dependencies.ts';
import type { ChatMenus, MenuCommand } from '../../app/ports/chat-menus.ts';
import { dayAt } from '../../app/today.ts';
import { actorOf } from '../../core/access/actor.ts';
import { type Directory, personById } from '../../core/organisation/directory.ts';
import type { LocalDate } from '../../core/time/local-date.ts';
import { translator } from '../../i18n/translator.ts';
import { hasMenuOfItsOwn, menuOf } from './command-list.ts';

const NOTHING = '';

/**
 * Keeps the command menus of private chats as the roles of their people are: whoever may do more is offered more.
 * Looks only where the directory or the day has changed; what could not be shown is tried at the next look.
 */
export class MenuKeeper {
  readonly #dependencies: Pick<Dependencies, 'unitOfWork' | 'clock'>;
  readonly #menus: ChatMenus;
  /** By chat, what was last shown there. */
  readonly #shown = new Map<string, string>();
  #seen: { readonly directory: Directory; readonly today: LocalDate } | null = null;
  #looking: Promise<void> | null = null;

  constructor(dependencies: Pick<Dependencies, 'unitOfWork' | 'clock'>, menus: ChatMenus) {
    this.#dependencies = dependencies;
    this.#menus = menus;
  }

  /** Resolves when all is shown that can be shown now. One look at a time. */
  look(): Promise<void> {
    this.#looking ??= this.#look().finally(() => {
      this.#looking = null;
    });
    return this.#looking;
  }

  async #look(): Promise<void> {
    const { unitOfWork, clock } = this.#dependencies;
    const directory = await unitOfWork.read.organisation.directory();
    const today = dayAt(clock.now(), directory);
    if (this.#seen?.directory === directory && this.#seen.today === today) return;
    let isComplete = true;
    for (const { chat, commands } of wantedMenus(directory, this.#menus.channel, today)) {
      const wanted = commands === null ? NOTHING : JSON.stringify(commands);
      // What another run showed to somebody who never had a menu of their own here is nothing.
      const before = this.#shown.get(chat) ?? (hadOne(directory, chat) ? null : NOTHING);
      if (before === wanted) continue;
      const isShown =
        commands === null ? await this.#menus.clear(chat) : await this.#menus.show(chat, commands);
      if (isShown) this.#shown.set(chat, wanted);
      else isComplete = false;
    }
    this.#seen = isComplete ? { directory, today } : null;
  }
}

interface WantedMenu {
  readonly chat: string;
  readonly commands: readonly MenuCommand[] | null;
}

function wantedMenus(directory: Directory, channel: string, today: LocalDate): WantedMenu[] {
  return directory.chats.flatMap((chat): WantedMenu[] => {
    if (chat.kind !== 'private' || chat.channel !== channel || chat.state !== 'active') return [];
    const person = chat.personId === null ? null : personById(directory, chat.personId);
    const roles = person === null ? [] : actorOf(directory, person.id, today).roles;
    if (!hasMenuOfItsOwn(roles)) return [{ chat: chat.key, commands: null }];
    const locale = chat.locale ?? person?.locale ?? directory.settings.locale;
    const commands = menuOf('private', locale, translator(locale), roles).map(({ command, description }) => ({
      name: command,
      description,
    }));
    return [{ chat: chat.key, commands }];
  });
}

/** Whether its person holds, or ever held, a role with a menu of its own. */
function hadOne({ chats, appointments }: Directory, key: string): boolean {
  const personId = chats.find((chat) => chat.kind === 'private' && chat.key === key)?.personId ?? null;
  return appointments.some((held) => held.personId === personId && hasMenuOfItsOwn([held.role]));
}
