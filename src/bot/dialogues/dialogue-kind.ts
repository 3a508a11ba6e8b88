import type { Dependencies } from '../../app/dependencies.ts';
import type { Dialogue } from '../../app/ports/dialogue-store.ts';
import type { Message } from '../../app/ports/message.ts';
import { addMs, DAY_MS } from '../../core/time/instant.ts';
import type { IncomingFile } from '../incoming.ts';
import { type Reply, say } from '../reply.ts';
import type { Turn } from '../turn.ts';

/** What a person gave to an open dialogue. `unfit`: neither words nor a choice; a file, where that is wanted. */
export type DialogueInput =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'choice'; readonly choice: string }
  | { readonly kind: 'unfit'; readonly file?: IncomingFile };

/** One kind of guided exchange. */
export interface DialogueKind {
  readonly kind: string;
  /** A stored dialogue of another version is closed, not misread. */
  readonly version: number;
  /** Null where the input is none for this dialogue, which is over: it is taken as if none had been open. */
  take(
    dependencies: Dependencies,
    turn: Turn,
    dialogue: Dialogue,
    input: DialogueInput,
  ): Promise<Reply | null>;
}

/** A draft with the update that made it: the same update again repeats the question instead of answering it. */
export interface Drafted<Draft> {
  readonly madeBy: string;
  readonly draft: Draft;
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
  const drafted: Drafted<unknown> = { madeBy: turn.incoming.effectKey, draft };
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
