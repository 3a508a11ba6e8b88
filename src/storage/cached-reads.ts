import type { Obligation } from '../core/obligation/obligation.ts';
import type { Directory } from '../core/organisation/directory.ts';
import type { PlanBook } from '../core/plan/plan-book.ts';
import type { Client } from './database/client.ts';
import { HeldReadings } from './held-readings.ts';
import { StandingReads } from './standing-reads.ts';

/** What is read whole and kept in the process, each with the revision that every write of it raises. */
interface Wholes {
  readonly directory: Directory;
  readonly book: PlanBook;
}

export type Whole = keyof Wholes;

interface Revisions {
  readonly directory: number;
  readonly book: number;
}

const ORGANISATION = 1;
const REVISION = { directory: 'directoryRevision', book: 'bookRevision' } as const;
const REVISIONS = 'revisions';
const UNWRITTEN: Revisions = { directory: 0, book: 0 };

/** Shared by all units of work of one database. */
export class WholeCache {
  readonly revisions: StandingReads<Revisions>;
  readonly obligations: StandingReads<readonly Obligation[]>;
  readonly readings = new HeldReadings();
  readonly #held = new Map<Whole, { revision: number; value: unknown }>();

  /** `commitsOfOthers`: as StandingReads. */
  constructor(commitsOfOthers: () => number | null) {
    this.revisions = new StandingReads(commitsOfOthers);
    this.obligations = new StandingReads(commitsOfOthers);
  }

  at<Part extends Whole>(part: Part, revision: number): Wholes[Part] | null {
    const held = this.#held.get(part);
    return held?.revision === revision ? (held.value as Wholes[Part]) : null;
  }

  keep<Part extends Whole>(part: Part, revision: number, value: Wholes[Part]): void {
    const held = this.#held.get(part);
    if (held === undefined || held.revision < revision) this.#held.set(part, { revision, value });
  }
}

/** How a repository reads a whole through the cache, and marks it as changed. */
export interface CachedReads {
  readonly readings: HeldReadings;
  read<Part extends Whole>(part: Part, load: () => Promise<Wholes[Part]>): Promise<Wholes[Part]>;
  /** Before a write: raises the revision in the same transaction. */
  raise(part: Whole): Promise<void>;
  /** Obligations that many ask for in the same words. */
  obligations(asked: string, load: () => Promise<readonly Obligation[]>): Promise<readonly Obligation[]>;
  /** Before a write of obligations. */
  changeObligations(): void;
}

/** Within a transaction the revisions are read once; what this transaction has changed never enters the cache. */
export class TransactionReads implements CachedReads {
  readonly readings: HeldReadings;
  readonly #client: Client;
  readonly #cache: WholeCache;
  readonly #raised = new Set<Whole>();
  /** What it read of its own changes, until the next. */
  readonly #own = new Map<Whole, unknown>();
  #revisions: Promise<Revisions> | null = null;
  #endRaise: (() => void) | null = null;
  #endChange: (() => void) | null = null;

  constructor(client: Client, cache: WholeCache) {
    this.readings = cache.readings;
    this.#client = client;
    this.#cache = cache;
  }

  async read<Part extends Whole>(part: Part, load: () => Promise<Wholes[Part]>): Promise<Wholes[Part]> {
    if (this.#raised.has(part)) return await this.#readOwn(part, load);
    this.#revisions ??= this.#read();
    const { [part]: revision } = await this.#revisions;
    const held = this.#cache.at(part, revision);
    if (held !== null) return held;
    const value = await load();
    if (!this.#raised.has(part)) this.#cache.keep(part, revision, value);
    return value;
  }

  async raise(part: Whole): Promise<void> {
    this.#own.delete(part);
    if (this.#raised.has(part)) return;
    this.#raised.add(part);
    this.#endRaise ??= this.#cache.revisions.beginChange();
    const { count } = await this.#client.organisation.updateMany({
      where: { id: ORGANISATION },
      data: { [REVISION[part]]: { increment: 1 } },
    });
    if (count > 0) return;
    await this.#client.organisation.create({ data: { id: ORGANISATION, [REVISION[part]]: 1 } });
  }

  obligations(_asked: string, load: () => Promise<readonly Obligation[]>): Promise<readonly Obligation[]> {
    return load();
  }

  changeObligations(): void {
    this.#endChange ??= this.#cache.obligations.beginChange();
  }

  /** The transaction has been committed or rolled back. */
  ended(): void {
    this.#endRaise?.();
    this.#endChange?.();
  }

  async #readOwn<Part extends Whole>(part: Part, load: () => Promise<Wholes[Part]>): Promise<Wholes[Part]> {
    const held = this.#own.get(part);
    if (held !== undefined) return held as Wholes[Part];
    const value = await load();
    this.#own.set(part, value);
    return value;
  }

  /** What this transaction has not yet committed is nothing to know. */
  #read(): Promise<Revisions> {
    const known = this.#cache.revisions.standing(REVISIONS);
    return known === null ? readRevisions(this.#client) : Promise.resolve(known);
  }
}

/** Outside transactions each read checks the revisions: at most one query, shared by reads that begin together. */
export class LatestReads implements CachedReads {
  readonly readings: HeldReadings;
  readonly #client: Client;
  readonly #cache: WholeCache;
  #beginning: Promise<Revisions> | null = null;

  constructor(client: Client, cache: WholeCache) {
    this.readings = cache.readings;
    this.#client = client;
    this.#cache = cache;
  }

  async read<Part extends Whole>(part: Part, load: () => Promise<Wholes[Part]>): Promise<Wholes[Part]> {
    let { [part]: revision } = await this.#latest();
    for (;;) {
      const held = this.#cache.at(part, revision);
      if (held !== null) return held;
      const value = await load();
      const { [part]: after } = await this.#latest();
      // Unchanged before and after: its queries, though each sees a commit of its own, saw one state.
      if (after === revision) {
        this.#cache.keep(part, revision, value);
        return value;
      }
      revision = after;
    }
  }

  raise(): Promise<void> {
    throw new Error('a write outside a unit of work');
  }

  async obligations(
    asked: string,
    load: () => Promise<readonly Obligation[]>,
  ): Promise<readonly Obligation[]> {
    const { obligations } = this.#cache;
    return obligations.standing(asked) ?? (await obligations.learn(asked, load));
  }

  changeObligations(): void {
    throw new Error('a write outside a unit of work');
  }

  /** Never joins a query already under way, which may have missed the latest commit. */
  async #latest(): Promise<Revisions> {
    const known = this.#cache.revisions.standing(REVISIONS);
    if (known !== null) return known;
    this.#beginning ??= Promise.resolve().then(() => {
      this.#beginning = null;
      return this.#cache.revisions.learn(REVISIONS, () => readRevisions(this.#client));
    });
    return this.#beginning;
  }
}

async function readRevisions(client: Client): Promise<Revisions> {
  const row = await client.organisation.findFirst({
    where: { id: ORGANISATION },
    select: { directoryRevision: true, bookRevision: true },
  });
  return row === null ? UNWRITTEN : { directory: row.directoryRevision, book: row.bookRevision };
}
