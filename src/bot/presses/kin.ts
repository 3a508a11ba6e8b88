import type { Dependencies } from '../../app/dependencies.ts';
import { refuse } from '../../app/outcome.ts';
import { pairTasks } from '../../app/plan/pair-tasks.ts';
import type { TaskId } from '../../core/id.ts';
import type { KIN_BUTTONS } from '../buttons/kin.ts';
import { refusal } from '../refusal.ts';
import { type Reply } from '../reply.ts';
import { refusalHere } from '../rights.ts';
import { byThisUpdate, type Turn } from '../turn.ts';
import { alikeMessage, twinsMessage, twinsOf } from '../views/plan/alike.ts';
import { kinMessage } from '../views/plan/kin.ts';
import type { HandlersOf } from './handlers.ts';

export const KIN_HANDLERS: HandlersOf<typeof KIN_BUTTONS> = {
  alike: (_, turn, { skip }) => notHere(turn) ?? { edit: alikeMessage(turn.frame, skip) },
  twins: (_, turn, { skip }) => notHere(turn) ?? { edit: twinsMessage(turn.frame, skip) },
  pair_twins: async (dependencies, turn, { count }) => {
    const refused = notHere(turn);
    if (refused !== null) return refused;
    const twins = twinsOf(turn.frame);
    if (twins.length !== count) return { edit: twinsMessage(turn.frame, 0) };
    for (const { earlier, later } of twins) {
      const outcome = await pairTasks(dependencies, turn.request, [earlier.id, later.id], true);
      if (outcome.kind === 'refused') return refusal(turn.frame, outcome);
    }
    const { frame } = await withBook(dependencies, turn);
    return {
      edit: alikeMessage(frame, 0),
      answer: { text: frame.t('kin.decided.twins', { count }), popup: false },
    };
  },
  pair: async (dependencies, turn, { task, another, answer, skip }) => {
    const refused = notHere(turn);
    if (refused !== null) return refused;
    const outcome = await pairTasks(dependencies, turn.request, [task, another], answer === 'same');
    if (outcome.kind === 'refused') return refusal(turn.frame, outcome);
    const { frame } = await withBook(dependencies, turn);
    const key = byThisUpdate(turn, outcome.value.changed)
      ? (`kin.decided.${answer}` as const)
      : 'kin.decidedBefore';
    const text = frame.t(key);
    return { edit: alikeMessage(frame, skip), answer: { text, popup: false } };
  },
  kin: (_, turn, { task }) => notHere(turn) ?? shown(turn, task),
  part: async (dependencies, turn, { task, from }) => {
    const refused = notHere(turn);
    if (refused !== null) return refused;
    const outcome = await pairTasks(dependencies, turn.request, [task, from], false);
    if (outcome.kind === 'refused') return refusal(turn.frame, outcome);
    const after = await withBook(dependencies, turn);
    const answer = { text: after.frame.t('kin.decided.apart'), popup: false };
    return { ...shown(after, from), answer };
  },
};

/** Whoever imports plans decides of their tasks, in private. */
const notHere = (turn: Turn): Reply | null => refusalHere(turn, 'plan.import');

function shown({ frame }: Turn, taskId: TaskId): Reply {
  const task = frame.book.tasks.find(({ id }) => id === taskId);
  return task === undefined ? refusal(frame, refuse('TASK_UNKNOWN')) : { edit: kinMessage(frame, task) };
}

/** The turn with the plans as they are now. */
async function withBook({ unitOfWork }: Dependencies, turn: Turn): Promise<Turn> {
  return { ...turn, frame: { ...turn.frame, book: await unitOfWork.read.plans.book() } };
}
