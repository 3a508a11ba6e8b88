import type { Dependencies } from '../app/dependencies.ts';
import type { Dialogue } from '../app/ports/dialogue-store.ts';
import type { Question } from '../core/question/question.ts';
import { addMs, MINUTE_MS } from '../core/time/instant.ts';
import type { Turn } from './turn.ts';

/**
 * What somebody last asked in a chat, so that "còn tháng sau?" can lean on it. It stands in the place of the
 * dialogue of that person and chat: it expires as one, outlives a restart, and gives way as soon as a dialogue
 * opens, in which no question is asked anyway. People who are not listed have none: nothing is kept of them.
 */
const IDENTITY = { kind: 'last_question', version: 1 } as const;
const LIFETIME_MS = 10 * MINUTE_MS;

interface Remembered {
  /** The update that asked it: the same update again leans on what was before it. */
  readonly madeBy: string;
  readonly question: Question;
  readonly before: Question | null;
}

export const isLastQuestion = ({ kind }: Pick<Dialogue, 'kind'>): boolean => kind === IDENTITY.kind;

/** What was asked before this update, within ten minutes; null where nothing is remembered. */
export async function questionBefore(
  { unitOfWork }: Dependencies,
  { person, chat, frame, incoming }: Turn,
): Promise<Question | null> {
  if (person === null || chat === null) return null;
  const stored = await unitOfWork.read.dialogues.open(person.id, chat.id, frame.now);
  if (stored === null || stored.kind !== IDENTITY.kind || stored.version !== IDENTITY.version) return null;
  const { madeBy, question, before } = stored.draft as Remembered;
  return madeBy === incoming.effectKey ? before : question;
}

/** Remembers a question that was answered, unless a dialogue is open. */
export async function rememberQuestion(
  { unitOfWork }: Dependencies,
  { person, chat, frame, incoming }: Turn,
  question: Question,
  before: Question | null,
): Promise<void> {
  if (person === null || chat === null || question.intent === 'none') return;
  const draft: Remembered = { madeBy: incoming.effectKey, question, before };
  await unitOfWork.run(async (tx) => {
    const open = await tx.dialogues.open(person.id, chat.id, frame.now);
    if (open !== null && !isLastQuestion(open)) return;
    await tx.dialogues.save({
      personId: person.id,
      chatId: chat.id,
      ...IDENTITY,
      step: 'asked',
      draft,
      expiresAt: addMs(frame.now, LIFETIME_MS),
      messageKey: null,
    });
  });
}
