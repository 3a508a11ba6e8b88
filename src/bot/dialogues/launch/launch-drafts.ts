import type { Dependencies } from '../../../app/dependencies.ts';
import type { LaunchDraft } from '../../../app/ports/launch-repository.ts';
import {
  EMPTY_LAUNCH,
  type LaunchForm,
  type LaunchInput,
  type LaunchStep,
} from '../../forms/launch/launch-form.ts';
import type { IncomingFile } from '../../incoming.ts';
import type { Turn } from '../../turn.ts';
import { type DialogueKind, standingOf } from '../dialogue-kind.ts';
import { keepFile } from '../keep-file.ts';

/** Drafts offered at a time: the newest. */
const OFFERED = 3;

/** What the person was writing beside this form. */
export async function draftsBeside(
  { unitOfWork }: Dependencies,
  { person }: Turn,
  { draftId }: Pick<LaunchForm, 'draftId'>,
): Promise<LaunchDraft[]> {
  if (person === null) return [];
  const drafts = await unitOfWork.read.launches.draftsOf(person.id);
  return drafts.filter(({ id }) => id !== draftId).slice(0, OFFERED);
}

/**
 * The form with a place to be kept at; one without a title holds nothing worth keeping, a correction has its launch.
 */
export const withPlace = ({ ids }: Dependencies, form: LaunchForm): LaunchForm =>
  form.title === '' || form.corrects !== null
    ? form
    : { ...form, draftId: form.draftId ?? ids.next<'launch_draft'>() };

/** Keeps what is written so far, whatever becomes of the dialogue. */
export async function keepDraft(
  { unitOfWork, clock }: Dependencies,
  { person }: Turn,
  step: LaunchStep,
  form: LaunchForm,
): Promise<void> {
  const { draftId: id, title } = form;
  if (person === null || id === null) return;
  const draft: LaunchDraft = { id, personId: person.id, title, form, step, changedAt: clock.now() };
  await unitOfWork.run((tx) => tx.launches.keepDraft(draft));
}

/** The form that is open in this chat, and where it stands. */
export async function openForm(
  { unitOfWork }: Dependencies,
  turn: Turn,
  { kind, version }: Pick<DialogueKind, 'kind' | 'version'>,
): Promise<{ readonly step: LaunchStep; readonly form: LaunchForm } | null> {
  const { person, chat, frame } = turn;
  if (person === null || chat === null) return null;
  const open = await unitOfWork.read.dialogues.open(person.id, chat.id, frame.now);
  if (open === null || open.kind !== kind || open.version !== version) return null;
  const { step, draft } = standingOf(turn, open);
  return { step: step as LaunchStep, form: { ...EMPTY_LAUNCH, ...(draft as LaunchForm) } };
}

export async function dropDraft(
  { unitOfWork }: Dependencies,
  { draftId }: Pick<LaunchForm, 'draftId'>,
): Promise<void> {
  if (draftId !== null) await unitOfWork.run((tx) => tx.launches.dropDraft(draftId));
}

/** A file that was sent, kept; null where none was. */
export async function fileTaken(
  dependencies: Dependencies,
  file: IncomingFile | undefined,
): Promise<LaunchInput | { readonly problem: 'tooLarge' | 'unavailable' } | null> {
  if (file === undefined) return null;
  const kept = await keepFile(dependencies, file);
  return typeof kept === 'string' ? { problem: kept } : { kind: 'file', file: kept };
}
