import { beforeAll, describe, expect, test } from 'vitest';
import type { Inbox, StoredUpdate } from '../../../src/app/ports/inbox.ts';
import type { Menu } from '../../../src/app/ports/menu-store.ts';
import { addMs } from '../../../src/core/time/instant.ts';
import type { Database } from '../../../src/storage/open-database.ts';
import { turnsOfLoop } from '../../support/turns-of-loop.ts';
import { aWorld, NOW, newId } from './rows.ts';

const HOLDER = 'process-1';
const AFTER_ALL_LEASES = Number.MAX_SAFE_INTEGER;

/** Inbox, dialogues and menus. */
export function conversationContract(database: () => Database): void {
  const read = () => database().unitOfWork.read;

  describe('inbox', () => {
    const update = (change: Partial<StoredUpdate> = {}): StoredUpdate => ({
      channel: 'telegram',
      bot: '42',
      key: newId(),
      lane: '-100',
      payload: { update_id: 1, message: { text: 'tháng này có gì?' } },
      receivedAt: NOW,
      ...change,
    });
    const inbox = <Result>(work: (box: Inbox) => Promise<Result>): Promise<Result> =>
      database().unitOfWork.run((tx) => work(tx.inbox));
    /** All that is not done, as a process finds it that is alone. */
    const pending = () => inbox((box) => box.takeUp(newId(), AFTER_ALL_LEASES, 1_000));
    const pendingKeys = async () => (await pending()).map(({ key }) => key);

    test('an update is stored once a channel and bot, and pending in the order of arrival', async () => {
      const [first, second] = [update(), update({ lane: '7' })];
      const elsewhere = { ...first, bot: '43' };

      const fresh = await inbox((box) => box.store([second, first], HOLDER));
      const again = await inbox((box) => box.store([first, elsewhere, second], HOLDER));

      expect(fresh).toEqual([second, first]);
      expect(again).toEqual([elsewhere]);
      expect(await pending()).toEqual(
        [second, first, elsewhere].map((stored) => ({ ...stored, attempts: 0 })),
      );
    });

    test('an update may be stored as begun; one that was there already is left as it is', async () => {
      const [known, first, second] = [update(), update(), update()];
      await inbox((box) => box.store([known], HOLDER));

      const fresh = await inbox((box) =>
        box.store([known, first, second, first], HOLDER, new Set([known, first])),
      );

      expect(fresh).toEqual([first, second]);
      const attempts = new Map((await pending()).map((item) => [item.key, item.attempts]));
      expect([known, first, second].map(({ key }) => attempts.get(key))).toEqual([0, 1, 0]);
    });

    test('outside units of work what is stored and ended is committed at once, after a unit of work under way', async () => {
      const [first, second] = [update(), update()];
      const order: string[] = [];
      let begun = (): void => undefined;
      const under = new Promise<void>((resolve) => {
        begun = resolve;
      });
      const unit = inbox(async (box) => {
        await box.store([second], HOLDER);
        begun();
        await turnsOfLoop();
        order.push('unit of work');
      });
      await under;

      const fresh = await database().inbox.store([first, second], HOLDER, new Set([first]));
      order.push('stored');
      await unit;

      expect(order).toEqual(['unit of work', 'stored']);
      expect(fresh).toEqual([first]);
      expect(await pendingKeys()).toEqual(expect.arrayContaining([first.key, second.key]));
      await database().inbox.end(first, 'done');
      expect(await pendingKeys()).not.toContain(first.key);
    });

    test('attempts are counted; done and dead ones are no longer pending', async () => {
      const [done, dead, open] = [update(), update(), update()];
      await inbox((box) => box.store([done, dead, open], HOLDER));

      await inbox(async (box) => {
        await box.begin(open, HOLDER);
        await box.begin(open, HOLDER);
        await box.end(done, 'done');
        await box.end(dead, { dead: 'HANDLER_FAILED' });
      });

      expect(await pendingKeys()).not.toContain(done.key);
      expect(await pendingKeys()).not.toContain(dead.key);
      const found = (await pending()).find(({ key }) => key === open.key);
      expect(found?.attempts).toBe(2);
    });

    test('what those leave whose lease has ended is taken up, oldest first; what others have in hand is not', async () => {
      const [living, dead, taker] = [newId(), newId(), newId()];
      const [ended, lasts] = [1_000, 2_000];
      await database().leases.hold(`inbox:${living}`, living, 0, lasts);
      // What other tests have left.
      await inbox((box) => box.takeUp(living, AFTER_ALL_LEASES, 1_000));
      await database().leases.hold(`inbox:${dead}`, dead, 0, ended);
      // Of something else, which its holder need not live by.
      await database().leases.hold(newId(), dead, 0, lasts);
      await database().leases.hold(`inbox:${taker}`, taker, 0, lasts);
      const [first, second, third] = [update(), update(), update()];
      await inbox(async (box) => {
        await box.store([first, third], dead, new Set([first]));
        await box.store([second], living);
        await box.store([update()], taker);
      });
      const before = await inbox((box) => box.takeUp(taker, ended - 1, 1_000));

      const oldest = await inbox((box) => box.takeUp(taker, ended, 1));
      const others = await inbox((box) => box.takeUp(taker, ended, 1_000));
      const again = await inbox((box) => box.takeUp(living, ended, 1_000));

      expect([before, oldest, others, again]).toEqual([
        [],
        [{ ...first, attempts: 1 }],
        [{ ...third, attempts: 0 }],
        [],
      ]);
    });

    test('what another has taken up is not begun by whoever had it before', async () => {
      const [one, two] = [newId(), newId()];
      const left = update();
      await inbox((box) => box.store([left], one));

      await inbox((box) => box.takeUp(two, AFTER_ALL_LEASES, 1_000));

      expect(await inbox((box) => box.begin(left, one))).toBe(false);
      expect(await inbox((box) => box.begin(left, two))).toBe(true);
    });

    test('what one update said is forgotten at once, and its key is not', async () => {
      const [secret, other] = [update(), update()].map((one) => ({ ...one, receivedAt: addMs(NOW, -1_000) }));
      if (secret === undefined || other === undefined) throw new Error('no updates');
      await inbox((box) => box.store([secret, other], HOLDER));
      await inbox(async (box) => {
        await box.end(secret, 'done');
        await box.end(other, 'done');
        await box.forget(secret);
      });

      expect(await inbox((box) => box.forgetBefore(addMs(NOW, -999), 'done'))).toBe(1);
      expect(await inbox((box) => box.store([secret], HOLDER))).toEqual([]);
    });

    test('payloads of old updates that ended are forgotten by how they ended, and their keys are not', async () => {
      const old = () => update({ receivedAt: addMs(NOW, -10) });
      const [done, dead, open] = [old(), old(), old()];
      await inbox((box) => box.store([done, dead, open], HOLDER));
      await inbox(async (box) => {
        await box.end(done, 'done');
        await box.end(dead, { dead: 'HANDLER_FAILED' });
      });

      const forgotten = await inbox((box) => box.forgetBefore(addMs(NOW, -9), 'done'));
      const again = await inbox((box) => box.forgetBefore(addMs(NOW, -9), 'done'));

      expect([forgotten, again]).toEqual([1, 0]);
      expect(await inbox((box) => box.forgetBefore(addMs(NOW, -9), 'dead'))).toBe(1);
      expect(await inbox((box) => box.store([done], HOLDER))).toEqual([]);
      expect(await pendingKeys()).toContain(open.key);
    });
  });

  describe('dialogues', () => {
    let world: Awaited<ReturnType<typeof aWorld>>;
    beforeAll(async () => {
      world = await aWorld(database());
    });

    test('one is open a person and chat, until it expires or is closed', async () => {
      const [personId, chatId] = [world.person.id, world.chat.id];
      const dialogue = {
        personId,
        chatId,
        kind: 'launch',
        version: 1,
        step: 'body',
        draft: { title: 'Thi đua', clusters: ['C1'] },
        expiresAt: addMs(NOW, 1_000),
        messageKey: null,
      };
      const next = { ...dialogue, step: 'preview', messageKey: '5', draft: null };
      const open = (now = NOW) => read().dialogues.open(personId, chatId, now);
      const { unitOfWork } = database();

      expect(await open()).toBeNull();
      await unitOfWork.run((tx) => tx.dialogues.save(dialogue));
      expect(await open()).toEqual(dialogue);
      await unitOfWork.run((tx) => tx.dialogues.save(next));
      expect(await open(addMs(NOW, 999))).toEqual(next);
      expect(await open(addMs(NOW, 1_000))).toBeNull();
      await unitOfWork.run((tx) => tx.dialogues.close(personId, chatId));
      expect(await open()).toBeNull();
    });
  });

  describe('a dialogue saved if its place is free', () => {
    const here = async () => {
      const { person, chat } = await aWorld(database());
      const dialogue = {
        personId: person.id,
        chatId: chat.id,
        kind: 'last_question',
        version: 1,
        step: 'asked',
        draft: { madeBy: 'u1' },
        expiresAt: addMs(NOW, 1_000),
        messageKey: null,
      };
      const { unitOfWork } = database();
      return {
        dialogue,
        save: (one: typeof dialogue) => unitOfWork.run((tx) => tx.dialogues.save(one)),
        saveIfFree: (one: typeof dialogue, now = NOW) =>
          unitOfWork.run((tx) => tx.dialogues.saveIfFree(one, now)),
        open: () => read().dialogues.open(person.id, chat.id, NOW),
      };
    };

    test('takes the place of none and of one of its own kind', async () => {
      const { dialogue, saveIfFree, open } = await here();

      await saveIfFree(dialogue);
      expect(await open()).toEqual(dialogue);
      await saveIfFree({ ...dialogue, draft: { madeBy: 'u2' }, step: 'again' });

      expect(await open()).toEqual({ ...dialogue, draft: { madeBy: 'u2' }, step: 'again' });
    });

    test('leaves one of another kind until that has expired', async () => {
      const { dialogue, save, saveIfFree, open } = await here();
      const launch = { ...dialogue, kind: 'launch', step: 'title' };
      await save(launch);

      await saveIfFree(dialogue, addMs(NOW, 999));
      expect(await open()).toEqual(launch);
      await saveIfFree(dialogue, addMs(NOW, 1_000));

      expect(await open()).toEqual(dialogue);
    });
  });

  describe('menus', () => {
    test('are found by code in their chat, and the newest by chat', async () => {
      const chat = newId();
      const menu = { channel: 'plain', chat, actions: ['a', 'b'], createdAt: NOW };
      const [first, second, again] = [
        { ...menu, code: '1' },
        { ...menu, code: '2', actions: ['c'] },
        { ...menu, code: '1', actions: ['d'] },
      ] as const;
      const save = (saved: Menu) => database().unitOfWork.run((tx) => tx.menus.save(saved));
      const { menus } = read();

      await save(first);
      await save(second);

      expect(await menus.byCode('plain', chat, '1')).toEqual(first);
      expect(await menus.byCode('plain', newId(), '1')).toBeNull();
      expect(await menus.latest('plain', chat)).toEqual(second);
      expect(await menus.latest('plain', newId())).toBeNull();

      await save(again);

      expect(await menus.byCode('plain', chat, '1')).toEqual(again);
      expect(await menus.latest('plain', chat)).toEqual(again);
    });
  });
}
