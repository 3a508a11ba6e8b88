import { expect, test } from 'vitest';
import { mapInTurns } from '../../src/app/in-turns.ts';
import { countTurns } from '../support/count-turns.ts';

const upTo = (count: number): number[] => Array.from({ length: count }, (_, at) => at);

test('of thousands each is taken once, in order, and the event loop turns between hundreds', async () => {
  const turns = countTurns();

  const doubled = await mapInTurns(upTo(1_000), (one) => one * 2);

  expect(doubled).toEqual(upTo(1_000).map((one) => one * 2));
  expect(turns.stop()).toBeGreaterThanOrEqual(9);
});

test('what is few waits for nobody', async () => {
  const turns = countTurns();

  await mapInTurns(upTo(100), (one) => one);

  expect(turns.stop()).toBe(0);
});
