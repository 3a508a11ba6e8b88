import { backoffMs } from './backoff.ts';

/** `halted`: the channel does not know us (a wrong token); only a restart with another configuration helps. */
export interface ChannelState {
  readonly halted: boolean;
  /** Real time before which nothing is sent: it asked for it, or cannot be reached. */
  readonly pausedUntilMs: number;
  /** Attempts in a row that did not reach it. */
  readonly failures: number;
}

const OPEN: ChannelState = { halted: false, pausedUntilMs: 0, failures: 0 };

/** Whether each channel takes messages. That it cannot be reached is the channel's misfortune, not the notice's. */
export class ChannelStates {
  readonly #states = new Map<string, ChannelState>();
  readonly #random: () => number;

  constructor(random: () => number) {
    this.#random = random;
  }

  of(channel: string): ChannelState {
    return this.#states.get(channel) ?? OPEN;
  }

  /** When it may next be sent to: real time, in the past when now, infinite when halted. */
  openAtMs(channel: string): number {
    const state = this.of(channel);
    return state.halted ? Number.POSITIVE_INFINITY : state.pausedUntilMs;
  }

  answered(channel: string): void {
    const { halted, pausedUntilMs } = this.of(channel);
    this.#states.set(channel, { halted, pausedUntilMs, failures: 0 });
  }

  /** Pauses it for as long as it asks, else by backoff. Returns until when. */
  pause(channel: string, askedMs: number | null, nowMs: number): number {
    const { halted, failures, pausedUntilMs } = this.of(channel);
    const waitMs = askedMs ?? backoffMs(failures + 1, this.#random());
    const untilMs = Math.max(pausedUntilMs, nowMs + waitMs);
    this.#states.set(channel, {
      halted,
      pausedUntilMs: untilMs,
      failures: askedMs === null ? failures + 1 : failures,
    });
    return untilMs;
  }

  /** Another process was asked to wait. */
  pauseUntil(channel: string, untilMs: number): void {
    const state = this.of(channel);
    if (untilMs > state.pausedUntilMs) this.#states.set(channel, { ...state, pausedUntilMs: untilMs });
  }

  halt(channel: string): void {
    this.#states.set(channel, { ...this.of(channel), halted: true });
  }

  /** By channel, those of which something is known. */
  report(): Readonly<Record<string, ChannelState>> {
    return Object.fromEntries(this.#states);
  }
}
