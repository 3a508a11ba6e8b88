import type { IdSource } from '../../src/app/ports/id-source.ts';
import type { Id } from '../../src/core/id.ts';

/** Ids in rising order that are the same at each run: UUIDv7 in form, a count in content. */
export class CountingIds implements IdSource {
  readonly #series: string;
  #last = 0;

  /** Sources of different series never give the same id; ids of a later series sort after those of an earlier. */
  constructor(series: number) {
    this.#series = String(series).padStart(8, '0');
  }

  next<Kind extends string>(): Id<Kind> {
    this.#last += 1;
    return `${this.#series}-0000-7000-8000-${this.#last.toString(16).padStart(12, '0')}` as Id<Kind>;
  }
}
