import { type Actor, actorOf, mayActFor } from '../core/access/actor.ts';
import { type Right, scopeOf } from '../core/access/rights.ts';
import type { ChatId, PersonId } from '../core/id.ts';
import type { Owner } from '../core/obligation/obligation.ts';
import { chatAt, type Directory, personAt } from '../core/organisation/directory.ts';
import type { Person } from '../core/organisation/person.ts';
import type { Instant } from '../core/time/instant.ts';
import type { Request } from './dependencies.ts';
import { notOwn } from './duty-over.ts';
import { type RefusalCode, type Refused, refuse } from './outcome.ts';
import { dayAt } from './today.ts';

/** Whoever asks for something, with what they hold as they ask: how a use case begins. */
export interface Requester {
  readonly kind: 'requester';
  readonly person: Person;
  readonly actor: Actor;
  /** As the audit says who did it and where; null where the chat is not known. */
  readonly by: { readonly personId: PersonId; readonly chatId: ChatId | null };
}

/** Who asks. Refused: ACCESS_UNKNOWN_PERSON. */
export function requesterOf(
  directory: Directory,
  { channel, user, chat }: Request,
  at: Instant,
): Requester | Refused {
  const person = personAt(directory, channel, user);
  if (person === null) return refuse('ACCESS_UNKNOWN_PERSON');
  const actor = actorOf(directory, person.id, dayAt(at, directory));
  const by = { personId: person.id, chatId: chatAt(directory, channel, chat)?.id ?? null };
  return { kind: 'requester', person, actor, by };
}

/** Whom others are told to ask, where that is not the secretariat. */
const ONLY: Partial<Record<Right, RefusalCode>> = {
  'brief.see': 'ACCESS_STAFF_ONLY',
  'launch.approve': 'LAUNCH_APPROVERS_ONLY',
  'launch.compose': 'ACCESS_STAFF_ONLY',
};

export const refusedTo = (right: Right): RefusalCode => ONLY[right] ?? 'ACCESS_SECRETARIAT_ONLY';

/**
 * Who asks, where they may do this everywhere. Refused: ACCESS_UNKNOWN_PERSON, ACCESS_SECRETARIAT_ONLY or as `ONLY`.
 */
export function requesterWho(
  may: Right,
  directory: Directory,
  request: Request,
  at: Instant,
): Requester | Refused {
  const requester = requesterOf(directory, request, at);
  if (requester.kind === 'refused') return requester;
  return scopeOf(may, requester.actor.roles) === 'all' ? requester : refuse(refusedTo(may));
}

/** Who asks, where they may do this to what `owner` owes. Refused as `notOwn`, strangers too. */
export function requesterFor(
  owner: Owner,
  may: Right,
  directory: Directory,
  request: Request,
  at: Instant,
): Requester | Refused {
  const requester = requesterOf(directory, request, at);
  const personId = requester.kind === 'refused' ? null : requester.person.id;
  return requester.kind !== 'refused' && mayActFor(requester.actor, may, owner)
    ? requester
    : notOwn(directory, personId, owner, dayAt(at, directory));
}
