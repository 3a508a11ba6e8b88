import type { Logger } from '../app/ports/logger.ts';
import { type Addressee, FAULT_CAUSE, type Notice } from '../app/ports/notice-repository.ts';
import type { NoticeId } from '../core/id.ts';
import { backoffMs } from './backoff.ts';
import { type Ending, HeldNotice, LEASE_MS, LostHold, type Postponed, settleArrived } from './held-notice.ts';
import { NoticeJob, type NoticeJobParts } from './notice-job.ts';
import { mayHaveLeft } from './part-state.ts';
import { Turnstile } from './turnstile.ts';
import { type PassEnd, WorkLoop } from './work-loop.ts';

export interface NoticeRelayParts extends NoticeJobParts {
  readonly logger: Logger;
  /** In [0, 1). */
  readonly random: () => number;
  /** Names this process among those that share the database; another one after every start. */
  readonly holder: string;
  /** Notices in hand at once, never two of one addressee: prepared side by side, sent one after the other. */
  readonly width?: number;
}

// Looks by itself so often, for what other processes planned or left behind.
const IDLE_MS = 5_000;
/** As many as Telegram takes in a second: what waits for its turn is ready when the turn comes. */
const WIDTH = 30;
// A notice that cannot even be said is given up after so many tries of one process.
const MOST_FAILURES = 8;

/** Sends the notices that are due: claims each, has it sent, keeps in mind what must wait its turn. */
export function noticeRelay(parts: NoticeRelayParts): WorkLoop {
  const passes = new NoticePasses(parts);
  return new WorkLoop({ ...parts, pass: (stopping) => passes.pass(stopping), idleMs: IDLE_MS });
}

class NoticePasses {
  readonly #parts: NoticeRelayParts;
  readonly #exit = new Turnstile();
  /** What was given back, by addressee, until its time has come: nothing of theirs goes before it. */
  readonly #turns = new Map<Addressee['id'], Postponed>();
  readonly #failures = new Map<NoticeId, number>();

  constructor(parts: NoticeRelayParts) {
    this.#parts = parts;
  }

  async pass(stopping: AbortSignal): Promise<PassEnd> {
    const { work, timer } = this.#parts;
    while (!stopping.aborted && this.#isAnyOpen()) {
      const held = await this.#claim();
      if (held.length === 0) break;
      const taken = await Promise.allSettled(held.map((one) => this.#take(one, stopping)));
      for (const notice of await settleArrived(held, work, timer)) this.#ended(notice, 'sent', null);
      for (const one of taken) if (one.status === 'rejected') throw one.reason;
    }
    return this.#isAnyOpen()
      ? { pacedUntilMs: this.#nextTurnMs(), lookAtMs: null }
      : { pacedUntilMs: null, lookAtMs: this.#opensAtMs() };
  }

  async #claim(): Promise<HeldNotice[]> {
    const { work, clock, timer, holder, width: most = WIDTH } = this.#parts;
    const nowMs = timer.nowMs();
    for (const [addressee, { untilMs }] of this.#turns) if (untilMs <= nowMs) this.#turns.delete(addressee);
    const claimed = await work.run(({ notices }) =>
      notices.claim({
        most,
        holder,
        now: clock.now(),
        nowMs,
        leaseUntilMs: nowMs + LEASE_MS,
        exceptAddressees: [...this.#turns.keys()],
      }),
    );
    return claimed.map((one) => new HeldNotice(one, holder, work, timer));
  }

  async #take(held: HeldNotice, stopping: AbortSignal): Promise<void> {
    const { notice } = held;
    try {
      const job = new NoticeJob(this.#parts, held, this.#exit, stopping);
      const ending = await job.run().catch((error: unknown) => this.#endFaulty(held, error));
      if (ending.kind === 'postponed' && ending.by !== 'fault') this.#turns.set(notice.addressee.id, ending);
      if (ending.kind === 'settled') this.#ended(notice, ending.state, ending.cause);
    } catch (error) {
      if (!(error instanceof LostHold)) throw error;
      this.#parts.logger.warn({ notice: notice.id }, 'another holder took the notice over');
    }
  }

  #ended({ id, kind }: Notice, state: Notice['state'], cause: Notice['cause']): void {
    this.#failures.delete(id);
    this.#parts.logger.info({ notice: id, kind, state, cause }, 'notice settled');
  }

  /** The fault is ours or the database's, not the channel's: the notice comes again, a few times. */
  async #endFaulty(held: HeldNotice, error: unknown): Promise<Ending> {
    if (error instanceof LostHold) throw error;
    const { logger, timer, random } = this.#parts;
    const { id } = held.notice;
    const failures = (this.#failures.get(id) ?? 0) + 1;
    this.#failures.set(id, failures);
    logger.error({ error, notice: id, failures }, 'a notice failed');
    if (failures < MOST_FAILURES)
      return held.end({
        kind: 'postponed',
        untilMs: timer.nowMs() + backoffMs(failures, random()),
        by: 'fault',
      });
    const state = held.parts.some(mayHaveLeft) ? 'unknown' : 'dead';
    return held.end({ kind: 'settled', state, cause: FAULT_CAUSE });
  }

  #isAnyOpen(): boolean {
    return this.#opensAtMs() <= this.#parts.timer.nowMs();
  }

  #opensAtMs(): number {
    const { messengers, gate } = this.#parts;
    return Math.min(...messengers.map(({ channel }) => gate.openAtMs(channel)));
  }

  #nextTurnMs(): number | null {
    const paced = [...this.#turns.values()].filter(({ by }) => by === 'pace');
    return paced.length === 0 ? null : Math.min(...paced.map(({ untilMs }) => untilMs));
  }
}
