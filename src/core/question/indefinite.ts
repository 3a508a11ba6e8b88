import { isQuestion } from './asking-cue.ts';
import type { Found } from './cue.ts';
import type { Reading } from './reading.ts';
import { isOneOf, means, wordOf, wordSet } from './word.ts';

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
  if (says(before, 'không', 'chẳng', 'chả', 'bất', 'chưa')) return true;
  if (isDenied(reading, phrase.from)) return true;
  if (says(before, 'kỳ') && says(reading.tokens[phrase.from - 2], 'bất')) return true;
  if (phrase.cues.includes('there_is') && isOneOf(after, NO_QUESTION_AFTER)) return true;
  if (isHowMany(reading, phrase)) return false;
  if (!reading.hasQuestionMark && (phrase.cues.includes('who') || phrase.cues.includes('which')))
    return hasConditional(reading, phrase.to);
  return false;
}

const UNITS_OF_TIME = wordSet('ngày tuần tháng quý năm');

/** "mấy tháng thì sơ kết một lần" asks. */
const isHowMany = ({ tokens }: Reading, { from, to }: Found): boolean =>
  means(tokens[from], 'mấy') && isOneOf(tokens[to], UNITS_OF_TIME);

/** "không thấy đơn vị nào nộp": none did. "không biết đơn vị nào" still asks. */
function isDenied(reading: Reading, from: number): boolean {
  for (let at = from - 1; at >= Math.max(0, from - 3); at--) {
    const token = reading.tokens[at];
    if (means(token, 'không', 'chẳng', 'chả', 'chưa') && !reading.audience.tokens.has(at + 1))
      return !means(reading.tokens[at + 1], 'biết', 'rõ', 'hiểu', 'nhớ');
    if (token?.breakBefore === true) return false;
  }
  return false;
}

/** "đơn vị nào chưa nộp thì nộp sớm": what follows "thì" is an instruction. */
function hasConditional(reading: Reading, from: number): boolean {
  for (let at = from; at < Math.min(from + 12, reading.tokens.length); at++) {
    const token = reading.tokens[at];
    if (means(token, 'thì') && !reading.nameWords.has(at)) {
      return !reading.phrases.some((phrase) => phrase.from > at && isQuestion(phrase));
    }
  }
  return false;
}
