import type { Message } from '../../../app/ports/message.ts';
import type { Actor } from '../../../core/access/actor.ts';
import type { Chat } from '../../../core/organisation/chat.ts';
import { peopleWithRole } from '../../../core/organisation/directory.ts';
import type { Person } from '../../../core/organisation/person.ts';
import { type Frame, withSecretariat } from '../frame.ts';
import { button, entry, message, saying } from '../message.ts';
import { calledAs } from '../person-name.ts';
import { unitNames } from '../unit-names.ts';

/** Nobody is of the secretariat yet: a database before its set-up. */
export const isUnclaimed = ({ directory, today }: Frame): boolean =>
  peopleWithRole(directory, 'secretariat', today).length === 0;

/** To somebody in private who is known for nothing: whom to turn to; before the set-up, how it begins. */
export const strangerMessage = (frame: Frame): Message =>
  saying(frame.t(isUnclaimed(frame) ? 'welcome.unclaimed' : 'welcome.stranger', withSecretariat(frame)));

/** To somebody who has just pressed Start. */
export function welcomeMessage(frame: Frame, person: Person | null, actor: Actor | null): Message {
  const { t, directory } = frame;
  if (person === null || actor === null || actor.roles.length === 0) return strangerMessage(frame);
  // A name is asked for later; until then nobody is called by what a messenger shows.
  const name = calledAs(frame, person);
  return actor.roles.includes('secretariat') || actor.unitIds.length === 0
    ? saying(t('welcome.secretariat', withSecretariat(frame, { name })))
    : saying(t('welcome.known', { name, units: unitNames(directory, actor).join(', ') }), [
        [button(t('button.mine'), { kind: 'mine', skip: 0 })],
      ]);
}

/** To a group that the bot has just joined: what it reads, what it keeps, what is still to do. */
export function groupWelcome(frame: Frame, chat: Chat | null, mayBind: boolean): Message {
  const { t } = frame;
  const bound = (chat?.clusterId ?? null) !== null;
  // Whoever may bind has perhaps come by a link that does, and is not told that nothing is bound.
  const unbound = mayBind ? 'welcome.groupToBind' : 'welcome.groupUnbound';
  return message([entry(t('welcome.group')), ...(bound ? [] : [entry(t(unbound, withSecretariat(frame)))])]);
}
