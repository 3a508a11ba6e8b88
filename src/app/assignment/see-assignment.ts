import { actorOf } from '../../core/access/actor.ts';
import type { Assignment } from '../../core/assignment/assignment.ts';
import type { TaskId } from '../../core/id.ts';
import type { Obligation } from '../../core/obligation/obligation.ts';
import type { Directory } from '../../core/organisation/directory.ts';
import type { Task } from '../../core/plan/plan-book.ts';
import type { LocalDate } from '../../core/time/local-date.ts';
import type { ReadModel } from '../ports/unit-of-work.ts';
import { mayAssign } from './assignment-access.ts';

/** A task of the day with what has become of it. */
export interface AssignmentSeen {
  readonly task: Task;
  readonly assignment: Assignment;
  /** In the order in which the task names its owners. */
  readonly obligations: readonly Obligation[];
}

/** Who has not answered is for those alone who still steer the task. */
export const isSteeredBy = (
  { assignment }: Pick<AssignmentSeen, 'assignment'>,
  personId: string | null,
  { directory, today }: { readonly directory: Directory; readonly today: LocalDate },
): boolean =>
  directory.people.some(
    ({ id }) => id === personId && mayAssign(actorOf(directory, id, today), assignment.clusterId),
  );

export async function seeAssignment(
  { plans, assignments, obligations }: Pick<ReadModel, 'plans' | 'assignments' | 'obligations'>,
  taskId: TaskId,
): Promise<AssignmentSeen | null> {
  const task = (await plans.book()).tasks.find(({ id }) => id === taskId);
  const assignment = await assignments.of(taskId);
  if (task === undefined || assignment === null) return null;
  const places = new Map<string, number>(
    task.parties.map(({ party }, index) => [
      party.kind === 'unit' ? party.unitId : party.kind === 'cluster' ? party.clusterId : '',
      index,
    ]),
  );
  const place = ({ owner }: Obligation) => places.get(owner.id) ?? places.size;
  const owed = await obligations.ofTasks([taskId]);
  return { task, assignment, obligations: owed.toSorted((one, other) => place(one) - place(other)) };
}
