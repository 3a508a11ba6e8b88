import type { Dependencies } from '../../app/dependencies.ts';
import type { Reply } from '../reply.ts';
import type { Turn } from '../turn.ts';
import { blockedReason } from './blocked-reason.ts';
import { closeDialogue, type DialogueInput, openDialogue } from './dialogue-kind.ts';
import { launchDialogue } from './launch-dialogue.ts';

const KINDS = [launchDialogue, blockedReason];

/** Hands the input to the person's open dialogue in this chat; null where none is open. */
export async function takeDialogue(
  dependencies: Dependencies,
  turn: Turn,
  input: DialogueInput,
): Promise<Reply | null> {
  const dialogue = await openDialogue(dependencies, turn);
  if (dialogue === null) return null;
  const kind = KINDS.find((one) => one.kind === dialogue.kind && one.version === dialogue.version);
  if (kind !== undefined) return kind.take(dependencies, turn, dialogue, input);
  await closeDialogue(dependencies, turn);
  return null;
}
