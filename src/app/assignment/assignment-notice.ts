import type { Assignment } from '../../core/assignment/assignment.ts';
import type { Instant } from '../../core/time/instant.ts';
import { slotOf } from '../notices/urgent-slot.ts';
import type { IdSource } from '../ports/id-source.ts';
import type { AssignmentNoticeKind } from '../ports/notice-kind.ts';
import type { Addressee, PlannedNotice } from '../ports/notice-repository.ts';

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
  slot: slotOf(assignment.urgent, key),
  at,
  subject: { kind: 'task', id: assignment.taskId },
  late: false,
});
