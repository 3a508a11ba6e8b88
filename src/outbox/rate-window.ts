/** At most `limit` takes within any `windowMs`: never more, whatever the burst before. */
export class RateWindow {
  readonly #limit: number;
  readonly #windowMs: number;
  #takenAtMs: number[] = [];

  constructor({ limit, windowMs }: RateLimit) {
    this.#limit = limit;
    this.#windowMs = windowMs;
  }

  /**
   * The first moment at which one more fits; in the past when one fits now. Of several processes that keep the limit
   * together each takes an equal part: so many fewer, or where that leaves none, one in so much longer, which keeps the
   * average but not each window.
   */
  readyAtMs(processes = 1): number {
    const part = Math.max(1, Math.floor(this.#limit / processes));
    const binding = this.#takenAtMs.at(-part);
    if (this.#takenAtMs.length < part || binding === undefined) return 0;
    return binding + this.#windowMs * Math.max(1, Math.ceil(processes / this.#limit));
  }

  take(nowMs: number): void {
    this.#takenAtMs = [...this.#takenAtMs, nowMs].slice(-this.#limit);
  }

  /** Nothing taken counts any more. */
  isIdle(nowMs: number, processes = 1): boolean {
    return (this.#takenAtMs.at(-1) ?? 0) + this.#windowMs * processes <= nowMs;
  }
}

export interface RateLimit {
  readonly limit: number;
  readonly windowMs: number;
}
