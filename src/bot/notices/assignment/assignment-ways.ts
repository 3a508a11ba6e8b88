import type { AssignmentNoticeKind } from '../../../app/ports/notice-kind.ts';
import type { NoticeWay } from '../saying.ts';
import {
  sayAssignment,
  sayAssignmentChange,
  sayAssignmentList,
  sayAssignmentPanel,
  sayAssignmentPost,
} from './say-assignment.ts';

/**
 * What units hear keeps office hours, with leeway for what a person sent just now; whoever gave the task hears at once.
 */
export const ASSIGNMENT_WAYS: Record<Exclude<AssignmentNoticeKind, 'assignment_reminder'>, NoticeWay> = {
  assignment: { say: sayAssignment, waitsFor: 'leeway' },
  assignment_post: { say: sayAssignmentPost, waitsFor: 'leeway' },
  assignment_panel: { say: sayAssignmentPanel, waitsFor: 'nothing' },
  assignment_list: { say: sayAssignmentList, waitsFor: 'nothing' },
  assignment_change: { say: sayAssignmentChange, waitsFor: 'leeway' },
};
