import type { Dependencies } from '../../app/dependencies.ts';
import type { Message } from '../../app/ports/message.ts';
import type { TextKey } from '../../i18n/translator.ts';
import { popup, say } from '../reply.ts';
import type { Turn } from '../turn.ts';
import type { Frame } from '../views/frame.ts';
import { saying } from '../views/message.ts';
import { closeDialogue, closing, type DialogueKind } from './dialogue-kind.ts';

/** What the words mean, or what is wrong with them. */
export type Read<Value> = { readonly value: Value } | { readonly flaw: string };

/** A dialogue of one question, answered in words or given up. */
export interface OneAnswer<Draft, Value> extends Pick<DialogueKind, 'kind' | 'version'> {
  readonly cancelled: TextKey;
  /** `words` are trimmed; empty where something else than text was sent. */
  readonly read: (frame: Frame, words: string) => Read<Value>;
  /** Does what was asked for; gives what is said of it, as the dialogue ends. */
  readonly take: (dependencies: Dependencies, turn: Turn, draft: Draft, value: Value) => Promise<Message>;
}

export const oneAnswer = <Draft, Value>({
  kind,
  version,
  cancelled,
  read,
  take,
}: OneAnswer<Draft, Value>): DialogueKind<Draft> => ({
  kind,
  version,
  async take(dependencies, turn, { draft }, input) {
    const { frame } = turn;
    if (input.kind === 'choice') {
      if (input.choice !== 'cancel') return popup(frame.t('answer.dialogueGone'));
      await closeDialogue(dependencies, turn);
      return { edit: saying(frame.t(cancelled)) };
    }
    const answer = read(frame, input.kind === 'text' ? input.text.trim() : '');
    if ('flaw' in answer) return say(saying(answer.flaw));
    return closing(turn, say(await take(dependencies, turn, draft, answer.value)));
  },
});

/** Reads any text of at most `limit` characters. */
export const textUpTo =
  (limit: number, flaws: { readonly missing: TextKey; readonly tooLong: TextKey }) =>
  ({ t }: Frame, words: string): Read<string> => {
    if (words === '') return { flaw: t(flaws.missing) };
    return Array.from(words).length > limit ? { flaw: t(flaws.tooLong, { limit }) } : { value: words };
  };

/** Reads a reason as short as a unit's focal point or the secretary gives one. */
export const readReason = textUpTo(500, {
  missing: 'report.reasonIsText',
  tooLong: 'report.reasonTooLong',
});
