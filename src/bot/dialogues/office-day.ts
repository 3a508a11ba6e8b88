import type { Dependencies } from '../../app/dependencies.ts';
import { readNamedDay } from '../../core/day/read-named-day.ts';
import { askOffice } from '../answers/offices.ts';
import { type Reply, say } from '../reply.ts';
import type { Turn } from '../turn.ts';
import { button, saying } from '../views/message.ts';
import type { OfficeOf } from '../views/offices.ts';
import { closeDialogue, type DialogueKind, type Drafted, saveDialogue } from './dialogue-kind.ts';

const IDENTITY = { kind: 'office_day', version: 1 } as const;

/** Asks in words from which day a unit holds an office. */
export async function askOfficeDay(dependencies: Dependencies, turn: Turn, of: OfficeOf): Promise<Reply> {
  const question = askOffice(turn, of, turn.frame.today);
  if (question.edit === undefined) return question;
  await saveDialogue(dependencies, turn, IDENTITY, 'day', of);
  return { edit: dayQuestion(turn) };
}

export const officeDay: DialogueKind = {
  ...IDENTITY,
  async take(dependencies, turn, dialogue, input) {
    const { madeBy, draft } = dialogue.draft as Drafted<OfficeOf>;
    if (madeBy === turn.incoming.effectKey) return { edit: dayQuestion(turn) };
    if (input.kind === 'choice') {
      await closeDialogue(dependencies, turn);
      return askOffice(turn, draft, turn.frame.today);
    }
    const day = input.kind === 'text' ? readNamedDay(input.text, turn.frame.today) : null;
    if (day === null) return say(dayQuestion(turn, true));
    await closeDialogue(dependencies, turn);
    const { edit, ...rest } = askOffice(turn, draft, day.on);
    return edit === undefined ? rest : say(edit);
  },
};

const dayQuestion = ({ frame: { t } }: Turn, again = false) =>
  saying(t(again ? 'staff.dayUnclear' : 'staff.dayTyped'), [
    [button(t('button.cancel'), { kind: 'dialogue', choice: 'cancel' })],
  ]);
