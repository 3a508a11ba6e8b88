import { tidySpaces } from '../../text/fold.ts';
import type { Mark } from '../atoms/atom.ts';
import { isSharp } from '../mentions/join.ts';
import type { Mention, Segment } from '../mentions/segment.ts';
import { type AppliesTo, CYCLES, type DeadlineRule } from '../rule.ts';
import type { Phrase } from '../words/phrase.ts';
import { relative } from './distance.ts';
import { type Piece, piece } from './frame.ts';

/** What a segment without a place in time says: a distance, a cadence, something it waits for, nothing. Null when nothing about time is in it. */
export function undated(segment: Segment, phrase: Phrase, appliesTo: AppliesTo): Piece | null {
  const words = tidySpaces(phrase.plain.slice(segment.from, segment.to));
  const has = (mark: Mark): boolean => segment.marks.some((found) => found.mark === mark);
  const distance = relative(segment, phrase, appliesTo);
  if (distance !== null) return distance;
  if (has('status')) return piece([{ kind: 'status', text: words, appliesTo }]);
  if (has('same')) return piece([{ kind: 'same_as_above', appliesTo }], ['DEPENDENT']);
  const waits =
    has('depends') ||
    has('unsettled') ||
    has('at_once') ||
    segment.bounds.some(({ bound }) => bound === 'after' || bound === 'before') ||
    (segment.mentions.length > 0 && segment.bounds.some(({ bound }) => bound === 'to'));
  const cadence = cadenceOf(segment, phrase, appliesTo, waits || has('event_year'));
  if (waits || has('event_year')) {
    const rule: DeadlineRule = {
      kind: 'dependent',
      on: awaited(segment, phrase),
      immediate: has('at_once'),
      appliesTo,
    };
    return piece(
      [...(cadence?.rules ?? (has('ongoing') ? [{ kind: 'ongoing', appliesTo } as const] : [])), rule],
      ['DEPENDENT'],
    );
  }
  if (has('ongoing')) return ongoing(cadence, appliesTo);
  if (cadence !== null) return cadence;
  if (has('whole_year')) return piece([{ kind: 'year_long', appliesTo }], []);
  if (has('vision')) return piece([{ kind: 'vision', text: words, appliesTo }]);
  if (/^\s*(?:xong|hoan thanh|da xong|dang lam)\W*$/.test(phrase.folded.slice(segment.from, segment.to)))
    return piece([{ kind: 'status', text: words, appliesTo }]);
  if (has('document'))
    return piece([{ kind: 'dependent', on: words, immediate: false, appliesTo }], ['DEPENDENT']);
  return null;
}

/** "Bắt đầu từ tháng 01/2025, định kỳ hằng tháng": a cadence beside its beginning. */
export function cadences(segment: Segment, mentions: readonly Mention[], phrase: Phrase): Piece[] {
  const found = mentions.length === 0 ? null : cadenceOf(segment, phrase, null, false);
  return found === null ? [] : [found];
}

/** "Thường xuyên, hằng năm" is standing; "thường xuyên, định kỳ hằng quý" is also owed each quarter. */
function ongoing(cadence: Piece | null, appliesTo: AppliesTo): Piece {
  const standing: DeadlineRule = { kind: 'ongoing', appliesTo };
  const regular = cadence?.rules.some(({ kind }) => kind === 'cadence' || kind === 'frequency') ?? false;
  return cadence !== null && regular
    ? piece([standing, ...cadence.rules], cadence.reasons)
    : piece([standing]);
}

/** "…, hoặc khi có yêu cầu", "… và theo hướng dẫn của cấp trên": what stands beside a day and waits for something. */
export function besides(segment: Segment, mentions: readonly Mention[], phrase: Phrase): Piece[] {
  const end = mentions.at(-1)?.to ?? segment.to;
  if (goesOn(segment, end, phrase)) return [piece([{ kind: 'ongoing', appliesTo: null }])];
  const mark = segment.marks.find(({ mark: found, from }) => AWAITS.has(found) && from >= end);
  if (mark === undefined) return [];
  const between = phrase.folded.slice(end, mark.from);
  const bracketed =
    /^[^()]*\(\s*$/.test(between) && HAPPENING.test(phrase.folded.slice(mark.from, segment.to));
  if (!bracketed && !BESIDES.test(between)) return [];
  const on = awaited({ ...segment, from: mark.from }, phrase);
  const rule: DeadlineRule = { kind: 'dependent', on, immediate: false, appliesTo: null };
  return [piece([rule], ON_DEMAND.test(phrase.folded.slice(mark.from, segment.to)) ? [] : ['DEPENDENT'])];
}

/** "Tháng 12/2026 và thực hiện thường xuyên". */
const goesOn = ({ marks }: Segment, end: number, { folded }: Phrase): boolean =>
  marks.some(({ mark, from }) => mark === 'ongoing' && GOES_ON.test(folded.slice(end, from)));

const GOES_ON = /^[\s,]*va (?:\S+ ){0,4}$/;

const AWAITS: ReadonlySet<Mark> = new Set(['depends', 'unsettled', 'at_once']);

/** What is asked for besides leaves the day certain; guidance may move it. */
const ON_DEMAND = /^(?:khi|theo) (?:co )?(?:yeu cau|phat sinh|can)|^phat sinh/;

/** "Quý I, 6 tháng, 9 tháng và năm", "6 tháng đầu năm và cả năm": periods in a row, whose days are not all said. */
export function isListOfPeriods(segment: Segment, mentions: readonly Mention[], phrase: Phrase): boolean {
  const periods = [
    ...segment.amounts.filter(({ unit }) => unit === 'month'),
    ...segment.marks.filter(({ mark }) => mark === 'whole_year'),
  ];
  return (
    isBesideYear(mentions, phrase) ||
    periods.some(({ from, to }) => {
      const last = mentions.find((mention) => mention.to <= from && from - mention.to <= LONGEST_LIST_JOINT);
      // "6 tháng đầu năm: 15/7, cả năm: 15/01 năm sau"
      const isDated = mentions.some(
        (mention) => isSharp(mention) && mention.from >= to && mention.from - to <= LONGEST_LIST_JOINT,
      );
      const joined =
        last !== undefined &&
        /^\s*(?:,|va|hoac)\s*(?:uoc |du kien )?$/.test(phrase.folded.slice(last.to, from));
      return joined && !isDated;
    })
  );
}

const LONGEST_LIST_JOINT = 12;

/** "Báo cáo 6 tháng đầu năm và hằng năm", "quý I, 9 tháng đầu năm": parts of a year of several lengths, and no day of any. */
function isBesideYear(mentions: readonly Mention[], { folded }: Phrase): boolean {
  if (mentions.some(isSharp)) return false;
  const parts = mentions.filter(({ place, bound }) => PARTS_OF_YEAR.has(place.kind) && bound === null);
  return (
    new Set(parts.map(({ place }) => place.kind)).size > 1 ||
    parts.some(({ to }) => /^ ?(?:,|va) (?:bao cao )?(?:hang|moi) nam\b/.test(folded.slice(to, to + 24)))
  );
}

const PARTS_OF_YEAR: ReadonlySet<Mention['place']['kind']> = new Set(['quarter', 'half', 'months']);

/** "Tháng 3/2025 (sau khi có hướng dẫn)". */
const HAPPENING = /^(?:ngay )?sau khi |^khi co /;

const BESIDES = /(?:^|[\s,])(?:va|hoac|hoac la)(?: dot xuat)?\s*$/;

function cadenceOf(segment: Segment, phrase: Phrase, appliesTo: AppliesTo, waits: boolean): Piece | null {
  const every = [...new Set(segment.every)];
  const times = segment.times[0];
  if (times !== undefined) {
    return piece([{ kind: 'frequency', times: times.times, per: times.per, appliesTo }], ['DAY_NOT_NAMED']);
  }
  if (every.length === 0) return null;
  const regular = every.filter((cycle) => cycle !== 'on_demand');
  if (regular.length === 1 && regular[0] === 'year') {
    const demand: DeadlineRule = { kind: 'dependent', on: 'đột xuất', immediate: false, appliesTo };
    const yearLong: DeadlineRule = { kind: 'year_long', appliesTo };
    if (every.length > 1 && !waits) return piece([yearLong, demand], ['DEPENDENT']);
    return piece([yearLong], endsOtherwise(segment, phrase) ? ['PARTLY_UNDERSTOOD'] : []);
  }
  if (regular.length === 0)
    return piece([{ kind: 'dependent', on: 'đột xuất', immediate: false, appliesTo }], ['DEPENDENT']);
  return piece(
    [{ kind: 'cadence', every: CYCLES.filter((cycle) => every.includes(cycle)), appliesTo }],
    ['DAY_NOT_NAMED'],
  );
}

/** "Hằng năm và 5 năm", "hằng năm, giữa kỳ, cuối kỳ": longer spells beside the year, whose ends are not said. */
const endsOtherwise = ({ amounts, from, to }: Segment, { folded }: Phrase): boolean =>
  amounts.some(({ unit }) => unit === 'year') || SPELLS.test(folded.slice(from, to));

const SPELLS = /\b(?:giua|cuoi) (?:ky|nhiem ky|giai doan)\b|\bket thuc (?:giai doan|nhiem ky)\b/;

const AWAITED =
  /\b(?:ngay sau khi|ngay sau|ngay khi|sau khi|truoc khi|den khi|khi co|khi|thuc hien theo|theo|can cu vao|can cu|tuy theo|tuy thuoc vao|tuy thuoc|tuy|phu thuoc vao|sau|truoc)\s+/;

/** The words for what is waited for. */
function awaited(segment: Segment, phrase: Phrase): string {
  const text = phrase.plain.slice(segment.from, segment.to);
  const found = AWAITED.exec(phrase.folded.slice(segment.from, segment.to));
  const on = tidySpaces(found === null ? text : text.slice(found.index + found[0].length)).replace(
    /^[\s(-]+|[\s).;,]+$/g,
    '',
  );
  return on === '' ? tidySpaces(text) : on;
}
