import type { Dependencies } from '../../app/dependencies.ts';
import { orderReview } from '../../app/order-review.ts';
import type { LaunchId } from '../../core/id.ts';
import type { Launch } from '../../core/launch/launch.ts';
import { readNamedDay } from '../../core/launch/read-named-day.ts';
import { refusalText } from '../refusal.ts';
import { popup, type Reply, say } from '../reply.ts';
import type { Turn } from '../turn.ts';
import { button, saying, shortTitle } from '../views/message.ts';
import { closeDialogue, type DialogueKind, type Drafted, saveDialogue } from './dialogue-kind.ts';

const IDENTITY = { kind: 'launch_review', version: 1 } as const;

interface Draft {
  readonly launchId: LaunchId;
  readonly title: string;
}

/** [Sơ kết], [Tổng kết]: asks by which day the units report. */
export async function askReview(
  dependencies: Dependencies,
  turn: Turn,
  launch: Launch,
  review: 'interim' | 'final',
): Promise<Reply> {
  const { t } = turn.frame;
  const title = t(`launch.review.${review}`, { title: launch.title });
  const draft: Draft = { launchId: launch.id, title };
  await saveDialogue(dependencies, turn, IDENTITY, 'day', draft);
  const cancel = button(t('button.cancel'), { kind: 'dialogue', choice: 'cancel' });
  return say(saying(t('launch.review.ask', { title: shortTitle(title) }), [[cancel]]));
}

export const reviewDialogue: DialogueKind = {
  ...IDENTITY,
  async take(dependencies, turn, dialogue, input) {
    const { frame, request } = turn;
    const { launchId, title } = (dialogue.draft as Drafted<Draft>).draft;
    if (input.kind === 'choice') {
      if (input.choice !== 'cancel') return popup(frame.t('answer.dialogueGone'));
      await closeDialogue(dependencies, turn);
      return { edit: saying(frame.t('launch.registration.cancelled')) };
    }
    const words = input.kind === 'text' ? input.text.trim() : '';
    const day = readNamedDay(words, frame.today);
    if (day === 'unclear') return say(saying(frame.t('launch.noDay')));
    if (day === 'past' || day.on <= frame.today) return say(saying(frame.t('launch.dayPast')));
    const outcome = await orderReview(dependencies, request, launchId, { title, day, words });
    await closeDialogue(dependencies, turn);
    if (outcome.kind === 'refused') return say(saying(refusalText(frame, outcome)));
    const { task, changed } = outcome.value;
    const isNew = changed || turn.incoming.again;
    const params = { no: task.no, title, words: task.deadlineWords, count: task.parties.length };
    return say(saying(frame.t(isNew ? 'launch.review.done' : 'launch.review.before', params)));
  },
};
