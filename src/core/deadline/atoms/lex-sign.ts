import type { Cycle } from '../rule.ts';
import type { Token } from '../words/token.ts';
import type { Sign } from './atom.ts';
import type { Lexed } from './lex-date.ts';
import { isNumeral } from './lex-known.ts';
import { LEXICON } from './lexicon.ts';

const SIGNS: ReadonlyMap<string, Sign> = new Map([
  [',', 'comma'],
  ['/', 'comma'],
  [';', 'stop'],
  ['•', 'stop'],
  ['*', 'stop'],
  ['+', 'stop'],
  ['\n', 'stop'],
  ['(', 'open'],
  [')', 'close'],
  [':', 'colon'],
  ['&', 'and'],
  ['→', 'dash'],
  ['>', 'dash'],
  ['÷', 'dash'],
  ['~', 'dash'],
]);

const PER: { readonly [word: string]: Cycle } = { nam: 'year', quy: 'quarter', thang: 'month', tuan: 'week' };

/** Words that do not end a deadline. */
const OPEN_ENDS = new Set(
  'truoc ngay thang nam quy hang nhat den tu va trong het vao cuoi dau giua gio cua'.split(' '),
);

export function lexSign(tokens: readonly Token[], at: number): Lexed | null {
  const token = tokens[at];
  const following = tokens[at + 1];
  if (token?.word === '(' && isSaidTwice(tokens, at)) return { meanings: [], next: at + 1 };
  const sign = SIGNS.get(token?.word ?? '');
  const one = (found: Sign): Lexed => ({ meanings: [{ kind: 'sign', sign: found }], next: at + 1 });
  if (isForeign(token)) return { meanings: [{ kind: 'unclear' }], next: at + 1 };
  const blank = blankAt(tokens, at);
  if (blank !== null) return { meanings: [{ kind: 'unclear' }], next: blank };
  if (token?.word === '.') return following === undefined || following.glued ? null : one('stop');
  if (
    token?.word === '/' &&
    following !== undefined &&
    PER[following.word] !== undefined &&
    !isNumeral(tokens, at + 2, following.word)
  ) {
    const cycle = PER[following.word] ?? 'year';
    const times = countBefore(tokens, at);
    return {
      meanings: [times === null ? { kind: 'every', cycle } : { kind: 'times', times, per: cycle }],
      next: at + 2,
    };
  }
  if (token?.word === '-')
    return one(opensLine(tokens, at) ? 'stop' : isBullet(tokens, at) ? 'bullet' : 'dash');
  return sign === undefined ? null : one(sign);
}

/** "mười lăm (15) ngày": brackets around a number that the words before have said, read with its unit. */
function isSaidTwice(tokens: readonly Token[], at: number): boolean {
  const [figure, close, unit] = tokens.slice(at + 1, at + 4);
  if (figure?.kind !== 'number' || close?.word !== ')' || tokens[at - 1]?.kind !== 'word') return false;
  return ['ngay', 'thang', 'tuan', 'gio'].includes(unit?.word ?? '');
}

/** "3 đợt/năm", "ít nhất 05 mô hình/quý": the count of the noun before the slash. */
function countBefore(tokens: readonly Token[], at: number): number | null {
  for (let position = at - 2; position >= at - 4; position--) {
    if (tokens[position + 1]?.kind !== 'word') return null;
    const token = tokens[position];
    if (token?.kind === 'number' && token.value > 0 && tokens[position - 1]?.word !== '/') return token.value;
  }
  return null;
}

/** "Ngày … tháng 12", "trước ngày ..../12/2024": a place left to be filled in, whose month and year then say nothing. */
function blankAt(tokens: readonly Token[], at: number): number | null {
  let next = at;
  while (BLANKS.has(tokens[next]?.word ?? '')) next++;
  if (next - at < (tokens[at]?.word === '.' ? 2 : 1)) return null;
  const named = LEFT_OPEN.has(tokens[at - 1]?.word ?? '') || OPENED.has(tokens[next]?.word ?? '');
  if (!named) return null;
  while (tokens[next]?.word === '/' && tokens[next + 1]?.kind === 'number') next += 2;
  return next;
}

const BLANKS = new Set(['.', '…', '_']);
const LEFT_OPEN = new Set(['ngay', 'thang', 'nam', 'quy', 'truoc', '/']);
const OPENED = new Set(['thang', '/', 'nam']);

/** "ngµy", "ngaøy": letters of an old font, whose words nobody can tell. */
const isForeign = (token: Token | undefined): boolean => token?.glued === true && /\p{L}/u.test(token.word);

/** Without the ends of lines that only break a deadline ("Trước ngày" / "30/11"). */
export function withoutFolds(tokens: readonly Token[]): readonly Token[] {
  if (!tokens.some(isBreak)) return tokens;
  return tokens.filter((token, at) => !isBreak(token) || !runsOn(tokens, at));
}

const isBreak = ({ kind }: Token): boolean => kind === 'break';

function runsOn(tokens: readonly Token[], at: number): boolean {
  const [before, following, second] = [tokens[at - 1]?.word ?? '', tokens[at + 1], tokens[at + 2]];
  const isNumber = following?.kind === 'number';
  const third = tokens[at + 3];
  if (
    isNumber &&
    second?.word === '.' &&
    (third?.kind === 'word' || (tokens[at + 4]?.word === '.' && tokens[at + 5]?.kind !== 'number'))
  )
    return false;
  if (isNumber || before === '/' || following?.word === '/' || following?.word === '(') return true;
  if (partsOneName(tokens, at)) return true;
  if (OPEN_ENDS.has(before) && !EVERY.has(tokens[at - 2]?.word ?? '')) return true;
  if (following?.word === tokens[at - 2]?.word) return false;
  const opensClause = second?.kind === 'number' && OPENS_CLAUSE.has(third?.word ?? '');
  return !opensClause && ['hang', 'nam', 'thang', 'cua', 'den', 'va', 'am'].includes(following?.word ?? '');
}

/** "Thường" / "xuyên", "âm" / "lịch": a narrow column parts what is known as one. */
const partsOneName = (tokens: readonly Token[], at: number): boolean =>
  (LEXICON.get(tokens[at - 1]?.word ?? '') ?? []).some(
    ({ words, meaning }) =>
      words.length > 1 &&
      meaning.kind !== 'words' &&
      words.every((word, offset) => tokens[offset === 0 ? at - 1 : at + offset]?.word === word),
  );

const EVERY = new Set(['hang', 'moi']);
/** "Năm 2025 trước 30/11", "tháng 6: …" on a line of its own. */
const OPENS_CLAUSE = new Set([':', ',', 'truoc', 'cham', 'muon', 'xong', 'hoan']);

function opensLine(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  return before === undefined || before.kind === 'break' || before.word === ';' || before.word === ':';
}

/** A dash between words apart ("… hành chính) - Trước 30/10"). */
function isBullet(tokens: readonly Token[], at: number): boolean {
  const following = tokens[at + 1];
  if (following?.kind !== 'word' || following.glued) return false;
  return (
    [
      'truoc',
      'cham',
      'muon',
      'hang',
      'tu',
      'den',
      'doi',
      'cac',
      'ngay',
      'dot',
      'lan',
      'vong',
      'khoi',
      'cum',
      'cap',
    ].includes(following.word) && !isSpan(tokens, at)
  );
}

/** "tháng 9 - tháng 12", "ngày 1 - ngày 5": a dash between two of a kind joins them. */
function isSpan(tokens: readonly Token[], at: number): boolean {
  return tokens[at + 1]?.word === 'ngay' && tokens[at - 1]?.kind === 'number';
}
