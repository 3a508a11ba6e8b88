import type { Weekday } from '../../time/local-date.ts';
import { isMarked, type Token } from '../words/token.ts';
import { ROMANS, wordNumbers } from '../words/word-numbers.ts';
import type { DayAnchor, Meaning, Part } from './atom.ts';
import { afterSpelling, isShortYear, isYear, type Lexed, place, yearAfter } from './lex-date.ts';
import { anchorMeaning } from './lex-known.ts';
import { lexNamedMonth } from './lex-named-month.ts';

/** With the letter l for i, as scanners read it. */
const QUARTERS = wordNumbers([
  'i l mot nhat 1 01 first',
  'ii il li ll hai 2 02 second',
  'iii iil ill lll lii ba 3 03 third',
  'iv lv iiii bon tu 4 04 fourth',
]);

/** No single letter but X: "tháng I" is said by nobody. */
const ROMAN_MONTHS: ReadonlyMap<string, number> = new Map(
  [...ROMANS].filter(([roman]) => roman.length > 1 || roman === 'X'),
);

const MONTH_WORDS = wordNumbers(['mot', 'hai', 'ba', 'tu', 'nam', 'sau', 'bay', 'tam', 'chin', 'muoi']);

/** Months of a quarter by number: "tháng thứ hai của quý". */
const ORDINALS: ReadonlyMap<string, Part> = new Map([
  ['nhat', 'start'],
  ['1', 'start'],
  ['hai', 'middle'],
  ['2', 'middle'],
  ['ba', 'end'],
  ['3', 'end'],
]);

export const PARTS: { readonly [word: string]: Part } = { dau: 'start', giua: 'middle', cuoi: 'end' };

const COUNTED = new Set(['ngay', 'lan', 'dot', 'tuan', 'thang', 'gio', 'h', 'g']);
const AND = new Set([',', 'va', 'hoac', '+', '&', ';', 'and']);
const TO = new Set(['-', '→', 'den', 'toi']);
const NEXT = new Set(['sau', 'tiep', 'ke', 'lien', 'toi']);

/** "tháng 6/2025", "tháng 9 - 12/2024", "tháng 6 và 12", "tháng Sáu", "tháng cuối quý". */
export function lexMonth(tokens: readonly Token[], at: number): Lexed | null {
  return monthOfSpan(tokens, at + 1) ?? months(tokens, at + 1) ?? lexNamedMonth(tokens, at + 1);
}

/** "quý I/2025", "quý I, II và III", "quý 1 - quý 3 năm 2025". */
export function lexQuarter(tokens: readonly Token[], at: number): Lexed | null {
  const named = tokens[at + 1];
  const beyond = named !== undefined && named.value > 4 && named.value <= 12 && isCountable(tokens, at + 1);
  if (beyond || /^(?:v|vi{1,3}|ix|x)$/.test(named?.word ?? '')) {
    return { meanings: [{ kind: 'impossible' }], next: yearAfter(tokens, at + 2).next };
  }
  return quarters(tokens, at + 1, 'quy');
}

const quarters = (tokens: readonly Token[], at: number, unit: string): Lexed | null =>
  listed(tokens, at, unit, (position) => {
    const quarter = QUARTERS.get(tokens[position]?.word ?? '');
    if (quarter === undefined || !isCountable(tokens, position)) return null;
    return (year) => place({ kind: 'quarter', quarter, year });
  });

/** "T6/2025"; "T6 hằng tuần" and "T7, CN" are days of the week. */
export function lexShortMonth(tokens: readonly Token[], at: number): Lexed | null {
  const figure = tokens[at + 1];
  if (!figure?.glued || figure.value < 1 || figure.value > 12) return null;
  if (figure.value > 1 && figure.value <= 7 && isOfWeek(tokens, at))
    return { meanings: [place({ kind: 'weekday', weekday: (figure.value - 1) as Weekday })], next: at + 2 };
  const { year, next } = yearAfter(tokens, at + 2);
  return { meanings: [place({ kind: 'month', month: figure.value, year })], next };
}

/** "T2, T4, T6 hằng tuần", "T7, CN". */
function isOfWeek(tokens: readonly Token[], at: number): boolean {
  let next = at + 2;
  while (isJoint(tokens[next]) && tokens[next + 1]?.word === 't') next += 3;
  const [word, other] = [tokens[next]?.word ?? '', tokens[next + 1]?.word];
  return isJoint(tokens[next]) ? other === 'cn' : ['hang', 'moi'].includes(word) && other === 'tuan';
}

const isJoint = (token: Token | undefined): boolean =>
  AND.has(token?.word ?? '') || TO.has(token?.word ?? '');

/** "QIV/2025", as one word. */
const GLUED_QUARTERS: ReadonlyMap<string, number> = new Map(
  [...QUARTERS].filter(([word]) => /^[ilv]+$/.test(word)).map(([word, quarter]) => [`q${word}`, quarter]),
);
export const SHORT_QUARTERS: readonly string[] = ['q', ...GLUED_QUARTERS.keys()];

/** "Q4", "Q.IV", "QIV/2025", "Q3,4/2025". */
export function lexShortQuarter(tokens: readonly Token[], at: number): Lexed | null {
  const quarter = GLUED_QUARTERS.get(tokens[at]?.word ?? '');
  if (quarter === undefined) return quarters(tokens, tokens[at + 1]?.word === '.' ? at + 2 : at + 1, 'q');
  const { year, next } = yearAfter(tokens, at + 1);
  return { meanings: [place({ kind: 'quarter', quarter, year })], next };
}

/** "III/2025" under a heading that says quarter: a person confirms. */
export function lexRomanQuarter(tokens: readonly Token[], at: number): Lexed | null {
  const quarter = QUARTERS.get(tokens[at]?.word ?? '');
  if (quarter === undefined || tokens[at + 1]?.word !== '/') return null;
  const { year, next } = yearAfter(tokens, at + 1);
  if (year === null) return null;
  return { meanings: [place({ kind: 'quarter', quarter, year }), { kind: 'unclear' }], next };
}

/** The month's number where token `at` names one: figures, or words in accented text. */
export function monthNumber(
  tokens: readonly Token[],
  at: number,
): { month: number; next: number; lunar: boolean } | null {
  const token = tokens[at];
  if (token === undefined) return null;
  if (token.value >= 1 && token.value <= 12)
    return { month: token.value, next: afterSpelling(tokens, at + 1), lunar: false };
  const roman = ROMAN_MONTHS.get(token.raw);
  if (roman !== undefined) return { month: roman, next: at + 1, lunar: false };
  if (token.word === 'gieng') return { month: 1, next: at + 1, lunar: true };
  if (token.word === 'chap') return { month: 12, next: at + 1, lunar: true };
  if (token.raw.toLowerCase() === 'sáu') return { month: 6, next: at + 1, lunar: false };
  const month = MONTH_WORDS.get(token.word);
  const three = token.raw === 'ba' && tokens[at - 1]?.raw !== tokens[at - 1]?.word;
  if (month === undefined || month === 6 || (!three && /^(bay|tam|nam|tu|ba)$/.test(token.raw))) return null;
  if (month === 5 && tokens[at + 1]?.kind === 'number') return null;
  const tens = month === 10 ? { mot: 11, hai: 12 }[tokens[at + 1]?.word ?? ''] : undefined;
  return { month: tens ?? month, next: at + (tens === undefined ? 1 : 2), lunar: false };
}

function months(tokens: readonly Token[], at: number): Lexed | null {
  const first = monthNumber(tokens, at);
  if (first === null) return nextMonth(tokens, at) ?? unmarkedMonth(tokens, at);
  if (first.next !== at + 1 || figure(tokens[at]) === null) {
    const { year, next } = yearAfter(tokens, first.next);
    const meanings: Meaning[] = [place({ kind: 'month', month: first.month, year })];
    return { meanings: first.lunar ? [...meanings, { kind: 'mark', mark: 'lunar' }] : meanings, next };
  }
  return listed(tokens, at, 'thang', (position) => {
    const month = figure(tokens[position]);
    if (month === null || !isCountable(tokens, position)) return null;
    return (year) => place({ kind: 'month', month, year });
  });
}

/** A month in figures, Arabic or Roman. */
function figure(token: Token | undefined): number | null {
  const month = ROMAN_MONTHS.get(token?.raw ?? '') ?? token?.value ?? 0;
  return month >= 1 && month <= 12 ? month : null;
}

/** "thang tu hang nam": without marks April or "từ". */
function unmarkedMonth(tokens: readonly Token[], at: number): Lexed | null {
  const [token, following] = [tokens[at], tokens[at + 1]];
  if (token === undefined || !['tu', 'ba', 'bay', 'tam'].includes(token.raw)) return null;
  const dated = following === undefined || ['hang', 'moi', 'nam'].includes(following.word);
  return dated ? { meanings: [{ kind: 'unclear' }], next: at + 1 } : null;
}

/** "tháng sau"; without marks "thang sau" may be June. */
function nextMonth(tokens: readonly Token[], at: number): Lexed | null {
  const token = tokens[at];
  if (token?.word !== 'sau') return null;
  if (tokens[at + 1]?.word === 'cua' && tokens[at + 2]?.word === 'quy')
    return { meanings: [{ kind: 'anchor', anchor: 'first_month_of_next_quarter' }], next: at + 3 };
  const anchor = anchorMeaning(tokens, at + 1, 'next_month');
  const accented = tokens.some(isMarked);
  const { year, next } = yearAfter(tokens, at + 1);
  if (!accented && year !== null) return { meanings: [place({ kind: 'month', month: 6, year })], next };
  return { meanings: accented ? [anchor] : [anchor, { kind: 'unclear' }], next: at + 1 };
}

/** "(tháng) đầu (tiên của) quý (sau)", "cuối quý II/2025", "thứ hai của quý", "cuối năm". */
export function monthOfSpan(tokens: readonly Token[], at: number): Lexed | null {
  const word = tokens[at]?.word ?? '';
  const counted = word === 'thu';
  const part = counted ? ORDINALS.get(tokens[at + 1]?.word ?? '') : PARTS[word];
  const ofYear = counted ? monthAfterYear(tokens, at + 1) : null;
  if (ofYear !== null) return ofYear;
  if (part === undefined) return counted ? { meanings: [{ kind: 'unclear' }], next: at + 2 } : null;
  let position = at + (counted ? 2 : 1);
  while (
    ['tien', 'cung', 'cua', 'moi', 'hang', 'trong', 'tung', 'cac', 'nhat'].includes(
      tokens[position]?.word ?? '',
    )
  )
    position++;
  const several = ['nhung', 'cac', 'may'].includes(tokens[at - 2]?.word ?? '');
  if (!counted && !several && part !== 'middle' && isYearWord(tokens, position)) {
    const { year, next } = yearAfter(tokens, position);
    const month = place({ kind: 'month', month: part === 'start' ? 1 : 12, year });
    const every = ['moi', 'hang', 'tung'].includes(tokens[position - 1]?.word ?? '');
    const end = year === null ? position + 1 : next;
    return { meanings: every ? [month, { kind: 'every', cycle: 'year' }] : [month], next: end };
  }
  if (tokens[position]?.word !== 'quy')
    return counted ? { meanings: [{ kind: 'unclear' }], next: at + 2 } : null;
  const offset = part === 'start' ? 2 : part === 'middle' ? 1 : 0;
  const quarter = lexQuarter(tokens, position);
  const named = quarter?.meanings[0];
  if (
    quarter !== null &&
    quarter.meanings.length === 1 &&
    named?.kind === 'place' &&
    named.place.kind === 'quarter'
  ) {
    const { quarter: number, year } = named.place;
    return { meanings: [place({ kind: 'month', month: number * 3 - offset, year })], next: quarter.next };
  }
  let next = position + 1;
  if (!NEXT.has(tokens[next]?.word ?? ''))
    return { meanings: [{ kind: 'anchor', anchor: anchorOf(part) }], next };
  while ([...NEXT, 'theo'].includes(tokens[next]?.word ?? '')) next++;
  const anchor: Meaning = { kind: 'anchor', anchor: 'first_month_of_next_quarter' };
  return { meanings: part === 'start' ? [anchor] : [anchor, { kind: 'unclear' }], next };
}

const isYearWord = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.word === 'nam' && tokens[at + 1]?.word !== 'hoc';

const UNTIL_YEAR = new Set(['ke', 'tu', 'tinh', 'sau', 'khi', 'ngay', 'ket', 'thuc', 'het', 'cua']);

/** "tháng thứ 3 kể từ ngày kết thúc năm": March of the year after. */
function monthAfterYear(tokens: readonly Token[], at: number): Lexed | null {
  const month = monthNumber(tokens, at);
  let position = month?.next ?? at;
  const counts = ['ke', 'tinh', 'sau'].includes(tokens[position]?.word ?? '');
  if (month === null || !counts) return null;
  while (UNTIL_YEAR.has(tokens[position]?.word ?? '')) position++;
  if (!isYearWord(tokens, position)) return null;
  const meanings: Meaning[] = [
    place({ kind: 'month', month: month.month, year: null }),
    { kind: 'shift', years: 1 },
  ];
  return { meanings, next: position + 1 };
}

function anchorOf(part: Part): DayAnchor {
  return part === 'start'
    ? 'first_month_of_quarter'
    : part === 'middle'
      ? 'second_month_of_quarter'
      : 'last_month_of_quarter';
}

type Made = (year: number | null) => Meaning;

/**
 * One or several of a kind ("6, 7 và 12", "I - III"), the unit's word repeated or not, with the year of each; of those
 * between which "hoặc" stands a person knows which is meant.
 */
function listed(
  tokens: readonly Token[],
  at: number,
  unit: string,
  read: (position: number) => Made | null,
): Lexed | null {
  const meanings: Meaning[] = [];
  let position = at;
  for (;;) {
    const made = read(position);
    if (made === null) break;
    const { year, next } = yearAfter(tokens, afterSpelling(tokens, position + 1));
    meanings.push(made(year));
    const joint = tokens[next]?.word ?? '';
    if (!isJoint(tokens[next])) return { meanings, next };
    const following = next + 1 + (tokens[next + 1]?.word === unit ? 1 : 0);
    if (read(following) === null) return { meanings, next };
    meanings.push({ kind: 'sign', sign: TO.has(joint) ? 'dash' : 'and' });
    if (joint === 'hoac') meanings.push({ kind: 'unclear' });
    position = following;
  }
  return meanings.length === 0 ? null : { meanings, next: position };
}

/** Not the first figure of a date or an amount ("6, 15/7", "6, 2 đợt"), save "6/2025". */
function isCountable(tokens: readonly Token[], position: number): boolean {
  if (tokens[position]?.kind !== 'number') return true;
  const following = tokens[position + 1];
  if (following?.word === '/' || following?.word === '.') {
    const value = tokens[position + 2]?.value ?? -1;
    return value < 0 || isYear(value) || (following.word === '/' && isShortYear(tokens, position + 2));
  }
  return !COUNTED.has(following?.word ?? '') && !isOneYear(tokens, position);
}

/** "6 tháng …, 1 năm trước ngày …", against "tháng 12, 1 năm sau". */
function isOneYear(tokens: readonly Token[], at: number): boolean {
  const [one, unit, following] = tokens.slice(at, at + 3);
  return one?.value === 1 && unit?.word === 'nam' && (following === undefined || following.word === 'truoc');
}
