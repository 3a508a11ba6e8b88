import type { Dialogue } from '../app/ports/dialogue-store.ts';
import type { Transaction } from '../app/ports/transaction.ts';
import type { Question } from '../core/question/question.ts';
import { addMs, type Instant, MINUTE_MS } from '../core/time/instant.ts';
import type { Turn } from './turn.ts';

const IDENTITY = { kind: 'last_question', version: 1 } as const;
const LIFETIME_MS = 10 * MINUTE_MS;
const MOST_PASSING = 1_000;

interface Remembered {
  /** The update that asked it: the same update again leans on what was before it. */
  readonly madeBy: string;
  readonly question: Question;
  readonly before: Question | null;
}

export const isLastQuestion = ({ kind }: Pick<Dialogue, 'kind'>): boolean => kind === IDENTITY.kind;

/**
 * What somebody last asked in a chat, for ten minutes, so that "còn tháng sau?" can lean on it.
 *
 * It is stored in the place of the dialogue of that person and chat: it outlives a restart, is seen by every
 * process, and gives way as soon as a dialogue opens, during which none is remembered. Of people who are not
 * listed nothing may be stored, so theirs are kept in memory alone and lost with it.
 */
export class LastQuestions {
  readonly #passing = new Map<string, Remembered & { readonly until: Instant }>();

  /** What was asked before this update; null where nothing is remembered. */
  async before(turn: Turn): Promise<Question | null> {
    const remembered = await this.#remembered(turn);
    if (remembered === null) return null;
    return remembered.madeBy === turn.incoming.effectKey ? remembered.before : remembered.question;
  }

  /** Remembers a question that was answered, unless a dialogue is open. */
  async remember(tx: Transaction, turn: Turn, question: Question, before: Question | null): Promise<void> {
    const { person, chat, frame, incoming } = turn;
    if (question.intent === 'none') return;
    const until = addMs(frame.now, LIFETIME_MS);
    const draft: Remembered = { madeBy: incoming.effectKey, question, before };
    if (person === null || chat === null) return this.#pass(keyOf(turn), { ...draft, until });
    await tx.dialogues.saveIfFree(
      {
        personId: person.id,
        chatId: chat.id,
        ...IDENTITY,
        step: 'asked',
        draft,
        expiresAt: until,
        messageKey: null,
      },
      frame.now,
    );
  }

  async #remembered(turn: Turn): Promise<Remembered | null> {
    const { person, chat, frame } = turn;
    if (person === null || chat === null) {
      const passing = this.#passing.get(keyOf(turn));
      return passing === undefined || passing.until <= frame.now ? null : passing;
    }
    const stored = await turn.dialogue();
    const isOurs = stored?.kind === IDENTITY.kind && stored.version === IDENTITY.version;
    return isOurs ? (stored.draft as Remembered) : null;
  }

  /** The oldest gives way. */
  #pass(key: string, remembered: Remembered & { readonly until: Instant }): void {
    this.#passing.delete(key);
    this.#passing.set(key, remembered);
    const [oldest] = this.#passing.keys();
    if (this.#passing.size > MOST_PASSING && oldest !== undefined) this.#passing.delete(oldest);
  }
}

const keyOf = ({ incoming }: Turn): string =>
  [incoming.channel, incoming.chat.key, incoming.sender?.user ?? ''].join(' ');
