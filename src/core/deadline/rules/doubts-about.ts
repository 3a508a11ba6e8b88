import {
  boundsTwice,
  contradicts,
  countsBeside,
  endsOnHappening,
  endsWithSchoolYear,
  goesOn,
  isAim,
  isHandedOn,
  isMoved,
  leavesCadence,
  leavesSpan,
  leavesYears,
  listsDays,
  recursThoughDated,
} from '../mentions/doubt.ts';
import { claimsOf } from '../mentions/join.ts';
import type { Mention, Segment } from '../mentions/segment.ts';
import type { Phrase } from '../words/phrase.ts';
import { boundsPeriod, REPORT_DUE } from './background.ts';
import { type Piece, piece } from './frame.ts';
import { isListOfPeriods } from './undated.ts';

/** Why a person must look at the days of a segment, each sound by itself. */
export function doubtsAbout(segment: Segment, mentions: readonly Mention[], phrase: Phrase): Piece[] {
  const claims = claimsOf(mentions);
  const unsure = claims.some(
    (claim, at) => contradicts(claims[at - 1], claim, phrase) || recursThoughDated(claim, phrase),
  );
  return [
    ...(unsure ||
    isAim(segment, claims, phrase) ||
    isHandedOn(claims, phrase) ||
    isMoved(claims, phrase) ||
    leavesCadence(segment, claims) ||
    listsDays(segment, claims) ||
    countsBeside(segment, phrase) ||
    leavesYears(segment, mentions, phrase) ||
    goesOn(segment, phrase) ||
    boundsTwice(segment, phrase) ||
    leavesSpan(segment, phrase)
      ? [piece([], ['SEVERAL_READINGS'])]
      : []),
    ...(endsOnHappening(segment, phrase) ? [piece([], ['DEPENDENT'])] : []),
    ...(endsWithSchoolYear(segment) ? [piece([], ['CALENDAR_DEPENDENT'])] : []),
    ...(boundsPeriod(segment) && !isSaidOfReport(segment, phrase)
      ? [piece([], ['WINDOW_WITHOUT_YEAR'])]
      : []),
    ...(isListOfPeriods(segment, mentions, phrase) ? [piece([], ['PARTLY_UNDERSTOOD'])] : []),
  ];
}

const isSaidOfReport = ({ marks, from, to }: Segment, { folded }: Phrase): boolean =>
  marks.some(({ mark }) => mark === 'reporting') || REPORT_DUE.test(folded.slice(from, to));
