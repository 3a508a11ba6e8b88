import type { Dependencies } from '../../../app/dependencies.ts';
import { renameUnit } from '../../../app/organisation/rename-unit.ts';
import type { UnitId } from '../../../core/id.ts';
import type { Unit } from '../../../core/organisation/unit.ts';
import { tidyName } from '../../forms/organisation/end-unit-form.ts';
import { outdated, refusalText } from '../../refusal.ts';
import { type Reply, say } from '../../reply.ts';
import { forSecretariat } from '../../rights.ts';
import { openTurn, type Turn } from '../../turn.ts';
import { saying } from '../../views/message.ts';
import { renameQuestion } from '../../views/organisation/unit-change.ts';
import { unitCard } from '../../views/people/staff.ts';
import { closeDialogue, type DialogueKind, saveDialogue } from '../dialogue-kind.ts';

const RENAMING = { kind: 'unit_rename', version: 1 } as const;

interface RenameDraft {
  readonly unitId: UnitId;
}

/** Asks for the new name. */
export async function beginRename(dependencies: Dependencies, turn: Turn, unitId: UnitId): Promise<Reply> {
  const unit = unitIn(turn, unitId);
  const reply = forSecretariat(turn, 'unit.change', () =>
    unit === null ? null : renameQuestion(turn.frame, unit),
  );
  if (reply.edit !== undefined) await saveDialogue(dependencies, turn, RENAMING, 'name', { unitId });
  return reply;
}

export const renameDialogue: DialogueKind<RenameDraft> = {
  ...RENAMING,
  async take(dependencies, turn, { draft, again }, input) {
    const { frame, request, incoming } = turn;
    const unit = unitIn(turn, draft.unitId);
    if (unit === null) {
      await closeDialogue(dependencies, turn);
      return outdated(frame);
    }
    if (again) return { edit: renameQuestion(frame, unit) };
    if (input.kind === 'choice') {
      await closeDialogue(dependencies, turn);
      return forSecretariat(turn, 'unit.change', () => unitCard(frame, unit.id));
    }
    const name = input.kind === 'text' ? tidyName(input.text) : null;
    if (name === null) return say(renameQuestion(frame, unit, true));
    const outcome = await renameUnit(dependencies, request, unit.id, name);
    if (outcome.kind === 'refused') {
      const { edit, ...rest } = forSecretariat(turn, 'unit.change', () => renameQuestion(frame, unit));
      return edit === undefined ? rest : say(saying(refusalText(frame, outcome)), edit);
    }
    await closeDialogue(dependencies, turn);
    const now = await openTurn(dependencies, incoming, turn.tools);
    return say(saying(frame.t('unit.renamed', { former: unit.name, name })), unitCard(now.frame, unit.id));
  },
};

const unitIn = ({ frame }: Turn, id: UnitId): Unit | null =>
  frame.directory.units.find((unit) => unit.id === id) ?? null;
