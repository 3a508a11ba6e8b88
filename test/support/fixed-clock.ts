import type { Clock } from '../../src/app/ports/clock.ts';
import { addMs, type Instant } from '../../src/core/time/instant.ts';

/** The office's clock, standing where a test puts it. */
export class FixedClock implements Clock {
  #now: Instant;

  constructor(now: Instant) {
    this.#now = now;
  }

  now(): Instant {
    return this.#now;
  }

  moveTo(now: Instant): void {
    this.#now = now;
  }

  advance(milliseconds: number): void {
    this.#now = addMs(this.#now, milliseconds);
  }
}
