import { atomsOf } from './atoms/lex.ts';
import { withYearsFromNow } from './atoms/years-from-now.ts';
import { withBoundsCarried } from './mentions/carried-bound.ts';
import { withYearsCarried } from './mentions/carried-year.ts';
import { settled } from './mentions/doubt.ts';
import { segmentsOf } from './mentions/mention.ts';
import { onceForBoth } from './mentions/said-by-moon.ts';
import { withoutAnniversaries } from './mentions/without-anniversaries.ts';
import type { DeadlineReading, ReadingContext, ReviewReason } from './reading.ts';
import type { DeadlineRule } from './rule.ts';
import { doubtsOfWhole } from './rules/doubts-of-whole.ts';
import { piecesOf } from './rules/pieces.ts';
import { tidyRules } from './rules/tidy.ts';
import { phraseOf } from './words/phrase.ts';
import { tokensOf } from './words/token.ts';

const NOTHING =
  /^(?:[\s.…/\\_–—-]*|x|n\/a|none|0|(?:thoi (?:gian|han)\W+)?khong(?: co| quy dinh| xac dinh| gioi han)?(?: (?:thoi (?:gian|han)|han))?(?: cu the)?\W*)$/;
/** Cells that say nothing are short, or nothing but dots. */
const LONGEST_EMPTY = 40;
const SAME_AS_ABOVE = /^\W*(?:nt|nhu tren|["”″]|\/\/|-\/-)\W*$/;

/**
 * Reads the words of a deadline cell. Total and linear in their length; a reading that is not certain says why in
 * `reasons`. A text longer than any cell is read up to its first 2,000 characters and marked.
 */
export function readDeadline(words: string, context: ReadingContext): DeadlineReading {
  const phrase = phraseOf(words);
  const short = phrase.plain.length > LONGEST_EMPTY ? phrase.plain : phrase.folded.trim();
  if (SAME_AS_ABOVE.test(short)) return reading([{ kind: 'same_as_above', appliesTo: null }], ['DEPENDENT']);
  if (NOTHING.test(short)) return reading([{ kind: 'none', appliesTo: null }]);
  const atoms = withYearsFromNow(atomsOf(tokensOf(phrase)), context);
  const written = withoutAnniversaries(segmentsOf(atoms, phrase.plain.length));
  const carried = withYearsCarried(withBoundsCarried(written, phrase));
  const segments = settled(onceForBoth(carried), phrase);
  const pieces = piecesOf(segments, phrase, context);
  const rules = tidyRules(pieces.flatMap((found) => found.rules));
  const reasons = new Set<ReviewReason>([
    ...pieces.flatMap((found) => found.reasons),
    ...doubtsOfWhole({ phrase, segments, rules }),
  ]);
  if (rules.length === 0 && reasons.size === 0) reasons.add('NOT_UNDERSTOOD');
  return reading(
    rules,
    [...reasons],
    pieces.flatMap((found) => found.alternatives),
  );
}

function reading(
  rules: readonly DeadlineRule[],
  reasons: readonly ReviewReason[] = [],
  alternatives: readonly (readonly DeadlineRule[])[] = [],
): DeadlineReading {
  return { rules, review: reasons.length > 0, reasons, alternatives };
}
