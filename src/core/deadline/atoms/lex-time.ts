import type { Token } from '../words/token.ts';
import type { Lexed } from './lex-date.ts';

const DURATION_BEFORE = new Set(['trong', 'vong', 'sau', 'han', 'qua', 'da', 'toi']);
const DURATION_AFTER = new Set(['ke', 'tu', 'tinh', 'lam', 'truoc', 'sau']);

/** "17h00", "16 giờ 30", "17:00", "8g", "5 giờ chiều", "5:00 PM". */
export function lexTime(tokens: readonly Token[], at: number): Lexed | null {
  const hour = tokens[at]?.value ?? -1;
  const mark = tokens[at + 1];
  if (isNoHour(tokens, at)) return { meanings: [{ kind: 'unclear' }], next: at + 2 };
  if (hour < 0 || hour > 24 || mark === undefined) return null;
  const minuteToken = tokens[at + 2];
  const exact = minuteToken !== undefined && minuteToken.value >= 0 && minuteToken.value < 60;
  if (mark.word === ':') {
    if (!exact || !mark.glued || !minuteToken.glued || minuteToken.raw.length !== 2) return null;
    return timeOf(hour, minuteToken.value, tokens, at + 3);
  }
  if (mark.word === 'gio' ? isDuration(tokens, at) : !['h', 'g'].includes(mark.word)) return null;
  const minutes =
    exact && minuteToken.raw.length <= 2 && tokens[at + 3]?.word !== '/' && tokens[at + 3]?.word !== 'thang';
  const after = minutes ? at + 3 : at + 2;
  const next = tokens[after]?.word === 'phut' ? after + 1 : after;
  return timeOf(hour, minutes ? minuteToken.value : 0, tokens, next);
}

/** "25h ngày 15/11", "17h75": an hour that no day has. */
function isNoHour(tokens: readonly Token[], at: number): boolean {
  const [hour, mark, following] = tokens.slice(at, at + 3);
  if (hour === undefined || mark === undefined || !['h', 'g', 'gio'].includes(mark.word)) return false;
  const minutes = mark.word !== 'gio' && following?.glued === true && following.value > 59;
  return minutes || (hour.value > 24 && following?.word === 'ngay');
}

/** "Trong 24 giờ", "6 giờ kể từ", against "không quá 16 giờ 30 ngày 20/4". */
function isDuration(tokens: readonly Token[], at: number): boolean {
  const after = tokens[at + 2]?.kind === 'number' ? at + 3 : at + 2;
  if (tokens[after]?.word === 'ngay' && tokens[after + 1]?.kind === 'number') return false;
  return DURATION_BEFORE.has(tokens[at - 1]?.word ?? '') || DURATION_AFTER.has(tokens[at + 2]?.word ?? '');
}

/** Midnight that ends a day is said as its last minute. */
function timeOf(hour: number, minute: number, tokens: readonly Token[], next: number): Lexed {
  const until = LATER_HALF.get(tokens[next]?.raw.toLowerCase() ?? '');
  const inDay = until !== undefined && hour < until ? hour + 12 : hour;
  const time = inDay === 24 ? '23:59' : `${two(inDay)}:${two(minute)}`;
  return { meanings: [{ kind: 'time', time }], next: until === undefined ? next : next + 1 };
}

/** Words for the later half of the day, and the hour below which they count from noon. */
const LATER_HALF: ReadonlyMap<string, number> = new Map([
  ['trưa', 4],
  ['trua', 4],
  ['chiều', 12],
  ['chieu', 12],
  ['tối', 12],
  ['pm', 12],
]);

const two = (value: number): string => String(value).padStart(2, '0');
