import type { Clock } from '../app/ports/clock.ts';
import { type Instant, instantOf } from '../core/time/instant.ts';

/** The machine's own clock, which a real office goes by. */
export class SystemClock implements Clock {
  now(): Instant {
    return instantOf(Date.now());
  }
}
