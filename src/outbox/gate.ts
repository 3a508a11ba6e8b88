import type { Logger } from '../app/ports/logger.ts';
import type { SendOutcome } from '../app/ports/messenger.ts';
import type { Timer } from '../app/ports/timer.ts';
import { type ChannelState, ChannelStates } from './channel-states.ts';
import { chatKey, Pace, type PaceLimits, type Place } from './pacing.ts';

/** Why a place cannot be written to yet: the pace, which passes by itself, or the channel, which may not. */
export type Entry = 'open' | { readonly closedUntilMs: number; readonly by: 'pace' | 'channel' };

/** What all that the bot says by itself passes through on its way out. One a process, shared by the relays; of several processes each keeps to its part. */
export class Gate {
  readonly #timer: Timer;
  readonly #logger: Logger;
  readonly #pace: Pace;
  readonly #channels: ChannelStates;
  readonly #turnMs: number;
  #heldUntilMs = 0;
  /** Told when the channel itself asks to wait, which concerns every process of the bot. */
  onPaused: (channel: string, untilMs: number) => void = () => undefined;
  /** Takes a chat's turn among all processes until then: null when taken, else when another's ends. */
  takeTurn: (chat: string, nowMs: number, untilMs: number) => Promise<number | null> = async () => null;

  constructor(parts: {
    timer: Timer;
    logger: Logger;
    limits: PaceLimits;
    /** In [0, 1). */
    random: () => number;
  }) {
    this.#timer = parts.timer;
    this.#logger = parts.logger;
    this.#pace = new Pace(parts.limits);
    this.#turnMs = parts.limits.perChat.windowMs;
    this.#channels = new ChannelStates(parts.random);
  }

  /** Takes a turn for one message; when it says `open`, the turn is used. */
  async enter(place: Place): Promise<Entry> {
    const here = this.#entryHere(place);
    if (here !== 'open') return here;
    const nowMs = this.#timer.nowMs();
    const takenUntilMs = await this.takeTurn(chatKey(place), nowMs, nowMs + this.#turnMs);
    if (takenUntilMs !== null) return { closedUntilMs: takenUntilMs, by: 'pace' };
    // Somebody else of this process may have come first meanwhile.
    const entry = this.#entryHere(place);
    if (entry === 'open') this.#pace.take(place, this.#timer.nowMs());
    return entry;
  }

  #entryHere(place: Place): Entry {
    const nowMs = this.#timer.nowMs();
    const openAtMs = this.#channels.openAtMs(place.channel);
    if (openAtMs > nowMs) return { closedUntilMs: openAtMs, by: 'channel' };
    const readyAtMs = Math.max(this.#heldUntilMs, this.#pace.readyAtMs(place));
    return readyAtMs > nowMs ? { closedUntilMs: readyAtMs, by: 'pace' } : 'open';
  }

  /** Sends, and learns of the channel from the outcome. A messenger that throws may have sent: unknown. */
  async send(place: Place, request: () => Promise<SendOutcome>): Promise<SendOutcome> {
    const outcome = await request().catch((error: unknown): SendOutcome => {
      this.#logger.error({ error, channel: place.channel }, 'the messenger threw');
      return { kind: 'unknown', cause: 'THREW' };
    });
    this.#learn(place, outcome);
    return outcome;
  }

  /** So many processes write at the channels' pace together. */
  shareAmong(processes: number): void {
    this.#pace.shareAmong(processes);
  }

  /** Nothing goes anywhere before then: others have to make room. */
  holdAll(untilMs: number): void {
    this.#heldUntilMs = Math.max(this.#heldUntilMs, untilMs);
  }

  /** Another process was asked to wait. */
  pauseUntil(channel: string, untilMs: number): void {
    this.#channels.pauseUntil(channel, untilMs);
  }

  /** Counts a reply, which went out without asking. */
  replied(place: Place): void {
    this.#pace.take(place, this.#timer.nowMs());
  }

  /** Nothing goes to the place before then: an earlier message must come first. */
  hold(place: Place, untilMs: number): void {
    this.#pace.hold(place, untilMs);
  }

  /** When the channel takes messages again; in the past when now, infinite when it does not know us. */
  openAtMs(channel: string): number {
    return this.#channels.openAtMs(channel);
  }

  channels(): Readonly<Record<string, ChannelState>> {
    return this.#channels.report();
  }

  #learn(place: Place, outcome: SendOutcome): void {
    const { channel } = place;
    if (outcome.kind === 'not_sent' || outcome.kind === 'unknown') {
      const askedMs = outcome.kind === 'not_sent' ? outcome.retryAfterMs : null;
      const untilMs = this.#channels.pause(channel, askedMs, this.#timer.nowMs());
      this.#pace.hold(place, untilMs);
      if (askedMs !== null) this.onPaused(channel, untilMs);
      this.#logger.warn({ channel, outcome: outcome.kind, cause: outcome.cause }, 'the channel is paused');
      return;
    }
    this.#channels.answered(channel);
    if (outcome.kind === 'refused' && outcome.refusal === 'unauthorised') {
      this.#channels.halt(channel);
      this.#logger.error({ channel }, 'the channel refuses our credentials; nothing more is sent there');
    }
  }
}
