import * as z from 'zod';
import type { Clock } from '../app/ports/clock.ts';
import type { Logger } from '../app/ports/logger.ts';
import type { Timer } from '../app/ports/timer.ts';
import { addMs, type Instant, instantOf } from '../core/time/instant.ts';

const viewSchema = z.object({ seq: z.number(), now: z.number(), walking: z.boolean() });
type View = z.infer<typeof viewSchema>;

// The sandbox answers a wait after 25 s at the latest.
const ANSWER_WITHIN_MS = 40_000;
const RETRY_MS = 1_000;

/**
 * The sandbox's clock, followed over HTTP. It runs as real time does and stands still while the sandbox walks; at
 * each step the program does what is due, then the sandbox is told.
 */
export class SandboxClock implements Clock {
  readonly #url: string;
  readonly #timer: Timer;
  readonly #logger: Logger;
  readonly #stopping = new AbortController();
  #known: { readonly view: View; readonly readAtMs: number } | null = null;
  #following: Promise<void> = Promise.resolve();

  /** @param parts.url where the sandbox is, without a slash at the end */
  constructor(parts: { readonly url: string; readonly timer: Timer; readonly logger: Logger }) {
    this.#url = parts.url;
    this.#timer = parts.timer;
    this.#logger = parts.logger;
  }

  /** Throws until `read` has resolved. */
  now(): Instant {
    if (this.#known === null) throw new Error('the clock of the sandbox was not read yet');
    const { view, readAtMs } = this.#known;
    return addMs(instantOf(view.now), view.walking ? 0 : this.#timer.nowMs() - readAtMs);
  }

  /** Learns the time. Rejects where the sandbox does not answer. */
  async read(): Promise<void> {
    this.#learn(await this.#ask('/sandbox/clock'));
  }

  /**
   * Calls `step` at each step of the clock, which gives the instant to be stopped at next. One that rejects is logged,
   * and the clock goes on.
   */
  follow(step: (at: Instant) => Promise<Instant | null>): void {
    this.#following = this.#follow(step);
  }

  /** Resolves when the step under way has ended. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#following;
  }

  async #follow(step: (at: Instant) => Promise<Instant | null>): Promise<void> {
    // The step last reported; null when it must be asked for, as the sandbox may be another one by now.
    let seen: number | null = null;
    while (!this.#stopping.signal.aborted) {
      const askedAtMs = this.#timer.nowMs();
      try {
        const view = await this.#ask(seen === null ? '/sandbox/clock' : `/sandbox/clock/wait?after=${seen}`);
        this.#learn(view);
        if (view.seq !== seen) {
          await this.#take(view, step);
          seen = view.seq;
        } else if (this.#timer.nowMs() - askedAtMs < RETRY_MS) {
          // A sandbox about to close answers at once.
          await this.#pause();
        }
      } catch (error) {
        if (this.#stopping.signal.aborted) return;
        this.#logger.warn({ error }, 'the clock of the sandbox does not answer');
        seen = null;
        await this.#pause();
      }
    }
  }

  async #take({ seq, now }: View, step: (at: Instant) => Promise<Instant | null>): Promise<void> {
    const next = await step(instantOf(now)).catch((error: unknown) => {
      this.#logger.error({ error, seq }, 'a step of the clock failed');
      return null;
    });
    await this.#ask('/sandbox/clock/ticked', { seq, next });
  }

  async #ask(path: string, body?: object): Promise<View> {
    const request = new AbortController();
    const giveUp = () => request.abort(new Error('the clock of the sandbox was not answered'));
    const limit = setTimeout(giveUp, ANSWER_WITHIN_MS);
    this.#stopping.signal.addEventListener('abort', giveUp, { once: true });
    try {
      this.#stopping.signal.throwIfAborted();
      const posted = body && {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      };
      const response = await fetch(`${this.#url}${path}`, { ...posted, signal: request.signal });
      if (!response.ok) throw new Error(`the sandbox answered ${response.status} to ${path}`);
      return viewSchema.parse(await response.json());
    } finally {
      clearTimeout(limit);
      this.#stopping.signal.removeEventListener('abort', giveUp);
    }
  }

  #learn(view: View): void {
    this.#known = { view, readAtMs: this.#timer.nowMs() };
  }

  async #pause(): Promise<void> {
    // Rejects only when stopping, which the loop looks at next.
    await this.#timer.wait(RETRY_MS, this.#stopping.signal).catch(() => undefined);
  }
}
