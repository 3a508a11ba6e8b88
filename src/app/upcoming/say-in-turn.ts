import type { NoticeId } from '../../core/id.ts';
import { MERGED_CAUSE, type Notice } from '../ports/notice-repository.ts';

/** What a notice would say, and which others of its morning within it; or a stable code of why it would say nothing. */
export type WouldSay = { readonly merged?: readonly NoticeId[] } | { readonly withheld: string };

/**
 * What those wanted would say once their turn comes, of all that wait, given in turn: what one says for others of its
 * instant, these do not say again.
 */
export async function sayInTurn<One extends { readonly notice: Notice }, Said extends WouldSay>(
  all: readonly One[],
  wanted: readonly One[],
  say: (one: One) => Promise<Said>,
): Promise<ReadonlyMap<One, Said | { readonly withheld: string }>> {
  const said = new Map<One, Said | { readonly withheld: string }>();
  const merged = new Set<NoticeId>();
  for (const one of all) {
    if (merged.has(one.notice.id)) said.set(one, { withheld: MERGED_CAUSE });
    else if (wanted.some((other) => isOfOneMorning(one.notice, other.notice))) {
      const words = await say(one);
      said.set(one, words);
      if (!('withheld' in words)) for (const id of words.merged ?? []) merged.add(id);
    }
  }
  return said;
}

const isOfOneMorning = (one: Notice, other: Notice): boolean =>
  one.at === other.at && one.addressee.id === other.addressee.id;
