import { actorOf } from '../../core/access/actor.ts';
import type { Assignment } from '../../core/assignment/assignment.ts';
import type { ClusterId, PersonId, TaskId } from '../../core/id.ts';
import type { Obligation } from '../../core/obligation/obligation.ts';
import {
  type Directory,
  groupsOf,
  officeHolders,
  peopleWithRole,
  privateChatOf,
  servingPeople,
} from '../../core/organisation/directory.ts';
import { remindedOf } from '../../core/reminder/addressees.ts';
import type { LocalDate } from '../../core/time/local-date.ts';
import { isOpen } from '../../core/work/work-state.ts';
import { type Telling, toChat, toPerson } from '../notices/plan-notice.ts';
import type { AssignmentNoticeKind } from '../ports/notice-kind.ts';
import { type Addressee, READ_OR_MAY_BE } from '../ports/notice-repository.ts';
import { dayAt } from '../today.ts';
import type { UseCase } from '../use-case.ts';
import { mayAssign } from './assignment-access.ts';
import { tellOfAssignment } from './tell-of-assignment.ts';

/**
 * Tells those who owe a task of the day, each in private, and the groups of clusters to which that is news; gives its
 * panel to the giver.
 */
export async function tellAssignment(
  useCase: UseCase,
  assignment: Assignment,
  obligations: readonly Obligation[],
): Promise<void> {
  const { directory, today } = useCase;
  const tell = (kind: AssignmentNoticeKind, addressee: Addressee) =>
    tellOfAssignment(useCase, kind, assignment, addressee, assignment.taskId);
  const people = obligations.flatMap((one) => remindedOf(one, directory, today).map(({ id }) => id));
  for (const id of new Set<PersonId>(people)) await tell('assignment', toPerson(id));
  for (const clusterId of clustersToTell(obligations, directory, today)) {
    for (const { id } of groupsOf(directory, clusterId)) await tell('assignment_post', toChat(id));
  }
  const chat = privateChatOf(directory, assignment.givenBy);
  if (chat !== null) await tell('assignment_panel', toChat(chat.id));
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
export async function tellChange(useCase: UseCase, assignment: Assignment): Promise<void> {
  const { taskId } = assignment;
  for (const { kind, state, addressee } of await useCase.tx.notices.aboutTask(taskId)) {
    if (kind !== 'assignment' && kind !== 'assignment_post') continue;
    if (!READ_OR_MAY_BE.includes(state)) continue;
    const key = `${taskId}:${useCase.effectKey}`;
    await tellOfAssignment(useCase, 'assignment_change', assignment, addressee, key);
  }
}

/** With the last answer, that all have answered. */
export async function tellComplete(useCase: UseCase, taskId: TaskId): Promise<void> {
  const { tx, directory } = useCase;
  const assignment = await tx.assignments.of(taskId);
  const owed = await tx.obligations.ofTasks([taskId]);
  if (assignment === null || owed.some(({ state }) => isOpen(state))) return;
  await tellList(useCase, directory, assignment, `${taskId}:complete`);
}

/**
 * The list of who has answered and who has not, to the giver; to those who steer in their place where the giver does
 * not serve here any more.
 */
export async function tellList(
  telling: Telling,
  directory: Directory,
  assignment: Assignment,
  key: string,
): Promise<void> {
  for (const id of steering(directory, assignment, dayAt(telling.at, directory))) {
    await tellOfAssignment(telling, 'assignment_list', assignment, toPerson(id), key);
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
