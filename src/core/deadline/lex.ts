import type { Atom } from './atom.ts';
import { lexAmount, lexTime, lexTimesAfter } from './lex-amount.ts';
import { isYear, type Lexed, lexFigures, place } from './lex-date.ts';
import { lexDayOfMonth, lexLoneNumber, lexNamedDay } from './lex-day.ts';
import { lexDocument } from './lex-document.ts';
import { lexFeast } from './lex-feast.ts';
import { lexKnown } from './lex-known.ts';
import { lexSchool } from './lex-school.ts';
import { lexSign } from './lex-sign.ts';
import { lexEnglishDate, lexMonth, lexPart, lexQuarter, lexShort } from './lex-span.ts';
import { lexWeek, lexWeekday } from './lex-week.ts';
import { SPELT } from './lexicon.ts';
import type { Token } from './token.ts';

type Lexer = (tokens: readonly Token[], at: number) => Lexed | null;

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
