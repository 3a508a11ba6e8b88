import { setImmediate } from 'node:timers/promises';
import type { Timer } from '../../app/ports/timer.ts';

/** Nobody feels that an answer came so much later. */
const HELD_MS = 20;

/** Lets the event loop turn in a long transaction: SQLite works on this thread, and what comes back at once lets nobody in. */
export class LoopTurns {
  readonly #timer: Timer;
  #turnedAtMs: number;
  #wasLong = false;

  constructor(timer: Timer) {
    this.#timer = timer;
    this.#turnedAtMs = timer.nowMs();
  }

  /** Whether it had to turn. */
  get wasLong(): boolean {
    return this.#wasLong;
  }

  async turnIfHeld(): Promise<void> {
    if (this.#timer.nowMs() - this.#turnedAtMs < HELD_MS) return;
    this.#wasLong = true;
    await setImmediate();
    this.#turnedAtMs = this.#timer.nowMs();
  }
}
