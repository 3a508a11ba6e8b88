import { isMisspelt } from '../words/misspelt.ts';
import { NUMBER_WORDS, withFigures } from '../words/spelt-number.ts';
import { isMarked, type Token } from '../words/token.ts';
import type { Atom, Meaning } from './atom.ts';
import { lexAmount, lexQuantity, lexTimesAfter } from './lex-amount.ts';
import { CYCLE_OPENINGS, lexBrokenCycle, lexCycles, lexOpeningRow } from './lex-cycle.ts';
import { dateMeaning, isYear, type Lexed, lexFigures, place, yearAfter } from './lex-date.ts';
import { lexDayOfMonth, lexLoneNumber, lexNamedDay, lexOrdinal } from './lex-day.ts';
import { lexDocument, lexPartNumber } from './lex-document.ts';
import { ENGLISH_MONTHS, lexEnglishDate, lexShortHalf } from './lex-english.ts';
import { FEAST_OPENINGS, lexFeast } from './lex-feast.ts';
import { isNumeral, lexKnown } from './lex-known.ts';
import { lexDayOfSpan } from './lex-of-span.ts';
import { lexPart } from './lex-part.ts';
import { lexSchool } from './lex-school.ts';
import { lexSign, withoutFolds } from './lex-sign.ts';
import {
  lexMonth,
  lexQuarter,
  lexRomanQuarter,
  lexShortMonth,
  lexShortQuarter,
  SHORT_QUARTERS,
} from './lex-span.ts';
import { lexStray, lexStrayUnit } from './lex-stray.ts';
import { lexTime } from './lex-time.ts';
import { lexWeek, lexWeekday } from './lex-week.ts';
import { isSpeltAsMeant, LEXICON } from './lexicon.ts';

type Lexer = (tokens: readonly Token[], at: number, accented: boolean, spelt: boolean) => Lexed | null;

interface Form {
  readonly lexer: Lexer;
  /** Only where the word is spelt as it counts: "tháng", not "thang". */
  readonly spelt: boolean;
}

const spelt = (words: string, lexer: Lexer): [Iterable<string>, Form] => [
  words.split(' '),
  { lexer, spelt: true },
];
const any = (words: Iterable<string>, lexer: Lexer): [Iterable<string>, Form] => [
  words,
  { lexer, spelt: false },
];

/** The forms that begin with a word, by the words they begin with; where a word begins several, the first that fits. */
const FORMS: readonly (readonly [Iterable<string>, Form])[] = [
  any(['moi', 'mot', 'hang'], lexTimesAfter),
  any(['ngay'], lexDocument),
  any(['hang'], lexBrokenCycle),
  any(CYCLE_OPENINGS, lexCycles),
  spelt('thang quy nam tuan', lexOpeningRow),
  any(LEXICON.keys(), lexKnown),
  spelt('ngay mung mong', lexNamedDay),
  spelt('nam hoc hk hki hkii khai', lexSchool),
  spelt('thang', lexMonth),
  spelt('quy quarter', lexQuarter),
  spelt('nam', lexYear),
  spelt('thang nam', lexBefore),
  spelt('thang quy nam', lexPeriodEnd),
  spelt('thang', lexOwnMonth),
  spelt('tuan', lexWeek),
  spelt('thu chu cn', lexWeekday),
  spelt('dau giua cuoi thuong trung ha nua', lexPart),
  spelt('va hoac and or', lexAnd),
  spelt('nay', lexNow),
  spelt('he', lexSummer),
  spelt('ky', lexSession),
  any(FEAST_OPENINGS, lexFeast),
  any(['t'], lexShortMonth),
  any(['h'], lexShortHalf),
  any(SHORT_QUARTERS, lexShortQuarter),
  any(['i', 'ii', 'iii', 'iv'], lexRomanQuarter),
  any(ENGLISH_MONTHS.keys(), lexEnglishDate),
  any(NUMBER_WORDS.keys(), lexAmount),
];

const FORMS_OF: ReadonlyMap<string, readonly Form[]> = formsByWord();

function formsByWord(): Map<string, Form[]> {
  const byWord = new Map<string, Form[]>();
  for (const [words, form] of FORMS)
    for (const word of words) byWord.set(word, [...(byWord.get(word) ?? []), form]);
  return byWord;
}

/**
 * What the words of a phrase mean one by one, in order. Every token is tried once from each place: linear in its
 * length.
 */
export function atomsOf(written: readonly Token[]): Atom[] {
  const tokens = withFigures(withoutFolds(written));
  const accented = tokens.some(isMarked);
  const atoms: Atom[] = [];
  let at = 0;
  while (at < tokens.length) {
    const token = tokens[at];
    if (token === undefined) break;
    const lexed = lexAt(tokens, at, accented, atoms);
    const end = tokens[(lexed?.next ?? at + 1) - 1] ?? token;
    for (const meaning of lexed?.meanings ?? []) atoms.push({ meaning, from: token.from, to: end.to });
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
  if (token.kind === 'number') return lexRoundTheClock(tokens, at) ?? lexNumber(tokens, at, before);
  if (token.kind !== 'word') return lexSign(tokens, at);
  return lexWord(token, tokens, at, accented) ?? lexStrayUnit(tokens, at, accented, before);
}

function lexWord(token: Token, tokens: readonly Token[], at: number, accented: boolean): Lexed | null {
  const forms = FORMS_OF.get(token.word) ?? [];
  const isSpelt = !accented || isSpeltAsMeant(token.word, token.raw) || isUnmarked(token, tokens[at + 1]);
  for (const form of forms) {
    const lexed = form.spelt && !isSpelt ? null : form.lexer(tokens, at, accented, isSpelt);
    if (lexed !== null) return lexed;
  }
  return isMisspelt(token, tokens[at + 1]) ? { meanings: [{ kind: 'unclear' }], next: at + 1 } : null;
}

/**
 * Words that mean nothing else without their marks, and those that a figure tells apart ("quy 4", against "quy định").
 */
const UNMARKED = new Set(['den', 'cuoi']);
const UNMARKED_BEFORE_FIGURE = new Set(['thang', 'quy', 'nam', 'tuan', 'tu', 'sau']);

/** A word written without marks among words with them. */
function isUnmarked(token: Token, following: Token | undefined): boolean {
  if (isMarked(token)) return false;
  if (UNMARKED.has(token.word)) return true;
  const figure =
    following?.kind === 'number' || following?.word === 'ngay' || /^[iv]+$/.test(following?.word ?? '');
  return figure && UNMARKED_BEFORE_FIGURE.has(token.word);
}

/** "Hết quý", "đến hết tháng": the last day of every one. */
function lexPeriodEnd(tokens: readonly Token[], at: number): Lexed | null {
  const unit = tokens[at]?.word ?? '';
  const ended = tokens[at - 1]?.word === 'het' && !AWAITED_BEFORE.has(tokens[at - 2]?.word ?? '');
  if (!ended || isNumeral(tokens, at + 1, unit) || FURTHER.has(tokens[at + 1]?.word ?? '')) return null;
  if (unit === 'nam') return { meanings: [dateMeaning(31, 12, null, 'plain')], next: at + 1 };
  const anchor = unit === 'quy' ? 'last_month_of_quarter' : 'same_month';
  const last = place({ kind: 'day', day: 'last', fromDay: null });
  return { meanings: [last, { kind: 'anchor', anchor }], next: at + 1 };
}

const FURTHER = new Set(['sau', 'truoc', 'toi', 'ke', 'tiep', 'lien', 'thu']);
const AWAITED_BEFORE = new Set(['khi', 'ngay', 'tu', 'sau', 'truoc', 'da', 'chua']);

/** "kỳ họp cuối năm": a session is waited for, its part of the year is no day. */
function lexSession(tokens: readonly Token[], at: number): Lexed | null {
  if (tokens[at + 1]?.word !== 'hop') return null;
  for (let end = at + 2; end <= at + 8; end++) {
    if (!['giua', 'cuoi', 'dau'].includes(tokens[end]?.word ?? '') || tokens[end + 1]?.word !== 'nam')
      continue;
    const { year, next } = yearAfter(tokens, end + 2);
    return { meanings: [{ kind: 'mark', mark: 'depends' }], next: year === null ? end + 2 : next };
  }
  return null;
}

/** "24/7" alone or after "hoạt động", "trực": around the clock, and perhaps a day of July. */
function lexRoundTheClock(tokens: readonly Token[], at: number): Lexed | null {
  if (tokens[at]?.word !== '24') return null;
  const [slash, days, following] = tokens.slice(at + 1, at + 4);
  if (slash?.word !== '/' || days?.word !== '7' || following?.word === '/') return null;
  const before = tokens[at - 1]?.word;
  if (before !== undefined && !['dong', 'truc', 'tuc', 'vu', 'xuyen', '('].includes(before)) return null;
  const meanings: Meaning[] = [{ kind: 'mark', mark: 'ongoing' }];
  return { meanings: before === undefined ? [...meanings, { kind: 'unclear' }] : meanings, next: at + 3 };
}

function lexNumber(tokens: readonly Token[], at: number, before: readonly Atom[]): Lexed | null {
  const lexed =
    lexTimesAfter(tokens, at) ??
    lexOpeningRow(tokens, at) ??
    lexEnglishDate(tokens, at) ??
    lexDocument(tokens, at) ??
    lexPartNumber(tokens, at) ??
    lexTime(tokens, at) ??
    lexQuantity(tokens, at) ??
    lexDayOfMonth(tokens, at) ??
    lexOrdinal(tokens, at) ??
    lexDayOfSpan(tokens, at) ??
    lexAmount(tokens, at) ??
    lexFigures(tokens, at, false);
  const last = before.at(-1)?.meaning;
  const first = lexed?.meanings[0];
  const expected =
    last?.kind === 'bound' || last?.kind === 'part' || last?.kind === 'time' || isLikeDate(tokens, at, lexed);
  if (isScale(tokens, at)) return { meanings: [], next: at + 3 };
  const full = lexed !== null && lexed.next - at === 5 && tokens[at + 4]?.raw.length === 4;
  if (lexed !== null && first?.kind === 'impossible' && !expected && !full)
    return { meanings: [], next: lexed.next };
  if (lexed !== null) return lexed;
  return lexLoneNumber(tokens, at, before) ?? lexStray(tokens, at);
}

/** "Tỷ lệ 1/500". */
function isScale(tokens: readonly Token[], at: number): boolean {
  const [slash, whole, following] = tokens.slice(at + 1, at + 4);
  return slash?.word === '/' && whole?.kind === 'number' && whole.raw.length === 3 && following?.word !== '/';
}

/** "31/6" and "12/25", which no calendar has, against "12/25 đơn vị" and "50/63". */
function isLikeDate(tokens: readonly Token[], at: number, lexed: Lexed | null): boolean {
  const [one, other] = [tokens[at]?.value ?? -1, tokens[at + 2]?.value ?? -1];
  const like = (one >= 29 && one < 40 && other <= 12) || (one <= 12 && other >= 13 && other <= 31);
  const following = tokens[lexed?.next ?? at];
  return like && (following?.kind !== 'word' || TIMELY.has(following.word));
}

const TIMELY = new Set(['hang', 'moi', 'nam', 'va', 'hoac', 'den', 'cua']);

/** "năm 2025", "năm 2026 - 2030", "(các) năm 2024-2026". */
function lexYear(tokens: readonly Token[], at: number): Lexed | null {
  const first = tokens[at + 1]?.value ?? -1;
  if (!isYear(first)) return null;
  const second = tokens[at + 3]?.value ?? -1;
  if (tokens[at + 2]?.word === '-' && isYear(second)) {
    const each = tokens[at - 1]?.word === 'cac';
    return { meanings: [place({ kind: 'years', fromYear: first, toYear: second, each })], next: at + 4 };
  }
  return { meanings: [place({ kind: 'year', year: first })], next: at + 2 };
}

/** "năm trước", "tháng trước", unless "trước" belongs to what follows ("báo cáo năm trước ngày 15/12"). */
function lexBefore(tokens: readonly Token[], at: number): Lexed | null {
  const following = tokens[at + 2];
  if (tokens[at + 1]?.word !== 'truoc' || following?.kind === 'number') return null;
  if (['ngay', 'thang', 'quy', 'tuan', 'nam', 'khi', 'mung'].includes(following?.word ?? '')) return null;
  const meaning: Meaning =
    tokens[at]?.word === 'thang'
      ? { kind: 'anchor', anchor: 'previous_month' }
      : { kind: 'shift', years: -1 };
  return { meanings: [meaning], next: at + 2 };
}

/** "ngày 25 của tháng"; "của tháng đầu tiên sau kỳ báo cáo" is that of something else. */
function lexOwnMonth(tokens: readonly Token[], at: number): Lexed | null {
  if (!['cua', 'trong', 'dau', 'cuoi'].includes(tokens[at - 1]?.word ?? '')) return null;
  const own: Meaning = { kind: 'anchor', anchor: 'same_month' };
  const isNamed = NAMED_BY.has(tokens[at + 1]?.word ?? '');
  return { meanings: isNamed ? [own, { kind: 'unclear' }] : [own], next: at + 1 };
}

/** Words that go on to say which month. */
const NAMED_BY = new Set('dau giua cuoi thu quy co dien phat xay ket bat to xet duoc'.split(' '));

function lexAnd(_tokens: readonly Token[], at: number): Lexed {
  return { meanings: [{ kind: 'sign', sign: 'and' }], next: at + 1 };
}

/** "từ nay". */
function lexNow(tokens: readonly Token[], at: number): Lexed | null {
  return tokens[at - 1]?.word === 'tu' ? { meanings: [place({ kind: 'now' })], next: at + 1 } : null;
}

/** "Hè 2025": summer has no day. */
function lexSummer(tokens: readonly Token[], at: number): Lexed {
  return { meanings: [{ kind: 'unclear' }], next: yearAfter(tokens, at + 1).next };
}
