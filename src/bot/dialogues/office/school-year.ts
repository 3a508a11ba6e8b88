import type { Dependencies } from '../../../app/dependencies.ts';
import { changeSchoolYear } from '../../../app/office/change-rules.ts';
import { readSchoolYear } from '../../../core/calendar/read-school-year.ts';
import type { SchoolCalendar } from '../../../core/calendar/school-calendar.ts';
import { ruleShown } from '../../answers/office/rules.ts';
import { refusalText } from '../../refusal.ts';
import { type Reply, say } from '../../reply.ts';
import { openTurn, type Turn } from '../../turn.ts';
import { saying } from '../../views/message.ts';
import { askSchoolYearMessage, daysPage } from '../../views/office/office-days.ts';
import { saveDialogue } from '../dialogue-kind.ts';
import { pageAnswer } from '../page-answer.ts';

const IDENTITY = { kind: 'school_year', version: 1 } as const;

/** Asks for the days of the school year and its semesters. */
export async function askSchoolYear(dependencies: Dependencies, turn: Turn): Promise<Reply> {
  const shown = ruleShown(turn, (frame) => askSchoolYearMessage(frame, false));
  if (shown.edit === undefined) return shown;
  await saveDialogue(dependencies, turn, IDENTITY, 'days', null);
  return say(shown.edit);
}

export const schoolYear = pageAnswer<null, SchoolCalendar>({
  ...IDENTITY,
  question: ({ frame }, isUnread) => askSchoolYearMessage(frame, isUnread),
  back: (turn) => ruleShown(turn, (frame) => daysPage(frame, 0)),
  read: readSchoolYear,
  async take(dependencies, turn, _, days) {
    const outcome = await changeSchoolYear(dependencies, turn.request, days);
    if (outcome.kind === 'refused') return say(saying(refusalText(turn.frame, outcome)));
    const now = await openTurn(dependencies, turn.incoming, turn.tools);
    return ruleShown(now, (frame) => daysPage(frame, 0));
  },
});
