import type { Dependencies } from '../../app/dependencies.ts';
import { changeSchoolYear } from '../../app/office/change-rules.ts';
import { readSchoolYear } from '../../core/calendar/read-school-year.ts';
import { ruleShown } from '../answers/rules.ts';
import { refusalText } from '../refusal.ts';
import { type Reply, say } from '../reply.ts';
import { openTurn, type Turn } from '../turn.ts';
import { saying } from '../views/message.ts';
import { askSchoolYearMessage, daysPage } from '../views/rules.ts';
import { closeDialogue, closing, type DialogueKind, type Drafted, saveDialogue } from './dialogue-kind.ts';

const IDENTITY = { kind: 'school_year', version: 1 } as const;

/** Asks for the days of the school year and its semesters. */
export async function askSchoolYear(dependencies: Dependencies, turn: Turn): Promise<Reply> {
  const shown = ruleShown(turn, (frame) => askSchoolYearMessage(frame, false));
  if (shown.edit === undefined) return shown;
  await saveDialogue(dependencies, turn, IDENTITY, 'days', null);
  return say(shown.edit);
}

export const schoolYear: DialogueKind = {
  ...IDENTITY,
  async take(dependencies, turn, dialogue, input) {
    const { frame, incoming, request, tools } = turn;
    const { madeBy } = dialogue.draft as Drafted<null>;
    if (madeBy === incoming.effectKey) return say(askSchoolYearMessage(frame, false));
    if (input.kind === 'choice') {
      await closeDialogue(dependencies, turn);
      return ruleShown(turn, (now) => daysPage(now, 0));
    }
    const days = input.kind === 'text' ? readSchoolYear(input.text) : null;
    if (days === null) return say(askSchoolYearMessage(frame, true));
    const outcome = await changeSchoolYear(dependencies, request, days);
    if (outcome.kind === 'refused') return say(saying(refusalText(frame, outcome)));
    const { edit, ...rest } = ruleShown(await openTurn(dependencies, incoming, tools), (now) =>
      daysPage(now, 0),
    );
    return closing(turn, edit === undefined ? rest : say(edit));
  },
};
