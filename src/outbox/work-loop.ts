import type { Logger } from '../app/ports/logger.ts';
import type { Timer } from '../app/ports/timer.ts';
import { backoffMs } from './backoff.ts';
import { waitUnless } from './interruptible-wait.ts';

/** What a pass left behind. */
export interface PassEnd {
  /** When work that waits only for its turn may go on; null when none waits so. */
  readonly pacedUntilMs: number | null;
  /** When to look again at the latest; null for the usual. */
  readonly lookAtMs: number | null;
}

/** Does all that can be done now, then ends. Stops taking new work once the signal is aborted. */
export type Pass = (stopping: AbortSignal) => Promise<PassEnd>;

/** Runs passes one after the other: when woken, when something falls due, and every so often. */
export class WorkLoop {
  readonly #pass: Pass;
  readonly #timer: Timer;
  readonly #logger: Logger;
  readonly #random: () => number;
  readonly #idleMs: number;
  readonly #stopping = new AbortController();
  #last: Promise<unknown> = Promise.resolve();
  #running: Promise<void> | null = null;
  #sleep = new AbortController();

  constructor(parts: {
    pass: Pass;
    timer: Timer;
    logger: Logger;
    random: () => number;
    /** The longest sleep between two passes. */
    idleMs: number;
  }) {
    this.#pass = parts.pass;
    this.#timer = parts.timer;
    this.#logger = parts.logger;
    this.#random = parts.random;
    this.#idleMs = parts.idleMs;
  }

  start(): void {
    this.#running ??= this.#run();
  }

  /** Something may have fallen due. */
  wake(): void {
    this.#sleep.abort();
  }

  /** Resolves when all that was due when asked has been done or waits for its channel; rejects as a pass does. */
  async drain(): Promise<void> {
    for (;;) {
      const { pacedUntilMs } = await this.#once();
      if (pacedUntilMs === null || this.#stopping.signal.aborted) return;
      await this.#timer
        .wait(pacedUntilMs - this.#timer.nowMs(), this.#stopping.signal)
        .catch(() => undefined);
    }
  }

  /** Takes no new work and waits for what is under way, at most so long. */
  async stop(graceMs: number): Promise<void> {
    this.#stopping.abort();
    this.wake();
    const patience = new AbortController();
    const finished = Promise.allSettled([this.#last, this.#running]).then(() => true);
    const tired = this.#timer.wait(graceMs, patience.signal).then(
      () => false,
      () => false,
    );
    if (!(await Promise.race([finished, tired])))
      this.#logger.warn({ graceMs }, 'stopped before its work ended');
    patience.abort();
  }

  #once(): Promise<PassEnd> {
    const pass = this.#last.then(() => this.#pass(this.#stopping.signal));
    this.#last = pass.catch(() => undefined);
    return pass;
  }

  async #run(): Promise<void> {
    let failures = 0;
    while (!this.#stopping.signal.aborted) {
      this.#sleep = new AbortController();
      try {
        const end = await this.#once();
        failures = 0;
        await this.#rest(Math.min(end.pacedUntilMs ?? Infinity, end.lookAtMs ?? Infinity));
      } catch (error) {
        failures += 1;
        this.#logger.error({ error, failures }, 'a pass failed');
        await this.#rest(this.#timer.nowMs() + backoffMs(failures, this.#random()));
      }
    }
  }

  async #rest(untilMs: number): Promise<void> {
    const waitMs = Math.min(Math.max(untilMs - this.#timer.nowMs(), 0), this.#idleMs);
    await waitUnless(this.#sleep.signal, this.#timer, waitMs);
  }
}
