import type { Cue } from '../cues/cue.ts';
import { englishTopic } from '../words/glossary.ts';
import { isOneOf, means, wordSet } from '../words/word.ts';
import type { Reading } from './reading.ts';

const BY = wordSet('do của bởi từ by');
const LEVEL = wordSet('cấp the');
/** Stand between a launcher and "phát động" without naming anybody. */
const BETWEEN = wordSet('có đã đang sẽ được vừa mới và cùng hiện cũng đứng ra là is are was were been being');
/** The asker's own place: what it launches is not told apart. */
const OWN = wordSet('mình ta em chúng này đây cơ đơn');
const LONGEST = 6;
const QUESTION_CUES: readonly Cue[] = ['what', 'which', 'when', 'who', 'how', 'many', 'movement', 'ask_for'];
/** Who launches for others, named without "phát động": "phong trào của Trung ương". */
const ABOVE: readonly (readonly string[])[] = [
  ['trung', 'ương'],
  ['chính', 'phủ'],
  ['thủ', 'tướng'],
  ['thành', 'phố'],
  ['tỉnh'],
  ['bộ'],
];

/** Who launched the movements that are asked for, in the asker's words: `Thành phố`, `Trung ương`; null where nobody is named. */
export function originIn(reading: Reading, taken: ReadonlySet<number>): string | null {
  const launch = reading.phrases.find(({ cues }) => cues.includes('launch'));
  const said =
    launch === undefined
      ? ofAbove(reading)
      : (afterBy(reading, launch.to, taken) ?? before(reading, launch.from, taken));
  if (said === null) return null;
  const words = said.map((at) => reading.tokens[at]?.text ?? '').join(' ');
  const spoken = englishTopic(words) ?? words;
  return spoken.charAt(0).toUpperCase() + spoken.slice(1);
}

/** "do Thành phố phát động", "Trung ương phát động". */
function before(reading: Reading, launch: number, taken: ReadonlySet<number>): number[] | null {
  const said: number[] = [];
  let at = launch - 1;
  for (; at >= 0 && said.length <= LONGEST; at--) {
    const token = reading.tokens[at];
    if (isOneOf(token, BY) || isOneOf(token, LEVEL)) break;
    if (isEdge(reading, at, taken)) break;
    if (!isOneOf(token, BETWEEN)) said.unshift(at);
    if (token?.breakBefore === true) break;
  }
  return named(reading, said);
}

/** "launched by the city". */
function afterBy(reading: Reading, from: number, taken: ReadonlySet<number>): number[] | null {
  if (!isOneOf(reading.tokens[from], BY)) return null;
  const said: number[] = [];
  for (let at = from + 1; at < reading.tokens.length && said.length <= LONGEST; at++) {
    const token = reading.tokens[at];
    if (token?.breakBefore === true || isEdge(reading, at, taken) || isParticle(reading, at)) break;
    if (!isOneOf(token, LEVEL)) said.push(at);
  }
  return named(reading, said);
}

/** "phong trào của Trung ương", "phong trào cấp thành phố". */
function ofAbove(reading: Reading): number[] | null {
  for (const at of reading.tokens.keys()) {
    if (!(isOneOf(reading.tokens[at], BY) || isOneOf(reading.tokens[at], LEVEL))) continue;
    const words = ABOVE.find((spelled) =>
      spelled.every((word, offset) => means(reading.tokens[at + 1 + offset], word)),
    );
    if (words !== undefined) return words.map((_, offset) => at + 1 + offset);
  }
  return null;
}

function named(reading: Reading, said: number[]): number[] | null {
  if (said.length === 0 || said.length > LONGEST) return null;
  return said.some((at) => isOneOf(reading.tokens[at], OWN)) ? null : said;
}

function isEdge(reading: Reading, at: number, taken: ReadonlySet<number>): boolean {
  const phrase = reading.phrases.find((found) => found.from <= at && at < found.to);
  return (
    taken.has(at) ||
    reading.audience.tokens.has(at) ||
    reading.tokens[at]?.kind !== 'word' ||
    reading.times.some((time) => time.start <= at && at < time.next) ||
    (phrase?.cues.some((cue) => QUESTION_CUES.includes(cue)) ?? false)
  );
}

const isParticle = (reading: Reading, at: number): boolean =>
  reading.phrases.some(({ from, to, cues }) => from <= at && at < to && cues.includes('particle'));
