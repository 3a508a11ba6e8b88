import type { Logger } from '../app/ports/logger.ts';
import type { SendOutcome } from '../app/ports/messenger.ts';
import type { PaceLog } from '../app/ports/pace-log.ts';
import type { Timer } from '../app/ports/timer.ts';
import { type ChannelState, ChannelStates } from './channel-states.ts';
import { OwnPaceLog } from './own-pace-log.ts';
import { type Closed, chatKey, Pace, type PaceLimits, type Place, type Turn } from './pacing.ts';

/** Whether a place may be written to: not yet by its pace, which passes by itself, or by the channel, which may not. */
export type Entry = Turn | Closed;

/** What all that the bot says by itself passes through on its way out. One a process, shared by its relays. */
export class Gate {
  readonly #timer: Timer;
  readonly #logger: Logger;
  readonly #pace: Pace;
  readonly #channels: ChannelStates;
  /** By chat, when an earlier message of it comes again. */
  readonly #heldUntilMs = new Map<string, number>();

  constructor(parts: {
    timer: Timer;
    logger: Logger;
    limits: PaceLimits;
    /** In [0, 1). */
    random: () => number;
    /** Of all processes of the bot; without it there is but this one. */
    log?: PaceLog | null;
  }) {
    this.#timer = parts.timer;
    this.#logger = parts.logger;
    this.#pace = new Pace(parts.limits, parts.log ?? new OwnPaceLog(), parts.timer);
    this.#channels = new ChannelStates(parts.random);
  }

  /** Takes a turn for one message, which is used with that. Rejects as the log does. */
  async enter(place: Place): Promise<Entry> {
    const shut = this.shut(place);
    if (shut !== null) return shut;
    this.#heldUntilMs.delete(chatKey(place));
    const entry = await this.#pace.take(place);
    // Another process was asked to wait.
    if (entry.kind === 'closed' && entry.by === 'channel')
      this.#channels.pauseUntil(place.channel, entry.closedUntilMs);
    return entry;
  }

  /** A turn is used only now. Rejects as the log does. */
  delay(place: Place, turn: Turn): Promise<Turn> {
    return this.#pace.delay(place, turn);
  }

  /** Why nothing goes to the place now, not even by a turn that was taken. */
  shut(place: Place): Closed | null {
    const nowMs = this.#timer.nowMs();
    const openAtMs = this.#channels.openAtMs(place.channel);
    if (openAtMs > nowMs) return { kind: 'closed', closedUntilMs: openAtMs, by: 'channel' };
    const heldUntilMs = this.#heldUntilMs.get(chatKey(place)) ?? 0;
    return heldUntilMs > nowMs ? { kind: 'closed', closedUntilMs: heldUntilMs, by: 'chat' } : null;
  }

  /** Sends, and learns of the channel from the outcome. A messenger that throws may have sent: unknown. */
  async send(place: Place, request: () => Promise<SendOutcome>): Promise<SendOutcome> {
    const outcome = await request().catch((error: unknown): SendOutcome => {
      this.#logger.error({ error, channel: place.channel }, 'the messenger threw');
      return { kind: 'unknown', cause: 'THREW' };
    });
    await this.#learn(place, outcome);
    return outcome;
  }

  /** Counts a reply, which went out without asking. */
  replied(place: Place): void {
    this.#pace.count(place).catch((error: unknown) => {
      this.#logger.warn({ error, channel: place.channel }, 'a reply was not counted');
    });
  }

  /** Nothing goes to the place before then: an earlier message must come first. */
  hold(place: Place, untilMs: number): void {
    const key = chatKey(place);
    this.#heldUntilMs.set(key, Math.max(untilMs, this.#heldUntilMs.get(key) ?? 0));
  }

  /** When the channel takes messages again; in the past when now, infinite when it does not know us. */
  openAtMs(channel: string): number {
    return this.#channels.openAtMs(channel);
  }

  channels(): Readonly<Record<string, ChannelState>> {
    return this.#channels.report();
  }

  async #learn(place: Place, outcome: SendOutcome): Promise<void> {
    const { channel } = place;
    if (outcome.kind === 'not_sent' || outcome.kind === 'unknown') {
      const askedMs = outcome.kind === 'not_sent' ? outcome.retryAfterMs : null;
      const untilMs = this.#channels.pause(channel, askedMs, this.#timer.nowMs());
      this.hold(place, untilMs);
      if (askedMs !== null) await this.#tellOthers(channel, untilMs);
      this.#logger.warn({ channel, outcome: outcome.kind, cause: outcome.cause }, 'the channel is paused');
      return;
    }
    this.#channels.answered(channel);
    if (outcome.kind === 'refused' && outcome.refusal === 'unauthorised') {
      this.#channels.halt(channel);
      this.#logger.error({ channel }, 'the channel refuses our credentials; nothing more is sent there');
    }
  }

  async #tellOthers(channel: string, untilMs: number): Promise<void> {
    await this.#pace.pause(channel, untilMs).catch((error: unknown) => {
      this.#logger.warn({ error, channel }, 'the other processes could not be told of a pause');
    });
  }
}
