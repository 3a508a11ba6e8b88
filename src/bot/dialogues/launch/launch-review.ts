import type { Dependencies } from '../../../app/dependencies.ts';
import { orderReview } from '../../../app/launch/order-review.ts';
import { readNamedDay } from '../../../core/day/read-named-day.ts';
import type { NamedDay } from '../../../core/deadline/named-day.ts';
import type { LaunchId } from '../../../core/id.ts';
import type { Launch } from '../../../core/launch/launch.ts';
import { fullDate } from '../../../i18n/days.ts';
import { refusalText } from '../../refusal.ts';
import { type Reply, say } from '../../reply.ts';
import type { Turn } from '../../turn.ts';
import { dueText } from '../../views/due-text.ts';
import type { Frame } from '../../views/frame.ts';
import { cancelling, saying, shortTitle } from '../../views/message.ts';
import { saveDialogue } from '../dialogue-kind.ts';
import { oneAnswer } from '../one-answer.ts';

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
  const cancel = cancelling(t);
  return say(saying(t('launch.review.ask', { title: shortTitle(title) }), [[cancel]]));
}

/** Words that many units read for months: a date, however it was typed. */
function lasting(frame: Frame, day: NamedDay): string {
  if (day.time !== null) return dueText(frame, day);
  return frame.t(`launch.review.${day.inclusive ? 'throughDay' : 'beforeDay'}`, { day: fullDate(day.on) });
}

export const reviewDialogue = oneAnswer<Draft, { readonly day: NamedDay; readonly words: string }>({
  ...IDENTITY,
  cancelled: 'dialogue.nothingChanged',
  read(frame, words) {
    const { t, today } = frame;
    const day = readNamedDay(words, today);
    if (day === null) return { flaw: t('launch.noDay') };
    return day.on <= today ? { flaw: t('launch.dayPast') } : { value: { day, words: lasting(frame, day) } };
  },
  async take(dependencies, { frame, request }, { launchId, title }, { day, words }) {
    const outcome = await orderReview(dependencies, request, launchId, { title, day, words });
    if (outcome.kind === 'refused') return saying(refusalText(frame, outcome));
    const { no, deadlineWords, parties } = outcome.value;
    const params = { no, title, words: deadlineWords, count: parties.length };
    return saying(frame.t(deadlineWords === words ? 'launch.review.done' : 'launch.review.before', params));
  },
});
