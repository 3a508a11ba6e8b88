import type { NextPlan } from '../../../app/plan/roll-plan.ts';
import type { Message } from '../../../app/ports/message.ts';
import type { PlanDraftId } from '../../../app/ports/plan-draft-repository.ts';
import type { RolledDate } from '../../../core/plan/roll-plan.ts';
import { fullDate } from '../../../i18n/days.ts';
import type { Frame } from '../frame.ts';
import { bold, button, entry, message, paragraph, shortTitle } from '../message.ts';
import { yearsText } from '../period.ts';

const DATES_PER_PAGE = 8;
/** So many days that do not come again may be taken by one press. */
const FEWEST_TOGETHER = 2;

/**
 * The page of a plan carried into its next years: which days go on, which must be set anew; nothing is in force by it.
 */
export function rollMessage(frame: Frame, draft: PlanDraftId, next: NextPlan, skip: number): Message {
  const { t } = frame;
  const { from, target, dates } = next;
  const to = (step: string, at: number) => ({ kind: 'plan_draft', draft, step, at }) as const;
  const counts = { kept: countOf(dates, 'kept'), once: countOf(dates, 'once') };
  // What must be set anew stands first: the rest goes on by itself.
  const rows = dates.toSorted((one, other) => (one.kind === other.kind ? 0 : one.kind === 'once' ? -1 : 1));
  return message(
    [
      entry(
        [bold(t('roll.heading', { plan: from.number, years: yearsText(target.period) }))],
        ...(counts.kept === 0 ? [] : [t('roll.keptCount', { count: counts.kept })]),
        ...(counts.once === 0 ? [] : [t('roll.onceCount', { count: counts.once })]),
      ),
      ...rows.slice(skip, skip + DATES_PER_PAGE).map((row) => dateEntry(frame, row)),
      paragraph(t('roll.next')),
    ],
    [
      [
        button(t('roll.button.draft', { years: yearsText(target.period) }), to('rolled', 0)),
        ...(counts.once < FEWEST_TOGETHER
          ? []
          : [button(t('roll.button.all', { count: counts.once }), to('rolled-all', 0))]),
      ],
      [
        ...(skip > 0 ? [button('◀', to('roll', Math.max(0, skip - DATES_PER_PAGE)))] : []),
        button(t('import.button.leave'), to('show', 0)),
        ...(skip + DATES_PER_PAGE < rows.length
          ? [button(t('button.more'), to('roll', skip + DATES_PER_PAGE))]
          : []),
      ],
    ],
  );
}

const countOf = (dates: readonly RolledDate[], kind: RolledDate['kind']): number =>
  dates.filter((row) => row.kind === kind).length;

function dateEntry({ t }: Frame, { no, title, kind, before, after, offered }: RolledDate) {
  const day = (date: RolledDate['before']) => (date === null ? '–' : fullDate(date));
  return paragraph(
    t('due.task', { no, title: shortTitle(title, 60) }),
    kind === 'once'
      ? t('roll.anew', { before: day(before), offered: day(offered) })
      : t('roll.moved', { before: day(before), after: day(after) }),
  );
}
