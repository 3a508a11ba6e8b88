import type { Logger } from '../app/ports/logger.ts';
import type { SharedPace } from '../app/ports/shared-pace.ts';
import type { Timer } from '../app/ports/timer.ts';
import type { Gate } from './gate.ts';

/** A process says so often that it lives, and is believed dead after so long. */
const BEAT_MS = 5_000;
const LIVE_MS = 15_000;
/** What others were told by the channel is looked up before sending, at most so often. */
const LOOK_MS = 500;
/** Longer than a chat's turn: what another sent as if alone is past by then. */
const SETTLED_MS = 1_000;
const LONGEST_WINDOW_MS = 60_000;

/**
 * Keeps the pace among the processes of one bot: each takes an equal part of what the channel and a group allow, takes
 * a chat's turn before all others, and keeps the pauses that one of them was asked for. A process that joins sends
 * nothing until the others have made room; what they sent to a group in the minute before is theirs, so that minute
 * alone may hold more.
 */
export class PaceSharing {
  readonly #pace: SharedPace;
  readonly #gate: Gate;
  readonly #timer: Timer;
  readonly #logger: Logger;
  readonly #holder: string;
  readonly #stopping = new AbortController();
  #beatAtMs = Number.NEGATIVE_INFINITY;
  #lookedAtMs = Number.NEGATIVE_INFINITY;
  #seen: { readonly atMs: number; readonly processes: number }[] = [];
  #isAlone = true;
  #running: Promise<void> = Promise.resolve();

  constructor(parts: { pace: SharedPace; gate: Gate; timer: Timer; logger: Logger; holder: string }) {
    this.#pace = parts.pace;
    this.#gate = parts.gate;
    this.#timer = parts.timer;
    this.#logger = parts.logger;
    this.#holder = parts.holder;
    this.#gate.onPaused = (channel, untilMs) => this.#tell(channel, untilMs);
    this.#gate.takeTurn = async (chat, nowMs, untilMs) =>
      this.#isAlone ? null : this.#pace.takeTurn(chat, nowMs, untilMs);
  }

  /** Joins, then says again and again that it lives. */
  async start(): Promise<void> {
    await this.#beat();
    this.#running = this.#run();
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#running;
    await this.#pace.leave(this.#holder);
  }

  /** Before sending: whether this process still counts, and what the channel told others. Rejects as the database does. */
  async look(): Promise<void> {
    const nowMs = this.#timer.nowMs();
    if (nowMs - this.#beatAtMs >= LIVE_MS) await this.#beat();
    if (nowMs - this.#lookedAtMs < LOOK_MS) return;
    this.#lookedAtMs = nowMs;
    for (const [channel, untilMs] of await this.#pace.pauses(nowMs)) this.#gate.pauseUntil(channel, untilMs);
  }

  async #run(): Promise<void> {
    const { signal } = this.#stopping;
    while (!signal.aborted) {
      await this.#timer.wait(BEAT_MS, signal).catch(() => undefined);
      if (signal.aborted) return;
      await this.#beat().catch((error: unknown) => {
        this.#logger.warn({ error }, 'the pace could not be shared; without the database nothing is sent');
      });
    }
  }

  async #beat(): Promise<void> {
    const nowMs = this.#timer.nowMs();
    const processes = await this.#pace.join(this.#holder, nowMs, nowMs + LIVE_MS);
    // New, or taken for dead: the others may be sending at a greater part until their next beat.
    const isNew = nowMs - this.#beatAtMs >= LIVE_MS;
    this.#beatAtMs = nowMs;
    const lately = this.#lately(processes, nowMs);
    this.#isAlone = lately === 1;
    this.#gate.shareAmong(lately);
    if (isNew && processes > 1) this.#gate.holdAll(nowMs + BEAT_MS + SETTLED_MS);
  }

  /** The most that sent within the longest window: what others sent before they left still counts. */
  #lately(processes: number, nowMs: number): number {
    this.#seen = [
      ...this.#seen.filter(({ atMs }) => atMs + LONGEST_WINDOW_MS > nowMs),
      { atMs: nowMs, processes },
    ];
    return Math.max(...this.#seen.map((seen) => seen.processes));
  }

  #tell(channel: string, untilMs: number): void {
    this.#pace.pause(channel, untilMs).catch((error: unknown) => {
      this.#logger.warn({ error, channel }, 'the other processes could not be told of a pause');
    });
  }
}
