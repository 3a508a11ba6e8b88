import type { Delivery, NoticeState } from '../app/ports/notice-repository.ts';
import { MOST_DOUBTS } from './retry-policy.ts';

/** Nothing more is done for the part. */
export const isOver = (part: Delivery): boolean =>
  part.state === 'sent' ||
  part.state === 'refused' ||
  (part.state === 'unknown' && part.doubts >= MOST_DOUBTS);

/** Somebody may have read the part, so its text stays as it is. */
export const mayHaveLeft = (part: Delivery): boolean =>
  part.state === 'sent' || part.state === 'sending' || part.doubts > 0;

/** How a notice ends whose parts are all over. */
export function verdictOf(parts: readonly Delivery[]): NoticeState {
  if (parts.some((part) => part.state === 'refused')) return 'dead';
  return parts.every((part) => part.state === 'sent') ? 'sent' : 'unknown';
}
