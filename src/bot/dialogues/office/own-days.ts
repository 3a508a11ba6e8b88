import type { Dependencies } from '../../../app/dependencies.ts';
import { type DaySpan, readDays } from '../../../core/calendar/read-days.ts';
import { readNamedDay } from '../../../core/day/read-named-day.ts';
import type { LocalDate } from '../../../core/time/local-date.ts';
import { ruleShown } from '../../answers/office/rules.ts';
import { type Reply, say } from '../../reply.ts';
import type { Turn } from '../../turn.ts';
import { askDaysMessage, dayPage, daysPage } from '../../views/office/office-days.ts';
import { saveDialogue } from '../dialogue-kind.ts';
import { pageAnswer } from '../page-answer.ts';

const IDENTITY = { kind: 'own_days', version: 1 } as const;

/** Asks for a day or a span; what it is to be is chosen by buttons. */
export async function askDays(dependencies: Dependencies, turn: Turn): Promise<Reply> {
  const shown = ruleShown(turn, (frame) => askDaysMessage(frame, false));
  if (shown.edit === undefined) return shown;
  await saveDialogue(dependencies, turn, IDENTITY, 'days', null);
  return say(shown.edit);
}

export const ownDays = pageAnswer<null, DaySpan>({
  ...IDENTITY,
  question: ({ frame }, isUnread) => askDaysMessage(frame, isUnread),
  back: (turn) => ruleShown(turn, (frame) => daysPage(frame, 0)),
  read: (words, { frame }) => spanIn(words, frame.today),
  take: async (_, turn, __, span) => ruleShown(turn, (frame) => dayPage(frame, span)),
});

/** Dates, one or two; or one day in other words. */
function spanIn(text: string, today: LocalDate): DaySpan | null {
  const on = readNamedDay(text, today)?.on;
  return readDays(text, today) ?? (on === undefined ? null : { from: on, to: on });
}
