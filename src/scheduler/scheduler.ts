import type { Clock } from '../app/ports/clock.ts';
import type { Logger } from '../app/ports/logger.ts';
import type { Instant } from '../core/time/instant.ts';
import { type EveryMinute, everyMinute } from './minute-wake-up.ts';

export interface SchedulerParts {
  readonly clock: Clock;
  readonly logger: Logger;
  /** Does all that has fallen due up to the instant since the last time; the database knows when that was. */
  readonly tick: (at: Instant) => Promise<void>;
  readonly everyMinute?: EveryMinute;
}

/**
 * Ticks once at the start and every minute, one tick at a time. A wake-up that comes late or not at all is made
 * good by the next, and those that come during a tick are one tick after it.
 */
export class Scheduler {
  readonly #parts: SchedulerParts;
  #last: Promise<void> = Promise.resolve();
  #isAwaited = false;
  #isStopped = false;
  #cancel: (() => void) | null = null;

  constructor(parts: SchedulerParts) {
    this.#parts = parts;
  }

  start(): void {
    this.#cancel ??= (this.#parts.everyMinute ?? everyMinute)(() => this.#wake());
    this.#wake();
  }

  /** Ticks for this instant, after the ticks before it. Rejects as the tick does. */
  tickAt(at: Instant): Promise<void> {
    return this.#queue(() => this.#parts.tick(at));
  }

  /** No tick begins any more; resolves when the one under way has ended. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    this.#cancel?.();
    await this.#last;
  }

  #wake(): void {
    if (this.#isAwaited) return;
    this.#isAwaited = true;
    const { clock, logger, tick } = this.#parts;
    this.#queue(() => {
      this.#isAwaited = false;
      return tick(clock.now());
    }).catch((error: unknown) => logger.error({ error }, 'a tick failed'));
  }

  #queue(tick: () => Promise<void>): Promise<void> {
    const ticked = this.#last.then(() => (this.#isStopped ? undefined : tick()));
    this.#last = ticked.catch(() => undefined);
    return ticked;
  }
}
