import type { Dependencies } from '../../app/dependencies.ts';
import type { Reply } from '../reply.ts';
import type { Turn } from '../turn.ts';
import type { Action, BUTTONS } from './action.ts';
import type { Handler, HandlersOf } from './handlers.ts';
import { ASK_HANDLERS } from './presses/ask.ts';
import { ASSIGNMENT_HANDLERS } from './presses/assignment.ts';
import { AUDIT_HANDLERS } from './presses/audit.ts';
import { BOARD_HANDLERS } from './presses/board.ts';
import { CONVERSATION_HANDLERS } from './presses/conversation.ts';
import { GROUP_HANDLERS } from './presses/group.ts';
import { INBOX_HANDLERS } from './presses/inbox.ts';
import { KIN_HANDLERS } from './presses/kin.ts';
import { LAUNCH_HANDLERS } from './presses/launch.ts';
import { NOTICE_HANDLERS } from './presses/notice.ts';
import { ORGANISATION_HANDLERS } from './presses/organisation.ts';
import { PEOPLE_HANDLERS } from './presses/people.ts';
import { PLAN_HANDLERS } from './presses/plan.ts';
import { REPORT_HANDLERS } from './presses/report.ts';
import { RULES_HANDLERS } from './presses/rules.ts';
import { SESSION_HANDLERS } from './presses/session.ts';
import { SET_UP_HANDLERS } from './presses/set-up.ts';
import { SETTINGS_HANDLERS } from './presses/settings.ts';
import { TRIAL_HANDLERS } from './presses/trial.ts';

const HANDLERS: HandlersOf<typeof BUTTONS> = {
  ...ASK_HANDLERS,
  ...ASSIGNMENT_HANDLERS,
  ...AUDIT_HANDLERS,
  ...BOARD_HANDLERS,
  ...CONVERSATION_HANDLERS,
  ...GROUP_HANDLERS,
  ...INBOX_HANDLERS,
  ...KIN_HANDLERS,
  ...LAUNCH_HANDLERS,
  ...NOTICE_HANDLERS,
  ...ORGANISATION_HANDLERS,
  ...PEOPLE_HANDLERS,
  ...PLAN_HANDLERS,
  ...REPORT_HANDLERS,
  ...RULES_HANDLERS,
  ...SESSION_HANDLERS,
  ...SET_UP_HANDLERS,
  ...SETTINGS_HANDLERS,
  ...TRIAL_HANDLERS,
};

/** Does what a button says, for whoever pressed it, by the rights that they hold now. */
export function press(dependencies: Dependencies, turn: Turn, action: Action): Promise<Reply> {
  return (HANDLERS[action.kind] as Handler<Action>)(dependencies, turn, action);
}
