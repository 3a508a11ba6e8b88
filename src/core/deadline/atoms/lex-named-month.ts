import { hasFigures, type Token } from '../words/token.ts';
import { isYear, type Lexed, place, yearAfter } from './lex-date.ts';

/** "Tháng Thanh niên 2025": a month with a name of its own; of most names no month is known, and a day is looked for behind them. */
export function lexNamedMonth(tokens: readonly Token[], at: number): Lexed | null {
  const named = NAMED_MONTHS.find(([words]) =>
    words.every((word, offset) => tokens[at + offset]?.word === word),
  );
  const end = at + (named?.[0].length ?? 0);
  if (named !== undefined && tokens[end]?.word !== 'vien') {
    const { year, next } = yearAfter(tokens, end);
    return { meanings: [place({ kind: 'month', month: named[1], year })], next };
  }
  if (PREFIXES.has(`${tokens[at]?.word} ${tokens[at + 1]?.word}`) && !hasFigures(tokens))
    return { meanings: [{ kind: 'unclear' }], next: at + 2 };
  if (tokens[at]?.kind !== 'word' || NO_NAME.has(tokens[at]?.word ?? '')) return null;
  const { year, next } = yearAfter(tokens, at + 2);
  if (year === null) return null;
  const isDated = tokens.slice(next).some(({ value }) => isYear(value));
  return { meanings: isDated ? [] : [{ kind: 'unclear' }], next };
}

/** "Tháng hành động vì bình đẳng giới": whose days only those who name them know. */
const PREFIXES = new Set(['hanh dong', 'cao diem']);

const NAMED_MONTHS: readonly (readonly [words: readonly string[], month: number])[] = Object.entries({
  'thanh nien': 3,
  'cong nhan': 5,
  'nhan dao': 5,
  'hanh dong ve an toan': 5,
  'hanh dong an toan': 5,
  'hanh dong atvsld': 5,
  'hanh dong vi tre em': 6,
  'hanh dong phong chong ma tuy': 6,
  'hanh dong phong , chong ma tuy': 6,
  'an toan giao thong': 9,
}).map(([words, month]) => [words.split(' '), month] as const);

const NO_NAME = new Set(
  'sau truoc toi nay do tiep ke lien bao cua trong nam va hoac den tu hang dau giua cuoi'.split(' '),
);
