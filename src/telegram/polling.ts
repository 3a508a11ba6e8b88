import { setImmediate as afterWhatIsRunning } from 'node:timers/promises';
import type { Api } from 'grammy';
import type { Clock } from '../app/ports/clock.ts';
import type { UpdateIntake } from '../app/ports/inbox.ts';
import type { LeaseStore } from '../app/ports/lease-store.ts';
import type { Logger } from '../app/ports/logger.ts';
import type { Timer } from '../app/ports/timer.ts';
import { apiSignal } from './api.ts';
import { rest } from './loop.ts';
import { ALLOWED_UPDATES, toStored } from './store-update.ts';

export interface PollingOptions {
  readonly api: Api;
  readonly bot: string;
  readonly intake: UpdateIntake;
  readonly leases: LeaseStore;
  /** Names this process among those that share the database. */
  readonly holder: string;
  readonly clock: Clock;
  readonly timer: Timer;
  readonly logger: Logger;
  readonly signal: AbortSignal;
  /** Told of each exchange with Telegram that succeeded. */
  readonly onExchange: () => void;
}

export interface Polling {
  /** One long poll, or, while another process polls, one look whether it still does. */
  readonly turn: () => Promise<void>;
  release(): Promise<void>;
}

const POLL_SECONDS = 15;
/**
 * Longer than a renewal, a poll and its storing, so that two processes do not cut each other's polls short; no longer, as a
 * process that was killed leaves it behind. Nothing depends on it: the inbox takes an update once.
 */
const LEASE_MS = 30_000;
/** Taking the lease is a commit: while updates come quickly it is taken anew only this often. */
const LEASE_RENEWED_MS = 5_000;
const STANDBY_MS = 10_000;

/**
 * Long polling that loses nothing: updates are stored before the next poll confirms them, and handled elsewhere.
 * (grammY's `bot.start` confirms while handlers still run and handles the rest of a batch after `stop`.)
 */
export function createPolling(options: PollingOptions): Polling {
  const { api, bot, holder, timer, signal } = options;
  const lease = `telegram:polling:${bot}`;
  const signalForApi = apiSignal(signal);
  let offset = 0;
  let prepared = false;
  let renewAtMs = 0;

  const hold = async (): Promise<boolean> => {
    const nowMs = timer.nowMs();
    if (nowMs < renewAtMs) return true;
    const held = await options.leases.hold(lease, holder, nowMs, nowMs + LEASE_MS);
    renewAtMs = held ? nowMs + LEASE_RENEWED_MS : nowMs;
    return held;
  };

  const standBy = async (): Promise<void> => {
    prepared = false;
    await api.getMe(signalForApi);
    options.onExchange();
    await rest(timer, STANDBY_MS, signal);
  };

  const poll = async (): Promise<void> => {
    if (!prepared) {
      await api.deleteWebhook({}, signalForApi);
      options.onExchange();
    }
    // Set only by success: after any failure the webhook that forbids polling is taken away again.
    prepared = false;
    const updates = await api.getUpdates(
      { offset, timeout: POLL_SECONDS, limit: 100, allowed_updates: ALLOWED_UPDATES },
      signalForApi,
    );
    options.onExchange();
    prepared = true;
    const receivedAt = options.clock.now();
    await options.intake.takeIn(updates.map((update) => toStored(update, bot, receivedAt)));
    offset = (updates.at(-1)?.update_id ?? offset - 1) + 1;
    // The answers first: asking for more takes as long as some of them.
    if (updates.length > 0) await afterWhatIsRunning();
  };

  return {
    turn: async () => ((await hold()) ? poll() : standBy()),
    release: () => options.leases.release(lease, holder),
  };
}
