import type { Mention } from './segment.ts';

/**
 * "Thứ Sáu, ngày 15/11/2024", "Ngày 07/9/2020 (thứ Hai)": a weekday beside a date is no place of its own, unless each is
 * bounded in its way. Where something comes back every week, only hard before a date with its year.
 */
export function mergeWeekdays(mentions: readonly Mention[], weekly: boolean): Mention[] {
  const merged: Mention[] = [];
  for (const mention of weekly ? mentions : withoutRows(mentions)) {
    const last = merged.at(-1);
    if (weekly && !(last !== undefined && isWrittenOut(last, mention))) {
      merged.push(mention);
      continue;
    }
    const apart = last?.bound !== null && mention.bound !== null && last?.bound !== mention.bound;
    if (last?.place.kind === 'weekday' && mention.place.kind === 'date' && !apart) {
      const { weekday } = last.place;
      merged[merged.length - 1] = {
        ...mention,
        bound: mention.bound ?? last.bound,
        time: mention.time ?? last.time,
        weekday,
      };
    } else if (last?.place.kind === 'date' && mention.place.kind === 'weekday') {
      merged[merged.length - 1] = {
        ...last,
        weekday: mention.place.weekday,
        time: last.time ?? mention.time,
      };
    } else merged.push(mention);
  }
  return merged;
}

/** "Thứ Tư ngày 03/12/2025". */
const isWrittenOut = (weekday: Mention, { place, from }: Mention): boolean =>
  weekday.place.kind === 'weekday' && place.kind === 'date' && place.year !== null && from - weekday.to <= 2;

/** "Thứ Bảy, Chủ nhật (16-17/11)": weekdays in a row before the days that they are. */
function withoutRows(mentions: readonly Mention[]): readonly Mention[] {
  const [first, second, days] = mentions;
  const isRow = first?.place.kind === 'weekday' && second?.place.kind === 'weekday' && second.joined !== null;
  const areDays = days !== undefined && ['date', 'days', 'day'].includes(days.place.kind);
  return isRow && areDays && days.bound === null ? mentions.slice(2) : mentions;
}
