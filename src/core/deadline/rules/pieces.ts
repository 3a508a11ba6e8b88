import { dateOf, type LocalDate, yearOf } from '../../time/local-date.ts';
import type { Mark } from '../atoms/atom.ts';
import { deadlinesAmong } from '../mentions/deadlines-among.ts';
import { type Claim, claimsOf, inEachYear, isSharp, joined } from '../mentions/join.ts';
import { scopeOf } from '../mentions/scope.ts';
import type { Mention, Segment } from '../mentions/segment.ts';
import type { ReadingContext } from '../reading.ts';
import type { Cycle } from '../rule.ts';
import { type Phrase, wordsIn } from '../words/phrase.ts';
import {
  boundsCadence,
  boundsPeriod,
  isEvent,
  isOneYear,
  isTitle,
  labelOf,
  ofOwnYear,
  REPORT_DUE,
  recurs,
} from './background.ts';
import { counted } from './distance.ts';
import { doubtsAbout } from './doubts-about.ts';
import { type Frame, inWords, type Label, type Piece, piece, waiting } from './frame.ts';
import { inSpans } from './in-spans.ts';
import { resolve } from './resolve.ts';
import { standing, standsYearly } from './standing-years.ts';
import { stretched } from './stretch.ts';
import { termOf, withinTerm } from './term.ts';
import { besides, cadences, undated } from './undated.ts';

/** What the parts of a phrase say, each by itself. */
export function piecesOf(segments: readonly Segment[], phrase: Phrase, context: ReadingContext): Piece[] {
  const dated = segments.some(({ mentions }) => mentions.some(isSharp));
  const every = new Set(segments.flatMap((segment) => [...segment.every, ...cyclesCounted(segment)]));
  const recurring = recurs(segments);
  let pieces: Piece[] = [];
  let heading: Label | null = null;
  let comesBack = false;
  for (const written of segments) {
    const bounded = termOf(written, phrase, recurring, pieces);
    if (bounded !== null && bounded.rest.mentions.length === 0) {
      pieces = withinTerm(bounded.term, pieces, []);
      continue;
    }
    const segment = bounded?.rest ?? written;
    const mentions = deadlinesOf(segment, phrase, dated);
    const own = labelOf(withoutWork(segment, mentions), phrase);
    if (segment.heading && mentions.length === 0) heading = own ?? heading;
    const frame: Frame = {
      every,
      own: segment.every,
      recurring: (recurring && !isOneYear(segment, own)) || bounded !== null,
      label: own ?? heading,
      lunar: has(segment, 'lunar'),
      reporting: has(segment, 'reporting') || boundsPeriod(segment),
      appliesTo: null,
      lead: '',
      words: wordsIn(phrase, segment.from, segment.to),
      context,
    };
    comesBack ||= frame.recurring;
    const sum = counted(segment, phrase, (mention) => dayNamed(mention, frame));
    if (sum !== null) pieces.push(sum);
    else if (mentions.length > 0) {
      const frameOf = ({ start, end }: Claim): Frame => ({
        ...frame,
        ...ofOwnYear(segment, start ?? end),
        ...(isCovered(phrase, mentions, { start, end }) ? { reporting: true } : {}),
        lead: leadOf(phrase, segment, mentions, start ?? end),
        appliesTo: scopeOf(phrase, segment, mentions, { start, end }),
      });
      const own = [
        ...inSpans(
          segment,
          joined(segment),
          mentions,
          datedPieces(segment, mentions, phrase, frameOf, pieces),
        ),
        ...besides(segment, mentions, phrase),
        ...doubtsAbout(segment, mentions, phrase),
        ...(bounded?.unsure === true || (comesBack && isException(segment, frame))
          ? [piece([], ['SEVERAL_READINGS'])]
          : []),
      ];
      if (bounded === null) pieces.push(...own);
      else pieces = withinTerm(bounded.term, pieces, own);
      if (pieces.every(({ rules }) => rules.every(({ kind }) => kind === 'start')))
        pieces.push(...cadences(segment, mentions, phrase));
    } else if (!segment.heading && !segment.impossible) {
      const found = undated(segment, phrase, null);
      const single = segments.every((other) => other.mentions.length === 0 || other === segment);
      if (found !== null && (single || found.rules.some(({ kind }) => kind === 'relative')))
        pieces.push(found);
    }
  }
  return standsYearly(segments, pieces) ? standing(segments, pieces) : pieces;
}

/** "Mỗi tuần 1 lần", "02 lần/tháng": whether the days are as many is seen at the end. */
const cyclesCounted = ({ times }: Segment): Cycle[] => times.map(({ per }) => per);

/** "Hằng năm …; riêng năm 2025 trước ngày 30/6": in that year both would be owed. */
function isException(segment: Segment, { recurring }: Frame): boolean {
  return !recurring || segment.mentions.some((mention) => ofOwnYear(segment, mention).recurring === false);
}

/** "Từ 01/01 đến 31/12, thời hạn báo cáo trước 15/01": the days that a report covers, which is due on the next one. */
function isCovered({ folded }: Phrase, mentions: readonly Mention[], { start, end }: Claim): boolean {
  const isCounted = start?.shift === 0 && folded.slice(0, start.from).includes('tinh tu');
  const next = mentions.find(({ from }) => from > end.to);
  if (isCounted || next === undefined) return isCounted;
  return AS_OF.test(folded.slice(0, end.from)) || REPORT_DUE.test(folded.slice(end.to, next.from));
}

/** "Tính đến ngày 15 hằng tháng, gửi trước ngày 20". */
const AS_OF = /\btinh (?:den|toi)(?: het)?(?: ngay)?\s*$/;

function leadOf(
  { folded }: Phrase,
  { from }: Segment,
  mentions: readonly Mention[],
  claimed: Mention,
): string {
  return folded.slice(mentions[mentions.indexOf(claimed) - 1]?.to ?? from, claimed.from);
}

/** "Trình trước 15/11, ban hành trong quý I/2025": a span that is due itself says of no day before it whose year it is. */
function withoutWork(segment: Segment, deadlines: readonly Mention[]): Segment {
  const day = deadlines.findIndex(isSharp);
  const spans = day < 0 ? [] : deadlines.slice(day).filter((mention) => !isSharp(mention));
  if (spans.length === 0) return segment;
  return {
    ...segment,
    mentions: segment.mentions.filter(({ to }) => spans.every((span) => span.to !== to)),
  };
}

/** The places of a segment that are deadlines, none where they belong to an event, a document or a cadence. */
function deadlinesOf(segment: Segment, phrase: Phrase, dated: boolean): Mention[] {
  if (isEvent(segment, phrase) || isTitle(segment, phrase) || boundsCadence(segment)) return [];
  return deadlinesAmong(inEachYear(joined(segment), phrase), dated && segment.heading, phrase);
}

function datedPieces(
  segment: Segment,
  mentions: readonly Mention[],
  phrase: Phrase,
  frameOf: (claim: Claim) => Frame,
  before: readonly Piece[],
): Piece[] {
  const claims = claimsOf(mentions);
  const bounded = mentions.some(({ bound }) => bound === 'before' || bound === 'by' || bound === 'to');
  const first = claims[0];
  if (first === undefined) return [];
  if (has(segment, 'event_year') && claims.some(({ end }) => 'year' in end.place && end.place.year === null))
    return [waiting(frameOf(first))];
  if (has(segment, 'status') && !bounded && !goesOnAfterStatus(segment, phrase))
    return [piece([inWords('status', frameOf(first))])];
  const since = segment.marks.find(({ mark }) => mark === 'onward')?.from;
  const later = ({ end }: Claim): boolean => since !== undefined && isSharp(end) && end.from > since;
  const pieces = claims.map((claim) => {
    const frame = frameOf(claim);
    return resolve(claim, later(claim) ? { ...frame, recurring: true, label: null } : frame);
  });
  if (since === undefined) return stretched(claims, pieces, phrase);
  if (!claims.some(({ end }) => isSharp(end) && end.bound !== 'from'))
    return [onward(first.end, frameOf(first))];
  const next = yearAfterOne([...before, ...pieces]);
  if (next !== null && pieces.some(hasYearly)) return withinTerm({ since: next }, [], pieces);
  return [...pieces, piece([], ['SEVERAL_READINGS'])];
}

/** "Khi đã có dữ liệu, hoàn thành trong tháng 11/2025": the day is not that of what is done already. */
function goesOnAfterStatus({ marks, mentions }: Segment, { folded }: Phrase): boolean {
  const done = marks.find(({ mark }) => mark === 'status')?.to ?? 0;
  return /,(?: [a-z]+){0,2} (?:hoan thanh|xong|trinh|ban hanh)\b/.test(folded.slice(done, mentions[0]?.from));
}

const hasYearly = ({ rules }: Piece): boolean => rules.some(({ kind }) => kind === 'yearly');

/** "Năm 2025 trước 15/3; các năm sau …": the beginning of the years after the one whose day was said. */
function yearAfterOne(pieces: readonly Piece[]): LocalDate | null {
  const days = pieces.flatMap(({ rules }) =>
    rules.flatMap((rule) => (rule.kind === 'once' ? [rule.on] : [])),
  );
  const last = days.at(-1);
  return last === undefined ? null : dateOf(`${yearOf(last) + 1}-01-01`);
}

/** "Từ năm 2026 trở đi" begins and never ends. */
function onward(mention: Mention, frame: Frame): Piece {
  if (mention.bound === 'from') return piece([inWords('start', frame)]);
  const begun = resolve({ start: null, end: { ...mention, bound: 'in' } }, frame).rules[0];
  const from = begun?.kind === 'range' ? begun.from : null;
  return piece([{ kind: 'period', from, to: null, appliesTo: frame.appliesTo }], ['SEVERAL_READINGS']);
}

function has({ marks }: Segment, mark: Mark): boolean {
  return marks.some((found) => found.mark === mark);
}

/** The one day a mention names, by itself. */
function dayNamed(mention: Mention, frame: Frame): LocalDate | null {
  const rule = resolve({ start: null, end: { ...mention, bound: 'in' } }, frame).rules[0];
  return rule?.kind === 'once' ? rule.on : null;
}
