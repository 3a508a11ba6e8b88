import { type RateLimit, RateWindow } from './rate-window.ts';

/** How fast a channel may be written to. */
export interface PaceLimits {
  readonly perChannel: RateLimit;
  readonly perChat: RateLimit;
  readonly perGroup: RateLimit;
}

/** What Telegram asks for (Bots FAQ, "My bot is hitting limits"): 30 a second, one a second a chat, 20 a minute a group. */
export const TELEGRAM_PACE: PaceLimits = {
  perChannel: { limit: 30, windowMs: 1_000 },
  perChat: { limit: 1, windowMs: 1_000 },
  perGroup: { limit: 20, windowMs: 60_000 },
};

/** A place that is written to: the channel's own id of a chat. */
export interface Place {
  readonly channel: string;
  readonly chat: string;
  readonly group: boolean;
}

// Above so many chats, those that were quiet are forgotten.
const REMEMBERED_CHATS = 1_000;

interface SharedWindow {
  readonly key: string;
  readonly limit: RateLimit;
  /** Each process has its part of it; a chat's turn is instead one for all. */
  readonly isShared: boolean;
}

/**
 * The pace of what the bot says by itself. Replies do not ask it, for somebody waits for them; told of them by
 * `take`, it makes room for them.
 */
export class Pace {
  readonly #limits: PaceLimits;
  readonly #windows = new Map<string, RateWindow>();
  readonly #heldUntilMs = new Map<string, number>();
  #processes = 1;

  constructor(limits: PaceLimits) {
    this.#limits = limits;
  }

  /** So many processes keep the limits together. */
  shareAmong(processes: number): void {
    this.#processes = Math.max(1, processes);
  }

  /** When the place may next be written to, in milliseconds of real time; in the past when it may be now. */
  readyAtMs(place: Place): number {
    const windows = this.#windowsOf(place).map(
      ({ key, isShared }) => this.#windows.get(key)?.readyAtMs(isShared ? this.#processes : 1) ?? 0,
    );
    return Math.max(...windows, this.#heldUntilMs.get(chatKey(place)) ?? 0);
  }

  /** Counts something written to the place. */
  take(place: Place, nowMs: number): void {
    if (this.#windows.size > REMEMBERED_CHATS) this.#forget(nowMs);
    for (const { key, limit } of this.#windowsOf(place)) {
      const window = this.#windows.get(key) ?? new RateWindow(limit);
      this.#windows.set(key, window);
      window.take(nowMs);
    }
  }

  /** Nothing goes to the place before then: it asked for it, or an earlier message must come first. */
  hold(place: Place, untilMs: number): void {
    const key = chatKey(place);
    this.#heldUntilMs.set(key, Math.max(untilMs, this.#heldUntilMs.get(key) ?? 0));
  }

  #windowsOf(place: Place): SharedWindow[] {
    const { perChannel, perChat, perGroup } = this.#limits;
    const chat = chatKey(place);
    return [
      { key: place.channel, limit: perChannel, isShared: true },
      { key: `chat:${chat}`, limit: perChat, isShared: false },
      ...(place.group ? [{ key: `group:${chat}`, limit: perGroup, isShared: true }] : []),
    ];
  }

  #forget(nowMs: number): void {
    for (const [key, window] of this.#windows)
      if (window.isIdle(nowMs, this.#processes)) this.#windows.delete(key);
    for (const [key, untilMs] of this.#heldUntilMs) if (untilMs <= nowMs) this.#heldUntilMs.delete(key);
  }
}

export const chatKey = (place: Place): string => JSON.stringify([place.channel, place.chat]);
