import type { WorkCalendar } from '../calendar/work-calendar.ts';
import type { Obligation } from '../obligation/obligation.ts';
import type { LadderSource } from '../reminder/ladder-of.ts';
import { nextStageAfter } from '../reminder/stages.ts';
import { stagesFor } from '../reminder/stages-for.ts';
import type { Instant } from '../time/instant.ts';
import { addDays, type LocalDate } from '../time/local-date.ts';
import { STEPS } from '../work/step.ts';
import { isOpen, type ProgressClaim, type WorkState } from '../work/work-state.ts';

export interface Moment {
  readonly at: Instant;
  readonly today: LocalDate;
  readonly ladders: LadderSource;
  readonly work: WorkCalendar;
}

/** The obligation once the claim has led it to `state`: how far, by which step, and when it is spoken of next. */
export function afterClaim(
  before: Obligation,
  claim: ProgressClaim,
  state: WorkState,
  { at, today, ladders, work }: Moment,
): Obligation {
  const after: Obligation = {
    ...before,
    ...told(before, claim),
    state,
    reason: claim.kind === 'blocked' ? claim.reason : null,
    doneOn: claim.kind === 'done' ? today : null,
    changedAt: at,
  };
  const goesOn = isOpen(before.state) && before.step !== 'scheduled' && after.step !== 'scheduled';
  const next = () => nextStageAfter(stagesFor(after, ladders, work), addDays(today, -1));
  return { ...after, nextStageOn: !isOpen(state) ? null : goesOn ? before.nextStageOn : next() };
}

/** What stays true when work is blocked: the step reached, and the day of its conference. */
function told(before: Obligation, claim: ProgressClaim): Pick<Obligation, 'percent' | 'step' | 'meeting'> {
  switch (claim.kind) {
    case 'percent':
      return { percent: claim.percent, step: null, meeting: null };
    case 'step':
      return {
        percent: STEPS[claim.step].percent,
        step: claim.step,
        meeting: claim.step === 'scheduled' ? claim.meeting : claim.step === 'held' ? before.meeting : null,
      };
    case 'done':
      return { percent: 100, step: before.step, meeting: before.meeting };
    case 'blocked':
      return { percent: before.percent, step: before.step, meeting: before.meeting };
  }
}

/** Whether nothing that people were told would change. */
export const saysTheSame = (before: Obligation, after: Obligation): boolean =>
  before.state === after.state &&
  before.percent === after.percent &&
  before.step === after.step &&
  before.reason === after.reason &&
  JSON.stringify(before.meeting) === JSON.stringify(after.meeting);

/** Whether the later word takes the earlier one back: done that is not, or work that is less far than was said. */
export const takesBack = (before: Obligation, after: Obligation): boolean =>
  (before.state === 'done' && after.state !== 'done') || after.percent < before.percent;
