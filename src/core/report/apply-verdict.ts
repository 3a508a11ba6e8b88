import type { Obligation } from '../obligation/obligation.ts';
import { nextStageAfter } from '../reminder/stages.ts';
import { stagesFor } from '../reminder/stages-for.ts';
import { addDays } from '../time/local-date.ts';
import { isOpen, stateJudged, type Verdict } from '../work/work-state.ts';
import type { Moment } from './apply-claim.ts';

/** What lacks something is not done to the end. */
const RETURNED_PERCENT = 75;

/**
 * The obligation as judged, with when it is spoken of next; itself where it was judged so before, null where its state
 * takes no such verdict.
 */
export function afterVerdict(
  before: Obligation,
  verdict: Verdict,
  { at, today, ladders, work }: Moment,
): Obligation | null {
  const reason = verdict.kind === 'returned' ? verdict.reason : null;
  if (before.state === verdict.kind && before.reason === reason) return before;
  const state = stateJudged(before.state, verdict);
  if (state === null) return null;
  const next = () => nextStageAfter(stagesFor(before, ladders, work), addDays(today, -1));
  return {
    ...before,
    state,
    reason,
    doneOn: state === 'returned' ? null : before.doneOn,
    percent: state === 'returned' ? Math.min(before.percent, RETURNED_PERCENT) : before.percent,
    nextStageOn: isOpen(state) ? next() : null,
    changedAt: at,
  };
}
