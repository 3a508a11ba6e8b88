import { pinGroupBoard } from '../../app/report/pin-group-board.ts';
import { refusalText } from '../refusal.ts';
import { popup } from '../reply.ts';
import { saying } from '../views/message.ts';
import type { GroupAction } from './group-action.ts';
import type { HandlersOf } from './handlers.ts';

export const GROUP_HANDLERS: HandlersOf<GroupAction> = {
  board_pin: async (dependencies, turn) => {
    const { frame, request } = turn;
    const outcome = await pinGroupBoard(dependencies, request);
    if (outcome.kind === 'refused') return popup(refusalText(frame, outcome));
    return {
      effects: [{ kind: 'pin', message: outcome.value }],
      edit: saying(frame.t('board.pinned')),
      insteadWhen: {
        rights: popup(frame.t('board.pinRights')),
        failed: popup(frame.t('board.pinFailed')),
      },
    };
  },
};
