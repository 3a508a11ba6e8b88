import type { ObligationId } from '../../core/id.ts';
import type { Obligation } from '../../core/obligation/obligation.ts';
import { calendarsOf } from '../../core/organisation/calendars.ts';
import { afterVerdict } from '../../core/report/apply-verdict.ts';
import type { Verdict } from '../../core/work/work-state.ts';
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
    const judged: Obligation[] = [];
    for (const before of await tx.obligations.byIds(obligationIds)) {
      const after = afterVerdict(before, verdict, { at, today, ladders, work });
      if (after === before) judged.push(before);
      if (after === null || after === before) continue;
      await tx.obligations.save(after);
      await touchBoards(tx, before);
      await note({
        action: `obligation.${verdict.kind}`,
        subject: before.id,
        before: { state: before.state },
        after: { state: after.state, reason: after.reason },
      });
      if (verdict.kind === 'returned') {
        await tellDecision(useCase, { kind: 'returned', key: String(before.revision) }, after);
      }
      judged.push({ ...after, revision: after.revision + 1 });
    }
    return done(judged);
  });
}
