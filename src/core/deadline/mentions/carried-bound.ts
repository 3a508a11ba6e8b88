import type { Phrase } from '../words/phrase.ts';
import { isSharp } from './join.ts';
import type { Segment } from './segment.ts';

/** Nothing, how often, for whom. */
const BARE = /^\W*(?:(?:hang|moi) (?:nam|quy|thang|tuan)\W*)?(?:\([^()\d]*\)\W*)?$/;

/** "Trước 15/6; 15/12 hằng năm": days by themselves behind a stop are bounded as the day before it. */
export function withBoundsCarried(segments: readonly Segment[], phrase: Phrase): readonly Segment[] {
  if (segments.length < 2) return segments;
  const result: Segment[] = [];
  for (const segment of segments) {
    const bound = boundAtEnd(result.at(-1), phrase);
    result.push(
      bound !== null && isBare(segment, phrase)
        ? { ...segment, mentions: segment.mentions.map((mention) => ({ ...mention, bound })) }
        : segment,
    );
  }
  return result;
}

function boundAtEnd(segment: Segment | undefined, { folded }: Phrase): 'before' | 'by' | null {
  const last = segment?.mentions.at(-1);
  if (last?.bound !== 'before' && last?.bound !== 'by') return null;
  return BARE.test(folded.slice(last.to, segment?.to)) ? last.bound : null;
}

function isBare({ mentions, from, to }: Segment, { folded }: Phrase): boolean {
  const [first, last] = [mentions[0], mentions.at(-1)];
  if (first === undefined || last === undefined) return false;
  const alone = mentions.every((mention) => isSharp(mention) && mention.bound === null);
  return alone && folded.slice(from, first.from).trim() === '' && BARE.test(folded.slice(last.to, to));
}
