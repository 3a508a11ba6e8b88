import type { Transaction } from './transaction.ts';

/**
 * Runs a function of `tx` in one transaction. It may run again (busy, serialization failure, stale revision: up
 * to five times with jitter), so it does no I/O but through `tx` and keeps no state outside. What it returns is
 * returned after the commit; what it throws rolls everything back. Never begun inside another: it would wait for it.
 */
export interface UnitOfWork {
  run<Result>(work: (tx: Transaction) => Promise<Result>): Promise<Result>;
  /** Runs what is one statement, which the database commits by itself: the trips of a transaction are spared. */
  alone<Result>(statement: (tx: Transaction) => Promise<Result>): Promise<Result>;
  /** Reads only, outside a transaction: each read sees the latest commit. */
  readonly read: ReadModel;
}

export type ReadModel = Pick<
  Transaction,
  | 'organisation'
  | 'invitations'
  | 'handOvers'
  | 'plans'
  | 'planDrafts'
  | 'obligations'
  | 'holds'
  | 'reports'
  | 'extensions'
  | 'sessions'
  | 'launches'
  | 'assignments'
  | 'notices'
  | 'dialogues'
  | 'menus'
  | 'files'
  | 'audit'
>;
