import { tidySpaces } from '../../text/fold.ts';
import { addDays, addMonths, type LocalDate } from '../../time/local-date.ts';
import type { Place, Unit } from '../atoms/atom.ts';
import { completeDay, spanOf } from '../atoms/span.ts';
import type { Mention, Segment } from '../mentions/segment.ts';
import type { ReviewReason } from '../reading.ts';
import type { AppliesTo, DeadlineRule, RelativeRule } from '../rule.ts';
import type { Phrase } from '../words/phrase.ts';
import { type Piece, piece } from './frame.ts';

const RELATIVE_UNITS: { readonly [U in Unit]?: RelativeRule['unit'] } = {
  hour: 'hour',
  day: 'day',
  working_day: 'working_day',
  week: 'week',
  month: 'month',
};

const ANCHOR_WORDS =
  /(?:ke tu ngay|ke tu thoi diem|ke tu khi|ke tu|tinh tu ngay|tinh tu khi|tinh tu|sau khi|sau ngay|tu ngay|tu khi|truoc khi|truoc ngay|so voi ngay|so voi|sau|tu)\s+/;
const AFTER_ANCHOR = /\s*(?:[,;.()]|(?:theo quy dinh|cham nhat|muon nhat|toi thieu|it nhat)\b)/;

/**
 * "trong 10 ngày làm việc kể từ …", "trước Hội nghị 10 ngày"; "30 ngày kể từ ngày kết thúc quý và 90 ngày kể từ ngày kết
 * thúc năm" are two.
 */
export function relative(segment: Segment, phrase: Phrase, appliesTo: AppliesTo): Piece | null {
  const pieces = partsOf(segment, phrase).map((part) => distance(part, phrase, appliesTo));
  const found = pieces.flatMap((one) => (one === null ? [] : [one]));
  return found.length === 0
    ? null
    : piece(
        found.flatMap(({ rules }) => rules),
        found.flatMap(({ reasons }) => reasons),
      );
}

/** The segment, divided between the distances that are each counted from something. */
function partsOf(segment: Segment, { folded }: Phrase): readonly Segment[] {
  const { amounts, from, to } = segment;
  const counts = amounts.every((amount, at) =>
    COUNTS.test(folded.slice(amount.to, amounts[at + 1]?.from ?? to)),
  );
  if (amounts.length < 2 || !counts) return [segment];
  const starts = amounts.map(({ from: start }, at) =>
    at === 0 ? from : divisionBefore(folded, amounts[at - 1]?.to ?? from, start),
  );
  return amounts.map((amount, at) => ({
    ...segment,
    amounts: [amount],
    from: starts[at] ?? from,
    to: starts[at + 1] ?? to,
  }));
}

const COUNTS = /^(?:,? (?:ke tu|tinh tu|ke|sau|truoc))\b.*\S/;

function divisionBefore(folded: string, after: number, before: number): number {
  const joint = /.*(?:,|\bva\b)/.exec(folded.slice(after, before));
  return joint === null ? before : after + joint[0].length;
}

function distance(segment: Segment, phrase: Phrase, appliesTo: AppliesTo): Piece | null {
  const found = segment.amounts.find(
    ({ unit, from }) => RELATIVE_UNITS[unit] !== undefined && !isPeriod(phrase, from),
  );
  const unit = found === undefined ? undefined : RELATIVE_UNITS[found.unit];
  if (found === undefined || unit === undefined) return null;
  const early = phrase.folded.slice(segment.from, found.from);
  const late = phrase.folded.slice(found.to, segment.to);
  // "Ngày kết thúc tháng, quý, 6 tháng"
  if (unit === 'month' && /,\s*$/.test(early) && !/^ (?:ke|tinh|sau|truoc)\b/.test(late)) return null;
  const bounded = segment.bounds.some(({ bound }) => bound !== 'to');
  if (
    !bounded &&
    unit === 'month' &&
    !/(?:ke tu|sau|truoc|tinh tu)\b/.test(late) &&
    !/vong|han|\btruoc\b/.test(early)
  )
    return null;
  const direction = /^\s*truoc\b/.test(late) || /\btruoc\b/.test(early) ? 'before' : 'after';
  const { anchor, known } = anchorOf(segment, found, phrase);
  const minimum = segment.marks.some(({ mark }) => mark === 'minimum');
  const rule: RelativeRule = {
    kind: 'relative',
    amount: found.amount,
    unit,
    direction,
    anchor,
    minimum,
    inclusive: true,
    time: null,
    appliesTo,
  };
  return piece([rule], known ? [] : ['ANCHOR_UNKNOWN']);
}

/** "kết thúc 6 tháng": the length of a period, not a distance. */
function isPeriod(phrase: Phrase, from: number): boolean {
  return /(?:ket thuc|het) $/.test(phrase.folded.slice(Math.max(0, from - 10), from));
}

/** What the distance `found` counts from, in the words after it, else in those between "trước" or "sau" and it. */
function anchorOf(
  segment: Segment,
  found: { readonly from: number; readonly to: number },
  phrase: Phrase,
): { anchor: string; known: boolean } {
  const early = phrase.folded.slice(segment.from, found.from);
  const late = phrase.folded.slice(found.to, segment.to);
  const period = periodEnd(`${early} ${late}`);
  if (period !== null) return period;
  const words = ANCHOR_WORDS.exec(late);
  if (words !== null)
    return { anchor: trimmed(phrase, found.to + words.index + words[0].length, segment.to), known: false };
  const started = /\b(?:truoc|sau)\s+(?:khi\s+)?/.exec(early);
  if (started === null) return { anchor: '', known: false };
  return {
    anchor: trimmed(phrase, segment.from + started.index + started[0].length, found.from),
    known: false,
  };
}

/** The end of a calendar period, where the words count from it. */
function periodEnd(folded: string): { anchor: string; known: boolean } | null {
  const said =
    /(?:ngay|tu|khi|sau|truoc) (?:ket thuc|het|cuoi|ngay cuoi(?: cung)?(?: cua)?)\s+(?:moi\s+|hang\s+)?(quy(?! (?:\d|[ivx]+\b))|thang(?! \d)|nam(?! hoc| \d)|6 thang(?! (?:dau|cuoi)))\b(?!\s*(?:bao cao|hoc))/.exec(
      folded,
    );
  if (said !== null) return { anchor: PERIOD_ENDS[said[1] ?? ''] ?? 'year_end', known: true };
  const reported = /bao cao (quy|thang)\b/.exec(folded);
  return reported === null || /ke tu|tinh tu|sau/.test(folded)
    ? null
    : { anchor: PERIOD_ENDS[reported[1] ?? ''] ?? 'quarter_end', known: false };
}

const PERIOD_ENDS: { readonly [word: string]: string } = {
  quy: 'quarter_end',
  thang: 'month_end',
  nam: 'year_end',
  '6 thang': 'half_year_end',
};

function trimmed({ plain, folded }: Phrase, from: number, to: number): string {
  const end = AFTER_ANCHOR.exec(folded.slice(from, to))?.index ?? to - from;
  return tidySpaces(plain.slice(from, from + end)).replace(/[,;:.]+$/, '');
}

/** A day counted from another one: "trong 10 ngày kể từ ngày 15/6/2025", "trước Tết Nguyên đán 10 ngày". Null where none is. */
export function counted(
  segment: Segment,
  phrase: Phrase,
  base: (mention: Mention) => LocalDate | null,
): Piece | null {
  const amount = segment.amounts.find(({ unit }) => RELATIVE_UNITS[unit] !== undefined);
  const unit = amount === undefined ? undefined : RELATIVE_UNITS[amount.unit];
  const [mention, ...others] = segment.mentions;
  if (amount === undefined || unit === undefined || mention === undefined || others.length > 0) return null;
  const said = besideHappening(amount, mention, phrase, base);
  if (said !== null) return said;
  const direction = directionOf(amount, mention, phrase);
  if (direction === null || amount.amount > LONGEST_COUNT) return null;
  if (['school', 'year', 'day'].includes(mention.place.kind)) return relative(segment, phrase, null);
  const from = isEnded(mention, phrase) ? lastDayOf(mention) : base(mention);
  if (from === null && SPANS.has(mention.place.kind)) return relative(segment, phrase, null);
  if (from === null) return null;
  const plainly = /(?:ke tu|tinh tu|sau|truoc|ke|toi) (?:khi |ngay |ket thuc |het )*$/.test(
    phrase.folded.slice(0, mention.from),
  );
  const reasons: ReviewReason[] = [
    ...(direction === 'after' && !plainly ? (['SEVERAL_READINGS'] as const) : []),
    ...(mention.place.kind === 'feast' ? (['FEAST_NOT_DAY'] as const) : []),
  ];
  const traits = { inclusive: true, time: null, appliesTo: null };
  const count = direction === 'after' ? amount.amount : -amount.amount;
  if (unit === 'month') {
    const rule: DeadlineRule = { kind: 'once', on: addMonths(from, count), ...traits };
    if (!isBareBefore(amount, mention, phrase)) return piece([rule], reasons);
    return piece([rule], [...reasons, 'SEVERAL_READINGS'], [[{ ...rule, on: from, inclusive: false }]]);
  }
  if (unit === 'day' || unit === 'week') {
    return piece(
      [{ kind: 'once', on: addDays(from, unit === 'week' ? 7 * count : count), ...traits }],
      reasons,
    );
  }
  const rule: RelativeRule = {
    kind: 'relative',
    amount: amount.amount,
    unit,
    direction,
    anchor: from,
    minimum: false,
    ...traits,
  };
  return piece([rule], ['CALENDAR_DEPENDENT']);
}

/** "03 ngày sau ngày bầu cử (18/3/2026)": the day in the brackets is that of the happening, or already counted from it. */
function besideHappening(
  { amount, unit, to }: Segment['amounts'][number],
  mention: Mention,
  { folded }: Phrase,
  base: (mention: Mention) => LocalDate | null,
): Piece | null {
  const direction = HAPPENING_IN_BRACKETS.exec(folded.slice(to, mention.from))?.[1];
  const on = direction === undefined || unit !== 'day' ? null : base(mention);
  if (on === null) return null;
  const rule = { kind: 'once', on, inclusive: true, time: mention.time, appliesTo: null } as const;
  const counted = { ...rule, on: addDays(on, direction === 'sau' ? amount : -amount) };
  return piece([rule], ['SEVERAL_READINGS'], [[counted]]);
}

const HAPPENING_IN_BRACKETS = /^ (truoc|sau) (?:khi |ngay )?[a-z][^()\d]*\((?:ngay )?$/;

const SPANS: ReadonlySet<Place['kind']> = new Set(['month', 'quarter', 'half', 'months']);

/** "kể từ ngày kết thúc quý I/2025": counted from the last day of a month or of several. */
const isEnded = ({ place, from }: Mention, { folded }: Phrase): boolean =>
  SPANS.has(place.kind) &&
  /(?:ke tu|tinh tu|sau|tu) (?:khi |ngay )*(?:ket thuc|het) $/.test(
    folded.slice(Math.max(0, from - 32), from),
  );

function lastDayOf({ place }: Mention): LocalDate | null {
  const last = spanOf(place, null)?.last;
  if (last === undefined || last.year === null || last.month === null) return null;
  return completeDay(last.year, last.month, last.day);
}

const LONGEST_COUNT = 1_000;
/** "10 ngày trước ngày …", "trước ngày … 10 ngày": what may stand between the two. */
const COUNT_GAP = 24;
/** "sau ngày 15/6/2025 10 ngày" */
const NEAR = 3;
/** "trước ngày 20/11 ít nhất 10 ngày" */
const LATE_GAP = 14;

/** "Trong 60 ngày, hoàn thành trước 31/12": a length and a day that have nothing to do with each other. */
const APART = /[;:(]|,(?! (?:ke|tinh) tu)|\b(?:hoan thanh|xong|hoac)\b/;

/** "Báo cáo 6 tháng trước ngày 15/6": the months that a report covers, against "ít nhất 6 tháng trước ngày …". */
function isReported({ amount, unit, from }: Segment['amounts'][number], { folded }: Phrase): boolean {
  if (unit !== 'month' || ![3, 6, 9, 12].includes(amount)) return false;
  const before = folded.slice(Math.max(0, from - 24), from);
  return amount === 3 ? OF_REPORT.test(before) : !OF_DISTANCE.test(before);
}

const OF_REPORT = /\b(?:bao cao|bc|so ket|tong ket|danh gia|ket qua|so lieu)(?: \S+)? $/;
const OF_DISTANCE = /\b(?:it nhat|toi thieu|cham nhat|muon nhat|som nhat|trong|vong|khoang|truoc|sau) $/;

/** "3 tháng trước 15/9", and nothing before it: a distance, or the months of a report due before that day. */
const isBareBefore = ({ from }: Segment['amounts'][number], mention: Mention, { folded }: Phrase): boolean =>
  from < mention.from && mention.bound === 'before' && !OF_DISTANCE.test(folded.slice(0, from));

function directionOf(
  amount: Segment['amounts'][number],
  mention: Mention,
  phrase: Phrase,
): RelativeRule['direction'] | null {
  const first = amount.from < mention.from;
  if (first && isEnded(mention, phrase)) return 'after';
  if (first && isReported(amount, phrase)) return null;
  if (!['date', 'feast', 'school', 'year', 'day'].includes(mention.place.kind)) return null;
  const counts = /(?:^|\s)(truoc|sau)\s(?:\S+\s){0,3}$/.exec(phrase.folded.slice(0, mention.from))?.[1];
  const between = first
    ? phrase.folded.slice(amount.to, mention.from)
    : phrase.folded.slice(mention.to, amount.from);
  if (APART.test(between)) return null;
  const gap = first ? mention.from - amount.to : amount.from - mention.to;
  if (gap > COUNT_GAP) return null;
  if (mention.bound === 'before') return first || gap < LATE_GAP ? 'before' : null;
  if (!first && gap < LATE_GAP && mention.place.kind === 'school' && counts !== undefined)
    return counts === 'sau' ? 'after' : 'before';
  if (!first && gap < NEAR && mention.bound === 'after') return 'after';
  const after = mention.bound === 'from' || mention.bound === 'after' || mention.place.kind === 'school';
  return after && first ? 'after' : null;
}
