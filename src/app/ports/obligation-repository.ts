import type { ObligationId, TaskId } from '../../core/id.ts';
import type { Obligation } from '../../core/obligation/obligation.ts';
import type { LocalDate } from '../../core/time/local-date.ts';

export interface ObligationRepository {
  byId(id: ObligationId): Promise<Obligation | null>;
  byIds(ids: readonly ObligationId[]): Promise<Obligation[]>;
  /** Which of these there are. */
  storedAmong(ids: readonly ObligationId[]): Promise<ReadonlySet<ObligationId>>;
  /** Those whose days (`dueOn` … `namedOn`) touch the range, both ends included, withdrawn ones too. By `dueOn`, hour, then id. */
  inRange(from: LocalDate, to: LocalDate): Promise<readonly Obligation[]>;
  /** Open ones whose `overdueFrom` is on or before the day. By `dueOn`, hour, then id. */
  overdueOn(day: LocalDate): Promise<Obligation[]>;
  /** Open ones of these owners whatever the day, standing ones last. By `dueOn`, hour, then id. */
  openOf(ownerIds: readonly string[]): Promise<Obligation[]>;
  /** All of these owners, whatever their state, standing ones last. By `dueOn`, hour, then id. */
  ofOwners(ownerIds: readonly string[]): Promise<Obligation[]>;
  /** All of these tasks, whatever their state. By `dueOn`, hour, then id. */
  ofTasks(taskIds: readonly TaskId[]): Promise<Obligation[]>;
  /** All without a day. */
  standing(): Promise<Obligation[]>;
  /** Those done on a day of the range, both ends included, whatever day they were due. By `dueOn`, hour, then id. */
  doneWithin(from: LocalDate, to: LocalDate): Promise<Obligation[]>;
  /** Those that say that something is in the way, whatever the day. By `dueOn`, hour, then id. */
  blocked(): Promise<Obligation[]>;
  /** Open ones with an announced conference. By its day. */
  scheduled(): Promise<Obligation[]>;
  /** Open ones that have a reminder stage on or before the day. */
  withStageBy(day: LocalDate): Promise<Obligation[]>;
  /** Inserts those whose identity (task, rule, period key, owner) is new; returns how many were. */
  addMissing(obligations: readonly Obligation[]): Promise<number>;
  /** Saves a changed row. Throws StaleRevision when its revision is no longer the stored one; the stored one rises by 1. */
  save(obligation: Obligation): Promise<void>;
  /** As `save`, of many at once: none of them twice. */
  saveAll(obligations: readonly Obligation[]): Promise<void>;
}

/** Somebody else changed the row meanwhile: the unit of work runs again. */
export class StaleRevision extends Error {
  override readonly name = 'StaleRevision';
}
