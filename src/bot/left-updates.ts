import { INBOX_LEASE, type Inbox, type InboxItem } from '../app/ports/inbox.ts';
import type { LeaseStore } from '../app/ports/lease-store.ts';
import type { Logger } from '../app/ports/logger.ts';
import type { Timer } from '../app/ports/timer.ts';

export interface LeftUpdatesOptions {
  /** Outside units of work: each call is committed by itself. */
  readonly inbox: Pick<Inbox, 'takeUp'>;
  readonly leases: LeaseStore;
  /** Names this process among those that share the database, also after a restart. */
  readonly holder: string;
  readonly timer: Timer;
  readonly logger: Logger;
}

const LOOK_MS = 15_000;
/** Outlasts a database that is restarted; whoever wrote to a process that died waits that long for an answer. */
export const LEASE_MS = 60_000;
const MOST_AT_ONCE = 10_000;

/** While it holds its lease, a process answers what it has stored; what those without one have left is taken up. */
export class LeftUpdates {
  readonly #options: LeftUpdatesOptions;
  readonly #lease: string;
  readonly #stopping = new AbortController();
  #looking = Promise.resolve();

  constructor(options: LeftUpdatesOptions) {
    this.#options = options;
    this.#lease = INBOX_LEASE + options.holder;
  }

  /** `take` is told of what was left until now, then of all that others leave. Call before updates flow. */
  async start(take: (item: InboxItem) => void): Promise<void> {
    const { leases, holder, timer } = this.#options;
    const nowMs = timer.nowMs();
    // That of an earlier run of ours: what it left is taken up as others' is.
    await leases.release(this.#lease, holder);
    const left = await this.#takeUp(nowMs);
    await this.#hold(nowMs);
    left.forEach(take);
    this.#looking = this.#keepLooking(take);
  }

  /** What is left of ours is for others. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#looking;
    await this.#options.leases.release(this.#lease, this.#options.holder);
  }

  async #keepLooking(take: (item: InboxItem) => void): Promise<void> {
    const { timer, logger } = this.#options;
    const { signal } = this.#stopping;
    for (;;) {
      await timer.wait(LOOK_MS, signal).catch(() => undefined);
      if (signal.aborted) return;
      try {
        // At one moment, so that its own lease lasts when those of others are looked at.
        const nowMs = timer.nowMs();
        await this.#hold(nowMs);
        (await this.#takeUp(nowMs)).forEach(take);
      } catch (error) {
        logger.warn({ error }, 'what others left was not looked at');
      }
    }
  }

  async #hold(nowMs: number): Promise<void> {
    const { leases, holder } = this.#options;
    await leases.hold(this.#lease, holder, nowMs, nowMs + LEASE_MS);
  }

  #takeUp(nowMs: number): Promise<InboxItem[]> {
    const { inbox, holder } = this.#options;
    return inbox.takeUp(holder, nowMs, MOST_AT_ONCE);
  }
}
