/** What is said of who holds what: offices in clusters that end or are named, hand-overs, stand-ins, who leaves, contacts. */
const OFFICE_NOTICE_KINDS = [
  'rotation',
  'office_named',
  'hand_over',
  'stand_in',
  'duty_ended',
  'contact_check',
  'unit_changed',
  'cluster_changed',
] as const;
export type OfficeNoticeKind = (typeof OFFICE_NOTICE_KINDS)[number];

/** What is said of a launch: to groups, to those who have not received it, to whoever wrote or approves it. */
export const LAUNCH_NOTICE_KINDS = [
  'launch',
  'launch_file',
  'launch_panel',
  /** To the secretariat: what a trial keeps back, as it would be sent. */
  'launch_held',
  'launch_reminder',
  'launch_list',
  'launch_approval',
  /** To its author, where it goes out later. */
  'launch_approved',
  'launch_declined',
  'launch_correction',
  'registration',
] as const;
export type LaunchNoticeKind = (typeof LAUNCH_NOTICE_KINDS)[number];

/** What is said of a task of the day: to those who owe it, to their groups, to whoever gave it. */
export const ASSIGNMENT_NOTICE_KINDS = [
  'assignment',
  'assignment_post',
  'assignment_panel',
  'assignment_reminder',
  'assignment_list',
  'assignment_change',
] as const;
export type AssignmentNoticeKind = (typeof ASSIGNMENT_NOTICE_KINDS)[number];

export const NOTICE_KINDS = [
  ...LAUNCH_NOTICE_KINDS,
  ...ASSIGNMENT_NOTICE_KINDS,
  'reminder',
  'digest',
  'overview',
  'escalation',
  'correction',
  'report_note',
  'decision',
  'inbox',
  'join_request',
  'join_answer',
  'rehearsal',
  'trial',
  'leak',
  ...OFFICE_NOTICE_KINDS,
] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];
