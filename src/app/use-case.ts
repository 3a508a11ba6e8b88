import type { Action } from '../core/access/rights.ts';
import type { Directory } from '../core/organisation/directory.ts';
import type { Instant } from '../core/time/instant.ts';
import type { LocalDate } from '../core/time/local-date.ts';
import type { Dependencies, Request } from './dependencies.ts';
import type { Refused } from './outcome.ts';
import type { NewAuditEntry } from './ports/audit-log.ts';
import type { IdSource } from './ports/id-source.ts';
import type { Transaction } from './ports/transaction.ts';
import { type Requester, requesterOf, requesterWho } from './requester.ts';
import { dayAt } from './today.ts';

/** What a use case decides by, in one transaction and at one moment. */
export interface UseCase extends Omit<Requester, 'kind'> {
  readonly tx: Transaction;
  readonly ids: IdSource;
  readonly at: Instant;
  /** The day of `at` in the organisation's zone. */
  readonly today: LocalDate;
  readonly directory: Directory;
  /** Writes into the audit what was done: by whoever asks, now, from their chat. */
  readonly note: Note;
}

type Note = (deed: Pick<NewAuditEntry, 'action' | 'subject' | 'before' | 'after'>) => Promise<void>;

/** What is done, or why not: as `Outcome`. */
type Decide<Done> = (useCase: UseCase) => Promise<Done | Refused>;

/** A use case of whoever may do this everywhere. Refused as `requesterWho`. */
export const whoMay = <Done>(
  action: Action,
  dependencies: Dependencies,
  request: Request,
  decide: Decide<Done>,
): Promise<Done | Refused> =>
  inTransaction(dependencies, decide, (directory, at) => requesterWho(action, directory, request, at));

/** A use case of anybody who is known. Refused: ACCESS_UNKNOWN_PERSON. */
export const whoIsKnown = <Done>(
  dependencies: Dependencies,
  request: Request,
  decide: Decide<Done>,
): Promise<Done | Refused> =>
  inTransaction(dependencies, decide, (directory, at) => requesterOf(directory, request, at));

function inTransaction<Done>(
  { unitOfWork, clock, ids }: Dependencies,
  decide: Decide<Done>,
  whoAsks: (directory: Directory, at: Instant) => Requester | Refused,
): Promise<Done | Refused> {
  const at = clock.now();
  return unitOfWork.run(async (tx) => {
    const directory = await tx.organisation.directory();
    const requester = whoAsks(directory, at);
    if (requester.kind === 'refused') return requester;
    const { person, actor, by } = requester;
    const today = dayAt(at, directory);
    return decide({ tx, ids, at, today, directory, person, actor, by, note: noteOf(tx, ids, at, by) });
  });
}

/** Writes into the audit what was done, by whom and from which chat. */
export const noteOf =
  (
    { audit }: Pick<Transaction, 'audit'>,
    ids: IdSource,
    at: Instant,
    by: Pick<NewAuditEntry, 'personId' | 'chatId'>,
  ): Note =>
  (deed) =>
    audit.add({ id: ids.next<'audit'>(), at, ...by, ...deed });
