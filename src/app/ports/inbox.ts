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

export interface Inbox {
  /** Stores those not yet known, those in `begun` as begun once; returns the ones stored, in order. */
  store(updates: readonly StoredUpdate[], begun?: ReadonlySet<StoredUpdate>): Promise<StoredUpdate[]>;
  /** All that are not done, oldest first: what a start finds. */
  pending(limit: number): Promise<InboxItem[]>;
  begin(update: Pick<StoredUpdate, 'channel' | 'bot' | 'key'>): Promise<void>;
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
