import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { SerialGate, SharedGate } from '../../src/storage/database/gate.ts';

const moment = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

test('a serial gate lets one in at a time, in order, whoever fails', async () => {
  const gate = new SerialGate();
  const seen: string[] = [];
  const work = (name: string) => async () => {
    seen.push(`${name} in`);
    await moment();
    seen.push(`${name} out`);
    if (name === 'a') throw new Error('a fails');
  };

  await Promise.allSettled([gate.pass(work('a')), gate.pass(work('b')), gate.pass(work('c'))]);

  expect(seen).toEqual(['a in', 'a out', 'b in', 'b out', 'c in', 'c out']);
});

test('between two works of a serial gate the event loop turns', async () => {
  const gate = new SerialGate();
  let works = 0;
  const worksAtTurn = new Promise<number>((turned) => setTimeout(() => turned(works), 0));
  await Promise.all(Array.from({ length: 1_000 }, () => gate.pass(async () => void (works += 1))));

  expect(await worksAtTurn).toBeLessThan(1_000);
});

test('a shared gate never has a rerun beside anything else, and everything gets through', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ isRerun: fc.boolean(), fails: fc.boolean(), moments: fc.nat(3) }), {
        maxLength: 12,
      }),
      async (works) => {
        const gate = new SharedGate();
        const inside: boolean[] = [];
        const crowds: boolean[][] = [];
        let done = 0;
        const passed = works.map(({ isRerun, fails, moments }) =>
          gate.pass(async () => {
            inside.push(isRerun);
            if (inside.includes(true)) crowds.push([...inside]);
            for (let left = moments; left > 0; left -= 1) await moment();
            inside.splice(inside.indexOf(isRerun), 1);
            done += 1;
            if (fails) throw new Error('it fails');
          }, isRerun),
        );

        const results = await Promise.allSettled(passed);

        expect(done).toBe(works.length);
        expect(crowds).toEqual(works.filter(({ isRerun }) => isRerun).map(() => [true]));
        expect(results.map(({ status }) => status === 'rejected')).toEqual(works.map(({ fails }) => fails));
      },
    ),
    { numRuns: 50 },
  );
});
