import { actorOf } from '../../core/access/actor.ts';
import type { Assignment } from '../../core/assignment/assignment.ts';
import type { ClusterId, PersonId, TaskId } from '../../core/id.ts';
import type { Obligation } from '../../core/obligation/obligation.ts';
import { isOpen } from '../../core/obligation/work-state.ts';
import {
  type Directory,
  groupsOf,
  officeHolders,
  peopleWithRole,
  privateChatOf,
  servingPeople,
} from '../../core/organisation/directory.ts';
import { remindedOf } from '../../core/reminder/addressees.ts';
import type { Instant } from '../../core/time/instant.ts';
import type { LocalDate } from '../../core/time/local-date.ts';
import type { IdSource } from '../ports/id-source.ts';
import { READ_OR_MAY_BE } from '../ports/notice-repository.ts';
import type { Transaction } from '../ports/transaction.ts';
import { dayAt } from '../today.ts';
import { mayAssign } from './assignment-access.ts';
import { assignmentNotice } from './assignment-notice.ts';

/**
 * Tells those who owe a task of the day, each in private, and the groups of clusters to which that is news; gives its
 * panel to the giver.
 */
export async function tellAssignment(
  tx: Pick<Transaction, 'notices'>,
  ids: IdSource,
  assignment: Assignment,
  obligations: readonly Obligation[],
  directory: Directory,
): Promise<void> {
  const { taskId, givenAt: at, givenBy } = assignment;
  const today = dayAt(at, directory);
  const people = obligations.flatMap((one) => remindedOf(one, directory, today).map(({ id }) => id));
  for (const id of new Set<PersonId>(people)) {
    const addressee = { kind: 'person', id } as const;
    await tx.notices.plan(assignmentNotice(ids, 'assignment', assignment, { addressee, key: taskId, at }));
  }
  for (const group of clustersToTell(obligations, directory, today).flatMap((id) =>
    groupsOf(directory, id),
  )) {
    const addressee = { kind: 'chat', id: group.id } as const;
    await tx.notices.plan(
      assignmentNotice(ids, 'assignment_post', assignment, { addressee, key: taskId, at }),
    );
  }
  const chat = privateChatOf(directory, givenBy);
  if (chat === null) return;
  const addressee = { kind: 'chat', id: chat.id } as const;
  await tx.notices.plan(
    assignmentNotice(ids, 'assignment_panel', assignment, { addressee, key: taskId, at }),
  );
}

/** What is asked of one unit, which was told itself, is nothing that its peers need to read. */
function clustersToTell(
  obligations: readonly Obligation[],
  directory: Directory,
  today: LocalDate,
): ClusterId[] {
  const clusterIds = new Set(obligations.flatMap(({ clusterId }) => clusterId ?? []));
  return [...clusterIds].filter((id) => {
    const [first, ...others] = obligations.filter(({ clusterId }) => clusterId === id);
    return (
      first === undefined ||
      first.owner.kind === 'cluster' ||
      others.length > 0 ||
      remindedOf(first, directory, today).length === 0
    );
  });
}

/** Tells exactly those who read what holds no more: people in private, groups whose post could not be edited. */
export async function tellChange(
  tx: Pick<Transaction, 'notices'>,
  ids: IdSource,
  assignment: Assignment,
  key: string,
  at: Instant,
): Promise<void> {
  for (const { kind, state, addressee } of await tx.notices.aboutTask(assignment.taskId)) {
    if (kind !== 'assignment' && kind !== 'assignment_post') continue;
    if (!READ_OR_MAY_BE.includes(state)) continue;
    await tx.notices.plan(assignmentNotice(ids, 'assignment_change', assignment, { addressee, key, at }));
  }
}

/** With the last answer, that all have answered. */
export async function tellComplete(
  tx: Pick<Transaction, 'assignments' | 'obligations' | 'notices' | 'organisation'>,
  ids: IdSource,
  taskId: TaskId,
  at: Instant,
): Promise<void> {
  const assignment = await tx.assignments.of(taskId);
  const owed = await tx.obligations.ofTasks([taskId]);
  if (assignment === null || owed.some(({ state }) => isOpen(state))) return;
  await tellList(tx, ids, assignment, `${taskId}:complete`, at);
}

/**
 * The list of who has answered and who has not, to the giver; to those who steer in their place where the giver does
 * not serve here any more.
 */
export async function tellList(
  tx: Pick<Transaction, 'notices' | 'organisation'>,
  ids: IdSource,
  assignment: Assignment,
  key: string,
  at: Instant,
): Promise<void> {
  const directory = await tx.organisation.directory();
  for (const id of steering(directory, assignment, dayAt(at, directory))) {
    const addressee = { kind: 'person', id } as const;
    await tx.notices.plan(assignmentNotice(ids, 'assignment_list', assignment, { addressee, key, at }));
  }
}

function steering(
  directory: Directory,
  { givenBy, clusterId }: Assignment,
  today: LocalDate,
): ReadonlySet<PersonId> {
  if (mayAssign(actorOf(directory, givenBy, today), clusterId)) return new Set([givenBy]);
  const others =
    clusterId === null
      ? peopleWithRole(directory, 'secretariat', today)
      : officeHolders(directory, clusterId, 'lead', today).flatMap(({ id }) =>
          servingPeople(directory, id, today),
        );
  return new Set(others.map(({ id }) => id));
}
