import { NOTHING_WRITTEN, type PaceEntry, type PaceLog } from '../app/ports/pace-log.ts';

/** Of a process that shares its database with no other. */
export class OwnPaceLog implements PaceLog {
  readonly #entries = new Map<string, PaceEntry>();

  async read(names: readonly string[]): Promise<ReadonlyMap<string, PaceEntry>> {
    return new Map(names.map((name) => [name, this.#of(name)]));
  }

  async write(entries: ReadonlyMap<string, PaceEntry>): Promise<boolean> {
    if ([...entries].some(([name, { revision }]) => revision !== this.#of(name).revision)) return false;
    for (const [name, { takenAtMs, pausedUntilMs, revision }] of entries)
      this.#entries.set(name, { takenAtMs, pausedUntilMs, revision: revision + 1 });
    return true;
  }

  #of(name: string): PaceEntry {
    return this.#entries.get(name) ?? NOTHING_WRITTEN;
  }
}
