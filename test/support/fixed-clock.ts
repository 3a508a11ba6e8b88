import type { Clock } from '../../src/app/ports/clock.ts';
import { addMs, type Instant } from '../../src/core/time/instant.ts';

/** The office's clock, standing where a test puts it. */
export class FixedClock implements Clock {
  #now: Instant;
  #step = 0;

  constructor(now: Instant) {
    this.#now = now;
  }

  now(): Instant {
    this.#now = addMs(this.#now, this.#step);
    return this.#now;
  }

  /** From here on a millisecond passes from look to look, as it may on a real one. */
  run(): void {
    this.#step = 1;
  }

  moveTo(now: Instant): void {
    this.#now = now;
  }

  advance(milliseconds: number): void {
    this.#now = addMs(this.#now, milliseconds);
  }
}
