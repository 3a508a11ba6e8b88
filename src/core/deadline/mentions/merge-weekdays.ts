import type { Mention } from './segment.ts';

/**
 * "Thứ Sáu, ngày 15/11/2024", "Ngày 07/9/2020 (thứ Hai)": a weekday beside a date is no place of its own, unless each is
 * bounded in its way.
 */
export function mergeWeekdays(mentions: readonly Mention[]): Mention[] {
  const merged: Mention[] = [];
  for (const mention of withoutRows(mentions)) {
    const last = merged.at(-1);
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

/** "Thứ Bảy, Chủ nhật (16-17/11)": weekdays in a row before the days that they are. */
function withoutRows(mentions: readonly Mention[]): readonly Mention[] {
  const [first, second, days] = mentions;
  const isRow = first?.place.kind === 'weekday' && second?.place.kind === 'weekday' && second.joined !== null;
  const areDays = days !== undefined && ['date', 'days', 'day'].includes(days.place.kind);
  return isRow && areDays && days.bound === null ? mentions.slice(2) : mentions;
}
