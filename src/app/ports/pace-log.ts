/** What was written to a channel, or to a chat of it, by all processes of the bot. Real time (Timer), milliseconds. */
export interface PaceEntry {
  /** When it was written to, oldest first; no more of them than the limits ask about. */
  readonly takenAtMs: readonly number[];
  /** The channel asked that nobody writes before then. */
  readonly pausedUntilMs: number;
  /** 0 where nothing is kept yet. */
  readonly revision: number;
}

export const NOTHING_WRITTEN: PaceEntry = { takenAtMs: [], pausedUntilMs: 0, revision: 0 };

/** What processes that share one database, and so one bot, know of each other's sending. Each call is one transaction. */
export interface PaceLog {
  /** By name; those of which nothing is kept are left out. */
  read(names: readonly string[]): Promise<ReadonlyMap<string, PaceEntry>>;
  /** Keeps all of these, read at their revision; false, and none is kept, where another was quicker with one. */
  write(entries: ReadonlyMap<string, PaceEntry>): Promise<boolean>;
}
