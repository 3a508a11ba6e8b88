import type { Dependencies } from '../../app/dependencies.ts';
import type { Dialogue } from '../../app/ports/dialogue-store.ts';
import type { Message } from '../../app/ports/message.ts';
import { addMs, DAY_MS } from '../../core/time/instant.ts';
import type { IncomingFile } from '../incoming.ts';
import { type Reply, say } from '../reply.ts';
import type { Turn } from '../turn.ts';

/** What a person gave to an open dialogue. `unfit`: neither words nor a choice; a file, where that is wanted. */
export type DialogueInput =
  | {
      readonly kind: 'text';
      readonly text: string;
      /** Whether its words ask something by themselves. */
      readonly asks: () => boolean;
    }
  | { readonly kind: 'choice'; readonly choice: string }
  | { readonly kind: 'unfit'; readonly file?: IncomingFile };

/** Where an open dialogue stands. */
export interface Standing<Draft, Step extends string> {
  readonly step: Step;
  readonly draft: Draft;
  /** The update that asked the question is here once more, after its effect: it does not answer it. */
  readonly again: boolean;
}

/** One kind of guided exchange. */
export interface DialogueKind<Draft = unknown, Step extends string = string> {
  readonly kind: string;
  /** A stored dialogue of another version is closed, not misread. */
  readonly version: number;
  /** Null where the input is none for this dialogue: it is taken as if none were open. */
  take(
    dependencies: Dependencies,
    turn: Turn,
    standing: Standing<Draft, Step>,
    input: DialogueInput,
  ): Promise<Reply | null>;
}

/** A draft as it is stored. */
interface Drafted {
  /** The update that made it. */
  readonly madeBy: string;
  readonly draft: unknown;
}

export function standingOf({ incoming }: Turn, dialogue: Dialogue): Standing<unknown, string> {
  const { madeBy, draft } = dialogue.draft as Drafted;
  return { step: dialogue.step, draft, again: madeBy === incoming.effectKey };
}

/** What comes of a press stands in place of its question, what comes of words after them. */
export const showing =
  ({ kind }: DialogueInput) =>
  (message: Message): Reply =>
    kind === 'choice' ? { edit: message } : say(message);

const LIFETIME_MS = DAY_MS;

/** Stores where a dialogue stands; null where the person or chat is not known, who have no dialogues. */
export async function saveDialogue(
  { unitOfWork }: Dependencies,
  turn: Turn,
  { kind, version }: Pick<DialogueKind, 'kind' | 'version'>,
  step: string,
  draft: unknown,
): Promise<void> {
  const { person, chat } = turn;
  if (person === null || chat === null) return;
  const drafted: Drafted = { madeBy: turn.incoming.effectKey, draft };
  await unitOfWork.run((tx) =>
    tx.dialogues.save({
      personId: person.id,
      chatId: chat.id,
      kind,
      version,
      step,
      draft: drafted,
      expiresAt: addMs(turn.frame.now, LIFETIME_MS),
      messageKey: null,
    }),
  );
}

/**
 * The reply by which a dialogue ends: it is closed together with the update, so that an update taken up again after a
 * death finds it open and is answered alike.
 */
export const closing = ({ person, chat }: Turn, reply: Reply): Reply => ({
  ...reply,
  afterwards: async (tx) => {
    if (person !== null && chat !== null) await tx.dialogues.close(person.id, chat.id);
  },
});

export async function closeDialogue({ unitOfWork }: Dependencies, { person, chat }: Turn): Promise<void> {
  if (person === null || chat === null) return;
  await unitOfWork.run((tx) => tx.dialogues.close(person.id, chat.id));
}
