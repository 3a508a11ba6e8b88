import type { Entities } from './entities.ts';
import type { Reading } from './reading.ts';
import type { Signals } from './signals.ts';
import { canMean, wordOf } from './word.ts';

/** All that the rules of intent may look at. */
export type Evidence = Signals & {
  readonly unit: boolean;
  readonly cluster: boolean;
  /** The asker's own unit or self. */
  readonly self: boolean;
  /** "em", "tôi" stands as the one who owes or must. */
  readonly selfActs: boolean;
  /** "phong trào nào", "các phong trào": movements as a list, not one of them. */
  readonly movementsAtLarge: boolean;
  /** "cụm nào chủ trì", "ai là cụm trưởng": something stands to be led. */
  readonly topical: boolean;
  readonly deictic: boolean;
};

const SELVES = ['em', 'tôi', 'mình', 'tui', 'tớ', 'anh', 'chị', 'e', 'i', 'we'].map(wordOf);
const AT_LARGE_BEFORE = [
  'các',
  'những',
  'list',
  'sách',
  'nhiêu',
  'mấy',
  'mục',
  'what',
  'which',
  'any',
  'all',
  'kê',
  'có',
].map(wordOf);
const AT_LARGE_AFTER = ['nào', 'gì', 'are', 'mới', 'thi', 'đang', 'do', 'của', 'this', 'in'].map(wordOf);

export function evidenceOf(reading: Reading, signals: Signals, entities: Entities): Evidence {
  const { has } = signals;
  return {
    ...signals,
    unit: entities.unit !== null,
    cluster: entities.cluster !== null || has('all_clusters') || entities.clusterType !== null,
    self: has('mine', 'self_unit'),
    selfActs: selfActs(reading),
    movementsAtLarge: movementsAtLarge(reading),
    topical:
      has('topic', 'report', 'movement', 'event') || signals.rowNumber !== null || signals.unexplained > 0,
    deictic: reading.tokens.some((token, at) => canMean(token, wordOf('này')) && isNoun(reading, at - 1)),
  };
}

/** "em còn nợ việc nào", "tôi phải nộp gì": a pronoun, then at once an obligation. */
function selfActs(reading: Reading): boolean {
  return reading.phrases.some((phrase) => {
    if (
      !phrase.cues.some(
        (cue) => cue === 'must' || cue === 'owe' || cue === 'remaining' || cue === 'work' || cue === 'do',
      )
    )
      return false;
    for (let at = phrase.from - 1; at >= Math.max(0, phrase.from - 3); at--) {
      const token = reading.tokens[at];
      if (token !== undefined && SELVES.some((word) => canMean(token, word))) {
        return !['cho', 'giúp', 'hỏi', 'với', 'bên', 'giùm'].some((word) => isWord(reading, at - 1, word));
      }
    }
    return false;
  });
}

function movementsAtLarge(reading: Reading): boolean {
  const phrase = reading.phrases.find((found) => found.cues.includes('movement'));
  if (phrase === undefined) return false;
  const before = reading.tokens[phrase.from - 1];
  const after = reading.tokens[phrase.to];
  const named = AT_LARGE_BEFORE.some((word) => before !== undefined && canMean(before, word));
  const open = after === undefined || AT_LARGE_AFTER.some((word) => canMean(after, word));
  const plural =
    reading.tokens[phrase.from]?.plain === 'cac' || /s$/u.test(reading.tokens[phrase.to - 1]?.plain ?? '');
  const nothingNamed =
    reading.unexplained.length === 0 && !reading.cues.has('topic') && !reading.cues.has('who');
  return (
    plural ||
    (named && (open || nothingNamed)) ||
    (after !== undefined && isWord(reading, phrase.to, 'nào')) ||
    nothingNamed
  );
}

function isNoun(reading: Reading, at: number): boolean {
  const phrase = reading.phrases.find((found) => found.from <= at && at < found.to);
  return (
    phrase?.cues.some((cue) => cue === 'due' || cue === 'work' || cue === 'topic' || cue === 'row') ?? false
  );
}

function isWord(reading: Reading, at: number, word: string): boolean {
  const token = reading.tokens[at];
  return token !== undefined && canMean(token, wordOf(word));
}
