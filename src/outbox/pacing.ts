import { NOTHING_WRITTEN, type PaceEntry, type PaceLog } from '../app/ports/pace-log.ts';
import type { Timer } from '../app/ports/timer.ts';

/** At most `limit` within any `windowMs`: never more, whatever the burst before. */
export interface RateLimit {
  readonly limit: number;
  readonly windowMs: number;
}

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

export const chatKey = ({ channel, chat }: Place): string => JSON.stringify([channel, chat]);

/** Why nothing goes to a place yet: the chat's pace or the whole bot's, or a pause that the channel asked for. */
export interface Closed {
  readonly kind: 'closed';
  readonly closedUntilMs: number;
  readonly by: 'chat' | 'bot' | 'channel';
}

/** One message may go to the place, as of then. */
export interface Turn {
  readonly kind: 'open';
  readonly takenAtMs: number;
}

/** The pace of a bot, kept by all processes that share its log: each writes down what it sends before it sends. */
export class Pace {
  readonly #limits: PaceLimits;
  readonly #log: PaceLog;
  readonly #timer: Timer;
  /** As last seen: what others wrote since only closes for longer, and is found when it would be written over. */
  readonly #known = new Map<string, PaceEntry>();

  constructor(limits: PaceLimits, log: PaceLog, timer: Timer) {
    this.#limits = limits;
    this.#log = log;
    this.#timer = timer;
  }

  /** Takes a turn at the place; or why there is none yet, and nothing is written down. */
  async take(place: Place): Promise<Turn | Closed> {
    let taking: Turn | Closed = { kind: 'open', takenAtMs: 0 };
    await this.#change(this.#limitsAt(place), (entries, nowMs) => {
      taking = closedBy(entries, nowMs, place) ?? { kind: 'open', takenAtMs: nowMs };
      return taking.kind === 'open' ? entries.map((entry) => taken(entry, nowMs)) : null;
    });
    return taking;
  }

  /** Makes use of a turn only now: others are told, as it lasts longer. */
  async delay(place: Place, { takenAtMs }: Turn): Promise<Turn> {
    let delayed: Turn = { kind: 'open', takenAtMs };
    await this.#change(this.#limitsAt(place), (entries, nowMs) => {
      delayed = { kind: 'open', takenAtMs: nowMs };
      return entries.map((entry) => taken(without(entry, takenAtMs), nowMs));
    });
    return delayed;
  }

  /** Counts what went to the place without asking. */
  async count(place: Place): Promise<void> {
    await this.#change(this.#limitsAt(place), (entries, nowMs) =>
      entries.map((entry) => taken(entry, nowMs)),
    );
  }

  /** Nothing goes to the channel before then, from any process; never shortens what was asked before. */
  async pause(channel: string, untilMs: number): Promise<void> {
    await this.#change(this.#limitsOf(channel), (entries) =>
      entries.map((entry) => ({ ...entry, pausedUntilMs: Math.max(entry.pausedUntilMs, untilMs) })),
    );
  }

  /** Changes what is written down, as often as it takes to be the quickest; null leaves it as it is. */
  async #change(
    limits: ReadonlyMap<string, readonly RateLimit[]>,
    change: (entries: readonly Paced[], nowMs: number) => readonly Paced[] | null,
  ): Promise<void> {
    for (let isKept = false; !isKept; ) {
      const entries = await this.#entriesOf(limits);
      const changed = change(entries, this.#timer.nowMs());
      if (changed === null) return;
      isKept = await this.#log.write(new Map(changed.map((entry) => [entry.name, entry])));
      for (const entry of changed)
        if (isKept) this.#known.set(entry.name, { ...entry, revision: entry.revision + 1 });
        else this.#known.delete(entry.name);
    }
  }

  async #entriesOf(limits: ReadonlyMap<string, readonly RateLimit[]>): Promise<readonly Paced[]> {
    const unknown = [...limits.keys()].filter((name) => !this.#known.has(name));
    if (unknown.length > 0) {
      const read = await this.#log.read(unknown);
      for (const name of unknown) this.#known.set(name, read.get(name) ?? NOTHING_WRITTEN);
    }
    return [...limits].map(([name, all]) => ({
      ...(this.#known.get(name) ?? NOTHING_WRITTEN),
      name,
      limits: all,
    }));
  }

  #limitsAt(place: Place): ReadonlyMap<string, readonly RateLimit[]> {
    const { perChat, perGroup } = this.#limits;
    const ofChat = place.group ? [perChat, perGroup] : [perChat];
    return new Map([...this.#limitsOf(place.channel), [chatKey(place), ofChat]]);
  }

  #limitsOf(channel: string): ReadonlyMap<string, readonly RateLimit[]> {
    return new Map([[channel, [this.#limits.perChannel]]]);
  }
}

interface Paced extends PaceEntry {
  readonly name: string;
  readonly limits: readonly RateLimit[];
}

function closedBy(entries: readonly Paced[], nowMs: number, { channel }: Place): Closed | null {
  const pausedUntilMs = Math.max(...entries.map((entry) => entry.pausedUntilMs));
  if (pausedUntilMs > nowMs) return { kind: 'closed', closedUntilMs: pausedUntilMs, by: 'channel' };
  const closed = entries
    .map((entry) => ({
      kind: 'closed' as const,
      closedUntilMs: Math.max(...entry.limits.map((limit) => readyAt(entry, limit))),
      by: entry.name === channel ? ('bot' as const) : ('chat' as const),
    }))
    .toSorted((one, other) => other.closedUntilMs - one.closedUntilMs)[0];
  return closed !== undefined && closed.closedUntilMs > nowMs ? closed : null;
}

/** The first moment at which one more fits; in the past when one fits now. */
function readyAt({ takenAtMs }: PaceEntry, { limit, windowMs }: RateLimit): number {
  const binding = takenAtMs.at(-limit);
  return takenAtMs.length < limit || binding === undefined ? 0 : binding + windowMs;
}

function without(entry: Paced, atMs: number): Paced {
  const index = entry.takenAtMs.indexOf(atMs);
  return index < 0 ? entry : { ...entry, takenAtMs: entry.takenAtMs.toSpliced(index, 1) };
}

function taken(entry: Paced, nowMs: number): Paced {
  const most = Math.max(...entry.limits.map(({ limit }) => limit));
  // In order, though another machine's clock may be a little behind.
  const takenAtMs = [...entry.takenAtMs, nowMs].sort((one, other) => one - other).slice(-most);
  return { ...entry, takenAtMs };
}
