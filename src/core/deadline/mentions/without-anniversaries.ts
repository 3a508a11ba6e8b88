import { isDay, type Mention, type Segment } from './segment.ts';

/**
 * "Trước ngày 24/7/2025, kỷ niệm 78 năm Ngày Thương binh - Liệt sĩ (27/7/1947 - 27/7/2025)": the years that are counted
 * beside a day are not due.
 */
export function withoutAnniversaries(segments: readonly Segment[]): readonly Segment[] {
  return segments.map((segment) => {
    const { mentions } = segment;
    const kept = mentions.filter(
      (mention, at) => !isAnniversary(mentions[at - 1], mention) && !isAnniversary(mention, mentions[at + 1]),
    );
    return kept.length < mentions.length && kept.some(isDay) ? { ...segment, mentions: kept } : segment;
  });
}

const LEAST_YEARS = 5;

function isAnniversary(one: Mention | undefined, other: Mention | undefined): boolean {
  if (one === undefined || other === undefined || !isDay(one) || !isDay(other)) return false;
  const [first, last] = [one.place, other.place];
  const isSameDay = first.day === last.day && first.month === last.month;
  return (
    other.joined === 'dash' && isSameDay && (last.year ?? 0) - (first.year ?? last.year ?? 0) >= LEAST_YEARS
  );
}
