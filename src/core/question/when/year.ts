import { yearOf } from '../../time/local-date.ts';
import { gapAt, type Phrases, phrase, phrases, type Reader, says } from './reader.ts';

export type YearSaid = { readonly year: number; readonly next: number };

const FIRST_YEAR = 1990;
const LAST_YEAR = 2099;

/** Words after a unit of time that move it: `này` 0, `tới` +1, `trước` −1. */
const SHIFTS: readonly (readonly [shift: number, words: Phrases])[] = [
  [2, phrases('sau nữa', 'tới nữa')],
  [1, phrases('kế tiếp', 'tiếp theo', 'sắp tới', 'tới đây', 'tới', 'sau', 'kế', 'tiếp')],
  [-1, phrases('vừa rồi', 'vừa qua', 'mới rồi', 'trước', 'ngoái', 'rồi', 'qua', 'xong')],
  [0, phrases('hiện tại', 'hiện nay', 'này', 'nầy', 'nay', 'ni')],
];

export type Shift = { readonly by: number; readonly next: number };

export function shiftAt(reader: Reader, at: number): Shift | null {
  for (const [by, words] of SHIFTS) {
    const length = phrase(reader, at, words);
    // "tháng này rồi": the particle is no shift; "tuần trước 30/11" is "week, before 30/11".
    if (length > 0 && !reader.tokens[at]?.breakBefore) return { by, next: at + length };
  }
  return null;
}

/** A year after a month, quarter or day: `/2025`, `năm 2025`, `năm sau`, `2025`. */
export function yearAfter(reader: Reader, at: number): YearSaid | null {
  const gap = gapAt(reader, at);
  const direct = fullYear(reader, at);
  if (direct !== null && /^\s*[/.-]?\s*$/u.test(gap)) return { year: direct, next: at + 1 };
  const next = says(reader, at, 'của') ? at + 1 : at;
  if (isComing(reader, next, 'năm')) return { year: yearOf(reader.today) + 1, next: next + 2 };
  return says(reader, next, 'năm') ? yearAt(reader, next) : null;
}

/** `sang năm`, `qua tháng`: the next one, where no other shift follows. */
export function isComing(reader: Reader, at: number, unit: string): boolean {
  return (
    says(reader, at, 'sang', 'qua') &&
    says(reader, at + 1, unit) &&
    shiftAt(reader, at + 2) === null &&
    reader.tokens[at + 2]?.kind !== 'number' &&
    !says(reader, at + 2, 'học')
  );
}

/** `năm 2025`, `năm nay`, `năm sau`, with the word `năm` at `at`. */
export function yearAt(reader: Reader, at: number): YearSaid | null {
  if (!says(reader, at, 'năm') || says(reader, at + 1, 'học')) return null;
  const said = fullYear(reader, at + 1);
  if (said !== null) return { year: said, next: at + 2 };
  const shift = shiftAt(reader, at + 1);
  return shift === null ? null : { year: yearOf(reader.today) + shift.by, next: shift.next };
}

export function fullYear(reader: Reader, at: number): number | null {
  const token = reader.tokens[at];
  if (token?.kind !== 'number' || token.text.length !== 4) return null;
  const year = Number(token.text);
  return year >= FIRST_YEAR && year <= LAST_YEAR ? year : null;
}

/** A full year, or two digits in this century after a separator. */
export function shortYear(reader: Reader, at: number): number | null {
  const full = fullYear(reader, at);
  if (full !== null) return full;
  const token = reader.tokens[at];
  return token?.kind === 'number' && token.text.length === 2 && Number(token.text) >= 20
    ? 2000 + Number(token.text)
    : null;
}
