/** At most `limit` takes within any `windowMs`: never more, whatever the burst before. */
export class RateWindow {
  readonly #limit: number;
  readonly #windowMs: number;
  #takenAtMs: number[] = [];

  constructor({ limit, windowMs }: RateLimit) {
    this.#limit = limit;
    this.#windowMs = windowMs;
  }

  /** The first moment at which one more fits; in the past when one fits now. */
  readyAtMs(): number {
    const binding = this.#takenAtMs.at(-this.#limit);
    return this.#takenAtMs.length < this.#limit || binding === undefined ? 0 : binding + this.#windowMs;
  }

  take(nowMs: number): void {
    this.#takenAtMs = [...this.#takenAtMs, nowMs].slice(-this.#limit);
  }

  /** Nothing taken counts any more. */
  isIdle(nowMs: number): boolean {
    return (this.#takenAtMs.at(-1) ?? 0) + this.#windowMs <= nowMs;
  }
}

export interface RateLimit {
  readonly limit: number;
  readonly windowMs: number;
}
