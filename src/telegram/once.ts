/** A value that comes once, to be awaited or looked at. */
export interface Once<Value> {
  readonly value: Value | null;
  readonly given: Promise<Value>;
  give(value: Value): void;
  /** Those who wait are told; after `give` it does nothing. */
  refuse(reason: Error): void;
}

export function once<Value>(): Once<Value> {
  let value: Value | null = null;
  let settle: { resolve(value: Value): void; reject(reason: Error): void };
  const given = new Promise<Value>((resolve, reject) => {
    settle = { resolve, reject };
  });
  // Nobody may be waiting.
  given.catch(() => undefined);
  return {
    get value() {
      return value;
    },
    given,
    give: (next) => {
      value = next;
      settle.resolve(next);
    },
    refuse: (reason) => settle.reject(reason),
  };
}
