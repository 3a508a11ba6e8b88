/** What is reported of the work. Words that follow from time (overdue, done late) are computed: `due-state.ts`. */
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
  | { readonly kind: 'blocked'; readonly reason: string }
  | { readonly kind: 'done' };

/** Which claims each state takes. Done stays open to correction until it is confirmed. */
const TAKES: Record<WorkState, readonly ProgressClaim['kind'][]> = {
  not_started: ['percent', 'blocked', 'done'],
  in_progress: ['percent', 'blocked', 'done'],
  blocked: ['percent', 'blocked', 'done'],
  returned: ['percent', 'blocked', 'done'],
  done: ['percent', 'blocked', 'done'],
  confirmed: [],
  withdrawn: [],
};

const BECOMES: Record<ProgressClaim['kind'], WorkState> = {
  percent: 'in_progress',
  blocked: 'blocked',
  done: 'done',
};

/** The state after the claim, or null where the present state takes no such claim. */
export function stateAfter(state: WorkState, claim: ProgressClaim): WorkState | null {
  return TAKES[state].includes(claim.kind) ? BECOMES[claim.kind] : null;
}

/** Open work can still be reported on and reminded of. */
export const isOpen = (state: WorkState): boolean =>
  state !== 'done' && state !== 'confirmed' && state !== 'withdrawn';

export const isDone = (state: WorkState): boolean => state === 'done' || state === 'confirmed';
