import type { Evidence } from './evidence.ts';
import type { Meeting, Step } from './step.ts';

/** What is reported of the work. Words that follow from time (overdue, done late) are computed: `obligation/due-state.ts`. */
export const WORK_STATES = [
  'not_started',
  'in_progress',
  'blocked',
  'done',
  'confirmed',
  'returned',
  'withdrawn',
] as const;
export type WorkState = (typeof WORK_STATES)[number];

export const PROGRESS_STEPS = [25, 50, 75] as const;

/** What a focal point says of an obligation. */
export type ProgressClaim =
  | { readonly kind: 'percent'; readonly percent: (typeof PROGRESS_STEPS)[number] }
  /** `meeting` goes with the step `scheduled`, and with no other. */
  | { readonly kind: 'step'; readonly step: Step; readonly meeting: Meeting | null }
  | { readonly kind: 'blocked'; readonly reason: string }
  | { readonly kind: 'done'; readonly evidence?: Evidence };

/** What the secretariat says of work that is reported done. */
export type Verdict =
  | { readonly kind: 'confirmed' }
  /** What is missing. */
  | { readonly kind: 'returned'; readonly reason: string };

/** Which claims each state takes. Done stays open to correction until it is confirmed. */
const ANY_CLAIM = ['percent', 'step', 'blocked', 'done'] as const;
const TAKES: Record<WorkState, readonly ProgressClaim['kind'][]> = {
  not_started: ANY_CLAIM,
  in_progress: ANY_CLAIM,
  blocked: ANY_CLAIM,
  returned: ANY_CLAIM,
  done: ANY_CLAIM,
  confirmed: [],
  withdrawn: [],
};

/** Which verdicts each state takes. What was confirmed by mistake can still be returned. */
const JUDGED: Record<WorkState, readonly Verdict['kind'][]> = {
  not_started: [],
  in_progress: [],
  blocked: [],
  returned: [],
  done: ['confirmed', 'returned'],
  confirmed: ['returned'],
  withdrawn: [],
};

const BECOMES: Record<ProgressClaim['kind'], WorkState> = {
  percent: 'in_progress',
  step: 'in_progress',
  blocked: 'blocked',
  done: 'done',
};

/** The state after the claim, or null where the present state takes no such claim. */
export function stateAfter(state: WorkState, claim: ProgressClaim): WorkState | null {
  return TAKES[state].includes(claim.kind) ? BECOMES[claim.kind] : null;
}

/** The state after the verdict, or null where the present state takes none such. */
export function stateJudged(state: WorkState, verdict: Verdict): Verdict['kind'] | null {
  return JUDGED[state].includes(verdict.kind) ? verdict.kind : null;
}

/** Open work can still be reported on and reminded of. */
export const isOpen = (state: WorkState): boolean =>
  state !== 'done' && state !== 'confirmed' && state !== 'withdrawn';

export const isDone = (state: WorkState): boolean => state === 'done' || state === 'confirmed';
