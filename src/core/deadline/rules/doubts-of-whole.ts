import type { Mark } from '../atoms/atom.ts';
import {
  choosesDay,
  comesLater,
  contradictsNext,
  endsInBrackets,
  exceptsOne,
  rewards,
} from '../mentions/doubt.ts';
import { bindsRow, leavesActor, partsEverybody } from '../mentions/scope.ts';
import type { Segment } from '../mentions/segment.ts';
import type { ReviewReason } from '../reading.ts';
import { type DeadlineRule, isDated } from '../rule.ts';
import type { Phrase } from '../words/phrase.ts';
import { missesCount } from './counts.ts';
import { leavesOut } from './leaves-out.ts';
import { isStress } from './standing-years.ts';

/** A phrase as it was read. */
interface Whole {
  readonly phrase: Phrase;
  readonly segments: readonly Segment[];
  readonly rules: readonly DeadlineRule[];
}

type Doubt = readonly [reason: ReviewReason, holds: (whole: Whole) => boolean];

/** Why a person must look at a phrase as a whole, though each of its parts may be sound. */
export const doubtsOfWhole = (whole: Whole): ReviewReason[] =>
  DOUBTS.flatMap(([reason, holds]) => (holds(whole) ? [reason] : []));

const DOUBTS: readonly Doubt[] = [
  ['IMPOSSIBLE_DATE', ({ segments }) => segments.some(({ impossible }) => impossible)],
  ['PARTLY_UNDERSTOOD', ({ segments }) => segments.some(({ unclear }) => unclear)],
  ['TENTATIVE', (whole) => isMarked(whole, 'tentative') || (isMarked(whole, 'unsettled') && hasDays(whole))],
  ['SEVERAL_READINGS', (whole) => whole.rules.filter(isDated).length > 1 && areAtOdds(whole)],
  ['SEVERAL_READINGS', (whole) => hasDays(whole) && (choosesDay(whole.phrase) || comesLater(whole.phrase))],
  ['SEVERAL_READINGS', ({ phrase, rules }) => bindsRow(phrase, rules)],
  ['SEVERAL_READINGS', ({ segments, rules, phrase }) => leavesOut(segments, rules, phrase)],
  ['SEVERAL_READINGS', ({ segments, rules }) => isStress(segments, rules)],
  ['PARTLY_UNDERSTOOD', ({ segments, rules, phrase }) => missesCount(segments, rules, phrase)],
  ['SEVERAL_READINGS', (whole) => endsNever(whole) && !isMarked(whole, 'takes_effect')],
  ['PARTLY_UNDERSTOOD', ({ phrase }) => phrase.altered],
];

const isMarked = ({ segments }: Whole, mark: Mark): boolean =>
  segments.some(({ marks }) => marks.some((found) => found.mark === mark));

const hasDays = ({ rules }: Whole): boolean => rules.some(isDated);

/** Of several days it is not certain whom each binds, or whether all do. */
const areAtOdds = ({ phrase, segments, rules }: Whole): boolean =>
  partsEverybody(phrase) ||
  leavesActor(phrase, rules) ||
  exceptsOne(phrase) ||
  endsInBrackets(phrase) ||
  rewards(phrase) ||
  contradictsNext(segments, phrase);

/** "Từ ngày …", "sau ngày …" and nothing that ends: whether a deadline is meant is for a person to say. */
const endsNever = ({ rules }: Whole): boolean =>
  rules.some(({ kind }) => kind === 'start') &&
  rules.every(({ kind }) => ['start', 'year_long', 'cadence', 'ongoing'].includes(kind));
