import { adoptLivingMessage, countSettled } from '../app/notices/living-kinds.ts';
import {
  type BegunAttempt,
  type ClaimedNotice,
  type Delivery,
  type DeliveryEnd,
  type DeliveryState,
  FAULT_CAUSE,
  type FrozenParts,
  isBare,
  type Line,
  type Notice,
  type NoticeState,
} from '../app/ports/notice-repository.ts';
import type { Timer } from '../app/ports/timer.ts';
import type { Instant } from '../core/time/instant.ts';
import { backoffMs } from './backoff.ts';
import type { OutboxTransaction, OutboxWork } from './outbox-work.ts';
import { isOver, verdictOf } from './part-state.ts';

/** How a notice leaves the hands that hold it. */
export type Ending = Arrived | Settled | Postponed | Rescheduled;

/** All its parts were sent, which is written down: to be settled with the others in hand, as no message waits for that. */
export interface Arrived {
  readonly kind: 'arrived';
}

export interface Settled {
  readonly kind: 'settled';
  readonly state: NoticeState;
  readonly cause: string | null;
  /** What follows from it, in the same transaction. */
  readonly afterwards?: (tx: OutboxTransaction) => Promise<void>;
}

/** Given back: its chat has a turn later, its channel takes nothing now, or something of ours failed. */
export interface Postponed {
  readonly kind: 'postponed';
  readonly untilMs: number;
  readonly by: 'pace' | 'channel' | 'fault';
}

/** Given back until the office's instant at which it may be said. */
export interface Rescheduled {
  readonly kind: 'rescheduled';
  readonly at: Instant;
}

const POSTPONED_CAUSES: Record<Postponed['by'], string> = {
  pace: 'SEND_PACED',
  channel: 'SEND_UNREACHABLE',
  fault: FAULT_CAUSE,
};

/** What an attempt came to: for the part, for the chat, and for the notice where it does not simply go on. */
export interface Attempt {
  readonly state: Exclude<DeliveryState, 'sending'>;
  readonly messageKey?: string;
  readonly chat?: (tx: OutboxTransaction) => Promise<unknown>;
  readonly ending?: Ending;
}

/** Its lease ended and another holder has it: hands off. */
export class LostHold extends Error {
  override readonly name = 'LostHold';
}

/** More than twice what a request may take: nothing leaves in its second half, so that it ends only with its holder. */
export const LEASE_MS = 180_000;
// What became of a message that left must be written down: a short fault of the database is waited out.
const RECORD_TRIES = 4;

/** A claimed notice and its parts. Each change is one transaction, and the parts here follow those stored. */
export class HeldNotice {
  readonly notice: Notice;
  readonly lines: readonly Line[];
  readonly #work: OutboxWork;
  readonly #timer: Timer;
  readonly #holder: string;
  readonly #leaseUntilMs: number;
  #parts: readonly Delivery[];
  /** Whether something of it may be stored: parts, days, or what an earlier claim said beside it. */
  #isStored: boolean;
  /** What the parts tell and say beside their own, while none of it is stored. */
  #unstored: Omit<FrozenParts, 'parts'> | null = null;

  constructor({ notice, lines, deliveries }: ClaimedNotice, holder: string, work: OutboxWork, timer: Timer) {
    this.notice = notice;
    this.lines = lines;
    this.#parts = deliveries.toSorted((one, other) => one.part - other.part);
    this.#isStored = notice.attempts > 1;
    this.#holder = holder;
    this.#work = work;
    this.#timer = timer;
    this.#leaseUntilMs = timer.nowMs() + LEASE_MS;
  }

  get parts(): readonly Delivery[] {
    return this.#parts;
  }

  /** The first part that is not over. */
  next(): Delivery | null {
    return this.#parts.find((part) => !isOver(part)) ?? null;
  }

  /** Whether a request that leaves now surely ends while it is held. */
  get isHeldLong(): boolean {
    return this.#leaseUntilMs - this.#timer.nowMs() > LEASE_MS / 2;
  }

  isLast(partId: Delivery['id']): boolean {
    return this.#parts.at(-1)?.id === partId;
  }

  /** These parts instead, with what they tell; they are frozen with the first attempt. */
  replaceParts({ parts, ...rest }: Omit<FrozenParts, 'again'>): void {
    this.#parts = parts;
    this.#unstored = { ...rest, again: this.#isStored };
  }

  /** A part found in the middle of sending was left there by a death: sent or not, nobody knows. */
  async doubtInterrupted(): Promise<void> {
    for (const { id, state } of this.#parts)
      if (state === 'sending') await this.record(id, { state: 'unknown' });
  }

  /** Before the request leaves. Throws LostHold. */
  async begin(partId: Delivery['id']): Promise<void> {
    const parts = changed(this.#parts, partId, ({ attempts }) => ({
      state: 'sending',
      attempts: attempts + 1,
    }));
    const attempt: BegunAttempt = {
      noticeId: this.notice.id,
      holder: this.#holder,
      partId,
      frozen: this.#unstored && { parts, ...this.#unstored },
    };
    const begin = async ({ notices }: Pick<OutboxTransaction, 'notices'>): Promise<void> => {
      if (!(await notices.begin(attempt))) throw new LostHold(`notice ${this.notice.id}`);
    };
    await (isBare(attempt) ? this.#work.alone(begin) : this.#work.run(begin));
    this.#parts = parts;
    this.#unstored = null;
    this.#isStored = true;
  }

  /** After the request. Resolves to how the notice ended with it: as said, or as its parts stand after the last. */
  async record(partId: Delivery['id'], attempt: Attempt): Promise<Ending | null> {
    const { state, messageKey = null, chat } = attempt;
    const doubts = state === 'unknown' ? 1 : 0;
    this.#parts = changed(this.#parts, partId, (part) => ({
      state,
      messageKey,
      doubts: part.doubts + doubts,
    }));
    const ending = attempt.ending ?? (this.next() === null ? this.#verdict() : null);
    const kept = state === 'sent' ? this.#withoutFile(partId) : {};
    const endDelivery = ({ notices }: Pick<OutboxTransaction, 'notices'>): Promise<void> =>
      notices.endDelivery(partId, { state, messageKey, ...kept });
    const isAll = chat === undefined && (ending === null || ending.kind === 'arrived');
    await insist(this.#timer, () =>
      isAll
        ? this.#work.alone(endDelivery)
        : this.#work.run(async (tx) => {
            await endDelivery(tx);
            await chat?.(tx);
            if (ending !== null) await this.#end(tx, ending);
          }),
    );
    return ending;
  }

  /** Ends it with no attempt made: as said, or as its parts stand. */
  async end(ending: Ending = this.#verdict()): Promise<Ending> {
    if (ending.kind !== 'arrived')
      await insist(this.#timer, () => this.#work.run((tx) => this.#end(tx, ending)));
    return ending;
  }

  get hasArrived(): boolean {
    return this.#parts.length > 0 && this.#parts.every(({ state }) => state === 'sent');
  }

  /** Resolves to whether it was still held. */
  async settle({ notices, living }: OutboxTransaction): Promise<boolean> {
    const isSettled = await notices.settle(this.notice.id, this.#holder, 'sent', null);
    if (isSettled) await adoptLivingMessage({ living }, this.notice, this.#parts, this.#timer.nowMs());
    return isSettled;
  }

  async #end(tx: OutboxTransaction, ending: Ending): Promise<void> {
    const { notices } = tx;
    const { id } = this.notice;
    switch (ending.kind) {
      case 'arrived':
        return;
      case 'postponed':
        await notices.postpone(id, this.#holder, ending.untilMs, POSTPONED_CAUSES[ending.by]);
        return;
      case 'rescheduled':
        await notices.reschedule(id, this.#holder, ending.at);
        return;
      case 'settled': {
        const isSettled = await notices.settle(id, this.#holder, ending.state, ending.cause);
        if (!isSettled) return;
        await countSettled(tx, [this.notice], this.#timer.nowMs());
        await ending.afterwards?.(tx);
        return;
      }
      default:
        ending satisfies never;
    }
  }

  /** A file that was sent is not kept once more for each chat that it went to. */
  #withoutFile(partId: Delivery['id']): Pick<DeliveryEnd, 'kept'> {
    const message = this.#parts.find(({ id }) => id === partId)?.message;
    if (message?.attachment === undefined) return {};
    const { attachment: _attachment, ...kept } = message;
    return { kept };
  }

  #verdict(): Arrived | Settled {
    const state = verdictOf(this.#parts);
    return state === 'sent' ? { kind: 'arrived' } : { kind: 'settled', state, cause: 'SEND_UNKNOWN' };
  }
}

/** Settles those that have arrived, in one transaction; a death before it leaves them to whoever holds them next. */
export async function settleArrived(
  held: readonly HeldNotice[],
  work: OutboxWork,
  timer: Timer,
): Promise<Notice[]> {
  const arrived = held.filter(({ hasArrived }) => hasArrived);
  if (arrived.length === 0) return [];
  return insist(timer, () =>
    work.run(async (tx) => {
      const settled: Notice[] = [];
      for (const one of arrived) if (await one.settle(tx)) settled.push(one.notice);
      await countSettled(tx, settled, timer.nowMs());
      return settled;
    }),
  );
}

// All that is done in it may be done twice, so that a commit whose answer was lost does no harm.
async function insist<Result>(timer: Timer, change: () => Promise<Result>): Promise<Result> {
  for (let failures = 1; ; failures += 1) {
    try {
      return await change();
    } catch (error) {
      if (failures === RECORD_TRIES) throw error;
      await timer.wait(backoffMs(failures, 0));
    }
  }
}

const changed = (
  parts: readonly Delivery[],
  partId: Delivery['id'],
  change: (part: Delivery) => Partial<Delivery>,
): readonly Delivery[] => parts.map((part) => (part.id === partId ? { ...part, ...change(part) } : part));
