import type { Dependencies } from '../../app/dependencies.ts';
import type { Action, BUTTONS } from '../buttons/action.ts';
import type { Reply } from '../reply.ts';
import type { Turn } from '../turn.ts';
import { ASK_HANDLERS } from './ask.ts';
import { ASSIGNMENT_HANDLERS } from './assignment.ts';
import { AUDIT_HANDLERS } from './audit.ts';
import { BOARD_HANDLERS } from './board.ts';
import { CONVERSATION_HANDLERS } from './conversation.ts';
import { GROUP_HANDLERS } from './group.ts';
import type { Handler, HandlersOf } from './handlers.ts';
import { INBOX_HANDLERS } from './inbox.ts';
import { KIN_HANDLERS } from './kin.ts';
import { LAUNCH_HANDLERS } from './launch.ts';
import { NOTICE_HANDLERS } from './notice.ts';
import { ORGANISATION_HANDLERS } from './organisation.ts';
import { PEOPLE_HANDLERS } from './people.ts';
import { PLAN_HANDLERS } from './plan.ts';
import { REPORT_HANDLERS } from './report.ts';
import { RULES_HANDLERS } from './rules.ts';
import { SESSION_HANDLERS } from './session.ts';
import { SET_UP_HANDLERS } from './set-up.ts';
import { SETTINGS_HANDLERS } from './settings.ts';
import { TRIAL_HANDLERS } from './trial.ts';

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
export async function press(dependencies: Dependencies, turn: Turn, action: Action): Promise<Reply> {
  return (HANDLERS[action.kind] as Handler<Action>)(dependencies, turn, action);
}
