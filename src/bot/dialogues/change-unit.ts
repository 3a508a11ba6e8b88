import type { Dependencies } from '../../app/dependencies.ts';
import { endUnit } from '../../app/office/end-unit.ts';
import { renameUnit } from '../../app/office/rename-unit.ts';
import type { Message } from '../../app/ports/message.ts';
import type { UnitId } from '../../core/id.ts';
import type { Unit } from '../../core/organisation/unit.ts';
import { forSecretariat } from '../answers/offices.ts';
import { refusalText } from '../refusal.ts';
import { popup, type Reply, say } from '../reply.ts';
import { openTurn, type Turn } from '../turn.ts';
import { saying } from '../views/message.ts';
import { unitCard } from '../views/staff.ts';
import { endQuestion, heirsOffered, renameQuestion, unitEnded } from '../views/unit-change.ts';
import { closeDialogue, type DialogueKind, type Drafted, saveDialogue } from './dialogue-kind.ts';
import { EMPTY_END, type EndForm, type EndStep, stepEnd, tidyName } from './end-unit-form.ts';

const RENAMING = { kind: 'unit_rename', version: 1 } as const;
const ENDING = { kind: 'unit_end', version: 1 } as const;

interface RenameDraft {
  readonly unitId: UnitId;
}

interface EndDraft extends RenameDraft {
  readonly form: EndForm;
  /** As they were offered: a button names a place among them. */
  readonly offered: readonly UnitId[];
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

/** Asks for the last day, then for who comes after it. */
export async function beginEnd(dependencies: Dependencies, turn: Turn, unitId: UnitId): Promise<Reply> {
  const { frame } = turn;
  const unit = unitIn(turn, unitId);
  const offered = unit === null ? [] : heirsOffered(frame.directory, unitId, frame.today);
  const reply = forSecretariat(turn, 'unit.change', () =>
    unit === null || unit.validTo !== null ? null : endQuestion(frame, unit, 'day', EMPTY_END, offered),
  );
  if (reply.edit === undefined) return reply;
  const draft: EndDraft = { unitId, form: EMPTY_END, offered: offered.map(({ id }) => id) };
  await saveDialogue(dependencies, turn, ENDING, 'day', draft);
  return reply;
}

export const renameDialogue: DialogueKind = {
  ...RENAMING,
  async take(dependencies, turn, dialogue, input) {
    const { frame, request, incoming } = turn;
    const { madeBy, draft } = dialogue.draft as Drafted<RenameDraft>;
    const unit = unitIn(turn, draft.unitId);
    if (unit === null) return gone(dependencies, turn);
    if (madeBy === incoming.effectKey) return { edit: renameQuestion(frame, unit) };
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

export const endUnitDialogue: DialogueKind = {
  ...ENDING,
  async take(dependencies, turn, dialogue, input) {
    const { frame, request, incoming } = turn;
    const { madeBy, draft } = dialogue.draft as Drafted<EndDraft>;
    const step = dialogue.step as EndStep;
    const unit = unitIn(turn, draft.unitId);
    if (unit === null) return gone(dependencies, turn);
    const offered = draft.offered.flatMap((id) => unitIn(turn, id) ?? []);
    const show = (message: Message): Reply => (input.kind === 'choice' ? { edit: message } : say(message));
    const ask = (at: EndStep, form: EndForm, unfit = false): Reply =>
      show(endQuestion(frame, unit, at, form, offered, unfit));
    if (madeBy === incoming.effectKey) return ask(step, draft.form);
    if (input.kind === 'unfit') return ask(step, draft.form, true);
    const value = input.kind === 'choice' ? input.choice : input.text;
    const known = frame.directory.units.filter(({ id, validTo }) => id !== unit.id && validTo === null);
    const move = stepEnd(
      step,
      draft.form,
      { kind: input.kind, value },
      { today: frame.today, offered, known },
    );
    switch (move.kind) {
      case 'ask':
        await saveDialogue(dependencies, turn, ENDING, move.step, { ...draft, form: move.form });
        return ask(move.step, move.form);
      case 'unfit':
        return ask(step, draft.form, true);
      case 'cancel':
        await closeDialogue(dependencies, turn);
        return forSecretariat(turn, 'unit.change', () => unitCard(frame, unit.id));
      case 'finish': {
        const { lastOn, successors, founded } = move.form;
        if (lastOn === null) return ask('day', move.form, true);
        const ending = { unitId: unit.id, lastOn, successors, founded };
        const outcome = await endUnit(dependencies, request, ending);
        await closeDialogue(dependencies, turn);
        if (outcome.kind === 'refused') return show(saying(refusalText(frame, outcome)));
        const now = await openTurn(dependencies, incoming, turn.tools);
        return show(unitEnded(now.frame, outcome.value));
      }
    }
  },
};

const unitIn = ({ frame }: Turn, id: UnitId): Unit | null =>
  frame.directory.units.find((unit) => unit.id === id) ?? null;

async function gone(dependencies: Dependencies, turn: Turn): Promise<Reply> {
  await closeDialogue(dependencies, turn);
  return popup(turn.frame.t('answer.outdatedButton'));
}
