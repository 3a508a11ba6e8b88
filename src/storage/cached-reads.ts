import type { Directory } from '../core/organisation/directory.ts';
import type { PlanBook } from '../core/plan/plan-book.ts';
import type { Client } from './client.ts';

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
const UNWRITTEN: Revisions = { directory: 0, book: 0 };

/** Shared by all units of work of one database. */
export class WholeCache {
  readonly #commitsOfOthers: () => number | null;
  readonly #held = new Map<Whole, { revision: number; value: unknown }>();
  #known: { readonly revisions: Revisions; readonly commitsOfOthers: number } | null = null;
  /** Transactions of this process that raise a revision and have not ended; and how often one began or ended. */
  #raising = 0;
  #turns = 0;

  /** `commitsOfOthers`: another number after any commit of another process; null where that cannot be told. */
  constructor(commitsOfOthers: () => number | null) {
    this.#commitsOfOthers = commitsOfOthers;
  }

  at<Part extends Whole>(part: Part, revision: number): Wholes[Part] | null {
    const held = this.#held.get(part);
    return held?.revision === revision ? (held.value as Wholes[Part]) : null;
  }

  keep<Part extends Whole>(part: Part, revision: number, value: Wholes[Part]): void {
    const held = this.#held.get(part);
    if (held === undefined || held.revision < revision) this.#held.set(part, { revision, value });
  }

  /** The revisions where nobody can have raised them since they were read last; null where they must be read. */
  known(): Revisions | null {
    const unchanged = this.#known !== null && this.#known.commitsOfOthers === this.#commitsOfOthers();
    return unchanged ? (this.#known?.revisions ?? null) : null;
  }

  /** Reads the committed revisions, and knows them from then on if nobody can have raised them meanwhile. */
  async learn(read: () => Promise<Revisions>): Promise<Revisions> {
    const commitsOfOthers = this.#commitsOfOthers();
    const turns = this.#turns;
    const revisions = await read();
    const isQuiet = this.#raising === 0 && this.#turns === turns;
    if (isQuiet && commitsOfOthers !== null) this.#known = { revisions, commitsOfOthers };
    return revisions;
  }

  /** A transaction is about to raise a revision; it calls what it gets once it has ended, either way. */
  beginRaise(): () => void {
    this.#known = null;
    this.#raising += 1;
    this.#turns += 1;
    return () => {
      this.#raising -= 1;
      this.#turns += 1;
    };
  }
}

/** How a repository reads a whole through the cache, and marks it as changed. */
export interface CachedReads {
  read<Part extends Whole>(part: Part, load: () => Promise<Wholes[Part]>): Promise<Wholes[Part]>;
  /** Before a write: raises the revision in the same transaction. */
  raise(part: Whole): Promise<void>;
}

/** Within a transaction the revisions are read once; what this transaction has changed never enters the cache. */
export class TransactionReads implements CachedReads {
  readonly #client: Client;
  readonly #cache: WholeCache;
  readonly #raised = new Set<Whole>();
  #revisions: Promise<Revisions> | null = null;
  #endRaise: (() => void) | null = null;

  constructor(client: Client, cache: WholeCache) {
    this.#client = client;
    this.#cache = cache;
  }

  async read<Part extends Whole>(part: Part, load: () => Promise<Wholes[Part]>): Promise<Wholes[Part]> {
    if (this.#raised.has(part)) return await load();
    this.#revisions ??= this.#read();
    const { [part]: revision } = await this.#revisions;
    const held = this.#cache.at(part, revision);
    if (held !== null) return held;
    const value = await load();
    if (!this.#raised.has(part)) this.#cache.keep(part, revision, value);
    return value;
  }

  async raise(part: Whole): Promise<void> {
    if (this.#raised.has(part)) return;
    this.#raised.add(part);
    this.#endRaise ??= this.#cache.beginRaise();
    const { count } = await this.#client.organisation.updateMany({
      where: { id: ORGANISATION },
      data: { [REVISION[part]]: { increment: 1 } },
    });
    if (count > 0) return;
    await this.#client.organisation.create({ data: { id: ORGANISATION, [REVISION[part]]: 1 } });
  }

  /** The transaction has been committed or rolled back. */
  ended(): void {
    this.#endRaise?.();
  }

  /** What this transaction has not yet committed is nothing to know. */
  #read(): Promise<Revisions> {
    const known = this.#cache.known();
    return known === null ? readRevisions(this.#client) : Promise.resolve(known);
  }
}

/** Outside transactions each read checks the revisions: at most one query, shared by reads that begin together. */
export class LatestReads implements CachedReads {
  readonly #client: Client;
  readonly #cache: WholeCache;
  #beginning: Promise<Revisions> | null = null;

  constructor(client: Client, cache: WholeCache) {
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

  /** Never joins a query already under way, which may have missed the latest commit. */
  async #latest(): Promise<Revisions> {
    const known = this.#cache.known();
    if (known !== null) return known;
    this.#beginning ??= Promise.resolve().then(() => {
      this.#beginning = null;
      return this.#cache.learn(() => readRevisions(this.#client));
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
