import type { Timer } from '../../src/app/ports/timer.ts';

interface Sleeper {
  readonly untilMs: number;
  readonly wake: () => void;
}

/** Real time that stands still until a test advances it. */
export class FakeTimer implements Timer {
  #nowMs: number;
  readonly #sleepers = new Set<Sleeper>();

  constructor(nowMs = 1_000_000) {
    this.#nowMs = nowMs;
  }

  nowMs(): number {
    return this.#nowMs;
  }

  wait(milliseconds: number, signal?: AbortSignal): Promise<void> {
    if (signal?.aborted === true) return Promise.reject(signal.reason);
    if (milliseconds <= 0) return Promise.resolve();
    return new Promise((resolve, reject) => {
      const abort = () => {
        this.#sleepers.delete(sleeper);
        reject(signal?.reason);
      };
      const sleeper = {
        untilMs: this.#nowMs + milliseconds,
        wake: () => {
          signal?.removeEventListener('abort', abort);
          resolve();
        },
      };
      signal?.addEventListener('abort', abort, { once: true });
      this.#sleepers.add(sleeper);
    });
  }

  /** How many wait now. */
  get sleepers(): number {
    return this.#sleepers.size;
  }

  /** Time passes: those whose wait ends wake in order, each seeing its own moment. */
  async advance(milliseconds: number): Promise<void> {
    const untilMs = this.#nowMs + milliseconds;
    for (let next = this.#earliest(); next !== null && next.untilMs <= untilMs; next = this.#earliest()) {
      this.#nowMs = Math.max(this.#nowMs, next.untilMs);
      this.#sleepers.delete(next);
      next.wake();
      await settled();
    }
    this.#nowMs = untilMs;
    await settled();
  }

  /** Lets time pass whenever somebody waits, until the work is done. */
  async runThrough<Result>(work: Promise<Result>): Promise<Result> {
    const progress = { isDone: false };
    const watched = work.finally(() => {
      progress.isDone = true;
    });
    // Told to whoever awaits it below; until then a rejection is not unhandled.
    watched.catch(() => undefined);
    while (!progress.isDone) {
      await settled();
      const next = this.#earliest();
      if (next !== null && !progress.isDone) await this.advance(next.untilMs - this.#nowMs);
    }
    return watched;
  }

  #earliest(): Sleeper | null {
    return [...this.#sleepers].toSorted((one, other) => one.untilMs - other.untilMs)[0] ?? null;
  }
}

/** Everything that can go on without time passing has gone on. */
export function settled(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}
