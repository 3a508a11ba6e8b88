import { actorOf } from '../../core/access/actor.ts';
import { scopeOf } from '../../core/access/rights.ts';
import type { LaunchId, PersonId } from '../../core/id.ts';
import type { Launch, LaunchReceipt } from '../../core/launch/launch.ts';
import { type Directory, peopleWithRole } from '../../core/organisation/directory.ts';
import type { Instant } from '../../core/time/instant.ts';
import type { LocalDate } from '../../core/time/local-date.ts';
import type { Request } from '../dependencies.ts';
import { dutyOver } from '../duty-over.ts';
import { type Refused, refuse } from '../outcome.ts';
import type { AuditAction } from '../ports/audit-log.ts';
import type { IdSource } from '../ports/id-source.ts';
import type { Transaction } from '../ports/transaction.ts';
import { type Requester, requesterOf, requesterWho } from '../requester.ts';
import { dayAt } from '../today.ts';
import { noteOf } from '../use-case.ts';
import { ownReceipts } from './launch-audience.ts';

/** A launch that went out, with whoever steers it and where that was asked. */
export interface Steered extends Requester {
  readonly launch: Launch;
  readonly receipts: readonly LaunchReceipt[];
  readonly directory: Directory;
  readonly today: LocalDate;
}

/**
 * @param isFit which launches may be steered so
 * Refused: LAUNCH_UNKNOWN, LAUNCH_WITHDRAWN, ACCESS_UNKNOWN_PERSON, ACCESS_STAFF_ONLY.
 */
export async function steered(
  tx: Pick<Transaction, 'launches' | 'organisation'>,
  request: Request,
  launchId: LaunchId,
  at: Instant,
  isFit: (launch: Launch) => boolean = ({ state }) => state === 'sent',
): Promise<Steered | Refused> {
  const directory = await tx.organisation.directory();
  const launch = await tx.launches.byId(launchId);
  if (launch === null || (launch.state === 'awaiting' && !isFit(launch))) return refuse('LAUNCH_UNKNOWN');
  const requester = requesterWho('launch.compose', directory, request, at);
  if (requester.kind === 'refused') return requester;
  if (!isFit(launch)) return refuse('LAUNCH_WITHDRAWN');
  const receipts = await tx.launches.receipts(launchId);
  return { ...requester, launch, receipts, directory, today: dayAt(at, directory) };
}

/** A launch that went out, with whoever answers it for their own units. */
export interface Answered extends Requester {
  readonly launch: Launch;
  /** Never empty. */
  readonly own: readonly LaunchReceipt[];
}

/** Refused: LAUNCH_UNKNOWN, LAUNCH_WITHDRAWN, ACCESS_UNKNOWN_PERSON, LAUNCH_NOT_ADDRESSED, as `dutyOver`. */
export async function answered(
  tx: Pick<Transaction, 'launches' | 'organisation'>,
  request: Request,
  launch: Launch | null,
  at: Instant,
): Promise<Answered | Refused> {
  if (launch === null) return refuse('LAUNCH_UNKNOWN');
  if (launch.state !== 'sent') return refuse('LAUNCH_WITHDRAWN');
  const directory = await tx.organisation.directory();
  const requester = requesterOf(directory, request, at);
  if (requester.kind === 'refused') return requester;
  const { actor } = requester;
  const receipts = await tx.launches.receipts(launch.id);
  const today = dayAt(at, directory);
  const own = ownReceipts(receipts, directory, actor, today);
  if (actor.unitIds.length === 0) {
    return dutyOver(directory, actor.personId, today) ?? refuse('LAUNCH_NOT_ADDRESSED');
  }
  return scopeOf('launch.acknowledge', actor.roles) === null || own.length === 0
    ? refuse('LAUNCH_NOT_ADDRESSED')
    : { ...requester, launch, own };
}

/** Who hears what a launch tells its author: the author while they may launch, after that the secretariat. */
export const keepersOf = (author: PersonId, directory: Directory, today: LocalDate): PersonId[] =>
  scopeOf('launch.compose', actorOf(directory, author, today).roles) === null
    ? peopleWithRole(directory, 'secretariat', today).map(({ id }) => id)
    : [author];

/** Writes down what was done to a launch. */
export function noted(
  tx: Pick<Transaction, 'audit'>,
  ids: IdSource,
  { launch, by }: Pick<Steered, 'launch' | 'by'>,
  entry: {
    readonly at: Instant;
    readonly action: AuditAction;
    readonly before?: unknown;
    readonly after: unknown;
  },
): Promise<void> {
  const { at, action, before = null, after } = entry;
  const note = noteOf(tx, ids, at, by);
  return note({ action, subject: launch.id, before, after });
}
