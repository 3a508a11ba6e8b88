import { isQuestion } from '../cues/asking-cue.ts';
import type { Found } from '../cues/cue.ts';
import type { Token } from '../token.ts';
import { isOneOf, means, wordOf, wordSet } from '../words/word.ts';
import type { Reading } from './reading.ts';

const DO_MARKED = wordOf('đó').marked;
/** After "có gì" these tell instead of asking, or ask about something else. */
const NO_QUESTION_AFTER = wordSet(
  'anh chị mọi các em báo gọi alo thắc vướng thì cứ nhắn liên đâu sai khác mới vui hay lạ ngon đẹp',
);

/** "không ai", "gì cũng", "ai … thì", "có gì" before somebody's name: no question. */
export function isIndefinite(reading: Reading, phrase: Found): boolean {
  const before = reading.tokens[phrase.from - 1];
  const after = reading.tokens[phrase.to];
  const says = (token: typeof before, ...words: readonly string[]): boolean => means(token, ...words);
  if (says(reading.tokens[phrase.to + 1], 'nấy')) return true;
  if (says(after, 'cũng', 'nấy', 'khác') || after?.marked === DO_MARKED || says(after, 'đấy')) return true;
  const denials = asksWhoHasNot(reading, phrase) ? DENIALS : [...DENIALS, 'chưa'];
  if (says(before, ...denials, 'bất') || isDenied(reading, phrase.from, denials)) return true;
  if (says(before, 'kỳ') && says(reading.tokens[phrase.from - 2], 'bất')) return true;
  if (phrase.cues.includes('there_is') && isOneOf(afterTime(reading, phrase.to), NO_QUESTION_AFTER))
    return true;
  if (isHowMany(reading, phrase)) return false;
  if (!reading.hasQuestionMark && (phrase.cues.includes('who') || phrase.cues.includes('which')))
    return hasConditional(reading, phrase.to);
  return false;
}

const UNITS_OF_TIME = wordSet('ngày tuần tháng quý năm');

/** "mấy tháng thì sơ kết một lần" asks. */
const isHowMany = ({ tokens }: Reading, { from, to }: Found): boolean =>
  means(tokens[from], 'mấy') && isOneOf(tokens[to], UNITS_OF_TIME);

/** "có gì mai em báo": a day may stand between. */
function afterTime({ tokens, times, audience }: Reading, at: number): Token | undefined {
  const time = audience.bot === 'called' ? undefined : times.find(({ start }) => start === at);
  return tokens[time?.next ?? at];
}

/** "chưa nộp ai", "chưa ai nộp" said to the bot. */
const asksWhoHasNot = ({ audience, cues }: Reading, phrase: Found): boolean =>
  audience.bot === 'called' && phrase.cues.includes('who') && (cues.has('submit') || cues.has('done'));

const DENIALS = ['không', 'chẳng', 'chả'];

/** "không thấy đơn vị nào nộp": none did. "không biết đơn vị nào" still asks. */
function isDenied(reading: Reading, from: number, denials: readonly string[]): boolean {
  for (let at = from - 1; at >= Math.max(0, from - 3); at--) {
    const token = reading.tokens[at];
    if (means(token, ...denials) && !reading.audience.tokens.has(at + 1))
      return !means(reading.tokens[at + 1], 'biết', 'rõ', 'hiểu', 'nhớ');
    if (token?.breakBefore === true) return false;
  }
  return false;
}

/** "đơn vị nào chưa nộp thì nộp sớm": what follows "thì" is an instruction; "ai làm cũng được": whoever. */
function hasConditional(reading: Reading, from: number): boolean {
  for (let at = from; at < Math.min(from + 12, reading.tokens.length); at++) {
    const token = reading.tokens[at];
    if (means(token, 'cũng') && means(reading.tokens[at + 1], 'được')) return true;
    if (means(token, 'thì') && !reading.nameWords.has(at)) {
      return !reading.phrases.some((phrase) => phrase.from > at && isQuestion(phrase));
    }
  }
  return false;
}
