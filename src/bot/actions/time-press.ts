import type { Dependencies } from '../../app/dependencies.ts';
import { answerUpcoming, chooseUpcoming, showUpcoming } from '../answers/answer-upcoming.ts';
import type { Reply } from '../reply.ts';
import type { Turn } from '../turn.ts';
import { inPrivate } from './manage-press.ts';
import type { TimeAction } from './time-action.ts';

type Handlers = {
  readonly [Kind in TimeAction['kind']]: (
    dependencies: Dependencies,
    turn: Turn,
    action: Extract<TimeAction, { kind: Kind }>,
  ) => Promise<Reply>;
};

export const TIME_HANDLERS: Handlers = {
  upcoming: (dependencies, turn, { skip }) => inPrivate(turn, () => answerUpcoming(dependencies, turn, skip)),
  upcoming_one: (dependencies, turn, { ref }) => inPrivate(turn, () => showUpcoming(dependencies, turn, ref)),
  upcoming_settle: (dependencies, turn, { ref, choice }) => chooseUpcoming(dependencies, turn, ref, choice),
};
