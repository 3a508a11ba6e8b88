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
    test('counts those who send, until they leave or are silent for too long', async () => {
      const [a, b] = [newId(), newId()];
      const from = 4_000_000_000_000;

      expect(await pace().join(a, from, from + 100)).toBe(1);
      expect(await pace().join(b, from + 50, from + 150)).toBe(2);
      expect(await pace().join(a, from + 60, from + 160)).toBe(2);
      expect(await pace().join(a, from + 155, from + 255)).toBe(1);
      await pace().join(b, from + 156, from + 256);
      await pace().leave(b);
      expect(await pace().join(a, from + 157, from + 257)).toBe(1);
    });

    test('gives the turn at a chat to one, until it ends', async () => {
      const [chat, other] = [newId(), newId()];
      const turns = await Promise.all(Array.from({ length: 8 }, () => pace().takeTurn(chat, 10_000, 11_000)));

      expect(turns.filter((until) => until === null)).toHaveLength(1);
      expect(new Set(turns)).toEqual(new Set([null, 11_000]));
      expect(await pace().takeTurn(other, 10_000, 11_000)).toBeNull();
      expect(await pace().takeTurn(chat, 10_999, 12_000)).toBe(11_000);
      expect(await pace().takeTurn(chat, 11_000, 12_000)).toBeNull();
    });

    test('keeps the longest pause of a channel until it has passed', async () => {
      const channel = newId();

      await pace().pause(channel, 5_000);
      await pace().pause(channel, 4_000);
      await pace().pause(channel, 6_000);

      expect((await pace().pauses(5_500)).get(channel)).toBe(6_000);
      expect((await pace().pauses(6_000)).has(channel)).toBe(false);
    });
  });
}
