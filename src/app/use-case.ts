import type { Right } from '../core/access/rights.ts';
import type { ObligationId } from '../core/id.ts';
import type { Obligation } from '../core/obligation/obligation.ts';
import type { Directory } from '../core/organisation/directory.ts';
import type { Instant } from '../core/time/instant.ts';
import type { LocalDate } from '../core/time/local-date.ts';
import type { Dependencies, Request } from './dependencies.ts';
import { type Refused, refuse } from './outcome.ts';
import type { NewAuditEntry } from './ports/audit-log.ts';
import type { IdSource } from './ports/id-source.ts';
import type { Transaction } from './ports/transaction.ts';
import { type Requester, requesterFor, requesterOf, requesterWho } from './requester.ts';
import { dayAt } from './today.ts';

/** What a use case decides by, in one transaction and at one moment. */
export interface UseCase extends Omit<Requester, 'kind'> {
  readonly tx: Transaction;
  readonly ids: IdSource;
  readonly at: Instant;
  /** The day of `at` in the organisation's zone. */
  readonly today: LocalDate;
  readonly directory: Directory;
  /** A second run of the same update finds the first one's effect. */
  readonly effectKey: string;
  /** Writes into the audit what was done: by whoever asks, now, from their chat. */
  readonly note: Note;
}

type Note = (
  deed: Pick<NewAuditEntry, 'action' | 'subject'> & Partial<Pick<NewAuditEntry, 'before' | 'after'>>,
) => Promise<void>;

/** A use case with what was found out about whoever asks. */
export type UseCaseOf<Known extends Requester> = UseCase & Omit<Known, 'kind'>;

/** What is done, or why not: as `Outcome`. */
export type Decide<Done, Known extends Requester = Requester> = (
  useCase: UseCaseOf<Known>,
) => Promise<Done | Refused>;

interface Reporter extends Requester {
  readonly obligation: Obligation;
}

/** A use case of whoever may do this everywhere. Refused as `requesterWho`. */
export const whoMay = <Done>(
  right: Right,
  dependencies: Dependencies,
  request: Request,
  decide: Decide<Done>,
): Promise<Done | Refused> =>
  whoever(dependencies, request, (_tx, directory, at) => requesterWho(right, directory, request, at), decide);

/** A use case of anybody who is known. Refused: ACCESS_UNKNOWN_PERSON. */
export const whoIsKnown = <Done>(
  dependencies: Dependencies,
  request: Request,
  decide: Decide<Done>,
): Promise<Done | Refused> =>
  whoever(dependencies, request, (_tx, directory, at) => requesterOf(directory, request, at), decide);

/** A use case of whoever reports for those who owe this. Refused: OBLIGATION_UNKNOWN, ACCESS_NOT_OWN_UNIT. */
export const whoReports = <Done>(
  obligationId: ObligationId,
  dependencies: Dependencies,
  request: Request,
  decide: Decide<Done, Reporter>,
): Promise<Done | Refused> =>
  whoever(
    dependencies,
    request,
    async (tx, directory, at): Promise<Reporter | Refused> => {
      const obligation = await tx.obligations.byId(obligationId);
      if (obligation === null) return refuse('OBLIGATION_UNKNOWN');
      const requester = requesterFor(obligation.owner, 'obligation.report', directory, request, at);
      return requester.kind === 'refused' ? requester : { ...requester, obligation };
    },
    decide,
  );

/** A use case of whoever `whoAsks` lets through, with what it found on the way. */
export function whoever<Known extends Requester, Done>(
  { unitOfWork, clock, ids }: Dependencies,
  { effectKey }: Request,
  whoAsks: (tx: Transaction, directory: Directory, at: Instant) => Promise<Known | Refused> | Known | Refused,
  decide: Decide<Done, Known>,
): Promise<Done | Refused> {
  const at = clock.now();
  return unitOfWork.run(async (tx) => {
    const directory = await tx.organisation.directory();
    const known = await whoAsks(tx, directory, at);
    if (known.kind === 'refused') return known;
    const note = noteOf(tx, ids, at, known.by);
    return decide({ ...known, tx, ids, at, today: dayAt(at, directory), directory, effectKey, note });
  });
}

/** Writes into the audit what was done, by whom and from which chat. */
export const noteOf =
  (
    { audit }: { readonly audit: Pick<Transaction['audit'], 'add'> },
    ids: IdSource,
    at: Instant,
    by: Pick<NewAuditEntry, 'personId' | 'chatId'>,
  ): Note =>
  ({ before = null, after = null, ...deed }) =>
    audit.add({ id: ids.next<'audit'>(), at, ...by, before, after, ...deed });
