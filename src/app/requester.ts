import { actorOf } from '../core/access/actor.ts';
import { type Action, scopeOf } from '../core/access/rights.ts';
import { type Directory, personAt } from '../core/organisation/directory.ts';
import type { Person } from '../core/organisation/person.ts';
import type { LocalDate } from '../core/time/local-date.ts';
import type { Request } from './dependencies.ts';
import { done, type Outcome, refuse } from './outcome.ts';

/** Who asks, where they may do this everywhere. Refused: ACCESS_UNKNOWN_PERSON, ACCESS_SECRETARIAT_ONLY. */
export function requesterWho(
  may: Action,
  directory: Directory,
  { channel, user }: Request,
  today: LocalDate,
): Outcome<Person> {
  const person = personAt(directory, channel, user);
  if (person === null) return refuse('ACCESS_UNKNOWN_PERSON');
  return scopeOf(may, actorOf(directory, person.id, today).roles) === 'all'
    ? done(person)
    : refuse('ACCESS_SECRETARIAT_ONLY');
}
