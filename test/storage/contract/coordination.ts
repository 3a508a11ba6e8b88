import { describe, expect, test } from 'vitest';
import { addMs } from '../../../src/core/time/instant.ts';
import type { Database } from '../../../src/storage/open-database.ts';
import { NOW, newId } from './rows.ts';

/** Ticks and leases: who goes first. */
export function coordinationContract(database: () => Database): void {
  describe('ticks', () => {
    test('advance from the instant that was read, and from no other', async () => {
      const work = newId();
      const advance = (from: typeof NOW | null, to: typeof NOW) =>
        database().unitOfWork.run((tx) => tx.ticks.advance(work, from, to));
      const last = () => database().unitOfWork.run((tx) => tx.ticks.last(work));
      const [first, second] = [NOW, addMs(NOW, 60_000)];

      expect(await last()).toBeNull();
      expect(await advance(null, first)).toBe(true);
      expect(await advance(null, second)).toBe(false);
      expect(await advance(first, second)).toBe(true);
      expect(await advance(first, second)).toBe(false);
      expect(await last()).toBe(second);
    });
  });

  describe('leases', () => {
    test('one holds, renews and releases; others take it when it has ended', async () => {
      const { leases } = database();
      const name = newId();

      expect(await leases.hold(name, 'a', 0, 1_000)).toBe(true);
      expect(await leases.hold(name, 'b', 500, 1_500)).toBe(false);
      expect(await leases.hold(name, 'a', 900, 1_900)).toBe(true);
      expect(await leases.hold(name, 'b', 1_899, 3_000)).toBe(false);
      expect(await leases.hold(name, 'b', 1_900, 3_000)).toBe(true);
      await leases.release(name, 'a');
      expect(await leases.hold(name, 'a', 2_000, 3_000)).toBe(false);
      await leases.release(name, 'b');
      expect(await leases.hold(name, 'a', 2_000, 3_000)).toBe(true);
    });
  });
}

/** Where several processes share one database: how they share the pace. */
export function sharedPaceContract(database: () => Database): void {
  const pace = () => {
    const { pace: shared } = database();
    if (shared === null) throw new Error('this database is not shared');
    return shared;
  };

  describe('the shared pace', () => {
    const taken = (atMs: number, revision = 0) => ({ takenAtMs: [atMs], pausedUntilMs: atMs, revision });

    test('knows nothing of what nobody wrote to, and keeps what was written', async () => {
      const [chat, other] = [newId(), newId()];

      expect(await pace().write(new Map([[chat, taken(4_000_000_000_000)]]))).toBe(true);
      expect(await pace().read([chat, other])).toEqual(new Map([[chat, taken(4_000_000_000_000, 1)]]));
    });

    test('of many who write at once keeps one, the first time and every other', async () => {
      const chat = newId();
      for (const revision of [0, 1]) {
        const writes = Array.from({ length: 8 }, (_, atMs) =>
          pace().write(new Map([[chat, taken(atMs, revision)]])),
        );

        expect((await Promise.all(writes)).filter(Boolean)).toHaveLength(1);
        expect((await pace().read([chat])).get(chat)?.revision).toBe(revision + 1);
      }
    });

    test('keeps all that is written together, or nothing of it', async () => {
      const [channel, chat] = [newId(), newId()];
      await pace().write(new Map([[channel, taken(1)]]));

      const isKept = await pace().write(
        new Map([
          [channel, taken(2, 1)],
          [chat, taken(2, 5)],
        ]),
      );

      expect(isKept).toBe(false);
      expect(await pace().read([channel, chat])).toEqual(new Map([[channel, taken(1, 1)]]));
    });
  });
}
