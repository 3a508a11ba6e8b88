import { setImmediate } from 'node:timers/promises';

/** Who of this process may be in a writing transaction at a time. */
export interface Gate {
  /** `isRerun`: the work has met a conflict before. */
  pass<Result>(work: () => Promise<Result>, isRerun: boolean): Promise<Result>;
}

/**
 * One after the other, in the order of arrival: SQLite has one writer, and waiting here blocks nobody. Between two the
 * event loop turns: SQLite works on this thread, so that a long row of works would else keep timers and answers waiting.
 */
export class SerialGate implements Gate {
  #last: Promise<unknown> = Promise.resolve();

  pass<Result>(work: () => Promise<Result>): Promise<Result> {
    const turn = this.#last.then(work);
    this.#last = turn.catch(() => undefined).then(() => setImmediate());
    return turn;
  }
}

/**
 * All at once, but what has met a conflict runs again alone: however many want the same row, each is then in
 * conflict with other processes at most.
 */
export class SharedGate implements Gate {
  readonly #reruns = new SerialGate();
  readonly #running = new Set<Promise<unknown>>();
  #lastRerun: Promise<unknown> = Promise.resolve();

  async pass<Result>(work: () => Promise<Result>, isRerun: boolean): Promise<Result> {
    if (isRerun) {
      const turn = this.#reruns.pass(async () => {
        await Promise.allSettled(this.#running);
        return await work();
      });
      this.#lastRerun = turn.catch(() => undefined);
      return await turn;
    }
    await this.#rerunsEnd();
    const running = work();
    this.#running.add(running);
    try {
      return await running;
    } finally {
      this.#running.delete(running);
    }
  }

  async #rerunsEnd(): Promise<void> {
    for (let awaited: unknown = null; awaited !== this.#lastRerun; ) {
      awaited = this.#lastRerun;
      await awaited;
    }
  }
}
