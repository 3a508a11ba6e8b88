import type { Timer } from '../../src/app/ports/timer.ts';
import { BEGINNING_MS, type FromStepped, type ToStepped } from './stepped-processes.ts';

/** Real time as whoever started this process lets it pass: only while this and all its like wait. One waits at a time. */
export class SteppedTimer implements Timer {
  #nowMs = BEGINNING_MS;
  #waiting: { readonly untilMs: number; readonly wake: () => void } | null = null;

  constructor() {
    process.on('message', ({ nowMs }: ToStepped) => {
      this.#nowMs = nowMs;
      if (this.#waiting === null || this.#waiting.untilMs > nowMs) return;
      const { wake } = this.#waiting;
      this.#waiting = null;
      wake();
    });
  }

  nowMs(): number {
    return this.#nowMs;
  }

  wait(milliseconds: number): Promise<void> {
    if (milliseconds <= 0) return Promise.resolve();
    if (this.#waiting !== null) throw new Error('somebody waits already');
    const untilMs = this.#nowMs + milliseconds;
    return new Promise((wake) => {
      this.#waiting = { untilMs, wake };
      tell({ kind: 'waits', untilMs });
    });
  }
}

/** Says something to whoever started this process. */
export const say = (said: unknown): void => tell({ kind: 'says', said });

const tell = (message: FromStepped): void => void process.send?.(message);
