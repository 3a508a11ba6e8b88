import type { Ladder } from './ladder.ts';

/** What the secretariat chooses between, by buttons: stages before the deadline, after it, and within its day. */
export const LADDER_CHOICES = {
  before: [[14, 3], [30, 14, 3], [7, 1], [3], [1]],
  after: [[1, 3, 7], [1, 7], [3, 7], [7]],
  hours: [[2], [4, 2], [4, 1], [1], []],
} as const satisfies Readonly<Record<keyof Ladder, readonly (readonly number[])[]>>;

export type LadderPart = keyof typeof LADDER_CHOICES;

/** `14-3`; `none` */
export const stagesWord = (stages: readonly number[]): string =>
  stages.length === 0 ? 'none' : stages.join('-');

/** The stages that a word of a button names; null where they are not offered. */
export const chosenStages = (part: LadderPart, word: string): readonly number[] | null =>
  LADDER_CHOICES[part].find((stages) => stagesWord(stages) === word) ?? null;
