import { defaultWorkCalendar } from '../calendar/public-holidays.ts';
import { DEFAULT_SCHOOL_CALENDAR } from '../calendar/school-calendar.ts';
import { dateOf, type LocalDate, yearOf } from '../time/local-date.ts';
import { nextNamedOn } from './occurrence.ts';
import { readDeadline } from './parse.ts';
import type { DeadlineReading, ReviewReason } from './reading.ts';
import { type DeadlineRule, isWorkingDayRule } from './rule.ts';

/** What `dung-han deadline` prints for a phrase. */
export interface DeadlineAnswer {
  readonly phrase: string;
  readonly rules: readonly DeadlineRule[];
  /** The day named of the first occurrence on or after now; null where the phrase names none. */
  readonly nextOn: LocalDate | null;
  readonly inclusive: boolean | null;
  readonly review: boolean;
}

/** Reasons for which no day is said before a person has decided. */
const UNSAID: ReadonlySet<ReviewReason> = new Set([
  'DAY_MONTH_ORDER',
  'WINDOW_WITHOUT_YEAR',
  'IMPOSSIBLE_DATE',
]);

/** Kinds whose days only the organisation's own calendars or another rule settle: the phrase itself names none. */
const UNNAMED: ReadonlySet<DeadlineRule['kind']> = new Set(['relative', 'week_of_month', 'school_year']);

const CALENDARS = {
  work: defaultWorkCalendar(),
  school: DEFAULT_SCHOOL_CALENDAR,
  cycle: 'calendar_year',
} as const;
const UNBOUNDED = { period: null, notBefore: null, strictness: 'lenient', ...CALENDARS } as const;

export function answerDeadline(phrase: string, now: LocalDate): DeadlineAnswer {
  const reading = readDeadline(phrase, { now });
  const first = nextNamed(reading, now);
  return {
    phrase,
    rules: reading.rules,
    nextOn: first?.on ?? null,
    inclusive: inclusiveOf(first === null ? reading.rules : [first.rule, ...reading.rules]),
    review: reading.review,
  };
}

/** The earliest day that a rule names from now on, and the rule. */
function nextNamed(
  { rules, reasons }: DeadlineReading,
  now: LocalDate,
): { readonly on: LocalDate; readonly rule: DeadlineRule } | null {
  if (reasons.some((reason) => UNSAID.has(reason))) return null;
  let first: { on: LocalDate; rule: DeadlineRule } | null = null;
  for (const rule of rules) {
    const on = isVague(rule, reasons) || startsLater(rule, rules) ? null : nextOf(rule, now, rules);
    if (on !== null && (first === null || on < first.on)) first = { on, rule };
  }
  return first;
}

/** "Hằng năm, bắt đầu từ năm 2025": the end of this year may come before the beginning. */
function startsLater({ kind }: DeadlineRule, rules: readonly DeadlineRule[]): boolean {
  return kind === 'year_long' && rules.some((rule) => rule.kind === 'start');
}

/** "Trước Tết hằng năm", "cuối quý I", "ngày 28-30 hằng tháng": a season, a part of a quarter, a row of days that not every month has; none of them one day. */
function isVague(rule: DeadlineRule, reasons: readonly ReviewReason[]): boolean {
  if (rule.kind === 'yearly_lunar') return reasons.includes('FEAST_NOT_DAY');
  if (rule.kind === 'monthly') return rule.fromDay !== null && reasons.length > 0;
  if (rule.kind !== 'range' && rule.kind !== 'yearly_range') return false;
  return reasons.includes('VAGUE_PART') && isWholeMonth(rule.from, rule.to);
}

/** The reading of a part of a quarter; parts of months are shorter, those of years longer. */
function isWholeMonth(from: string | null, to: string): boolean {
  if (from === null || !from.endsWith('-01') || from.slice(0, -3) !== to.slice(0, -3)) return false;
  return Number(to.slice(-2)) >= 28;
}

function nextOf(rule: DeadlineRule, now: LocalDate, rules: readonly DeadlineRule[]): LocalDate | null {
  if (rule.kind === 'year_long') return nextYearEnd(rules, now);
  if (rule.kind === 'period') return nextPeriodEnd(rule.to, now, rules);
  if (UNNAMED.has(rule.kind) || ('day' in rule && isWorkingDayRule(rule.day))) return null;
  return nextNamedOn(rule, now, UNBOUNDED);
}

/** "Thường xuyên trong năm 2025" has no end to wait for. */
function nextPeriodEnd(
  to: LocalDate | null,
  now: LocalDate,
  rules: readonly DeadlineRule[],
): LocalDate | null {
  return to === null || to < now || rules.some(({ kind }) => kind === 'ongoing') ? null : to;
}

/** "Hằng năm, giai đoạn 2026-2030": the end of a year of the period. */
function nextYearEnd(rules: readonly DeadlineRule[], now: LocalDate): LocalDate | null {
  const period = rules.find((rule) => rule.kind === 'period');
  const since = period?.from ?? now;
  const on = dateOf(`${yearOf(since > now ? since : now)}-12-31`);
  return on > (period?.to ?? on) ? null : on;
}

function inclusiveOf(rules: readonly DeadlineRule[]): boolean | null {
  for (const rule of rules) if ('inclusive' in rule) return rule.inclusive;
  return null;
}
