import { type Actor, mayActFor } from '../../core/access/actor.ts';
import { scopeOf } from '../../core/access/rights.ts';
import type { Assignment } from '../../core/assignment/assignment.ts';
import type { TaskId } from '../../core/id.ts';
import type { Directory } from '../../core/organisation/directory.ts';
import type { Task } from '../../core/plan/plan-book.ts';
import type { Instant } from '../../core/time/instant.ts';
import type { Dependencies, Request } from '../dependencies.ts';
import { type Refused, refuse } from '../outcome.ts';
import type { Transaction } from '../ports/transaction.ts';
import { type Requester, requesterOf } from '../requester.ts';
import { type Decide, type UseCaseOf, whoever } from '../use-case.ts';

/** Tasks of the day are the secretariat's; a cluster's own items also those of its head. */
export const mayAssign = (actor: Actor, clusterId: Assignment['clusterId']): boolean =>
  clusterId === null
    ? scopeOf('task.assign', actor.roles) !== null
    : mayActFor(actor, 'item.ask', { kind: 'cluster', id: clusterId });

function requesterWhoAssigns(
  clusterId: Assignment['clusterId'],
  directory: Directory,
  request: Request,
  at: Instant,
): Requester | Refused {
  const requester = requesterOf(directory, request, at);
  if (requester.kind === 'refused' || mayAssign(requester.actor, clusterId)) return requester;
  return refuse(clusterId === null ? 'ACCESS_SECRETARIAT_ONLY' : 'ASSIGNMENT_HEAD_ONLY');
}

/**
 * A use case of whoever gives tasks of the day, or of a cluster asks its units for items. Refused:
 * ACCESS_UNKNOWN_PERSON, ACCESS_SECRETARIAT_ONLY, ASSIGNMENT_HEAD_ONLY.
 */
export const whoMayAssign = <Done>(
  clusterId: Assignment['clusterId'],
  dependencies: Dependencies,
  request: Request,
  decide: Decide<Done>,
): Promise<Done | Refused> =>
  whoever(
    dependencies,
    request,
    (_tx, directory, at) => requesterWhoAssigns(clusterId, directory, request, at),
    decide,
  );

/** A task of the day that still holds, or ended by this very update, with whoever steers it. */
interface AssignmentSteered extends Requester {
  readonly assignment: Assignment;
  readonly task: Task;
}

/**
 * Refused: ASSIGNMENT_UNKNOWN, ASSIGNMENT_WITHDRAWN, ACCESS_UNKNOWN_PERSON, ACCESS_SECRETARIAT_ONLY,
 * ASSIGNMENT_HEAD_ONLY.
 */
export async function steeredAssignment(
  tx: Pick<Transaction, 'assignments' | 'plans'>,
  directory: Directory,
  request: Request,
  taskId: TaskId,
  at: Instant,
): Promise<AssignmentSteered | Refused> {
  const assignment = await tx.assignments.of(taskId);
  const task = (await tx.plans.book()).tasks.find(({ id }) => id === taskId);
  if (assignment === null || task === undefined) return refuse('ASSIGNMENT_UNKNOWN');
  const requester = requesterWhoAssigns(assignment.clusterId, directory, request, at);
  if (requester.kind === 'refused') return requester;
  const isOver = task.withdrawnOn !== null && assignment.changeKey !== request.effectKey;
  return isOver ? refuse('ASSIGNMENT_WITHDRAWN') : { ...requester, assignment, task };
}

export type AssignmentSteering = UseCaseOf<AssignmentSteered>;

/** A use case of whoever steers a task of the day. Refused as `steeredAssignment`. */
export const whoSteersAssignment = <Done>(
  taskId: TaskId,
  dependencies: Dependencies,
  request: Request,
  decide: Decide<Done, AssignmentSteered>,
): Promise<Done | Refused> =>
  whoever(
    dependencies,
    request,
    (tx, directory, at) => steeredAssignment(tx, directory, request, taskId, at),
    decide,
  );
