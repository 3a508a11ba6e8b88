/** More than people ask for at one time. */
const MOST_KEPT = 16;

/** What was read of the database, by what was asked, for as long as nobody can have changed it since. */
export class StandingReads<Value> {
  readonly #commitsOfOthers: () => number | null;
  readonly #kept = new Map<string, Value>();
  /** The commits of others when what is kept was read; null where nothing is. */
  #since: number | null = null;
  /** Transactions of this process that change it and have not ended; and how often one began or ended. */
  #changing = 0;
  #turns = 0;

  /** `commitsOfOthers`: another number after any commit of another process; null where that cannot be told. */
  constructor(commitsOfOthers: () => number | null) {
    this.#commitsOfOthers = commitsOfOthers;
  }

  /** Null where it must be read. */
  standing(asked: string): Value | null {
    if (this.#since === null || this.#since !== this.#commitsOfOthers()) return null;
    return this.#kept.get(asked) ?? null;
  }

  /** Reads what is committed, and keeps it if nobody can have changed it meanwhile. */
  async learn(asked: string, read: () => Promise<Value>): Promise<Value> {
    const commitsOfOthers = this.#commitsOfOthers();
    const turns = this.#turns;
    const value = await read();
    const isQuiet = this.#changing === 0 && this.#turns === turns;
    if (isQuiet && commitsOfOthers !== null) this.#keep(asked, value, commitsOfOthers);
    return value;
  }

  /** A transaction is about to change it; it calls what it gets once it has ended, either way. */
  beginChange(): () => void {
    this.#kept.clear();
    this.#since = null;
    this.#changing += 1;
    this.#turns += 1;
    return () => {
      this.#changing -= 1;
      this.#turns += 1;
    };
  }

  #keep(asked: string, value: Value, since: number): void {
    if (this.#since !== since || this.#kept.size >= MOST_KEPT) this.#kept.clear();
    this.#since = since;
    this.#kept.set(asked, value);
  }
}
