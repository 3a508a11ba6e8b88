/** What whoever is let through can do for the next, and must await of the one before. */
export interface Passage {
  /** Resolves when all who were let through before have left. */
  readonly clear: Promise<unknown>;
  /** Lets the next in, who may prepare while this one is still on the way out. */
  readonly letNext: () => void;
}

/** Lets one in at a time, in the order of arrival: the next when asked to, at the latest when this one has left. */
export class Turnstile {
  #open: Promise<unknown> = Promise.resolve();
  #clear: Promise<unknown> = Promise.resolve();

  pass<Result>(work: (passage: Passage) => Promise<Result>): Promise<Result> {
    const clear = this.#clear;
    let letNext = (): void => undefined;
    const asked = new Promise<void>((resolve) => {
      letNext = resolve;
    });
    const turn = this.#open.then(() => work({ clear, letNext }));
    const left = turn.catch(() => undefined);
    this.#open = Promise.race([asked, left]);
    this.#clear = Promise.all([clear, left]);
    return turn;
  }
}
