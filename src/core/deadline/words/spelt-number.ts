import type { Token } from './token.ts';
import { SPELT_NUMBERS, wordNumbers } from './word-numbers.ts';

export const NUMBER_WORDS = wordNumbers([
  'mot one',
  'hai two',
  'ba three',
  'bon',
  'nam five',
  'sau',
  'bay',
  'tam',
  'chin',
  'muoi ten',
]);

const ONES = wordNumbers(['mot', 'hai', 'ba', 'bon tu', 'lam nham', 'sau', 'bay', 'tam', 'chin']);

interface Counted {
  readonly amount: number;
  readonly next: number;
}

/** "ba", "mười lăm", "bốn mươi lăm": a number below a hundred in words. */
export function speltNumber(tokens: readonly Token[], at: number): Counted | null {
  const token = tokens[at];
  if (token === undefined) return null;
  const tens = tensAt(tokens, at);
  if (tens !== null) return tens;
  const amount = NUMBER_WORDS.get(token.word);
  if (amount === undefined) return null;
  const spelt = { nam: 'năm', sau: 'sáu', bay: 'bảy', tam: 'tám', ba: 'ba', bon: 'bốn' }[token.word];
  return spelt === undefined || spelt === token.raw.toLowerCase() ? { amount, next: at + 1 } : null;
}

/** "chín mươi", "mười lăm", "bốn mươi lăm". */
function tensAt(tokens: readonly Token[], at: number): Counted | null {
  const first = NUMBER_WORDS.get(tokens[at]?.word ?? '') ?? 0;
  const several = tokens[at + 1]?.word === 'muoi' && first > 1 && first < 10;
  if (!several && tokens[at]?.word !== 'muoi') return null;
  const next = several ? at + 2 : at + 1;
  const tens = several ? first * 10 : 10;
  const ones = ONES.get(tokens[next]?.word ?? '');
  const isSix = ones === 6 && tokens[next]?.raw.toLowerCase() !== 'sáu';
  return ones === undefined || isSix ? { amount: tens, next } : { amount: tens + ones, next: next + 1 };
}

const DAY_WORDS = new Set(['ngay', 'mung', 'mong']);
/** What follows the number of a day; a thing that is counted does not. */
const AFTER_DAY = new Set(['thang', 'hang', 'moi', 'cua', 'am', 'tet', 'va', 'den', 'toi']);

/** The days and years that are spelt out, in figures: "ngày ba mươi", "năm hai nghìn không trăm hai mươi lăm". */
export function withFigures(tokens: readonly Token[]): readonly Token[] {
  if (!tokens.some((token, at) => opensNumber(token) && NUMBER_WORDS.has(tokens[at + 1]?.word ?? '')))
    return tokens;
  const result: Token[] = [];
  for (let at = 0; at < tokens.length; ) {
    const token = tokens[at] as Token;
    const number = numberBehind(result.at(-1), tokens, at);
    result.push(number === null ? token : figure(number, token, tokens[number.next - 1] ?? token));
    at = number?.next ?? at + 1;
  }
  return result;
}

const opensNumber = ({ word }: Token): boolean => DAY_WORDS.has(word) || word === 'nam';

function numberBehind(before: Token | undefined, tokens: readonly Token[], at: number): Counted | null {
  if (before === undefined || !opensNumber(before)) return null;
  return before.word === 'nam' ? speltYear(tokens, at) : speltDay(tokens, at);
}

function speltDay(tokens: readonly Token[], at: number): Counted | null {
  const day = speltNumber(tokens, at);
  if (day === null || day.amount > 31) return null;
  const next = afterFigure(tokens, day);
  const following = tokens[next];
  const ends = following === undefined || following.kind === 'sign' || AFTER_DAY.has(following.word);
  return ends ? { ...day, next } : null;
}

/** "hai mươi (20)": said in words and in figures. */
function afterFigure(tokens: readonly Token[], { amount, next }: Counted): number {
  const twice = tokens[next]?.word === '(' && tokens[next + 1]?.value === amount;
  return twice && tokens[next + 2]?.word === ')' ? next + 3 : next;
}

/** "hai nghìn không trăm hai mươi lăm", "hai nghìn hai mươi lăm". */
function speltYear(tokens: readonly Token[], at: number): Counted | null {
  if (tokens[at]?.word !== 'hai' || !['nghin', 'ngan'].includes(tokens[at + 1]?.word ?? '')) return null;
  const hundreds = tokens[at + 2]?.word === 'khong' && tokens[at + 3]?.word === 'tram' ? at + 4 : at + 2;
  const rest = speltNumber(
    tokens,
    ['linh', 'le'].includes(tokens[hundreds]?.word ?? '') ? hundreds + 1 : hundreds,
  );
  return rest === null ? null : { amount: 2_000 + rest.amount, next: rest.next };
}

function figure({ amount }: Counted, first: Token, last: Token): Token {
  const word = String(amount);
  return { ...first, kind: 'number', word, raw: word, value: amount, to: last.to };
}

/** "Ngày hai ba tháng mười": words of numbers before a month that make no number of a day. */
export function isUnreadDay(tokens: readonly Token[], at: number): boolean {
  let next = at;
  while (SPELT_NUMBERS.has(tokens[next]?.word ?? '')) next++;
  return next > at && ['thang', 'hang'].includes(tokens[next]?.word ?? '');
}
