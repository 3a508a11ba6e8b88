import type { Dependencies } from '../../app/dependencies.ts';
import { pinGroupBoard } from '../../app/pin-group-board.ts';
import { refusalText } from '../refusal.ts';
import { popup, type Reply } from '../reply.ts';
import type { Turn } from '../turn.ts';
import { saying } from '../views/message.ts';
import type { GroupAction } from './group-action.ts';

type Handlers = {
  readonly [Kind in GroupAction['kind']]: (dependencies: Dependencies, turn: Turn) => Promise<Reply>;
};

export const GROUP_HANDLERS: Handlers = {
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
