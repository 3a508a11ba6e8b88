import { dayOf, daysInMonth, type LocalDate, lastDayOfMonth, monthOf, yearOf } from '../time/local-date.ts';
import { firstDayOfMonth } from './day-in-month.ts';
import {
  type AppliesTo,
  type Cycle,
  type DatedRule,
  type DayInMonth,
  type DeadlineRule,
  isDated,
  type MonthAnchor,
  type MonthDay,
  type QuarterAnchor,
  type RelativeRule,
  type SchoolYearPart,
} from './rule.ts';

const ROMAN = ['I', 'II', 'III', 'IV'];
const WEEKDAYS = ['thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy', 'Chủ nhật'];
const NTH = { 1: 'đầu tiên', 2: 'thứ hai', 3: 'thứ ba', 4: 'thứ tư', last: 'cuối cùng' } as const;
const UNITS: { readonly [U in RelativeRule['unit']]: string } = {
  hour: 'giờ',
  day: 'ngày',
  working_day: 'ngày làm việc',
  week: 'tuần',
  month: 'tháng',
};
const CADENCES: { readonly [C in Cycle]: string } = {
  week: 'hằng tuần',
  month: 'hằng tháng',
  quarter: 'hằng quý',
  half_year: '6 tháng/lần',
  semester: 'hằng học kỳ',
  year: 'hằng năm',
  school_year: 'hằng năm học',
  on_demand: 'đột xuất',
};
const CYCLES: { readonly [C in Cycle]: string } = {
  week: 'tuần',
  month: 'tháng',
  quarter: 'quý',
  half_year: '6 tháng',
  semester: 'học kỳ',
  year: 'năm',
  school_year: 'năm học',
  on_demand: 'lần đột xuất',
};
const QUARTER_MONTHS: { readonly [A in QuarterAnchor]: string } = {
  first_month_of_quarter: 'tháng đầu quý',
  second_month_of_quarter: 'tháng thứ hai của quý',
  last_month_of_quarter: 'tháng cuối quý',
  first_month_of_next_quarter: 'tháng đầu quý sau',
};
const SCHOOL_PARTS: { readonly [P in SchoolYearPart]: string } = {
  start: 'khai giảng',
  end_semester_1: 'kết thúc học kỳ I',
  start_semester_2: 'đầu học kỳ II',
  end: 'kết thúc học kỳ II',
};
const PERIOD_ENDS: { readonly [anchor: string]: string } = {
  month_end: 'ngày kết thúc tháng',
  quarter_end: 'ngày kết thúc quý',
  half_year_end: 'ngày kết thúc 6 tháng',
  year_end: 'ngày kết thúc năm',
};
const KINDS: { readonly [kind: string]: string } = {
  school: 'các trường học',
  administrative: 'khối hành chính',
};

/** The canonical Vietnamese wording of a rule; reading it gives the rule again. */
export function printRule(rule: DeadlineRule): string {
  return `${wording(rule)}${scope(rule.appliesTo)}${term(rule)}`;
}

function term(rule: DeadlineRule): string {
  if (!isDated(rule) || isOfOneMonth(rule)) return '';
  const { since, until } = rule;
  const from = since === undefined ? '' : `, bắt đầu từ ${yearOr(since, '-01-01')}`;
  return until === undefined ? from : `${from}, đến hết ${yearOr(until, '-12-31')}`;
}

/** "… của tháng 12/2024": its months and its term are one. */
function isOfOneMonth(rule: DatedRule | RelativeRule): boolean {
  if (rule.kind !== 'monthly' || rule.since === undefined || rule.until === undefined) return false;
  const { months, since, until } = rule;
  const month = monthOf(until);
  if (months?.length !== 1 || months[0] !== month || since !== firstDayOfMonth(until)) return false;
  return until === lastDayOfMonth(yearOf(until), month);
}

/** "năm 2026" for its first or last day. */
function yearOr(date: LocalDate, edge: string): string {
  return date.endsWith(edge) ? `năm ${yearOf(date)}` : `ngày ${day(date)}`;
}

function scope(appliesTo: AppliesTo): string {
  return appliesTo === null ? '' : ` (đối với ${KINDS[appliesTo] ?? appliesTo})`;
}

function wording(rule: DeadlineRule): string {
  switch (rule.kind) {
    case 'once':
      return `${until(rule)} ngày ${day(rule.on)}`;
    case 'range':
      return range(rule);
    case 'yearly':
      return `${until(rule)} ngày ${dayMonth(rule.by)} ${rule.yearOffset === 1 ? 'của năm sau' : 'hằng năm'}`;
    case 'yearly_range':
      return `từ ngày ${dayMonth(rule.from)} ${end(rule)} ngày ${dayMonth(rule.to)} hằng năm`;
    case 'yearly_month':
      return everyYear(rule.months);
    case 'yearly_quarter':
      return `${rule.quarters.map((quarter) => `quý ${ROMAN[quarter - 1] ?? quarter}`).join(', ')} hằng năm`;
    case 'half_yearly':
      return `${rule.by.map((by) => `${until(rule)} ngày ${dayMonth(by)}`).join(' và ')} hằng năm`;
    case 'quarterly':
      return `${until(rule)} ${dayWords(rule.day)} của ${QUARTER_MONTHS[rule.anchor]}`;
    case 'monthly':
      return monthly(rule);
    case 'week_of_month':
      return `${rule.inclusive && rule.time === null ? '' : `${until(rule)} `}tuần ${rule.week === 'last' ? 'cuối' : rule.week} ${rule.months === null ? inEvery(rule.anchor) : everyYear(rule.months)}`;
    case 'weekly':
      return `${until(rule)} ${WEEKDAYS[rule.weekday - 1] ?? ''} hằng tuần`;
    case 'yearly_lunar':
      return `${until(rule)} ngày ${dayMonth(rule.by)} âm lịch hằng năm`;
    case 'school_year':
      return `${until(rule)} ${SCHOOL_PARTS[rule.part]}${rule.schoolYear === null ? '' : ` năm học ${rule.schoolYear}-${rule.schoolYear + 1}`}`;
    case 'relative':
      return relative(rule);
    case 'year_long':
      return 'hằng năm';
    case 'period':
      return period(rule.from, rule.to);
    case 'ongoing':
      return 'thường xuyên';
    case 'cadence':
      return rule.every.map((cycle) => CADENCES[cycle]).join(', ');
    case 'frequency':
      return `${rule.times} lần/${CYCLES[rule.per]}`;
    case 'dependent':
      return rule.immediate ? `ngay sau khi ${rule.on}` : `theo ${rule.on}`;
    case 'periodic':
      return `${rule.inclusive ? 'chậm nhất' : 'trước'} ${dayWords(rule.day)} của tháng cuối kỳ báo cáo`;
    case 'same_as_above':
      return 'như trên';
    case 'none':
      return '-';
    case 'reporting_window':
    case 'start':
    case 'vision':
    case 'status':
      break;
  }
  return rule.text;
}

interface Limit {
  readonly inclusive: boolean;
  readonly time: string | null;
}

function until({ inclusive, time }: Limit): string {
  return `${inclusive ? 'chậm nhất' : 'trước'}${time === null ? '' : ` ${time.replace(':', 'h')}`}`;
}

function end({ inclusive, time }: Limit): string {
  return `${inclusive ? 'đến hết' : 'đến trước'}${time === null ? '' : ` ${time.replace(':', 'h')}`}`;
}

function range(rule: DeadlineRule & { kind: 'range' }): string {
  const { from, to } = rule;
  const whole = from !== null && rule.inclusive && rule.time === null ? wholeSpan(from, to) : null;
  return whole ?? `${from === null ? 'từ nay' : `từ ngày ${day(from)}`} ${end(rule)} ngày ${day(to)}`;
}

/** "trong tháng 6/2025", "trong quý I/2025", "trong năm 2025"; null where the days are other ones. */
function wholeSpan(from: LocalDate, to: LocalDate): string | null {
  const year = yearOf(from);
  if (yearOf(to) !== year || dayOf(from) !== 1 || dayOf(to) !== daysInMonth(year, monthOf(to))) return null;
  const [first, last] = [monthOf(from), monthOf(to)];
  if (first === last) return `trong tháng ${first}/${year}`;
  if (first === 1 && last === 12) return `trong năm ${year}`;
  return last - first === 2 && last % 3 === 0 ? `trong quý ${ROMAN[last / 3 - 1] ?? ''}/${year}` : null;
}

function monthly(rule: DeadlineRule & { kind: 'monthly' }): string {
  const of = monthsOf(rule);
  const last = dayWords(rule.day);
  return rule.fromDay === null
    ? `${until(rule)} ${last} ${of}`
    : `từ ngày ${rule.fromDay} ${end(rule)} ${last} ${of}`;
}

function monthsOf(rule: DeadlineRule & { kind: 'monthly' }): string {
  const { months, anchor, until } = rule;
  if (months === undefined) return inEvery(anchor);
  if (until !== undefined && isOfOneMonth(rule)) return `của tháng ${monthOf(until)}/${yearOf(until)}`;
  return `của ${everyYear(months)}`;
}

function dayWords(value: DayInMonth): string {
  if (value === 'last') return 'ngày cuối cùng';
  if (value === 'first_working_day') return 'ngày làm việc đầu tiên';
  if (value === 'last_working_day') return 'ngày làm việc cuối cùng';
  return typeof value === 'number' ? `ngày ${value}` : `${WEEKDAYS[value.weekday - 1]} ${NTH[value.nth]}`;
}

const inEvery = (anchor: MonthAnchor): string => (anchor === 'next_month' ? 'của tháng sau' : 'hằng tháng');
const everyYear = (months: readonly number[]): string =>
  `${months.map((month) => `tháng ${month}`).join(', ')} hằng năm`;

function relative({ amount, unit, direction, anchor, minimum }: RelativeRule): string {
  const distance = `${amount} ${UNITS[unit]}`;
  const words = PERIOD_ENDS[anchor] ?? anchor;
  const least = minimum ? 'tối thiểu ' : '';
  if (direction === 'before') return `${least}trước ${words === '' ? '' : `${words} `}${distance}`;
  if (words === '') return `${least}trong vòng ${distance}`;
  return `${least}trong vòng ${distance} kể từ ${words.startsWith('ngày ') ? words : `ngày ${words}`}`;
}

function period(from: LocalDate | null, to: LocalDate | null): string {
  if (to === null) return from === null ? 'thường xuyên' : `năm ${yearOf(from)} và những năm tiếp theo`;
  return from === null ? `từ nay đến hết năm ${yearOf(to)}` : `giai đoạn ${yearOf(from)}-${yearOf(to)}`;
}

/** `31/12/2024`, with the zeros of decree 30/2020 (days below 10, months 1 and 2). */
function day(date: LocalDate): string {
  return `${date.slice(8)}/${shortMonth(date.slice(5, 7))}/${date.slice(0, 4)}`;
}

function dayMonth(by: MonthDay): string {
  return `${by.slice(3)}/${shortMonth(by.slice(0, 2))}`;
}

const shortMonth = (month: string): string => (month > '02' ? String(Number(month)) : month);

/** Rules as a cell of a plan would have them; nothing for none. */
export function printRules(rules: readonly DeadlineRule[]): string {
  const words = rules.map(printRule).join('; ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
