import type { Assignment } from '../core/assignment/assignment.ts';
import type { Instant } from '../core/time/instant.ts';
import type { IdSource } from './ports/id-source.ts';
import type { Addressee, AssignmentNoticeKind, Notice, PlannedNotice } from './ports/notice-repository.ts';

const URGENT = 'urgent:';

/** The slot of what is said of a task of the day; it tells whether office hours are kept. */
export const assignmentSlot = ({ urgent }: Pick<Assignment, 'urgent'>, key: string): string =>
  urgent ? `${URGENT}${key}` : key;

/** Hỏa tốc: said outside office hours too. */
export const isUrgentSlot = ({ slot }: Pick<Notice, 'slot'>): boolean => slot.startsWith(URGENT);

/** A notice about one task of the day. `key` tells it from others of its kind to the same addressee. */
export const assignmentNotice = (
  ids: IdSource,
  kind: AssignmentNoticeKind,
  assignment: Pick<Assignment, 'taskId' | 'urgent'>,
  { addressee, key, at }: { readonly addressee: Addressee; readonly key: string; readonly at: Instant },
): PlannedNotice => ({
  id: ids.next<'notice'>(),
  kind,
  addressee,
  slot: assignmentSlot(assignment, key),
  at,
  subject: { kind: 'task', id: assignment.taskId },
  late: false,
});
