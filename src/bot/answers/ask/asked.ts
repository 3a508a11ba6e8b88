import type { NameIndex } from '../../../core/question/name-index.ts';
import type { Question } from '../../../core/question/question.ts';

/** A question as it was understood, with what it may lean on. */
export interface Asked {
  readonly question: Question;
  readonly names: NameIndex;
  /** What the same person asked here a moment before; null where nothing is remembered. */
  readonly before: Question | null;
}
