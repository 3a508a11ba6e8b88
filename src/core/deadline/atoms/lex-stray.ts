import type { Token } from '../words/token.ts';
import type { Atom } from './atom.ts';
import { type Lexed, lexFigures } from './lex-date.ts';
import { isSpeltAsMeant } from './lexicon.ts';

/**
 * A figure hard by a word of time, or before a month ("15 12/2024"), that makes no date with it: not passed over in
 * silence.
 */
export function lexStray(tokens: readonly Token[], at: number): Lexed | null {
  const [before, following] = [tokens[at - 1], tokens[at + 1]];
  const dated = before !== undefined && STRAY_AFTER.has(before.word) && !isRatio(following);
  return dated || isMonthApart(tokens, at) || isDayApart(tokens, at)
    ? { meanings: [{ kind: 'unclear' }], next: at + 1 }
    : null;
}

/** "Tháng cao điểm 12: …" */
const isMonthApart = (tokens: readonly Token[], at: number): boolean =>
  tokens[at + 1]?.word === ':' && tokens.slice(Math.max(0, at - 3), at).some(({ word }) => word === 'thang');

function isDayApart(tokens: readonly Token[], at: number): boolean {
  const [day, following] = tokens.slice(at, at + 2);
  const month = following?.word === ',' && following.glued ? at + 2 : at + 1;
  const first = tokens[month]?.kind === 'number' ? lexFigures(tokens, month, false)?.meanings[0] : undefined;
  return day !== undefined && day.value <= 31 && first?.kind === 'place' && first.place.kind === 'month';
}

const STRAY_AFTER = new Set(['thang', 'quy', 'nam', 'tuan', 'truoc', 'het', 'den', 'nhat', '/', '-']);

const isRatio = (token: Token | undefined): boolean => token?.word === '%' || token?.kind === 'word';

/** "Trước 31/3 năm kết thúc nhiệm kỳ": a word of time hard behind a place that says of it what nobody reads. */
export function lexStrayUnit(
  tokens: readonly Token[],
  at: number,
  accented: boolean,
  before: readonly Atom[],
): Lexed | null {
  const token = tokens[at];
  if (token === undefined || !UNITS.has(token.word) || !accented) return null;
  const last = before.at(-1);
  const hardBehind = tokens[at - 1]?.word === 'cua' ? tokens[at - 2] : tokens[at - 1];
  const strays = last?.meaning.kind === 'place' && last.to === hardBehind?.to;
  return strays && isSpeltAsMeant(token.word, token.raw)
    ? { meanings: [{ kind: 'unclear' }], next: at + 1 }
    : null;
}

const UNITS = new Set(['thang', 'quy', 'nam', 'tuan']);
