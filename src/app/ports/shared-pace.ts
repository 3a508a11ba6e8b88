/**
 * What processes that share one database, and so one bot, know of each other's sending. Real time (Timer). Outside
 * transactions: each call is one.
 */
export interface SharedPace {
  /** Says that this process sends until then; how many do at `nowMs`, itself included. */
  join(holder: string, nowMs: number, untilMs: number): Promise<number>;
  leave(holder: string): Promise<void>;
  /** The channel asked that nobody writes before then; never shortens what was asked before. */
  pause(channel: string, untilMs: number): Promise<void>;
  /** By channel, until when it asked for nothing; those that have passed are left out. */
  pauses(nowMs: number): Promise<ReadonlyMap<string, number>>;
  /** Takes the turn at a chat until then. Null when it is taken; else when the turn that another has there ends. */
  takeTurn(chat: string, nowMs: number, untilMs: number): Promise<number | null>;
}
