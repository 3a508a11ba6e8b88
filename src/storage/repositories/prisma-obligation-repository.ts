import { type ObligationRepository, StaleRevision } from '../../app/ports/obligation-repository.ts';
import type { ObligationId, TaskId } from '../../core/id.ts';
import { byDue } from '../../core/obligation/due-order.ts';
import type { Obligation } from '../../core/obligation/obligation.ts';
import type { LocalDate } from '../../core/time/local-date.ts';
import { isOpen, WORK_STATES } from '../../core/work/work-state.ts';
import type { CachedReads } from '../cached-reads.ts';
import type { Client } from '../database/client.ts';
import type * as Rows from '../generated/sqlite/client.ts';
import { Prisma } from '../generated/sqlite/client.ts';
import { findByIds } from '../rows/find-by-ids.ts';
import { idsAmong } from '../rows/ids-among.ts';
import { changingRow, obligationOf, obligationRow } from '../rows/obligation-mapper.ts';
import { readRow } from '../rows/read-row.ts';
import { insertMissing, updateRevised, updateRows } from '../rows/write-rows.ts';

const OPEN = { state: { in: WORK_STATES.filter(isOpen) } };

export class PrismaObligationRepository implements ObligationRepository {
  readonly #client: Client;
  readonly #cached: CachedReads;

  constructor(client: Client, cached: CachedReads) {
    this.#client = client;
    this.#cached = cached;
  }

  async byId(id: ObligationId): Promise<Obligation | null> {
    const query = Prisma.sql`SELECT * FROM obligation WHERE id = ${id}`;
    const row = await readRow<Rows.Obligation>(this.#client, query);
    return row === null ? null : obligationOf(row);
  }

  byIds(ids: readonly ObligationId[]): Promise<Obligation[]> {
    return findByIds(ids, (some) => this.#find({ id: { in: some } }));
  }

  async storedAmong(ids: readonly ObligationId[]): Promise<ReadonlySet<ObligationId>> {
    return new Set(await idsAmong(this.#client, 'obligation', ids));
  }

  inRange(from: LocalDate, to: LocalDate): Promise<readonly Obligation[]> {
    const read = () => this.#find({ lastOn: { gte: from }, dueOn: { lte: to } });
    return this.#cached.obligations(`${from} ${to}`, read);
  }

  overdueOn(day: LocalDate): Promise<Obligation[]> {
    return this.#find({ ...OPEN, overdueFrom: { lte: day } });
  }

  openOf(ownerIds: readonly string[]): Promise<Obligation[]> {
    return this.#find({ ...OPEN, ownerId: { in: [...ownerIds] } });
  }

  ofOwners(ownerIds: readonly string[]): Promise<Obligation[]> {
    return this.#find({ ownerId: { in: [...ownerIds] } });
  }

  ofTasks(taskIds: readonly TaskId[]): Promise<Obligation[]> {
    return findByIds(taskIds, (some) => this.#find({ taskId: { in: some } }));
  }

  standing(): Promise<Obligation[]> {
    return this.#find({ dueOn: null });
  }

  doneWithin(from: LocalDate, to: LocalDate): Promise<Obligation[]> {
    return this.#find({ doneOn: { gte: from, lte: to } });
  }

  blocked(): Promise<Obligation[]> {
    return this.#find({ state: 'blocked' });
  }

  async scheduled(): Promise<Obligation[]> {
    const found = await this.#find({ ...OPEN, step: 'scheduled' });
    return found.sort((a, b) => ((a.meeting?.on ?? '') < (b.meeting?.on ?? '') ? -1 : 1));
  }

  withStageBy(day: LocalDate): Promise<Obligation[]> {
    return this.#find({ ...OPEN, nextStageOn: { lte: day } });
  }

  async addMissing(obligations: readonly Obligation[]): Promise<number> {
    this.#cached.changeObligations();
    return insertMissing(this.#client, 'obligation', obligations.map(obligationRow));
  }

  async save(obligation: Obligation): Promise<void> {
    const { id, revision } = obligation;
    this.#cached.changeObligations();
    const row = { ...changingRow(obligation), revision: revision + 1 };
    const changed = await updateRows(this.#client, 'obligation', row, { id, revision });
    if (changed === 0) throw new StaleRevision(`obligation ${id} is no longer at revision ${revision}`);
  }

  async saveAll(obligations: readonly Obligation[]): Promise<void> {
    this.#cached.changeObligations();
    const rows = obligations.map((one) => ({ id: one.id, ...changingRow(one), revision: one.revision }));
    const changed = await updateRevised(this.#client, 'obligation', rows);
    if (changed < obligations.length)
      throw new StaleRevision(`${obligations.length - changed} obligations are no longer at their revision`);
  }

  /** Sorted here: asked to sort, SQLite walks the index of due days through the whole table. */
  async #find(where: Prisma.ObligationWhereInput): Promise<Obligation[]> {
    return (await this.#client.obligation.findMany({ where })).map(obligationOf).toSorted(byDue);
  }
}
