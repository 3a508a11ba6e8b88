import { ASK_BUTTONS } from './buttons/ask.ts';
import { ASSIGNMENT_BUTTONS } from './buttons/assignment.ts';
import { AUDIT_BUTTONS } from './buttons/audit.ts';
import { BOARD_BUTTONS } from './buttons/board.ts';
import { CONVERSATION_BUTTONS } from './buttons/conversation.ts';
import { GROUP_BUTTONS } from './buttons/group.ts';
import { INBOX_BUTTONS } from './buttons/inbox.ts';
import { KIN_BUTTONS } from './buttons/kin.ts';
import { LAUNCH_BUTTONS } from './buttons/launch.ts';
import { NOTICE_BUTTONS } from './buttons/notice.ts';
import { ORGANISATION_BUTTONS } from './buttons/organisation.ts';
import { PEOPLE_BUTTONS } from './buttons/people.ts';
import { PLAN_BUTTONS } from './buttons/plan.ts';
import { REPORT_BUTTONS } from './buttons/report.ts';
import { RULES_BUTTONS } from './buttons/rules.ts';
import { SESSION_BUTTONS } from './buttons/session.ts';
import { SET_UP_BUTTONS } from './buttons/set-up.ts';
import { SETTINGS_BUTTONS } from './buttons/settings.ts';
import { TRIAL_BUTTONS } from './buttons/trial.ts';
import type { ActionOf } from './wire-field.ts';

/** Every button that there is, by what it is about. */
export const BUTTONS = {
  ...ASK_BUTTONS,
  ...ASSIGNMENT_BUTTONS,
  ...AUDIT_BUTTONS,
  ...BOARD_BUTTONS,
  ...CONVERSATION_BUTTONS,
  ...GROUP_BUTTONS,
  ...INBOX_BUTTONS,
  ...KIN_BUTTONS,
  ...LAUNCH_BUTTONS,
  ...NOTICE_BUTTONS,
  ...ORGANISATION_BUTTONS,
  ...PEOPLE_BUTTONS,
  ...PLAN_BUTTONS,
  ...REPORT_BUTTONS,
  ...RULES_BUTTONS,
  ...SESSION_BUTTONS,
  ...SET_UP_BUTTONS,
  ...SETTINGS_BUTTONS,
  ...TRIAL_BUTTONS,
} as const;

/**
 * What a button does: a complete value, checked anew when pressed. Whoever presses, the rights are theirs, not the
 * button's.
 */
export type Action = ActionOf<typeof BUTTONS>;

export type ActionKind = Action['kind'];
