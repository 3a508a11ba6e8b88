import { actorOf } from '../../core/access/actor.ts';
import { scopeOf } from '../../core/access/rights.ts';
import type { ChatId, PersonId } from '../../core/id.ts';
import { chatAt, type Directory, personAt } from '../../core/organisation/directory.ts';
import type { Instant } from '../../core/time/instant.ts';
import type { Request } from '../dependencies.ts';
import { type Refused, refuse } from '../outcome.ts';
import { dayAt } from '../today.ts';

/** Whoever confirms, returns, extends and records for others, with the chat they do it in. */
export interface ReportsManager {
  readonly personId: PersonId;
  readonly chatId: ChatId | null;
}

/** Refused: ACCESS_UNKNOWN_PERSON, ACCESS_SECRETARIAT_ONLY. */
export function reportsManager(
  directory: Directory,
  { channel, user, chat }: Request,
  at: Instant,
): ReportsManager | Refused {
  const person = personAt(directory, channel, user);
  if (person === null) return refuse('ACCESS_UNKNOWN_PERSON');
  const { roles } = actorOf(directory, person.id, dayAt(at, directory));
  if (scopeOf('reports.manage', roles) === null) return refuse('ACCESS_SECRETARIAT_ONLY');
  return { personId: person.id, chatId: chatAt(directory, channel, chat)?.id ?? null };
}
