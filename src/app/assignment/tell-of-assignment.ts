import type { Assignment } from '../../core/assignment/assignment.ts';
import type { NoticeId } from '../../core/id.ts';
import { planNotice, type Telling } from '../notices/plan-notice.ts';
import { slotOf } from '../notices/urgent-slot.ts';
import type { AssignmentNoticeKind } from '../ports/notice-kind.ts';
import type { Addressee } from '../ports/notice-repository.ts';

/** Plans a notice about one task of the day, due now. `key` tells it from others of its kind to the same addressee. */
export const tellOfAssignment = (
  telling: Telling,
  kind: AssignmentNoticeKind,
  { taskId, urgent }: Pick<Assignment, 'taskId' | 'urgent'>,
  addressee: Addressee,
  key: string,
): Promise<NoticeId> =>
  planNotice(telling, kind, addressee, {
    slot: slotOf(urgent, key),
    subject: { kind: 'task', id: taskId },
  });
