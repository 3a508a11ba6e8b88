import type { Instant } from '../../core/time/instant.ts';

/** Up to which instant the time-driven work has been done: one row a kind of work. */
export interface TickLedger {
  last(work: string): Promise<Instant | null>;
  /** Compare-and-swap from the instant that was read; false when another process was first. */
  advance(work: string, from: Instant | null, to: Instant): Promise<boolean>;
}
