import type { Entities } from './entities.ts';
import type { Reading } from './reading.ts';
import type { Signals } from './signals.ts';
import { isOneOf, means, wordSet } from './word.ts';

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
  /** "tối nay", "sáng mai": hours of a day, not days of a plan. */
  readonly partOfDay: boolean;
};

const SELVES = wordSet('em e tôi mình tui anh chị i');
const NO_SELF_AFTER = wordSet('cho giúp hỏi với bên giùm cụm khối hộ quận');
const ENGLISH_MOVEMENTS = new Set(['movement', 'campaign']);
const PARTS_OF_DAY = wordSet('sáng trưa chiều tối đêm');
const INSIDE_NAMES = wordSet('vì về');
const SEVERAL = wordSet('các những list sách nhiêu mấy what which any all kê');

export function evidenceOf(reading: Reading, signals: Signals, entities: Entities): Evidence {
  const { has } = signals;
  return {
    ...signals,
    unit: entities.unit !== null,
    cluster: entities.cluster !== null || has('all_clusters', 'own_cluster') || entities.clusterType !== null,
    self: has('mine', 'self_unit'),
    selfActs: selfActs(reading),
    movementsAtLarge: movementsAtLarge(reading),
    topical:
      has('topic', 'report', 'movement', 'event') ||
      reading.nameWords.size > 0 ||
      signals.rowNumber !== null ||
      signals.unexplained > 0,
    partOfDay: reading.times.some((time) => isOneOf(reading.tokens[time.start], PARTS_OF_DAY)),
    deictic: reading.tokens.some((token, at) => means(token, 'này') && isNoun(reading, at - 1)),
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
      if (token === undefined || reading.times.some((time) => time.start <= at && at < time.next)) continue;
      if (isOneOf(token, SELVES)) {
        const before = reading.tokens[at - 1];
        return !isOneOf(before, NO_SELF_AFTER);
      }
    }
    return false;
  });
}

/** Movements as a list: "các phong trào", "phong trào nào", or no name after the word. */
function movementsAtLarge(reading: Reading): boolean {
  const phrase = reading.phrases.find((found) => found.cues.includes('movement'));
  if (phrase === undefined) return false;
  const before = reading.tokens[phrase.from - 1];
  const several =
    isOneOf(before, SEVERAL) ||
    /^(?:cac|movements|campaigns)$/u.test(reading.tokens[phrase.from]?.plain ?? '');
  return several || !(isNameAt(reading, phrase.to) || isNameBefore(reading, phrase.from));
}

/** "the food safety movement": the name stands first. */
function isNameBefore(reading: Reading, from: number): boolean {
  if (!ENGLISH_MOVEMENTS.has(reading.tokens[from]?.plain ?? '')) return false;
  const before = reading.phrases.find((found) => found.to === from);
  return before === undefined ? reading.unexplained.includes(from - 1) : before.cues.includes('topic');
}

/** True if a name goes on at a token: a word that is no cue, or words of the field that stand in a name. */
function isNameAt(reading: Reading, at: number): boolean {
  const token = reading.tokens[at];
  if (token === undefined || token.kind !== 'word' || reading.audience.tokens.has(at)) return false;
  if (isOneOf(token, INSIDE_NAMES) && !token.breakBefore) return isNameAt(reading, at + 1);
  if (/["“”]/u.test(token.gap) || reading.nameWords.has(at)) return true;
  const phrase = reading.phrases.find((found) => found.from === at);
  return phrase === undefined
    ? !reading.times.some((time) => time.start === at)
    : phrase.cues.includes('topic');
}

function isNoun(reading: Reading, at: number): boolean {
  const phrase = reading.phrases.find((found) => found.from <= at && at < found.to);
  return (
    phrase?.cues.some((cue) => cue === 'due' || cue === 'work' || cue === 'topic' || cue === 'row') ?? false
  );
}
