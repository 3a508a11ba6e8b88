import { actorOf } from '../../core/access/actor.ts';
import { scopeOf } from '../../core/access/rights.ts';
import { personAt } from '../../core/organisation/directory.ts';
import type { Person } from '../../core/organisation/person.ts';
import type { Instant } from '../../core/time/instant.ts';
import type { Request } from '../dependencies.ts';
import { type Refused, refuse } from '../outcome.ts';
import type { Transaction } from '../ports/transaction.ts';
import { dayAt } from '../today.ts';

/** Who asks, where they may import plans. */
export async function planSecretary(
  tx: Pick<Transaction, 'organisation'>,
  request: Request,
  at: Instant,
): Promise<Person | Refused> {
  const directory = await tx.organisation.directory();
  const person = personAt(directory, request.channel, request.user);
  if (person === null) return refuse('ACCESS_UNKNOWN_PERSON');
  const { roles } = actorOf(directory, person.id, dayAt(at, directory));
  return scopeOf('plan.import', roles) === null ? refuse('ACCESS_SECRETARIAT_ONLY') : person;
}

export const isRefusal = (found: object): found is Refused => 'kind' in found && found.kind === 'refused';
