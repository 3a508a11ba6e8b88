import { spanOf } from '../atoms/span.ts';
import type { Phrase } from '../words/phrase.ts';
import { claimsOf, isSharp } from './join.ts';
import type { Mention } from './segment.ts';
import { workBeside } from './work-beside.ts';

/**
 * Beside a day, months and years only say what the work is about ("Báo cáo quý I: trước ngày 30/3"), unless the work
 * ends with them and something else is due on the day.
 */
export function deadlinesAmong(written: readonly Mention[], heading: boolean, phrase: Phrase): Mention[] {
  const mentions = written.filter((mention, at) => !isNarrowed(mention, written[at + 1]));
  if (heading) return mentions.filter(isSharp);
  if (!mentions.some(isSharp)) return mentions.filter((mention, at) => !isLabel(mention, mentions, at));
  const claims = claimsOf(mentions);
  return claims.flatMap(({ start, end }, at) =>
    isSharp(end) ||
    (start !== null && isSharp(start)) ||
    isBefore(end) ||
    isBeside(end, claims[at - 1]?.end) ||
    isBeside(claims[at + 1]?.end, end)
      ? start === null
        ? [end]
        : [start, end]
      : (workBeside(claims, at, phrase) ?? []),
  );
}

/** "Quý II (tháng 5)", "Tháng Thanh niên (tháng 3)", "tuần 2 tháng 11 (10-14/11/2025)": brackets that say which part of it is meant. */
function isNarrowed(mention: Mention, next: Mention | undefined): boolean {
  const { place } = mention;
  if (next?.opened !== true || next.from - mention.to > LONGEST_OPENING) return false;
  if (place.kind === 'week') return next.place.kind === 'days' && next.place.month === place.month;
  if (next.place.kind !== 'month' || !['month', 'quarter', 'half'].includes(place.kind)) return false;
  const [outer, inner] = [spanOf(place, null), next.place.month];
  return (outer?.first.month ?? 13) <= inner && inner <= (outer?.last.month ?? 0);
}

/** " (", " (trong ", ": ". */
const LONGEST_OPENING = 10;

/** "Xong phần móng trước Tết, hoàn thành toàn bộ trước 30/6". */
const isBefore = ({ place, bound }: Mention): boolean =>
  place.kind === 'feast' && (bound === 'before' || bound === 'by');

/** "Dịp 27/7 và Tết Nguyên đán": a feast in one row with a day. */
function isBeside(mention: Mention | undefined, before: Mention | undefined): boolean {
  if (mention === undefined || before === undefined || mention.joined !== 'and') return false;
  const feast = [mention, before].some(({ place }) => place.kind === 'feast');
  return feast && mention.bound === before.bound && mention.from - before.to <= LONGEST_ROW_JOINT;
}

const LONGEST_ROW_JOINT = 8;

/** "Năm 2025: quý I, quý II", "năm 2025, quý I"; the school year beside its semester. */
function isLabel(mention: Mention, mentions: readonly Mention[], at: number): boolean {
  if (mention.place.kind === 'school')
    return mentions.some(({ place }) => place.kind === 'month' || place.kind === 'quarter');
  if (mention.place.kind !== 'year' || mention.bound === 'by' || mention.bound === 'to' || at > 0)
    return false;
  return mentions.some(
    ({ place, joined: joint }) =>
      ['month', 'quarter', 'half', 'months', 'feast'].includes(place.kind) &&
      (joint === null || (joint === 'and' && 'year' in place && place.year === null)),
  );
}
