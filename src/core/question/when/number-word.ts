import { canMean, type Word, wordOf } from '../words/word.ts';
import { numeral, phrase, phrases, type Reader, says } from './reader.ts';

const ORDINAL_MARKS = phrases('số', 'thứ');
export type Count = { readonly value: number; readonly next: number };

const UNITS: Readonly<Record<string, number>> = {
  một: 1,
  hai: 2,
  ba: 3,
  bốn: 4,
  tư: 4,
  năm: 5,
  lăm: 5,
  sáu: 6,
  bảy: 7,
  bẩy: 7,
  tám: 8,
  chín: 9,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  thirty: 30,
};
const SPELLED_UNITS = spelledUnits();
const ROMAN: Readonly<Record<string, number>> = { i: 1, ii: 2, iii: 3, iv: 4 };
const LARGEST = 3_650;

/** A count in digits or words, up to 99 in words; null where none stands. */
export function count(reader: Reader, at: number): Count | null {
  const digits = numeral(reader, at, 4);
  if (digits !== null) return digits > 0 && digits <= LARGEST ? { value: digits, next: at + 1 } : null;
  if (says(reader, at, 'mười', 'chục')) {
    const unit = unitWord(reader, at + 1);
    return unit === null ? { value: 10, next: at + 1 } : { value: 10 + unit, next: at + 2 };
  }
  const first = unitWord(reader, at);
  if (first === null) return null;
  if (!says(reader, at + 1, 'mươi', 'chục')) return { value: first, next: at + 1 };
  const unit = unitWord(reader, at + 2);
  return unit === null ? { value: first * 10, next: at + 2 } : { value: first * 10 + unit, next: at + 3 };
}

/** The number of a month, quarter or term: `11`, `IV`, `mười hai`, `giêng`. */
export function ordinal(reader: Reader, at: number): Count | null {
  const skipped = phrase(reader, at, ORDINAL_MARKS);
  const start = at + skipped;
  const token = reader.tokens[start];
  if (token === undefined) return null;
  const digits = numeral(reader, start);
  if (digits !== null) return { value: digits, next: start + 1 };
  const roman = Object.hasOwn(ROMAN, token.plain) ? ROMAN[token.plain] : undefined;
  if (roman !== undefined) return { value: roman, next: start + 1 };
  if (says(reader, start, 'giêng')) return { value: 1, next: start + 1 };
  return count(reader, start);
}

function unitWord(reader: Reader, at: number): number | null {
  const token = reader.tokens[at];
  if (token === undefined || token.kind !== 'word' || isYearWord(reader, at)) return null;
  return SPELLED_UNITS.get(token.plain)?.find(({ word }) => canMean(token, word))?.value ?? null;
}

/** "tháng năm nay" is "this month of the year", not May; "tháng mười năm sau" is no fifteenth month. */
function isYearWord(reader: Reader, at: number): boolean {
  return (
    says(reader, at, 'năm') &&
    (says(reader, at + 1, 'nay', 'này', 'sau', 'tới', 'ngoái', 'trước', 'kia') ||
      numeral(reader, at + 1, 4) !== null)
  );
}

function spelledUnits(): ReadonlyMap<string, readonly { word: Word; value: number }[]> {
  const found = new Map<string, { word: Word; value: number }[]>();
  for (const [spelled, value] of Object.entries(UNITS)) {
    const word = wordOf(spelled);
    found.set(word.plain, [...(found.get(word.plain) ?? []), { word, value }]);
  }
  return found;
}
