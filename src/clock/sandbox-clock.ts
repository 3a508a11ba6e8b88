import type { Clock } from '../app/ports/clock.ts';
import type { Logger } from '../app/ports/logger.ts';
import type { Timer } from '../app/ports/timer.ts';
import { type Instant, instantOf } from '../core/time/instant.ts';

interface ClockView {
  readonly seq: number;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly walking: boolean;
}

const RETRY_MS = 1_000;

/**
 * Follows the sandbox's clock over HTTP: it runs with real time, and walks in steps when it is moved, each of which
 * waits until the program reports that it has done what was due.
 */
export class SandboxClock implements Clock {
  readonly #base: string;
  readonly #timer: Timer;
  readonly #logger: Logger;
  readonly #stopping = new AbortController();
  #view: ClockView = { seq: 0, now: 0, walking: false };
  #readAtMs = 0;
  #following: Promise<void> = Promise.resolve();

  constructor({ url, timer, logger }: { url: string; timer: Timer; logger: Logger }) {
    this.#base = `${url}/sandbox/clock`;
    this.#timer = timer;
    this.#logger = logger;
  }

  now(): Instant {
    const { now, walking } = this.#view;
    return instantOf(walking ? now : now + (this.#timer.nowMs() - this.#readAtMs));
  }

  /** Reads the sandbox's time. Rejects when it does not answer. */
  async read(): Promise<void> {
    this.#take(await this.#get(''));
  }

  /** From now on does `step` at each step of the clock, then reports it done. A step that fails is logged and reported too. */
  follow(step: (at: Instant) => Promise<void>): void {
    this.#following = this.#follow(step);
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#following;
  }

  async #follow(step: (at: Instant) => Promise<void>): Promise<void> {
    const { signal } = this.#stopping;
    while (!signal.aborted) {
      try {
        const { seq } = this.#view;
        this.#take(await this.#get(`/wait?after=${seq}`));
        if (this.#view.seq === seq) continue;
        await step(this.now()).catch((error: unknown) => {
          this.#logger.error({ error }, 'clock step failed');
        });
        await this.#report(this.#view.seq);
      } catch (error) {
        if (signal.aborted) return;
        this.#logger.warn({ error }, 'sandbox clock not reached');
        await this.#timer.wait(RETRY_MS, signal).catch(() => undefined);
      }
    }
  }

  #take(view: ClockView): void {
    this.#view = view;
    this.#readAtMs = this.#timer.nowMs();
  }

  async #get(path: string): Promise<ClockView> {
    const response = await fetch(`${this.#base}${path}`, { signal: this.#stopping.signal });
    return (await response.json()) as ClockView;
  }

  async #report(seq: number): Promise<void> {
    await fetch(`${this.#base}/ticked`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ seq }),
      signal: this.#stopping.signal,
    });
  }
}
