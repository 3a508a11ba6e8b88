import { lunarOf } from '../../calendar/lunar.ts';
import { localDate } from '../../time/local-date.ts';
import { type DayMention, isDay, type Segment } from './segment.ts';

/**
 * "25/12/2024 (tức 25 tháng 11 âm lịch)", "10/3 âm lịch (07/4/2025)": a day said by the sun and by the moon is the
 * sun's. Where the two are not one day a person must look.
 */
export function onceForBoth(segments: readonly Segment[]): readonly Segment[] {
  return segments.map((segment) => {
    const dates = segment.mentions.filter(isDay);
    const [one, other, ...more] = dates;
    const isLunar = segment.marks.some(({ mark }) => mark === 'lunar');
    if (!isLunar || one === undefined || other === undefined || more.length > 0) return segment;
    const [sun, moon] = isSameDay(one, other) ? [one, other] : [other, one];
    if (!isSameDay(sun, moon))
      return {
        ...segment,
        unclear: segment.unclear || (one.place.year === null) !== (other.place.year === null),
      };
    return {
      ...segment,
      mentions: segment.mentions.flatMap((mention) =>
        mention === moon ? [] : mention === sun ? [{ ...sun, bound: sun.bound ?? moon.bound }] : [mention],
      ),
      marks: segment.marks.filter(({ mark }) => mark !== 'lunar'),
    };
  });
}

function isSameDay({ place: sun }: DayMention, { place: moon }: DayMention): boolean {
  if (sun.year === null || sun.day === 'last') return false;
  const date = localDate(sun.year, sun.month, sun.day);
  if (date === null) return false;
  const { month, day } = lunarOf(date);
  return month === moon.month && day === moon.day;
}
