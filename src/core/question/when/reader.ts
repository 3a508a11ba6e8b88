import type { SchoolCalendar } from '../../calendar/school-calendar.ts';
import {
  addDays,
  addMonths,
  type LocalDate,
  lastDayOfMonth,
  localDate,
  monthOf,
  yearOf,
} from '../../time/local-date.ts';
import type { Token } from '../token.ts';
import { canMean, means, type Word, wordOf } from '../words/word.ts';

/** What the grammar of time reads from. */
export type Reader = {
  readonly tokens: readonly Token[];
  readonly today: LocalDate;
  /** Days without a year lie behind rather than ahead: results and reports are spoken of. */
  readonly past: boolean;
  readonly school: SchoolCalendar;
};

/** Days that a run of tokens names; `next` is the first token after it. */
export type Days = {
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly next: number;
  /** No year was said, so the days may move by whole years. */
  readonly floating: boolean;
};

export type Rule = (reader: Reader, at: number) => Days | null;

/** True if the token at `at` can be meant as one of the words. */
export function says(reader: Reader, at: number, ...words: readonly string[]): boolean {
  const token = reader.tokens[at];
  if (token === undefined || token.kind !== 'word') return false;
  return means(token, ...words);
}

/** Phrases to look for, the first that fits winning; sorted by their first word. */
export type Phrases = ReadonlyMap<string, readonly (readonly Word[])[]>;

export function phrases(...spelled: readonly string[]): Phrases {
  const found = new Map<string, (readonly Word[])[]>();
  for (const phrase of spelled) {
    const words = phrase.split(' ').map(wordOf);
    const first = words[0]?.plain ?? '';
    found.set(first, [...(found.get(first) ?? []), words]);
  }
  return found;
}

/** The number of tokens that the first fitting phrase takes, or 0. */
export function phrase(reader: Reader, at: number, known: Phrases): number {
  const token = reader.tokens[at];
  if (token === undefined || token.kind !== 'word') return 0;
  for (const words of known.get(token.plain) ?? []) {
    if (words.every((word, offset) => isWord(reader, at + offset, word))) return words.length;
  }
  return 0;
}

function isWord(reader: Reader, at: number, word: Word): boolean {
  const token = reader.tokens[at];
  return token !== undefined && token.kind === 'word' && canMean(token, word);
}

/** The value of a number of at most `digits` digits at `at`, else null. */
export function numeral(reader: Reader, at: number, digits = 2): number | null {
  const token = reader.tokens[at];
  return token?.kind === 'number' && token.text.length <= digits ? Number(token.text) : null;
}

export function gapAt(reader: Reader, at: number): string {
  return reader.tokens[at]?.gap ?? ' ';
}

export function days(
  from: LocalDate | null,
  to: LocalDate | null,
  next: number,
  floating = false,
): Days | null {
  return from === null || to === null ? null : { from, to, next, floating };
}

/** The whole month; null if there is no such month or it lies beyond the calendar. */
export function monthDays(year: number, month: number, next: number, floating = false): Days | null {
  const from = localDate(year, month, 1);
  return from === null ? null : { from, to: lastDayOfMonth(year, month), next, floating };
}

/** `count` whole months from the first of `month`. */
export function monthsFrom(
  year: number,
  month: number,
  count: number,
  next: number,
  floating = false,
): Days | null {
  const from = localDate(year, month, 1);
  return from === null ? null : { from, to: addDays(addMonths(from, count), -1), next, floating };
}

/** Moves days without a year to the nearest that are not past, or, looking back, not ahead. */
export function settled(reader: Reader, found: Days | null): Days | null {
  if (found === null || !found.floating) return found;
  if (reader.past) return found.from > reader.today ? byYears(found, -1) : found;
  return found.to < reader.today ? byYears(found, 1) : found;
}

export function byYears(found: Days, years: number): Days {
  const wholeMonth = addDays(found.to, 1).endsWith('-01');
  const to = addMonths(found.to, years * 12);
  return {
    ...found,
    from: addMonths(found.from, years * 12),
    to: wholeMonth ? lastDayOfMonth(yearOf(to), monthOf(to)) : to,
  };
}
