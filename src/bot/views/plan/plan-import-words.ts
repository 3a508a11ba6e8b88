import { nextNamedOn } from '../../../core/deadline/occurrence.ts';
import { printRules } from '../../../core/deadline/print.ts';
import type { DeadlineRule } from '../../../core/deadline/rule.ts';
import { calendarsOf } from '../../../core/organisation/calendars.ts';
import { clusterById, unitById } from '../../../core/organisation/directory.ts';
import type { Decision } from '../../../core/plan/decision.ts';
import type { Doubt } from '../../../core/plan/doubts/doubt.ts';
import type { Matter } from '../../../core/plan/matters.ts';
import type { PlanHead, PlanReading } from '../../../core/plan/plan-reading.ts';
import { dateOf, type LocalDate } from '../../../core/time/local-date.ts';
import { weekdayDate } from '../../../i18n/days.ts';
import type { Frame } from '../frame.ts';
import { shortTitle } from '../message.ts';
import { yearsText } from '../period.ts';

/** Why a person must look, in a line. */
export function doubtText({ t }: Frame, { code, deadline }: Doubt): string {
  const reasons = (deadline?.reasons ?? []).map((reason) => t(`deadline.review.${reason}`));
  return [t(`import.doubt.${code}`), ...reasons].join(' ');
}

/** Where a doubt stands: `mục 9.10`. */
export function placeText({ t }: Frame, { where }: Doubt): string {
  switch (where.kind) {
    case 'head':
      return t('import.place.head');
    case 'table':
      return t('import.place.table', { index: where.index });
    case 'row':
      return t('import.place.row', { row: where.row });
    case 'task':
      return t('import.place.task', { no: where.no });
    case 'event':
      return t('import.place.event');
  }
}

/** What a decision of a matter says, short enough for a button. */
export const decisionText = (frame: Frame, { about }: Matter, decision: Decision): string =>
  decision.kind === 'accept' && about.kind === 'doubt'
    ? acceptText(frame, about.doubt)
    : choiceText(frame, decision);

/** What a decision says by itself. */
export function choiceText(frame: Frame, decision: Decision): string {
  const { t } = frame;
  switch (decision.kind) {
    case 'accept':
      return t('import.decision.accept');
    case 'deadline':
    case 'milestone':
      return decision.rules.length === 0 ? t('import.decision.noDeadline') : printRules(decision.rules);
    case 'deadline_of':
      return t('import.decision.deadlineOf', { no: decision.of });
    case 'lead':
      return decision.names.join('; ');
    case 'party':
      return decision.unitId === null
        ? t('import.decision.nobody')
        : unitById(frame.directory, decision.unitId).name;
    case 'party_cluster':
      return clusterById(frame.directory, decision.clusterId).name;
    case 'duplicate':
      return t('import.decision.duplicate', { no: decision.of });
    case 'cycle':
      return t(`import.decision.${decision.cycle}`);
    case 'anniversary':
      return t('import.decision.anniversary', { count: decision.count });
    case 'number':
      return decision.number;
    case 'issued_on':
      return weekdayDate(t, decision.issuedOn);
    case 'period':
      return yearsText(decision.period);
  }
}

function acceptText({ t }: Frame, doubt: Doubt): string {
  if (doubt.code === 'ROW_DUPLICATED') return t('import.decision.keepBoth');
  return doubt.where.kind === 'task'
    ? t('import.decision.deadlineOf', { no: doubt.where.no })
    : t('import.decision.accept');
}

/** The next day that rules name in a plan's period, seen from today; null where they name none. */
export function nextNamed(
  { directory, today }: Frame,
  { head }: Pick<PlanReading, 'head'>,
  rules: readonly DeadlineRule[],
): LocalDate | null {
  const { work, school } = calendarsOf(directory.settings);
  const bounds = {
    period: periodDays(head),
    notBefore: head.issuedOn,
    strictness: directory.settings.deadlineReading,
    work,
    school,
    cycle: 'calendar_year',
  } as const;
  return rules.flatMap((rule) => nextNamedOn(rule, today, bounds) ?? []).sort()[0] ?? null;
}

const periodDays = ({ period }: PlanHead) =>
  period === null ? null : { from: dateOf(`${period.from}-01-01`), to: dateOf(`${period.to}-12-31`) };

/** `KH 29/KH-UBND`, else what the file is called. */
export const draftName = ({ t }: Frame, { head }: Pick<PlanReading, 'head'>, fileName: string): string =>
  head.number !== null
    ? t('import.planNumber', { number: head.number })
    : shortTitle(head.title ?? (fileName === '' ? t('import.unnamed') : fileName), 40);

const MOST_ROWS = 12;

/** `1, 2, 3`: numbers of rows, those beyond the first dozen as a count. */
export function rowList({ t }: Frame, rows: readonly string[]): string {
  const named = rows.slice(0, MOST_ROWS).join(', ');
  const count = rows.length - MOST_ROWS;
  return count > 0 ? t('import.rowsAndMore', { rows: named, count }) : named;
}
