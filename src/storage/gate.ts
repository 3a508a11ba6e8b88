/** Who may be in a writing transaction at a time. */
export interface Gate {
  pass<Result>(work: () => Promise<Result>): Promise<Result>;
}

/** PostgreSQL sorts writers out by itself. */
export const openGate: Gate = { pass: (work) => work() };

/** One after the other, in the order of arrival: SQLite has one writer, and waiting here blocks nobody. */
export class SerialGate implements Gate {
  #last: Promise<unknown> = Promise.resolve();

  pass<Result>(work: () => Promise<Result>): Promise<Result> {
    const turn = this.#last.then(work);
    this.#last = turn.catch(() => undefined);
    return turn;
  }
}
