import type { Dependencies } from '../../app/dependencies.ts';
import type { Message } from '../../app/ports/message.ts';
import { besides, type Reply, say } from '../reply.ts';
import type { Turn } from '../turn.ts';
import { closing, type DialogueKind } from './dialogue-kind.ts';

/** A question that a page asks: given up, it leads back to the page; answered in words, to the page after it. */
export interface PageAnswer<Draft, Value> extends Pick<DialogueKind, 'kind' | 'version'> {
  readonly question: (turn: Turn, isUnread: boolean) => Message;
  readonly back: (turn: Turn, draft: Draft) => Reply;
  /** Null where the words do not fit. */
  readonly read: (words: string, turn: Turn) => Value | null;
  readonly take: (dependencies: Dependencies, turn: Turn, draft: Draft, value: Value) => Promise<Reply>;
}

export const pageAnswer = <Draft, Value>({
  kind,
  version,
  question,
  back,
  read,
  take,
}: PageAnswer<Draft, Value>): DialogueKind<Draft> => ({
  kind,
  version,
  async take(dependencies, turn, { draft }, input) {
    if (input.kind === 'choice') return closing(turn, back(turn, draft));
    const value = input.kind === 'text' ? read(input.text, turn) : null;
    if (value === null) return say(question(turn, true));
    return closing(turn, besides(await take(dependencies, turn, draft, value)));
  },
});
