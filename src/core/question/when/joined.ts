import { addDays, type LocalDate } from '../../time/local-date.ts';
import { ahead } from './ahead.ts';
import { calendarDay } from './calendar-day.ts';
import { englishMonth, englishPart, englishPeriod } from './english.ts';
import { feast, schoolTerm, tetDay } from './feast.ts';
import { half, month, part, quarter, relativeDay, week, year } from './period.ts';
import {
  byYears,
  type Days,
  gapAt,
  monthsFrom,
  numeral,
  phrase,
  phrases,
  type Reader,
  type Rule,
  says,
} from './reader.ts';
import { weekday } from './weekday.ts';

/** Each way to name days, the more telling first. */
const ATOMS: readonly Rule[] = [
  schoolTerm,
  ahead,
  half,
  part,
  tetDay,
  weekday,
  calendarDay,
  englishPart,
  englishPeriod,
  englishMonth,
  relativeDay,
  week,
  month,
  quarter,
  year,
  feast,
];
export const TO = phrases(
  'cho đến hết',
  'cho tới hết',
  'đến hết',
  'tới hết',
  'cho đến',
  'cho tới',
  'đến',
  'tới',
  'to',
  'until',
  'till',
  'through',
  'and',
);
const LIST = phrases('và', 'hoặc', 'hay', 'với', 'rồi', 'and', 'or', 'cùng');

/** The days that one expression names. */
export function atomAt(reader: Reader, at: number): Days | null {
  for (const rule of ATOMS) {
    const found = rule(reader, at);
    if (found !== null) return found;
  }
  return null;
}

/** A list or a pair: `tháng 4, tháng 5 năm 2025`, `15/11 đến 15/12`, `tháng 11-12`. */
export function plain(reader: Reader, at: number): Days | null {
  const first = atomAt(reader, at);
  return first === null ? null : extended(reader, first);
}

/** Days and those joined to them by "và", "đến", a comma or a dash. */
export function extended(reader: Reader, first: Days): Days {
  const to = phrase(reader, first.next, TO);
  const dash = /^\s*(?:[-–]|->|→)\s*$/u.test(gapAt(reader, first.next)) ? 0 : null;
  const comma = /^\s*[,+&]\s*$/u.test(gapAt(reader, first.next)) ? 0 : null;
  const list = phrase(reader, first.next, LIST);
  const skip = to > 0 ? to : list > 0 ? list : (dash ?? comma);
  if (skip === null) return first;
  const at = first.next + skip;
  const second = atomAt(reader, at) ?? sameUnit(reader, first, at);
  if (second === null) return first;
  const joined = join(first, second, to > 0 || dash !== null);
  return joined === null ? first : to > 0 || dash !== null ? joined : extended(reader, joined);
}

/** `tháng 11-12`, `quý 1 và 2`: a bare number goes on counting months or quarters. */
function sameUnit(reader: Reader, first: Days, at: number): Days | null {
  const number = numeral(reader, at);
  if (number === null || !first.from.endsWith('-01')) return null;
  const following = reader.tokens[at + 1];
  if (
    following !== undefined &&
    following.kind === 'word' &&
    says(reader, at + 1, 'việc', 'nhiệm', 'đơn', 'ngày', 'tuần', 'cụm', 'phường')
  )
    return null;
  const isQuarter = addDays(first.to, 1) === byMonths(first.from, 3);
  if (isQuarter && number >= 1 && number <= 4)
    return monthsFrom(Number(first.from.slice(0, 4)), number * 3 - 2, 3, at + 1, first.floating);
  const isMonth = addDays(first.to, 1) === byMonths(first.from, 1);
  return isMonth && number >= 1 && number <= 12
    ? month({ ...reader, tokens: withMonth(reader, at) }, at - 1)
    : null;
}

function byMonths(date: LocalDate, months: number): LocalDate | null {
  const found = monthsFrom(Number(date.slice(0, 4)), Number(date.slice(5, 7)), months, 0);
  return found === null ? null : addDays(found.to, 1);
}

function withMonth(reader: Reader, at: number): Reader['tokens'] {
  const word = reader.tokens[at - 1];
  if (word === undefined) return reader.tokens;
  const tokens = [...reader.tokens];
  tokens[at - 1] = { ...word, kind: 'word', plain: 'thang', marked: 'thang' };
  return tokens;
}

/** The hull of both, the one without a year drawn to the other; a stretch begins with its first. */
function join(first: Days, second: Days, stretch: boolean): Days | null {
  if (second.to >= first.from) {
    const near = first.floating && !second.floating ? drawnBack(first, second) : first;
    return stretch ? { ...hull(near, second), from: near.from } : hull(near, second);
  }
  if (second.floating) return hull(first, byYears(second, 1));
  if (first.floating) return hull(drawnBack(first, second), second);
  return null;
}

function drawnBack(first: Days, second: Days): Days {
  let near = first;
  while (near.from > second.to) near = byYears(near, -1);
  const later = byYears(near, 1);
  return later.from <= second.to ? drawnBack(later, second) : near;
}

function hull(a: Days, b: Days): Days {
  return {
    from: a.from < b.from ? a.from : b.from,
    to: a.to > b.to ? a.to : b.to,
    next: b.next,
    floating: a.floating && b.floating,
  };
}
