import type { Mention } from './segment.ts';

/**
 * "Thứ Sáu, ngày 15/11/2024", "Ngày 07/9/2020 (thứ Hai)": a weekday beside a date is no place of its own, unless each is
 * bounded in its way.
 */
export function mergeWeekdays(mentions: readonly Mention[]): Mention[] {
  const merged: Mention[] = [];
  for (const mention of mentions) {
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
