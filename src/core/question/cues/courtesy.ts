import type { Cue } from './cue.ts';

/** What a message that asks nothing still says to the bot. */
export const COURTESIES = ['thanks', 'greeting', 'assent'] as const;
export type Courtesy = (typeof COURTESIES)[number];

const SAID: readonly (readonly [courtesy: Courtesy, cues: readonly Cue[]])[] = [
  ['thanks', ['thanks', 'wish']],
  ['greeting', ['greeting']],
  ['assent', ['assent', 'laugh']],
];

/** The courtesy of a message's words, or null. */
export function courtesyOf(cues: ReadonlySet<Cue>): Courtesy | null {
  return SAID.find(([, wanted]) => wanted.some((cue) => cues.has(cue)))?.[0] ?? null;
}
