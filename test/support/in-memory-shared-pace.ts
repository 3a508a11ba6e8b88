import type { SharedPace } from '../../src/app/ports/shared-pace.ts';

/** What several processes know of each other, in memory. */
export class InMemorySharedPace implements SharedPace {
  readonly #senders = new Map<string, number>();
  readonly #pauses = new Map<string, number>();
  readonly #turns = new Map<string, number>();

  async join(holder: string, nowMs: number, untilMs: number): Promise<number> {
    this.#senders.set(holder, untilMs);
    return [...this.#senders.values()].filter((endsMs) => endsMs > nowMs).length;
  }

  async leave(holder: string): Promise<void> {
    this.#senders.delete(holder);
  }

  async pause(channel: string, untilMs: number): Promise<void> {
    this.#pauses.set(channel, Math.max(untilMs, this.#pauses.get(channel) ?? 0));
  }

  async pauses(nowMs: number): Promise<ReadonlyMap<string, number>> {
    return new Map([...this.#pauses].filter(([, untilMs]) => untilMs > nowMs));
  }

  async takeTurn(chat: string, nowMs: number, untilMs: number): Promise<number | null> {
    const heldMs = this.#turns.get(chat) ?? 0;
    if (heldMs > nowMs) return heldMs;
    this.#turns.set(chat, untilMs);
    return null;
  }
}
