import type { Dependencies } from '../../../app/dependencies.ts';
import type { Message } from '../../../app/ports/message.ts';
import { readNamedDay } from '../../../core/day/read-named-day.ts';
import type { LocalDate } from '../../../core/time/local-date.ts';
import { askOffice } from '../../answers/organisation/offices.ts';
import type { Reply } from '../../reply.ts';
import type { Turn } from '../../turn.ts';
import { cancelling, saying } from '../../views/message.ts';
import type { OfficeOf } from '../../views/organisation/offices.ts';
import { saveDialogue } from '../dialogue-kind.ts';
import { pageAnswer } from '../page-answer.ts';

const IDENTITY = { kind: 'office_day', version: 1 } as const;

/** Asks in words from which day a unit holds an office. */
export async function askOfficeDay(dependencies: Dependencies, turn: Turn, of: OfficeOf): Promise<Reply> {
  const question = askOffice(turn, of, turn.frame.today);
  if (question.edit === undefined) return question;
  await saveDialogue(dependencies, turn, IDENTITY, 'day', of);
  return { edit: dayQuestion(turn) };
}

export const officeDay = pageAnswer<OfficeOf, LocalDate>({
  ...IDENTITY,
  question: dayQuestion,
  back: (turn, of) => askOffice(turn, of, turn.frame.today),
  read: (words, { frame }) => readNamedDay(words, frame.today)?.on ?? null,
  take: async (_, turn, of, day) => askOffice(turn, of, day),
});

function dayQuestion({ frame: { t } }: Turn, isUnread = false): Message {
  const cancel = cancelling(t);
  return saying(t(isUnread ? 'staff.unfit.day' : 'staff.dayTyped'), [[cancel]]);
}
