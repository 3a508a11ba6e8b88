import type { LivingMessage } from '../app/ports/living-message-repository.ts';
import type { Logger } from '../app/ports/logger.ts';
import type { Timer } from '../app/ports/timer.ts';
import type { ChatId } from '../core/id.ts';
import { backoffMs } from './backoff.ts';
import { LEASE_MS } from './held-notice.ts';
import { COALESCE_MS, type LivingEnd, type LivingJobParts, showLiving } from './living-job.ts';
import { type PassEnd, WorkLoop } from './work-loop.ts';

export interface LivingRelayParts extends LivingJobParts {
  readonly timer: Timer;
  readonly logger: Logger;
  /** In [0, 1). */
  readonly random: () => number;
  /** Names this process among those that share the database; another one after every start. */
  readonly holder: string;
}

const IDLE_MS = 5_000;
const SOONEST_MS = 1_000;
const LATEST_MS = 600_000;

/** Keeps living messages true: renders those behind as they stand now, when the pace allows. */
export function livingRelay(parts: LivingRelayParts): WorkLoop {
  const passes = new LivingPasses(parts);
  return new WorkLoop({ ...parts, pass: (stopping) => passes.pass(stopping), idleMs: IDLE_MS });
}

class LivingPasses {
  readonly #parts: LivingRelayParts;
  readonly #shownAtMs = new Map<ChatId, number>();
  /** By message: faults in a row, and doubts of a new post. */
  readonly #faults = new Map<LivingMessage['id'], number>();
  readonly #doubts = new Map<LivingMessage['id'], number>();

  constructor(parts: LivingRelayParts) {
    this.#parts = parts;
  }

  async pass(stopping: AbortSignal): Promise<PassEnd> {
    let pacedUntilMs: number | null = null;
    while (!stopping.aborted) {
      const living = await this.#claim();
      if (living === null) break;
      const end = await this.#show(living).catch((error: unknown) => this.#fault(living, error));
      const untilMs = await this.#record(living, end);
      if (untilMs !== null) pacedUntilMs = Math.min(pacedUntilMs ?? untilMs, untilMs);
    }
    return { pacedUntilMs, lookAtMs: null };
  }

  #claim(): Promise<LivingMessage | null> {
    const { work, timer, holder } = this.#parts;
    const nowMs = timer.nowMs();
    return work.run(({ living }) => living.claim({ holder, nowMs, leaseUntilMs: nowMs + LEASE_MS }));
  }

  async #show(living: LivingMessage): Promise<LivingEnd> {
    const nowMs = this.#parts.timer.nowMs();
    const readyAtMs = (this.#shownAtMs.get(living.chatId) ?? 0) + COALESCE_MS;
    if (readyAtMs > nowMs) return { kind: 'later', untilMs: readyAtMs, by: 'pace', doubted: false };
    for (const [chatId, atMs] of this.#shownAtMs)
      if (atMs + COALESCE_MS <= nowMs) this.#shownAtMs.delete(chatId);
    this.#shownAtMs.set(living.chatId, nowMs);
    return showLiving(this.#parts, living, this.#doubts.get(living.id) ?? 0);
  }

  /** Resolves to when it comes again, where that is a matter of pace. */
  async #record(living: LivingMessage, end: LivingEnd): Promise<number | null> {
    const { id, wanted, shown, messageKey, shownAs, kind } = living;
    switch (end.kind) {
      case 'later':
        return this.#postpone(id, end);
      case 'gone':
        await this.#put(id, { shown, messageKey: null, shownAs: null });
        return null;
      case 'left':
        this.#parts.logger.info({ living: id, kind, cause: end.cause }, 'a living message is left as it is');
        await this.#put(id, { shown: wanted, messageKey, shownAs });
        return null;
      case 'shown':
        await this.#put(id, { shown: wanted, messageKey: end.messageKey, shownAs: end.shownAs });
        return null;
      default:
        return end satisfies never;
    }
  }

  async #postpone(id: LivingMessage['id'], end: LivingEnd & { kind: 'later' }): Promise<number | null> {
    const { work, timer, holder } = this.#parts;
    const nowMs = timer.nowMs();
    const isPaced = end.by === 'pace';
    const untilMs = Math.min(Math.max(end.untilMs, isPaced ? 0 : nowMs + SOONEST_MS), nowMs + LATEST_MS);
    if (end.doubted) this.#doubts.set(id, (this.#doubts.get(id) ?? 0) + 1);
    await work.run(({ living }) => living.postpone(id, holder, untilMs));
    return isPaced ? untilMs : null;
  }

  async #put(
    id: LivingMessage['id'],
    shown: Pick<LivingMessage, 'shown' | 'messageKey' | 'shownAs'>,
  ): Promise<void> {
    const { work, holder } = this.#parts;
    this.#faults.delete(id);
    this.#doubts.delete(id);
    await work.run(({ living }) => living.shown(id, holder, shown));
  }

  #fault({ id }: LivingMessage, error: unknown): LivingEnd {
    const { logger, timer, random } = this.#parts;
    const faults = (this.#faults.get(id) ?? 0) + 1;
    this.#faults.set(id, faults);
    logger.error({ error, living: id, faults }, 'a living message could not be shown');
    return {
      kind: 'later',
      untilMs: timer.nowMs() + backoffMs(faults, random()),
      by: 'channel',
      doubted: false,
    };
  }
}
