import type { Instant } from '../../core/time/instant.ts';

/** A raw update as a channel delivered it, stored before it is confirmed. Unique: channel, bot, update key. */
export interface StoredUpdate {
  readonly channel: string;
  readonly bot: string;
  readonly key: string;
  /** Updates of one lane are taken in order, several lanes at once: the chat's id at the channel. */
  readonly lane: string;
  readonly payload: unknown;
  readonly receivedAt: Instant;
}

export interface InboxItem extends StoredUpdate {
  /** How often handling was begun before: above 0 the reply may already have gone out. */
  readonly attempts: number;
}

/** Where a channel puts what comes in. */
export interface UpdateIntake {
  /** Stores those not yet known and has them answered, in order. Once it resolves they may be confirmed. */
  takeIn(updates: readonly StoredUpdate[]): Promise<void>;
}

/** Before the holder's name, that of the lease by which whoever has updates in hand is known to live. */
export const INBOX_LEASE = 'inbox:';

export interface Inbox {
  /**
   * Stores those not yet known, in the hands of the holder, those in `begun` as begun once; returns the ones stored,
   * in order.
   */
  store(
    updates: readonly StoredUpdate[],
    holder: string,
    begun?: ReadonlySet<StoredUpdate>,
  ): Promise<StoredUpdate[]>;
  /**
   * Puts into the hands of the holder what is not done and in those of nobody whose INBOX_LEASE lasts (real time,
   * LeaseStore), whatever else they hold; returns it, oldest first. No two take up the same.
   */
  takeUp(holder: string, nowMs: number, most: number): Promise<InboxItem[]>;
  /** False where it is no longer in the hands of the holder: another has taken it up. */
  begin(update: Pick<StoredUpdate, 'channel' | 'bot' | 'key'>, holder: string): Promise<boolean>;
  /** Done, or `dead` with a cause after repeated failures. */
  end(
    update: Pick<StoredUpdate, 'channel' | 'bot' | 'key'>,
    result: { dead: string } | 'done',
  ): Promise<void>;
  /** Forgets what one update said; its key stays. */
  forget(update: Pick<StoredUpdate, 'channel' | 'bot' | 'key'>): Promise<void>;
  /** Forgets payloads of updates that ended so, received before the instant; the keys stay. */
  forgetBefore(at: Instant, ended: 'done' | 'dead'): Promise<number>;
}
