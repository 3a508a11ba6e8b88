import { type Actor, mayActFor } from '../../core/access/actor.ts';
import { scopeOf } from '../../core/access/rights.ts';
import type { Assignment } from '../../core/assignment/assignment.ts';
import type { TaskId } from '../../core/id.ts';
import type { Directory } from '../../core/organisation/directory.ts';
import type { Task } from '../../core/plan/plan-book.ts';
import type { Instant } from '../../core/time/instant.ts';
import type { Request } from '../dependencies.ts';
import { type Refused, refuse } from '../outcome.ts';
import type { Transaction } from '../ports/transaction.ts';
import { type Requester, requesterOf } from '../requester.ts';

/** Tasks of the day are the secretariat's; a cluster's own items also those of its head. */
export const mayAssign = (actor: Actor, clusterId: Assignment['clusterId']): boolean =>
  clusterId === null
    ? scopeOf('task.assign', actor.roles) !== null
    : mayActFor(actor, 'item.ask', { kind: 'cluster', id: clusterId });

/** Who asks, where they may. Refused: ACCESS_UNKNOWN_PERSON, ACCESS_SECRETARIAT_ONLY, ASSIGNMENT_HEAD_ONLY. */
export function requesterWhoAssigns(
  clusterId: Assignment['clusterId'],
  directory: Directory,
  request: Request,
  at: Instant,
): Requester | Refused {
  const requester = requesterOf(directory, request, at);
  if (requester.kind === 'refused' || mayAssign(requester.actor, clusterId)) return requester;
  return refuse(clusterId === null ? 'ACCESS_SECRETARIAT_ONLY' : 'ASSIGNMENT_HEAD_ONLY');
}

/** A task of the day that still holds, with whoever steers it. */
export interface AssignmentSteered extends Requester {
  readonly assignment: Assignment;
  readonly task: Task;
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
  const requester = requesterWhoAssigns(assignment.clusterId, directory, request, at);
  if (requester.kind === 'refused') return requester;
  if (task.withdrawnOn !== null) return refuse('ASSIGNMENT_WITHDRAWN');
  return { ...requester, assignment, task, directory };
}
