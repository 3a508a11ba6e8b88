import type { Launch } from '../../core/launch/launch.ts';
import { type Directory, peopleWithRole, privateChatOf } from '../../core/organisation/directory.ts';
import type { Person } from '../../core/organisation/person.ts';
import type { LocalDate } from '../../core/time/local-date.ts';
import { type Telling, toPerson } from '../notices/plan-notice.ts';
import type { Planning } from '../planning.ts';
import type { Transaction } from '../ports/transaction.ts';
import type { ReadModel } from '../ports/unit-of-work.ts';
import { tellOfLaunch } from './tell-of-launch.ts';

/** Those who can be asked in private whether a launch goes out. */
export const approversAt = (directory: Directory, today: LocalDate): Person[] =>
  peopleWithRole(directory, 'approver', today).filter(
    ({ id }) => privateChatOf(directory, id)?.state === 'active',
  );

/** Asks each of them about the launch, once however often it is planned. */
export async function askApprovers(
  telling: Telling,
  launch: Launch,
  approvers: readonly Person[],
): Promise<void> {
  for (const { id } of approvers) await tellOfLaunch(telling, 'launch_approval', launch.id, toPerson(id));
}

/** What waits is put to whoever has come to approve since: after a hand-over, as a stand-in, newly confirmed. */
export async function planApprovals(tx: Transaction, { slot, now, ids }: Planning): Promise<void> {
  const waiting = await tx.launches.inState('awaiting');
  if (waiting.length === 0) return;
  const approvers = approversAt(await tx.organisation.directory(), slot.on);
  for (const launch of waiting) await askApprovers({ tx, ids, at: now }, launch, approvers);
}

/** What waits while nobody is left to agree to it. */
export async function launchesWithoutApprover(
  { launches }: Pick<ReadModel, 'launches'>,
  directory: Directory,
  today: LocalDate,
): Promise<Launch[]> {
  return approversAt(directory, today).length > 0 ? [] : launches.inState('awaiting');
}
