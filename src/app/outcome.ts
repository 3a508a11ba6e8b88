/** A use case did what was asked, or says by a stable code why not. Text for people stands under `refusal.<CODE>`. */
export type Outcome<Value> = { readonly kind: 'done'; readonly value: Value } | Refused;

export interface Refused {
  readonly kind: 'refused';
  readonly code: RefusalCode;
  readonly params: Readonly<Record<string, string>>;
}

export type RefusalCode =
  | 'ACCESS_NOT_OWN_UNIT'
  | 'ACCESS_SECRETARIAT_ONLY'
  | 'ACCESS_STAFF_ONLY'
  | 'ACCESS_UNKNOWN_PERSON'
  | 'ASSIGNMENT_DAY'
  | 'ASSIGNMENT_HEAD_ONLY'
  | 'ASSIGNMENT_NOT_ADDRESSED'
  | 'ASSIGNMENT_NO_RECIPIENTS'
  | 'ASSIGNMENT_TOLD_LATE'
  | 'ASSIGNMENT_UNKNOWN'
  | 'ASSIGNMENT_WITHDRAWN'
  | 'BOARD_NOT_POSTED'
  | 'CHAT_NOT_BOUND'
  | 'CLUSTER_UNKNOWN'
  | 'CONCLUSION_GIVEN'
  | 'DUTY_OVER'
  | 'DUTY_PASSED'
  | 'INVITATION_EXPIRED'
  | 'INVITATION_UNIT_ENDED'
  | 'INVITATION_SERVING_ALREADY'
  | 'INVITATION_UNKNOWN'
  | 'INVITATION_USED'
  | 'LAUNCH_APPROVERS_ONLY'
  | 'DUTY_DAYS'
  | 'DUTY_NOT_HELD'
  | 'DUTY_END_PAST'
  | 'DUTY_NOT_YOURS'
  | 'DUTY_SAME_PERSON'
  | 'DUTY_STRANGER'
  | 'EVIDENCE_WANTED'
  | 'EXTENSION_DAY'
  | 'EXTENSION_UNKNOWN'
  | 'LAUNCH_NOT_ADDRESSED'
  | 'LAUNCH_NO_APPROVER'
  | 'LAUNCH_NO_GROUPS'
  | 'LAUNCH_REGISTERED'
  | 'LAUNCH_UNKNOWN'
  | 'LAUNCH_WITHDRAWN'
  | 'LAUNCH_CUT_OFF_PAST'
  | 'LAUNCH_UNCHANGED'
  | 'NOTICE_GONE'
  | 'NOTICE_NOT_YOURS'
  | 'OBLIGATION_CLOSED'
  | 'OBLIGATION_UNKNOWN'
  | 'HAND_OVER_NOT_YOURS'
  | 'HAND_OVER_UNKNOWN'
  | 'OFFICE_DAY'
  | 'OFFICE_NOT_MEMBER'
  | 'OFFICE_NOT_VACANT'
  | 'PERSON_LAST_SECRETARY'
  | 'PLAN_ALREADY_IN_FORCE'
  | 'PLAN_DRAFT_CHANGED'
  | 'PLAN_DRAFT_CLOSED'
  | 'PLAN_DRAFT_UNKNOWN'
  | 'PLAN_INCOMPLETE'
  | 'PLAN_UNKNOWN'
  | 'REPORT_UNKNOWN'
  | 'SESSION_UNKNOWN'
  | 'SETTING_UNKNOWN'
  | 'SET_UP_CLAIMED'
  | 'STEP_NOT_OF_TASK'
  | 'TASK_UNKNOWN'
  | 'UNIT_ENDED'
  | 'CLUSTER_ENDED'
  | 'CLUSTER_END_PAST'
  | 'UNIT_END_PAST'
  | 'UNIT_HEIR_SHARED'
  | 'UNIT_NAME_TAKEN'
  | 'UNIT_UNKNOWN';

export const done = <Value>(value: Value): Outcome<Value> => ({ kind: 'done', value });

export const refuse = (code: RefusalCode, params: Refused['params'] = {}): Refused => ({
  kind: 'refused',
  code,
  params,
});
