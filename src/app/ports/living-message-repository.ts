import type { ChatId, Id } from '../../core/id.ts';

/** A message kept true by editing: the relay renders the present state when the wanted revision is ahead. */
export interface LivingMessage {
  readonly id: Id<'living_message'>;
  /** `launch_panel`, `launch`, … with the id it shows. Unique: kind, subject, chat. */
  readonly kind: string;
  readonly subject: string;
  readonly chatId: ChatId;
  /** The channel's own id; null until first posted, or after it was found gone. */
  readonly messageKey: string | null;
  readonly wanted: number;
  readonly shown: number;
  /** The digest of what it shows; null where that is not known. */
  readonly shownAs: string | null;
}

/**
 * A message to keep true: posted already where it has a key, and perhaps not claimed before `freeFromMs` (real time).
 */
export type AdoptedMessage = Omit<LivingMessage, 'id' | 'wanted' | 'shown'> & {
  readonly freeFromMs: number;
};

export interface LivingMessageRepository {
  /** Makes it if there is none; a message already posted (by a notice) is adopted by its key. */
  adopt(living: AdoptedMessage): Promise<void>;
  /** Raises the wanted revision of all of this subject. Those that still wait for their first look are due now. */
  touch(kind: string, subject: string): Promise<void>;
  /**
   * As `touch`, for what need not be shown at once: claimed not before `freeFromMs` (real time), which each such touch
   * puts off, and found when the relay looks by itself.
   */
  touchLater(kind: string, subject: string, freeFromMs: number): Promise<void>;
  /** The next one behind, claimed by lease (real time). */
  claim(request: { holder: string; nowMs: number; leaseUntilMs: number }): Promise<LivingMessage | null>;
  /** The revision now shown, under which key and how; releases the lease. */
  shown(
    id: LivingMessage['id'],
    holder: string,
    shown: Pick<LivingMessage, 'shown' | 'messageKey' | 'shownAs'>,
  ): Promise<void>;
  /** Gives it back to be claimed not before `notBeforeMs` (real time). */
  postpone(id: LivingMessage['id'], holder: string, notBeforeMs: number): Promise<void>;
  /** Ends the leases of holders whose name begins so. */
  releaseHeldBy(prefix: string): Promise<void>;
  of(kind: string, subject: string): Promise<LivingMessage[]>;
}
