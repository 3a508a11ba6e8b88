import type { Notice } from '../ports/notice-repository.ts';

const URGENT = 'urgent:';

/** The slot of what somebody entitled marked as HỎA TỐC; it tells that office hours are not kept. */
export const slotOf = (isUrgent: boolean, key: string): string => (isUrgent ? `${URGENT}${key}` : key);

export const isUrgentSlot = ({ slot }: Pick<Notice, 'slot'>): boolean => slot.startsWith(URGENT);
