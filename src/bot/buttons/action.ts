import { ASK_BUTTONS } from './ask.ts';
import { ASSIGNMENT_BUTTONS } from './assignment.ts';
import { AUDIT_BUTTONS } from './audit.ts';
import { BOARD_BUTTONS } from './board.ts';
import { CONVERSATION_BUTTONS } from './conversation.ts';
import { GROUP_BUTTONS } from './group.ts';
import { INBOX_BUTTONS } from './inbox.ts';
import { KIN_BUTTONS } from './kin.ts';
import { LAUNCH_BUTTONS } from './launch.ts';
import { NOTICE_BUTTONS } from './notice.ts';
import { ORGANISATION_BUTTONS } from './organisation.ts';
import { PEOPLE_BUTTONS } from './people.ts';
import { PLAN_BUTTONS } from './plan.ts';
import { REPORT_BUTTONS } from './report.ts';
import { RULES_BUTTONS } from './rules.ts';
import { SESSION_BUTTONS } from './session.ts';
import { SET_UP_BUTTONS } from './set-up.ts';
import { SETTINGS_BUTTONS } from './settings.ts';
import { TRIAL_BUTTONS } from './trial.ts';
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
