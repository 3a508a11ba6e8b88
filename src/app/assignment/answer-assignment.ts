import { owns } from '../../core/access/actor.ts';
import { scopeOf } from '../../core/access/rights.ts';
import type { TaskId } from '../../core/id.ts';
import type { ProgressClaim } from '../../core/obligation/work-state.ts';
import type { Dependencies, Request } from '../dependencies.ts';
import { done, type Outcome, refuse } from '../outcome.ts';
import { type ProgressReported, takenBefore, writeReport } from '../report/write-report.ts';
import { requesterOf } from '../requester.ts';

/** Đã nhận, đã gửi, không có. */
export const ASSIGNMENT_ANSWERS = ['received', 'sent', 'nothing'] as const;
export type AssignmentAnswer = (typeof ASSIGNMENT_ANSWERS)[number];

const CLAIMS: Readonly<Record<AssignmentAnswer, ProgressClaim>> = {
  received: { kind: 'step', step: 'received', meeting: null },
  sent: { kind: 'done' },
  nothing: { kind: 'done', evidence: { kind: 'nothing' } },
};

/**
 * What the presser's own units, or the clusters that they head, say of a task of the day. To have received it says
 * nothing new of what was begun or done. Refused: ASSIGNMENT_UNKNOWN, ASSIGNMENT_WITHDRAWN, ACCESS_UNKNOWN_PERSON,
 * ASSIGNMENT_NOT_ADDRESSED, OBLIGATION_CLOSED.
 */
export async function answerAssignment(
  { unitOfWork, clock, ids }: Dependencies,
  request: Request,
  taskId: TaskId,
  answer: AssignmentAnswer,
): Promise<Outcome<readonly ProgressReported[]>> {
  const at = clock.now();
  const { effectKey } = request;
  return unitOfWork.run(async (tx) => {
    const directory = await tx.organisation.directory();
    const task = (await tx.plans.book()).tasks.find(({ id }) => id === taskId);
    if (task?.given !== true) return refuse('ASSIGNMENT_UNKNOWN');
    if (task.withdrawnOn !== null) return refuse('ASSIGNMENT_WITHDRAWN');
    const requester = requesterOf(directory, request, at);
    if (requester.kind === 'refused') return requester;
    const { actor, by } = requester;
    const owed = await tx.obligations.ofTasks([taskId]);
    const own = owed.filter(({ owner }) => owns(actor, owner));
    if (own.length === 0 || scopeOf('obligation.report', actor.roles) === null) {
      return refuse('ASSIGNMENT_NOT_ADDRESSED');
    }
    const reported: ProgressReported[] = [];
    for (const one of own) {
      if (answer === 'received' && one.state !== 'not_started' && one.state !== 'returned') {
        const earlier = await takenBefore(tx, effectKey, one);
        reported.push(earlier ?? { obligation: one, at: one.changedAt, changed: false });
        continue;
      }
      const reporting = { by, effectKey, at, recorded: null };
      const outcome = await writeReport(tx, ids, one, CLAIMS[answer], reporting);
      if (outcome.kind === 'refused') return outcome;
      reported.push(outcome.value);
    }
    return done(reported);
  });
}
