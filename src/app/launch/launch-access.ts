import { actorOf } from '../../core/access/actor.ts';
import { scopeOf } from '../../core/access/rights.ts';
import type { LaunchId, PersonId } from '../../core/id.ts';
import type { Launch, LaunchReceipt } from '../../core/launch/launch.ts';
import { chatAt, type Directory, peopleWithRole, personAt } from '../../core/organisation/directory.ts';
import type { Person } from '../../core/organisation/person.ts';
import type { Instant } from '../../core/time/instant.ts';
import type { LocalDate } from '../../core/time/local-date.ts';
import type { Request } from '../dependencies.ts';
import { type Refused, refuse } from '../outcome.ts';
import type { AuditAction } from '../ports/audit-log.ts';
import type { IdSource } from '../ports/id-source.ts';
import type { Transaction } from '../ports/transaction.ts';
import { dayAt } from '../today.ts';

/** A launch that went out, with whoever steers it and where that was asked. */
export interface Steered {
  readonly kind: 'steered';
  readonly launch: Launch;
  readonly receipts: readonly LaunchReceipt[];
  readonly person: Person;
  readonly directory: Directory;
  readonly today: LocalDate;
}

/**
 * @param isFit which launches may be steered so
 * Refused: LAUNCH_UNKNOWN, LAUNCH_WITHDRAWN, ACCESS_UNKNOWN_PERSON, ACCESS_SECRETARIAT_ONLY.
 */
export async function steered(
  tx: Pick<Transaction, 'launches' | 'organisation'>,
  request: Request,
  launchId: LaunchId,
  at: Instant,
  isFit: (launch: Launch) => boolean = ({ state }) => state === 'sent',
): Promise<Steered | Refused> {
  const directory = await tx.organisation.directory();
  const today = dayAt(at, directory);
  const launch = await tx.launches.byId(launchId);
  if (launch === null || launch.state === 'awaiting') return refuse('LAUNCH_UNKNOWN');
  const person = personAt(directory, request.channel, request.user);
  if (person === null) return refuse('ACCESS_UNKNOWN_PERSON');
  if (scopeOf('launch.compose', actorOf(directory, person.id, today).roles) === null) {
    return refuse('ACCESS_SECRETARIAT_ONLY');
  }
  if (!isFit(launch)) return refuse('LAUNCH_WITHDRAWN');
  const receipts = await tx.launches.receipts(launchId);
  return { kind: 'steered', launch, receipts, person, directory, today };
}

/** Who hears what a launch tells its author: the author while they may launch, after that the secretariat. */
export const keepersOf = (author: PersonId, directory: Directory, today: LocalDate): PersonId[] =>
  scopeOf('launch.compose', actorOf(directory, author, today).roles) === null
    ? peopleWithRole(directory, 'secretariat', today).map(({ id }) => id)
    : [author];

/** Writes down what was done to a launch. */
export const noted = (
  tx: Pick<Transaction, 'audit'>,
  ids: IdSource,
  request: Request,
  { launch, person, directory }: Pick<Steered, 'launch' | 'person' | 'directory'>,
  entry: {
    readonly at: Instant;
    readonly action: AuditAction;
    readonly before?: unknown;
    readonly after: unknown;
  },
): Promise<void> =>
  tx.audit.add({
    id: ids.next<'audit'>(),
    at: entry.at,
    personId: person.id,
    chatId: chatAt(directory, request.channel, request.chat)?.id ?? null,
    action: entry.action,
    subject: launch.id,
    before: entry.before ?? null,
    after: entry.after,
  });
