import { isSharp } from './join.ts';
import type { Phrase } from './phrase.ts';
import type { Segment } from './segment.ts';

/** Nothing, or how often. */
const BARE = /^\W*(?:(?:hang|moi) (?:nam|quy|thang|tuan)\W*)?$/;

/** "Trước 15/6; 15/12 hằng năm": days by themselves behind a stop are bounded as the day before it. */
export function withBoundsCarried(segments: readonly Segment[], phrase: Phrase): readonly Segment[] {
  if (segments.length < 2) return segments;
  const result: Segment[] = [];
  for (const segment of segments) {
    const last = result.at(-1)?.mentions.at(-1);
    const bound = last?.bound === 'before' || last?.bound === 'by' ? last.bound : null;
    const carries = bound !== null && last?.to === lastWordOf(result.at(-1), phrase);
    result.push(
      carries && isBare(segment, phrase)
        ? { ...segment, mentions: segment.mentions.map((mention) => ({ ...mention, bound })) }
        : segment,
    );
  }
  return result;
}

const lastWordOf = (segment: Segment | undefined, { folded }: Phrase): number | null =>
  segment === undefined ? null : segment.from + folded.slice(segment.from, segment.to).trimEnd().length;

function isBare({ mentions, from, to }: Segment, { folded }: Phrase): boolean {
  const [first, last] = [mentions[0], mentions.at(-1)];
  if (first === undefined || last === undefined) return false;
  const alone = mentions.every((mention) => isSharp(mention) && mention.bound === null);
  return alone && folded.slice(from, first.from).trim() === '' && BARE.test(folded.slice(last.to, to));
}
