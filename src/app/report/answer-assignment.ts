import { owns } from '../../core/access/actor.ts';
import { scopeOf } from '../../core/access/rights.ts';
import type { TaskId } from '../../core/id.ts';
import type { ProgressClaim } from '../../core/work/work-state.ts';
import type { Dependencies, Request } from '../dependencies.ts';
import { done, type Outcome, refuse } from '../outcome.ts';
import { requesterOf } from '../requester.ts';
import { whoever } from '../use-case.ts';
import { type ProgressReported, takenBefore, writeReport } from './write-report.ts';

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
export const answerAssignment = (
  dependencies: Dependencies,
  request: Request,
  taskId: TaskId,
  answer: AssignmentAnswer,
): Promise<Outcome<readonly ProgressReported[]>> =>
  whoever(
    dependencies,
    request,
    async ({ plans }, directory, at) => {
      const task = (await plans.book()).tasks.find(({ id }) => id === taskId);
      if (task?.given !== true) return refuse('ASSIGNMENT_UNKNOWN');
      if (task.withdrawnOn !== null) return refuse('ASSIGNMENT_WITHDRAWN');
      return requesterOf(directory, request, at);
    },
    async (useCase) => {
      const { tx, actor } = useCase;
      const owed = await tx.obligations.ofTasks([taskId]);
      const own = owed.filter(({ owner }) => owns(actor, owner));
      if (own.length === 0 || scopeOf('obligation.report', actor.roles) === null) {
        return refuse('ASSIGNMENT_NOT_ADDRESSED');
      }
      const reported: ProgressReported[] = [];
      for (const one of own) {
        if (answer === 'received' && one.state !== 'not_started' && one.state !== 'returned') {
          const earlier = await takenBefore(useCase, one);
          reported.push(earlier ?? { obligation: one, at: one.changedAt, changed: false });
          continue;
        }
        const outcome = await writeReport(useCase, one, CLAIMS[answer]);
        if (outcome.kind === 'refused') return outcome;
        reported.push(outcome.value);
      }
      return done(reported);
    },
  );
