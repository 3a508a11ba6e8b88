import type { Notice } from '../ports/notice-repository.ts';

const URGENT = 'urgent:';

/** The slot of what somebody entitled marked as HỎA TỐC; it tells that office hours are not kept. */
export const slotOf = (isUrgent: boolean, key: string): string => (isUrgent ? `${URGENT}${key}` : key);

export const isUrgentSlot = ({ slot }: Pick<Notice, 'slot'>): boolean => slot.startsWith(URGENT);

/** The instant of a slot of what speaks by hours; null where the slot is no instant. */
export function momentOfSlot(slot: string): { readonly urgent: boolean; readonly at: number } | null {
  const urgent = isUrgentSlot({ slot });
  const key = urgent ? slot.slice(URGENT.length) : slot;
  return /^\d{1,15}$/.test(key) ? { urgent, at: Number(key) } : null;
}
