import { type Actor, actorOf, mayActFor } from '../../core/access/actor.ts';
import { scopeOf } from '../../core/access/rights.ts';
import type { Assignment } from '../../core/assignment/assignment.ts';
import type { TaskId } from '../../core/id.ts';
import { type Directory, personAt } from '../../core/organisation/directory.ts';
import type { Person } from '../../core/organisation/person.ts';
import type { Task } from '../../core/plan/plan-book.ts';
import type { Instant } from '../../core/time/instant.ts';
import type { Request } from '../dependencies.ts';
import { type Refused, refuse } from '../outcome.ts';
import type { Transaction } from '../ports/transaction.ts';
import { dayAt } from '../today.ts';

/** Tasks of the day are the secretariat's; a cluster's own items also those of its head. */
export const mayAssign = (actor: Actor, clusterId: Assignment['clusterId']): boolean =>
  clusterId === null
    ? scopeOf('task.assign', actor.roles) !== null
    : mayActFor(actor, 'item.ask', { kind: 'cluster', id: clusterId });

/** A task of the day that still holds, with whoever steers it. */
export interface AssignmentSteered {
  readonly kind: 'steered';
  readonly assignment: Assignment;
  readonly task: Task;
  readonly person: Person;
  readonly directory: Directory;
}

/**
 * Refused: ASSIGNMENT_UNKNOWN, ASSIGNMENT_WITHDRAWN, ACCESS_UNKNOWN_PERSON, ACCESS_SECRETARIAT_ONLY,
 * ASSIGNMENT_HEAD_ONLY.
 */
export async function steeredAssignment(
  tx: Pick<Transaction, 'assignments' | 'organisation' | 'plans'>,
  request: Request,
  taskId: TaskId,
  at: Instant,
): Promise<AssignmentSteered | Refused> {
  const directory = await tx.organisation.directory();
  const assignment = await tx.assignments.of(taskId);
  const task = (await tx.plans.book()).tasks.find(({ id }) => id === taskId);
  if (assignment === null || task === undefined) return refuse('ASSIGNMENT_UNKNOWN');
  const person = personAt(directory, request.channel, request.user);
  if (person === null) return refuse('ACCESS_UNKNOWN_PERSON');
  if (!mayAssign(actorOf(directory, person.id, dayAt(at, directory)), assignment.clusterId)) {
    return refuse(assignment.clusterId === null ? 'ACCESS_SECRETARIAT_ONLY' : 'ASSIGNMENT_HEAD_ONLY');
  }
  if (task.withdrawnOn !== null) return refuse('ASSIGNMENT_WITHDRAWN');
  return { kind: 'steered', assignment, task, person, directory };
}
