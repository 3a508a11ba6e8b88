import type { Instant } from '../../core/time/instant.ts';

/** The office's instant: deadlines, hours, what is shown. The sandbox moves it. Never compared with a Timer. */
export interface Clock {
  now(): Instant;
}
