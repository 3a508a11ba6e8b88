import type { InboxItem, StoredUpdate, UpdateIntake } from '../../src/app/ports/inbox.ts';
import type { LeaseStore } from '../../src/app/ports/lease-store.ts';

/** As much of an inbox as a channel sees. */
export class InMemoryInbox implements UpdateIntake {
  readonly stored: StoredUpdate[] = [];
  /** How many calls fail before one succeeds. */
  failures = 0;

  takeIn(updates: readonly StoredUpdate[]): Promise<void> {
    if (this.failures > 0) {
      this.failures -= 1;
      return Promise.reject(new Error('database is locked'));
    }
    this.stored.push(...updates.filter(({ key }) => !this.stored.some((known) => known.key === key)));
    return Promise.resolve();
  }
}

export class InMemoryLeases implements LeaseStore {
  readonly #leases = new Map<string, { holder: string; untilMs: number }>();

  hold(name: string, holder: string, nowMs: number, untilMs: number): Promise<boolean> {
    const lease = this.#leases.get(name);
    if (lease !== undefined && lease.holder !== holder && lease.untilMs > nowMs)
      return Promise.resolve(false);
    this.#leases.set(name, { holder, untilMs });
    return Promise.resolve(true);
  }

  release(name: string, holder: string): Promise<void> {
    if (this.#leases.get(name)?.holder === holder) this.#leases.delete(name);
    return Promise.resolve();
  }
}

export function itemOf(stored: StoredUpdate, attempts = 0): InboxItem {
  return { ...stored, attempts };
}
