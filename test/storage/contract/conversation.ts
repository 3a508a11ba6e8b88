import { beforeAll, describe, expect, test } from 'vitest';
import type { Inbox, StoredUpdate } from '../../../src/app/ports/inbox.ts';
import type { Menu } from '../../../src/app/ports/menu-store.ts';
import { addMs } from '../../../src/core/time/instant.ts';
import type { Database } from '../../../src/storage/open-database.ts';
import { turnsOfLoop } from '../../support/turns-of-loop.ts';
import { aWorld, NOW, newId } from './rows.ts';

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
    const pendingKeys = async () => (await inbox((box) => box.pending(1_000))).map(({ key }) => key);

    test('an update is stored once a channel and bot, and pending in the order of arrival', async () => {
      const [first, second] = [update(), update({ lane: '7' })];
      const elsewhere = { ...first, bot: '43' };

      const fresh = await inbox((box) => box.store([second, first]));
      const again = await inbox((box) => box.store([first, elsewhere, second]));

      expect(fresh).toEqual([second, first]);
      expect(again).toEqual([elsewhere]);
      const pending = await inbox((box) => box.pending(1_000));
      expect(pending).toEqual([second, first, elsewhere].map((stored) => ({ ...stored, attempts: 0 })));
      expect(await inbox((box) => box.pending(1))).toHaveLength(1);
    });

    test('an update may be stored as begun; one that was there already is left as it is', async () => {
      const [known, first, second] = [update(), update(), update()];
      await inbox((box) => box.store([known]));

      const fresh = await inbox((box) => box.store([known, first, second, first], new Set([known, first])));

      expect(fresh).toEqual([first, second]);
      const attempts = new Map(
        (await inbox((box) => box.pending(1_000))).map((item) => [item.key, item.attempts]),
      );
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
        await box.store([second]);
        begun();
        await turnsOfLoop();
        order.push('unit of work');
      });
      await under;

      const fresh = await database().inbox.store([first, second], new Set([first]));
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
      await inbox((box) => box.store([done, dead, open]));

      await inbox(async (box) => {
        await box.begin(open);
        await box.begin(open);
        await box.end(done, 'done');
        await box.end(dead, { dead: 'HANDLER_FAILED' });
      });

      expect(await pendingKeys()).not.toContain(done.key);
      expect(await pendingKeys()).not.toContain(dead.key);
      const found = (await inbox((box) => box.pending(1_000))).find(({ key }) => key === open.key);
      expect(found?.attempts).toBe(2);
    });

    test('what one update said is forgotten at once, and its key is not', async () => {
      const [secret, other] = [update(), update()].map((one) => ({ ...one, receivedAt: addMs(NOW, -1_000) }));
      if (secret === undefined || other === undefined) throw new Error('no updates');
      await inbox((box) => box.store([secret, other]));
      await inbox(async (box) => {
        await box.end(secret, 'done');
        await box.end(other, 'done');
        await box.forget(secret);
      });

      expect(await inbox((box) => box.forgetBefore(addMs(NOW, -999), 'done'))).toBe(1);
      expect(await inbox((box) => box.store([secret]))).toEqual([]);
    });

    test('payloads of old updates that ended are forgotten by how they ended, and their keys are not', async () => {
      const old = () => update({ receivedAt: addMs(NOW, -10) });
      const [done, dead, open] = [old(), old(), old()];
      await inbox((box) => box.store([done, dead, open]));
      await inbox(async (box) => {
        await box.end(done, 'done');
        await box.end(dead, { dead: 'HANDLER_FAILED' });
      });

      const forgotten = await inbox((box) => box.forgetBefore(addMs(NOW, -9), 'done'));
      const again = await inbox((box) => box.forgetBefore(addMs(NOW, -9), 'done'));

      expect([forgotten, again]).toEqual([1, 0]);
      expect(await inbox((box) => box.forgetBefore(addMs(NOW, -9), 'dead'))).toBe(1);
      expect(await inbox((box) => box.store([done]))).toEqual([]);
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
