import { setImmediate } from 'node:timers/promises';

const AT_ONCE = 100;

/**
 * One after the other, and after every hundred the event loop turns: what takes a while of each of thousands would else
 * keep everybody waiting.
 */
export async function* inTurns<One>(all: Iterable<One>): AsyncGenerator<One, void> {
  let taken = 0;
  for (const one of all) {
    if (taken > 0 && taken % AT_ONCE === 0) await setImmediate();
    taken += 1;
    yield one;
  }
}

/** As `map`, in turns. */
export async function mapInTurns<One, Result>(
  all: Iterable<One>,
  work: (one: One) => Result,
): Promise<Result[]> {
  const results: Result[] = [];
  for await (const one of inTurns(all)) results.push(work(one));
  return results;
}
