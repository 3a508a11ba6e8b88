import type { ObligationId } from '../../core/id.ts';
import type { Obligation } from '../../core/obligation/obligation.ts';
import { calendarsOf } from '../../core/organisation/calendars.ts';
import { nextStageAfter } from '../../core/reminder/stages.ts';
import { stagesFor } from '../../core/reminder/stages-for.ts';
import { addDays } from '../../core/time/local-date.ts';
import { isOpen, stateJudged, type Verdict } from '../../core/work/work-state.ts';
import type { Dependencies, Request } from '../dependencies.ts';
import { done, type Outcome } from '../outcome.ts';
import { whoMay } from '../use-case.ts';
import { touchBoards } from './show-group-board.ts';
import { tellDecision } from './tell-decision.ts';

/**
 * Confirms what units reported done, or returns it with what is missing, which they are told at once. Gives those that
 * stand so by now; the others take no such verdict any more: judged otherwise, or taken back by the unit. Refused:
 * ACCESS_UNKNOWN_PERSON, ACCESS_SECRETARIAT_ONLY.
 */
export async function judgeReports(
  dependencies: Dependencies,
  request: Request,
  obligationIds: readonly ObligationId[],
  verdict: Verdict,
): Promise<Outcome<readonly Obligation[]>> {
  return whoMay('reports.manage', dependencies, request, async (useCase) => {
    const { tx, at, today, directory, note } = useCase;
    const { settings } = directory;
    const ladders = { settings, book: await tx.plans.book() };
    const { work } = calendarsOf(settings);
    const yesterday = addDays(today, -1);
    const judged: Obligation[] = [];
    for (const before of await tx.obligations.byIds(obligationIds)) {
      const reason = verdict.kind === 'returned' ? verdict.reason : null;
      const isJudged = before.state === verdict.kind && before.reason === reason;
      if (isJudged) judged.push(before);
      const state = isJudged ? null : stateJudged(before.state, verdict);
      if (state === null) continue;
      const doneOn = state === 'returned' ? null : before.doneOn;
      const percent = state === 'returned' ? Math.min(before.percent, 75) : before.percent;
      const stages = stagesFor(before, ladders, work);
      const nextStageOn = isOpen(state) ? nextStageAfter(stages, yesterday) : null;
      const after: Obligation = { ...before, state, reason, doneOn, percent, nextStageOn, changedAt: at };
      await tx.obligations.save(after);
      await touchBoards(tx, before);
      await note({
        action: `obligation.${state}`,
        subject: before.id,
        before: { state: before.state },
        after: { state, reason },
      });
      if (state === 'returned') {
        await tellDecision(useCase, { kind: 'returned', key: String(before.revision) }, after);
      }
      judged.push({ ...after, revision: after.revision + 1 });
    }
    return done(judged);
  });
}
