import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { LivingMessageRepository } from '../../../src/app/ports/living-message-repository.ts';
import type { Database } from '../../../src/storage/open-database.ts';
import { aWorld, newId } from './rows.ts';

export function livingMessageContract(database: () => Database): void {
  describe('living messages', () => {
    let world: Awaited<ReturnType<typeof aWorld>>;
    let subject: string;
    beforeAll(async () => {
      world = await aWorld(database());
    });
    beforeEach(async () => {
      subject = newId();
      // Those of earlier tests are shown, so that a claim finds this test's alone.
      for (
        let held = await claim('sweeper', FOREVER);
        held !== null;
        held = await claim('sweeper', FOREVER)
      ) {
        const { id, wanted } = held;
        await run((living) =>
          living.shown(id, 'sweeper', { shown: wanted, messageKey: null, shownAs: null }),
        );
      }
    });

    const FOREVER = Number.MAX_SAFE_INTEGER - 2_000;
    const run = <Result>(work: (living: LivingMessageRepository) => Promise<Result>): Promise<Result> =>
      database().unitOfWork.run((tx) => work(tx.living));
    const claim = (holder: string, nowMs: number) =>
      run((living) => living.claim({ holder, nowMs, leaseUntilMs: nowMs + 1_000 }));
    const adopt = (
      messageKey: string | null,
      { shownAs = null as string | null, freeFromMs = 0 } = {},
    ): Promise<void> =>
      run((living) =>
        living.adopt({
          kind: 'launch_post',
          subject,
          chatId: world.chat.id,
          messageKey,
          shownAs,
          freeFromMs,
        }),
      );
    const stored = () => run((living) => living.of('launch_post', subject));

    test('an adopted message is shown once more, as it may have changed before', async () => {
      await adopt('77');

      const held = await claim('a', 0);

      expect(held).toMatchObject({ kind: 'launch_post', subject, chatId: world.chat.id, messageKey: '77' });
      expect(held?.wanted).toBeGreaterThan(held?.shown ?? 0);
    });

    test('what its notice posted is known, and not looked at too soon unless it is touched', async () => {
      await adopt('77', { shownAs: 'digest', freeFromMs: 5_000 });

      const soon = await claim('a', 4_999);
      const known = await stored();
      await run((living) => living.touch('launch_post', subject));

      expect(soon).toBeNull();
      expect(known).toMatchObject([{ shownAs: 'digest' }]);
      expect(await claim('a', 4_999)).toMatchObject({ shownAs: 'digest' });
    });

    test('a touch that need not be shown at once puts it off, but not for who shows it now', async () => {
      await adopt('77');
      const touchLater = (freeFromMs: number) =>
        run((living) => living.touchLater('launch_post', subject, freeFromMs));
      await touchLater(3_000);
      await touchLater(4_000);

      expect(await claim('a', 3_999)).toBeNull();
      expect((await claim('a', 4_000))?.wanted).toBe(3);
      await touchLater(9_000);
      expect((await claim('b', 5_000))?.wanted).toBe(4);
    });

    test('there is one a kind, subject and chat; a key found later is kept', async () => {
      await adopt(null);
      await adopt('78');
      await adopt(null);

      expect(await stored()).toMatchObject([{ messageKey: '78' }]);
    });

    test('what was shown is not claimed again until it is touched', async () => {
      await adopt('77');
      const held = await claim('a', 0);
      if (held === null) throw new Error('nothing was claimed');
      await run((living) =>
        living.shown(held.id, 'a', { shown: held.wanted, messageKey: '77', shownAs: null }),
      );

      const idle = await claim('a', 5_000);
      await run((living) => living.touch('launch_post', subject));
      const touched = await claim('a', 5_000);

      expect(idle).toBeNull();
      expect(touched?.id).toBe(held.id);
    });

    test('a change while it is being shown is shown after', async () => {
      await adopt('77');
      const held = await claim('a', 0);
      if (held === null) throw new Error('nothing was claimed');
      await run((living) => living.touch('launch_post', subject));

      await run((living) =>
        living.shown(held.id, 'a', { shown: held.wanted, messageKey: '79', shownAs: null }),
      );

      expect(await claim('b', 0)).toMatchObject({ id: held.id, messageKey: '79', shown: held.wanted });
    });

    test('a claim holds until its lease ends, and only its holder may end it', async () => {
      await adopt('77');
      const held = await claim('a', 0);
      if (held === null) throw new Error('nothing was claimed');

      await run((living) =>
        living.shown(held.id, 'b', { shown: held.wanted, messageKey: 'forged', shownAs: null }),
      );

      expect(await claim('b', 999)).toBeNull();
      expect(await claim('b', 1_000)).toMatchObject({ id: held.id, messageKey: '77' });
    });

    test('what a process held is free once its leases are ended, and only that', async () => {
      await adopt('77');
      const held = await claim('one:1', 0);

      await run((living) => living.releaseHeldBy('two:'));
      const meanwhile = await claim('one:2', 0);
      await run((living) => living.releaseHeldBy('one:'));

      expect(meanwhile).toBeNull();
      expect((await claim('one:2', 0))?.id).toBe(held?.id);
    });

    test('whichever was free first is claimed first', async () => {
      await adopt('77', { freeFromMs: 3_000 });
      const other = subject;
      subject = newId();
      await adopt('78', { freeFromMs: 2_000 });

      expect([(await claim('a', 3_000))?.subject, (await claim('a', 3_000))?.subject]).toEqual([
        subject,
        other,
      ]);
    });

    test('a postponed one waits', async () => {
      await adopt('77');
      const held = await claim('a', 0);
      if (held === null) throw new Error('nothing was claimed');

      await run((living) => living.postpone(held.id, 'a', 3_000));

      expect(await claim('b', 2_999)).toBeNull();
      expect((await claim('b', 3_000))?.id).toBe(held.id);
    });
  });
}
