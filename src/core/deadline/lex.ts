import type { Weekday } from '../time/local-date.ts';
import type { Atom, Meaning, Sign } from './atom.ts';
import { lexAmount, lexTime, lexTimesAfter } from './lex-amount.ts';
import { afterSpelling, dateMeaning, isYear, type Lexed, lexFigures, place, yearAfter } from './lex-date.ts';
import { lexDocument } from './lex-document.ts';
import { lexFeast } from './lex-feast.ts';
import { lexSchool } from './lex-school.ts';
import { lexEnglishDate, lexMonth, lexPart, lexQuarter, lexShort, monthNumber } from './lex-span.ts';
import { LEXICON, SPELT } from './lexicon.ts';
import type { Cycle, WeekInMonth } from './rule.ts';
import type { Token } from './token.ts';

type Lexer = (tokens: readonly Token[], at: number) => Lexed | null;

const WEEKDAYS: { readonly [word: string]: Weekday } = {
  ...{ hai: 1, '2': 1, ba: 2, '3': 2, tu: 3, '4': 3, nam: 4, '5': 4, sau: 5, '6': 5, bay: 6, '7': 6 },
};

/** Words after which "thứ hai" counts instead of naming Monday. */
const ORDINAL_BEFORE = new Set(['lan', 'ky', 'dot', 'tuan', 'thang', 'buoc', 'quy', 'nam', 'phien']);

const SIGNS: { readonly [sign: string]: Sign } = {
  ...{ ',': 'comma', ';': 'stop', '(': 'open', '[': 'open', ')': 'close', ']': 'close', ':': 'colon' },
  ...{ '/': 'comma', '•': 'stop', '*': 'stop', '+': 'stop', '&': 'and', '→': 'dash', '\n': 'stop' },
};

const PER: { readonly [word: string]: Cycle } = { nam: 'year', quy: 'quarter', thang: 'month', tuan: 'week' };

/** Words that make the figure before them an amount: "2 tháng 1 lần", "6 tháng 3 ngày". */
const COUNTED_AFTER = new Set(['lan', 'ngay', 'tuan', 'gio']);

/** Words that do not end a deadline. */
const OPEN_ENDS = new Set(
  'truoc ngay thang nam quy hang nhat den tu va trong het vao cuoi dau giua gio cua'.split(' '),
);

const BY_WORD: { readonly [word: string]: readonly Lexer[] } = {
  ngay: [lexNamedDay],
  mung: [lexNamedDay],
  mong: [lexNamedDay],
  thang: [lexMonth, lexBefore, lexOwnMonth],
  quy: [lexQuarter],
  quarter: [lexQuarter],
  nam: [lexSchool, lexYear, lexBefore],
  hoc: [lexSchool],
  hk: [lexSchool],
  hki: [lexSchool],
  hkii: [lexSchool],
  khai: [lexSchool],
  tuan: [lexWeek],
  thu: [lexWeekday],
  chu: [lexWeekday],
  cn: [lexWeekday],
  dau: [lexPart],
  giua: [lexPart],
  cuoi: [lexPart],
  thuong: [lexPart],
  trung: [lexPart],
  ha: [lexPart],
  nua: [lexPart],
  va: [lexAnd],
  hoac: [lexAnd],
  and: [lexAnd],
  or: [lexAnd],
  nay: [lexNow],
  he: [lexSummer],
};

/** What the words of a phrase mean one by one, in order. Every token is tried once from each place: linear in its length. */
export function atomsOf(tokens: readonly Token[]): Atom[] {
  const accented = tokens.some((token) => token.kind === 'word' && token.raw.toLowerCase() !== token.word);
  const atoms: Atom[] = [];
  let at = 0;
  while (at < tokens.length) {
    const token = tokens[at];
    if (token === undefined) break;
    const lexed = lexAt(tokens, at, accented, atoms);
    const end = tokens[(lexed?.next ?? at + 1) - 1] ?? token;
    for (const meaning of lexed?.meanings ?? []) atoms.push({ ...meaning, from: token.from, to: end.to });
    at = lexed?.next ?? at + 1;
  }
  return atoms;
}

function lexAt(
  tokens: readonly Token[],
  at: number,
  accented: boolean,
  before: readonly Atom[],
): Lexed | null {
  const token = tokens[at];
  if (token === undefined) return null;
  if (token.kind === 'number') return lexNumber(tokens, at, before);
  if (token.kind !== 'word') return lexSign(tokens, at);
  const spelt = !accented || (SPELT.get(token.word)?.includes(token.raw.toLowerCase()) ?? true);
  return (
    lexTimesAfter(tokens, at) ??
    lexDocument(tokens, at) ??
    lexKnown(tokens, at, accented, spelt) ??
    (spelt ? firstOf(BY_WORD[token.word] ?? [], tokens, at) : null) ??
    lexFeast(tokens, at) ??
    lexShort(tokens, at) ??
    lexEnglishDate(tokens, at) ??
    lexAmount(tokens, at)
  );
}

function firstOf(lexers: readonly Lexer[], tokens: readonly Token[], at: number): Lexed | null {
  for (const lexer of lexers) {
    const lexed = lexer(tokens, at);
    if (lexed !== null) return lexed;
  }
  return null;
}

function lexNumber(tokens: readonly Token[], at: number, before: readonly Atom[]): Lexed | null {
  const lexed =
    lexTimesAfter(tokens, at) ??
    lexDocument(tokens, at) ??
    lexTime(tokens, at) ??
    lexDayOfMonth(tokens, at) ??
    lexAmount(tokens, at) ??
    lexFigures(tokens, at, false);
  const last = before.at(-1);
  const first = lexed?.meanings[0];
  const expected = last?.kind === 'bound' || last?.kind === 'part' || last?.kind === 'time';
  const full = lexed !== null && lexed.next - at === 5 && tokens[at + 4]?.raw.length === 4;
  if (lexed !== null && first?.kind === 'impossible' && !expected && !full)
    return { meanings: [], next: lexed.next };
  if (lexed !== null) return lexed;
  return lexLoneNumber(tokens, at, before);
}

/** A number by itself: a year, or a day after "trước" or in "ngày 15 và 30 hằng tháng". */
function lexLoneNumber(tokens: readonly Token[], at: number, before: readonly Atom[]): Lexed | null {
  const value = tokens[at]?.value ?? -1;
  if (isYear(value)) return { meanings: [place({ kind: 'year', year: value })], next: at + 1 };
  if (value < 1 || value > 31) return null;
  const last = before.at(-1);
  const listed = before.at(-2);
  const follows = tokens[at + 1]?.word ?? '';
  const inList = last?.kind === 'sign' && listed?.kind === 'place' && listed.place.kind === 'day';
  const leads = [',', 'va', '&'].includes(follows) && isDayOfMonth(tokens, at + 2);
  const bounded = last?.kind === 'bound' && ['hang', 'moi', 'cua', 'thang', ''].includes(follows);
  return inList || bounded || leads
    ? { meanings: [place({ kind: 'day', day: value, fromDay: null })], next: at + 1 }
    : null;
}

/** "28, 29/11": the figure after the joint is a day with its month. */
function isDayOfMonth(tokens: readonly Token[], at: number): boolean {
  const start = tokens[at]?.word === 'ngay' ? at + 1 : at;
  const first = (lexDayOfMonth(tokens, start) ?? lexFigures(tokens, start, true))?.meanings[0];
  return first?.kind === 'place' && (first.place.kind === 'date' || first.place.kind === 'day');
}

/** "15 tháng 6 (năm 2025)", "06 (sáu) tháng 06 (sáu)". */
function lexDayOfMonth(tokens: readonly Token[], at: number): Lexed | null {
  const day = tokens[at]?.value ?? -1;
  const middle = afterSpelling(tokens, at + 1);
  if (day < 1 || day > 31 || tokens[middle]?.word !== 'thang') return null;
  const month = monthNumber(tokens, middle + 1);
  if (month === null || COUNTED_AFTER.has(tokens[month.next]?.word ?? '')) return null;
  const { year, next } = yearAfter(tokens, month.next);
  const date = dateMeaning(day, month.month, year, 'plain');
  return { meanings: month.lunar ? [date, { kind: 'mark', mark: 'lunar' }] : [date], next };
}

/** "ngày 15/6/2025", "ngày 25", "ngày cuối cùng", "ngày làm việc cuối cùng", "mùng 5 Tết". */
function lexNamedDay(tokens: readonly Token[], at: number): Lexed | null {
  const word = tokens[at + 1]?.word ?? '';
  if (word === 'mung' || word === 'mong') return lexNamedDay(tokens, at + 1);
  if (word === 'lam' && tokens[at + 2]?.word === 'viec') return workingDay(tokens, at + 3);
  if (word === 'cuoi') return lastDay(tokens, at + 2);
  if (tokens[at + 1]?.kind !== 'number') return null;
  return (
    lexDayOfMonth(tokens, at + 1) ??
    lexFigures(tokens, at + 1, true) ?? { meanings: [{ kind: 'impossible' }], next: at + 2 }
  );
}

function workingDay(tokens: readonly Token[], at: number): Lexed | null {
  const word = tokens[at]?.word;
  if (word === 'dau') return { meanings: [{ kind: 'unclear' }], next: at + 1 };
  if (word !== 'cuoi') return null;
  const next = tokens[at + 1]?.word === 'cung' ? at + 2 : at + 1;
  return {
    meanings: [place({ kind: 'day', day: 'last_working_day', fromDay: null })],
    next: afterOf(tokens, next),
  };
}

function lastDay(tokens: readonly Token[], at: number): Lexed {
  const next = afterOf(tokens, tokens[at]?.word === 'cung' ? at + 1 : at);
  if (tokens[next]?.word === 'quy' && lexQuarter(tokens, next) === null) {
    const anchored: Meaning = { kind: 'anchor', anchor: 'last_month_of_quarter' };
    return { meanings: [place({ kind: 'day', day: 'last', fromDay: null }), anchored], next: next + 1 };
  }
  if (tokens[next]?.word === 'nam' && !isYear(tokens[next + 1]?.value ?? -1)) {
    return { meanings: [dateMeaning(31, 12, null, 'plain')], next: next + 1 };
  }
  return { meanings: [place({ kind: 'day', day: 'last', fromDay: null })], next };
}

const afterOf = (tokens: readonly Token[], at: number): number => (tokens[at]?.word === 'cua' ? at + 1 : at);

/** "năm 2025", "năm 2026 - 2030". */
function lexYear(tokens: readonly Token[], at: number): Lexed | null {
  const first = tokens[at + 1]?.value ?? -1;
  if (!isYear(first)) return null;
  const second = tokens[at + 3]?.value ?? -1;
  if (tokens[at + 2]?.word === '-' && isYear(second)) {
    return { meanings: [place({ kind: 'years', fromYear: first, toYear: second })], next: at + 4 };
  }
  return { meanings: [place({ kind: 'year', year: first })], next: at + 2 };
}

/** "năm trước", "tháng trước", unless "trước" belongs to what follows ("báo cáo năm trước ngày 15/12"). */
function lexBefore(tokens: readonly Token[], at: number): Lexed | null {
  const following = tokens[at + 2];
  if (tokens[at + 1]?.word !== 'truoc' || following?.kind === 'number') return null;
  if (['ngay', 'thang', 'quy', 'tuan', 'nam', 'khi', 'mung'].includes(following?.word ?? '')) return null;
  return { meanings: [{ kind: 'shift', years: -1 }], next: at + 2 };
}

/** "ngày 25 của tháng". */
function lexOwnMonth(tokens: readonly Token[], at: number): Lexed | null {
  if (!['cua', 'trong', 'cuoi'].includes(tokens[at - 1]?.word ?? '')) return null;
  return { meanings: [{ kind: 'anchor', anchor: 'same_month' }], next: at + 1 };
}

/** "tuần 2", "tuần đầu tiên (của)", "tuần thứ nhất", "tuần cuối cùng". */
function lexWeek(tokens: readonly Token[], at: number): Lexed | null {
  let position = at + 1;
  if (tokens[position]?.word === 'lam') position += 2;
  if (tokens[position]?.word === 'thu' || tokens[position]?.word === 'le') position++;
  const word = tokens[position]?.word ?? '';
  const week = {
    dau: 1,
    nhat: 1,
    mot: 1,
    i: 1,
    hai: 2,
    nhi: 2,
    ii: 2,
    ba: 3,
    iii: 3,
    tu: 4,
    iv: 4,
    cuoi: 'last',
  }[word];
  const value = tokens[position]?.value ?? -1;
  const found = week ?? (value >= 1 && value <= 5 ? value : undefined);
  if (found === undefined)
    return value > 5 || word === 'nay' || word === 'toi' || word === 'sau'
      ? { meanings: [{ kind: 'unclear' }], next: position + 1 }
      : null;
  const next = ['tien', 'cung'].includes(tokens[position + 1]?.word ?? '') ? position + 2 : position + 1;
  return {
    meanings: [place({ kind: 'week', week: found as WeekInMonth, month: null, year: null })],
    next: afterOf(tokens, next),
  };
}

function lexWeekday(tokens: readonly Token[], at: number): Lexed | null {
  const word = tokens[at]?.word;
  const next = tokens[at + 1];
  if (word === 'cn' || (word === 'chu' && next?.word === 'nhat')) {
    return { meanings: [place({ kind: 'weekday', weekday: 7 })], next: word === 'cn' ? at + 1 : at + 2 };
  }
  const weekday = WEEKDAYS[next?.word ?? ''];
  if (word !== 'thu' || weekday === undefined || ORDINAL_BEFORE.has(tokens[at - 1]?.word ?? '')) return null;
  return { meanings: [place({ kind: 'weekday', weekday })], next: at + 2 };
}

function lexAnd(_tokens: readonly Token[], at: number): Lexed {
  return { meanings: [{ kind: 'sign', sign: 'and' }], next: at + 1 };
}

/** "từ nay". */
function lexNow(tokens: readonly Token[], at: number): Lexed | null {
  return tokens[at - 1]?.word === 'tu' ? { meanings: [place({ kind: 'now' })], next: at + 1 } : null;
}

/** "Hè 2025": summer has no day. */
function lexSummer(_tokens: readonly Token[], at: number): Lexed {
  return { meanings: [{ kind: 'unclear' }], next: at + 1 };
}

function lexSign(tokens: readonly Token[], at: number): Lexed | null {
  const token = tokens[at];
  const following = tokens[at + 1];
  const sign = SIGNS[token?.word ?? ''];
  const one = (found: Sign): Lexed => ({ meanings: [{ kind: 'sign', sign: found }], next: at + 1 });
  if (token?.word === '.') return following === undefined || following.glued ? null : one('stop');
  if (
    token?.word === '/' &&
    following !== undefined &&
    PER[following.word] !== undefined &&
    !isNumeral(tokens, at + 2, following.word)
  ) {
    return { meanings: [{ kind: 'every', cycle: PER[following.word] ?? 'year' }], next: at + 2 };
  }
  if (token?.kind === 'break' && runsOn(tokens, at)) return null;
  if (token?.word === '-') return isBullet(tokens, at) ? one('stop') : one('dash');
  return sign === undefined ? null : one(sign);
}

/** A line broken in the middle of a deadline ("Trước ngày" / "30/11"). */
function runsOn(tokens: readonly Token[], at: number): boolean {
  const [before, following] = [tokens[at - 1], tokens[at + 1]];
  if (
    following?.kind === 'number' ||
    following?.word === '(' ||
    before?.word === '/' ||
    following?.word === '/'
  )
    return true;
  return (
    OPEN_ENDS.has(before?.word ?? '') ||
    ['hang', 'nam', 'thang', 'cua', 'den', 'va', 'am'].includes(following?.word ?? '')
  );
}

/** A dash that opens a line or stands between words apart ("… hành chính) - Trước 30/10"). */
function isBullet(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  const following = tokens[at + 1];
  if (before === undefined || before.kind === 'break' || before.word === ';' || before.word === ':')
    return true;
  if (following?.kind !== 'word' || following.glued) return false;
  return (
    ['truoc', 'cham', 'muon', 'hang', 'tu', 'den', 'doi', 'cac', 'ngay', 'dot', 'khoi', 'cum'].includes(
      following.word,
    ) && !isSpan(tokens, at)
  );
}

/** "tháng 9 - tháng 12", "ngày 1 - ngày 5": a dash between two of a kind joins them. */
function isSpan(tokens: readonly Token[], at: number): boolean {
  return tokens[at + 1]?.word === 'ngay' && tokens[at - 1]?.kind === 'number';
}

/** Words after which a span's figure may follow: "các tháng 3, 6" is a list, not "every month". */
const OPEN_WORDS = new Set(['cac', 'cua', 'trong', 'ca', 'dinh', 'tron', 'cung', 'thang', 'quy', 'nam']);

function lexKnown(tokens: readonly Token[], at: number, accented: boolean, spelt: boolean): Lexed | null {
  const token = tokens[at];
  if (token === undefined) return null;
  for (const { words, meaning } of LEXICON.get(token.word) ?? []) {
    if (!words.every((word, offset) => tokens[at + offset]?.word === word)) continue;
    if (words.length === 1 && !spelt) continue;
    const next = at + words.length;
    if (OPEN_WORDS.has(words[0] ?? '') && isNumeral(tokens, next, words.at(-1) ?? '')) continue;
    if (meaning.kind === 'shift' && meaning.years !== 0 && !isShift(tokens, at, words, accented)) continue;
    return { meanings: isIgnored(meaning) ? [] : [meaning], next };
  }
  return null;
}

const isIgnored = (meaning: Meaning): boolean => meaning.kind === 'words';

function isNumeral(tokens: readonly Token[], at: number, unit: string): boolean {
  if (!['nam', 'thang', 'quy'].includes(unit)) return false;
  const token = tokens[at];
  return (
    token?.kind === 'number' ||
    /^[ivl]+$/.test(token?.word ?? '') ||
    token?.word === 'hoc' ||
    token?.raw.toLowerCase() === 'sáu'
  );
}

/** "năm sau" and not "5 (năm) sau …": accented text tells "năm sáu" apart. */
function isShift(tokens: readonly Token[], at: number, words: readonly string[], accented: boolean): boolean {
  if (!accented) return true;
  return words.every((word, offset) => word !== 'sau' || tokens[at + offset]?.raw.toLowerCase() === 'sau');
}
