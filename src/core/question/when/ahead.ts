import { addDays, addMonths, type LocalDate } from '../../time/local-date.ts';
import { count } from './number-word.ts';
import { type Days, days, phrase, phrases, type Reader, says } from './reader.ts';

const WITHIN = phrases('trong vòng', 'trong khoảng', 'trong thời gian', 'trong', 'within', 'in');
const ENGLISH_WITHIN = phrases(
  'the next',
  'next',
  'the coming',
  'the following',
  'the last',
  'the past',
  'last',
  'past',
);
/** How far "sắp tới" looks: 30 days. */
export const HORIZON_DAYS = 30;

const AHEAD = phrases(
  'sắp tới',
  'tiếp theo',
  'kế tiếp',
  'tới đây',
  'trở lại',
  'tới',
  'nữa',
  'sau',
  'kế',
  'ahead',
  'from now',
);
const BACK = phrases('vừa qua', 'vừa rồi', 'gần đây', 'mới rồi', 'đã qua', 'qua', 'trước', 'rồi', 'ago');
const UNITS: readonly (readonly [
  unit: 'day' | 'week' | 'month' | 'quarter' | 'year',
  words: readonly string[],
])[] = [
  ['day', ['ngày', 'hôm', 'bữa', 'day', 'days']],
  ['week', ['tuần', 'tuần lễ', 'week', 'weeks']],
  ['month', ['tháng', 'month', 'months']],
  ['quarter', ['quý', 'quarter', 'quarters']],
  ['year', ['năm', 'year', 'years']],
];
const FEW = 3;
const FEW_DAYS = 7;
const HALF_MONTH_DAYS = 15;
const HALF_YEAR_MONTHS = 6;

type Unit = (typeof UNITS)[number][0];

/** `60 ngày tới`, `2 tuần nữa`, `trong vòng 10 ngày`, `the next 3 months`, `7 ngày qua`: today and that far. */
export function ahead(reader: Reader, at: number): Days | null {
  const within = phrase(reader, at, WITHIN);
  const english = phrase(reader, at + within, ENGLISH_WITHIN);
  const start = at + within + english;
  const amount = amountAt(reader, start);
  if (amount === null) return null;
  const unit = unitAt(reader, amount.next);
  if (unit === null) return null;
  const after = amount.next + 1;
  const back = phrase(reader, after, BACK);
  const forth = phrase(reader, after, AHEAD);
  if (forth > 0 && asksHowMany(reader, start, after + forth)) return null;
  if (english > 0) {
    const looksBack = says(reader, start - 1, 'last', 'past');
    return spread(reader, looksBack ? -1 : 1, amount, unit, after);
  }
  if (forth > 0) return spread(reader, 1, amount, unit, after + forth);
  if (back > 0) return spread(reader, -1, amount, unit, after + back);
  return within > 0 && !says(reader, after, 'đầu', 'cuối') ? spread(reader, 1, amount, unit, after) : null;
}

/** "Còn mấy ngày nữa", "mấy hôm nữa thì đến hạn": how many, not a few. */
function asksHowMany(reader: Reader, at: number, next: number): boolean {
  const counts = says(reader, at - 1, 'còn') || says(reader, next, 'thì', 'là', 'đến', 'tới', 'hết', 'mới');
  return says(reader, at, 'mấy') && counts;
}

/** `day + days` clamps nothing; months keep the day or the month's last. */
function reach(from: LocalDate, amount: number, unit: Unit): LocalDate {
  if (unit === 'day') return addDays(from, amount);
  if (unit === 'week') return addDays(from, amount * 7);
  return addMonths(from, amount * { month: 1, quarter: 3, year: 12 }[unit]);
}

type Amount = {
  readonly value: number;
  readonly next: number;
  readonly few: boolean;
  readonly halfOnly: boolean;
};

function amountAt(reader: Reader, at: number): Amount | null {
  if (says(reader, at, 'vài', 'mấy', 'few')) return { value: FEW, next: at + 1, few: true, halfOnly: false };
  if (says(reader, at, 'nửa')) return { value: 0, next: at + 1, few: false, halfOnly: true };
  const counted = count(reader, at);
  return counted === null ? null : { ...counted, few: false, halfOnly: false };
}

function unitAt(reader: Reader, at: number): Unit | null {
  for (const [unit, words] of UNITS) if (says(reader, at, ...words)) return unit;
  return null;
}

const MOST_YEARS = 20;

function spread(reader: Reader, sign: 1 | -1, amount: Amount, unit: Unit, next: number): Days | null {
  const edge = edgeOf(reader, sign, amount, unit);
  if (edge === null) return null;
  return sign === 1 ? days(reader.today, edge, next) : days(edge, reader.today, next);
}

function edgeOf(reader: Reader, sign: 1 | -1, amount: Amount, unit: Unit): LocalDate | null {
  if (amount.halfOnly) {
    if (unit === 'month') return addDays(reader.today, sign * HALF_MONTH_DAYS);
    return unit === 'year' ? addMonths(reader.today, sign * HALF_YEAR_MONTHS) : null;
  }
  if (amount.few && unit === 'day') return addDays(reader.today, sign * FEW_DAYS);
  const months = { day: 1 / 30, week: 1 / 4, month: 1, quarter: 3, year: 12 }[unit] * amount.value;
  return months > MOST_YEARS * 12 ? null : reach(reader.today, sign * amount.value, unit);
}
