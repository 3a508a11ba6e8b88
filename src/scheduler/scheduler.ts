import { scheduleJob } from 'node-schedule';
import type { Clock } from '../app/ports/clock.ts';
import type { Logger } from '../app/ports/logger.ts';
import type { Instant } from '../core/time/instant.ts';

export interface SchedulerOptions {
  readonly clock: Clock;
  readonly logger: Logger;
  /** Does what has fallen due up to the instant. The database is the truth: a missed wake-up is made up by the next. */
  readonly tick: (at: Instant) => Promise<void>;
}

/** Wakes the time-driven work each minute. Ticks never overlap; one that fails is logged and made up by the next. */
export class Scheduler {
  readonly #options: SchedulerOptions;
  #last: Promise<void> = Promise.resolve();
  #cancel: () => void = () => undefined;

  constructor(options: SchedulerOptions) {
    this.#options = options;
  }

  /** Ticks now, then at every full minute of real time. */
  start(): void {
    const job = scheduleJob('* * * * *', () => void this.tickAt(this.#options.clock.now()));
    this.#cancel = () => job.cancel();
    void this.tickAt(this.#options.clock.now());
  }

  /** Ticks at the instant, after a tick that is running. Never rejects. */
  tickAt(at: Instant): Promise<void> {
    this.#last = this.#last.then(() => this.#tick(at));
    return this.#last;
  }

  /** Wakes no more, and waits for a running tick. */
  async stop(): Promise<void> {
    this.#cancel();
    await this.#last;
  }

  async #tick(at: Instant): Promise<void> {
    try {
      await this.#options.tick(at);
    } catch (error) {
      this.#options.logger.error({ error }, 'tick failed');
    }
  }
}
