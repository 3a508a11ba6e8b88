/** How the clock goes: by real time from a base, or held still (stopped, or between the steps of a walk). */
export type ClockMode =
  | { readonly kind: 'running'; readonly at: number; readonly realAt: number }
  | { readonly kind: 'paused'; readonly at: number }
  | { readonly kind: 'walking'; readonly at: number; readonly until: number };

export interface ClockState {
  /** Raised by each step of a walk, and once when it has ended. */
  seq: number;
  /** Whether a program has ever followed the steps. */
  followed: boolean;
  mode: ClockMode;
}
