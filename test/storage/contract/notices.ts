import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Message } from '../../../src/app/ports/message.ts';
import {
  type BegunAttempt,
  type Delivery,
  FAULT_CAUSE,
  type Line,
  MERGED_CAUSE,
  type NoticeRepository,
  SKIPPED_CAUSE,
  type ToldDay,
  TRIAL_CAUSE,
} from '../../../src/app/ports/notice-repository.ts';
import type { ChatId, NoticeId } from '../../../src/core/id.ts';
import { addMs, type Instant } from '../../../src/core/time/instant.ts';
import { dateOf } from '../../../src/core/time/local-date.ts';
import type { Database } from '../../../src/storage/open-database.ts';
import { aNotice, anObligation, aWorld, NOW, newId } from './rows.ts';

const MESSAGE: Message = {
  entries: [['Nhiệm vụ 6 <b>&', { bold: 'hết 19/12' }], [{ italic: 'gửi trễ' }]],
  buttons: [
    [
      { label: 'Xong', data: 'a1' },
      { label: 'Mở', url: 'https://example.org/?a=1&b' },
    ],
  ],
  attachment: { name: 'kế hoạch.pdf', type: 'application/pdf', bytes: new Uint8Array([0, 255, 7]) },
  wantsReply: true,
};

export function noticeContract(database: () => Database): void {
  describe('notices', () => {
    let world: Awaited<ReturnType<typeof aWorld>>;
    let obligation: ReturnType<typeof anObligation>;
    /** Each test has an instant of its own, by which those of earlier tests have been settled. */
    let at: Instant = addMs(NOW, 0);
    beforeAll(async () => {
      world = await aWorld(database());
    });
    beforeEach(async () => {
      obligation = anObligation(world.task.id);
      await database().unitOfWork.run((tx) => tx.obligations.addMissing([obligation]));
      at = addMs(at, 1_000_000);
      await settleAll();
    });

    const run = <Result>(work: (notices: NoticeRepository) => Promise<Result>): Promise<Result> =>
      database().unitOfWork.run((tx) => work(tx.notices));
    const read = () => database().unitOfWork.read.notices;
    const claim = (holder: string, nowMs: number, exceptAddressees: readonly ChatId[] = []) =>
      claimSeveral(1, holder, nowMs, exceptAddressees).then(([claimed = null]) => claimed);
    const claimSeveral = (
      most: number,
      holder: string,
      nowMs: number,
      exceptAddressees: readonly ChatId[] = [],
    ) =>
      run((notices) =>
        notices.claim({ most, holder, now: at, nowMs, leaseUntilMs: nowMs + 1_000, exceptAddressees }),
      );
    const plan = (change: Parameters<typeof aNotice>[0] = {}) =>
      run((notices) => notices.plan(aNotice({ at, ...change })));
    const part = (noticeId: NoticeId, number = 1): Delivery => ({
      id: newId(),
      noticeId,
      part: number,
      chatId: world.chat.id,
      message: MESSAGE,
      state: 'frozen',
      messageKey: null,
      attempts: 0,
      doubts: 0,
    });
    /** Begins the first of the parts, freezing them all. */
    const freeze = (
      noticeId: NoticeId,
      parts: readonly Delivery[],
      {
        holder = 'a',
        told = [] as readonly ToldDay[],
        merged = [] as readonly NoticeId[],
        isAgain = false,
      } = {},
    ): BegunAttempt => {
      const [first = part(noticeId), ...others] = parts;
      const begun: Delivery = { ...first, state: 'sending', attempts: 1 };
      return {
        noticeId,
        holder,
        partId: first.id,
        frozen: { parts: [begun, ...others], told, merged, again: isAgain },
      };
    };
    const again = (delivery: Delivery, holder = 'a'): BegunAttempt => {
      const { id: partId, noticeId } = delivery;
      return { noticeId, holder, partId, frozen: null };
    };
    const line = (stage = 'before-14'): Line => ({
      obligationId: obligation.id,
      dueOn: dateOf('2024-12-19'),
      stage,
      addressee: { kind: 'person', id: world.person.id },
    });
    async function settleAll(): Promise<void> {
      for (;;) {
        const claimed = await claim('sweeper', Number.MAX_SAFE_INTEGER - 2_000);
        if (claimed === null) return;
        await run((notices) => notices.settle(claimed.notice.id, 'sweeper', 'withheld', 'SWEPT'));
      }
    }

    test('a planned notice is skipped or hastened, one in hand or sent is not', async () => {
      const held = await plan({ slot: 'held' });
      await claim('w1', 0);
      const planned = aNotice({ at: addMs(at, 5_000), slot: 'later' });
      await run((notices) => notices.plan(planned));

      const skipped = await run((notices) => notices.skip(planned.id));
      const again = await run((notices) => notices.skip(planned.id));
      const withheld = await read().bySlot(planned.kind, planned.addressee, 'later');
      const hastened = await run((notices) => notices.hasten(planned.id, at));

      expect([skipped, again, hastened]).toEqual([true, false, true]);
      expect(withheld).toMatchObject({ id: planned.id, state: 'withheld', cause: SKIPPED_CAUSE });
      expect(await read().byId(planned.id)).toMatchObject({
        state: 'planned',
        at,
        cause: null,
        released: true,
      });
      expect(await run((notices) => notices.skip(held))).toBe(false);
      await run((notices) => notices.settle(held, 'w1', 'withheld', null));
      expect(await run((notices) => notices.skip(held))).toBe(false);
      expect(await run((notices) => notices.hasten(held, at))).toBe(false);
      expect(await read().bySlot(planned.kind, planned.addressee, 'never')).toBeNull();
    });

    test('what the same instant brings the same addressee is found beside a notice, whatever became of it', async () => {
      const planned = aNotice({ at, slot: 'one' });
      const skipped = { ...planned, id: newId<'notice'>(), slot: 'two' };
      const later = { ...planned, id: newId<'notice'>(), slot: 'three', at: addMs(at, 1) };
      const group = {
        ...planned,
        id: newId<'notice'>(),
        addressee: { kind: 'chat', id: newId<'chat'>() },
      } as const;
      for (const one of [planned, skipped, later, group]) await run((notices) => notices.plan(one));
      await run((notices) => notices.skip(skipped.id));

      expect((await read().besides(planned)).map(({ id, state }) => [id, state])).toEqual([
        [skipped.id, 'withheld'],
      ]);
      expect((await read().besides(skipped)).map(({ id }) => id)).toEqual([planned.id]);
      expect(await read().besides(later)).toEqual([]);
    });

    test('a notice is planned once for its kind, addressee and slot', async () => {
      const planned = aNotice({ at, late: true, subject: { kind: 'launch', id: newId() } });

      const id = await run((notices) => notices.plan(planned));
      const again = await run((notices) => notices.plan({ ...planned, id: newId() }));
      const other = await run((notices) => notices.plan({ ...planned, id: newId(), slot: 'next' }));

      expect([id, again]).toEqual([planned.id, planned.id]);
      expect(other).not.toBe(id);
      expect(await read().byId(id)).toEqual({
        ...planned,
        state: 'planned',
        released: false,
        attempts: 0,
        cause: null,
        mergedInto: null,
      });
    });

    test('what another said for it counts as said', async () => {
      const week = [dateOf('2031-03-03'), dateOf('2031-03-10')] as const;
      const addressee = { kind: 'person', id: world.person.id } as const;
      const merged = await plan({ addressee, slot: '2031-03-04' });
      await run((notices) => notices.addLine(merged, line('merged')));
      await claim('a', 0);
      await run((notices) => notices.settle(merged, 'a', 'withheld', MERGED_CAUSE));

      expect((await read().saidOf(obligation.id, dateOf('2024-12-19'))).map(({ id }) => id)).toEqual([
        merged,
      ]);
      expect((await read().countInSlots('reminder', ...week)).get(world.person.id)).toBe(1);
    });

    test('what a notice says beside its own is frozen with it, in place of what it said before', async () => {
      const into = await plan();
      const [one, other, held] = [await plan(), await plan(), await plan()];
      const found = async () => (await read().mergedInto(into)).map(({ id }) => id);
      await claim('a', 0);
      await run((notices) => notices.begin(freeze(into, [part(into)], { merged: [one] })));
      const first = await found();
      await claim('a', 1_000);
      await run((notices) => notices.begin(freeze(into, [part(into)], { merged: [other], isAgain: true })));
      const second = await found();
      await claim('b', 500, []);
      await run((notices) => notices.merge(into, [one, other, held]));

      expect([first, second]).toEqual([[one], [other]]);
      // One of them is in hand.
      expect(await found()).toHaveLength(2);
      expect((await read().byId(other))?.mergedInto).toBe(into);
    });

    test('who was told a day is found by what was sent, or may have been', async () => {
      const slots = ['sent', 'unknown', 'withheld', 'dead'] as const;
      for (const state of slots) {
        const id = await plan({ slot: newId() });
        await run((notices) => notices.addLine(id, line(state)));
        await claim('a', 0);
        await run((notices) => notices.settle(id, 'a', state, null));
      }
      const said = await read().saidOf(obligation.id, dateOf('2024-12-19'));

      expect(said.map(({ state }) => state).toSorted()).toEqual(['sent', 'unknown']);
      expect(await read().saidOf(obligation.id, dateOf('2024-12-20'))).toEqual([]);
    });

    test('a line is owed once, whichever notice it joined', async () => {
      const [one, two] = [await plan(), await plan()];

      const joined = await run((notices) => notices.addLine(one, line()));
      const again = await run((notices) => notices.addLine(two, line()));
      const nextStage = await run((notices) => notices.addLine(two, line('due')));

      expect([joined, again, nextStage]).toEqual([true, false, true]);
      expect(await read().linesOf(one)).toEqual([line()]);
      expect(await read().linesOf(two)).toEqual([line('due')]);
    });

    test('lines are read by day, then by whose they are, in whatever order they joined', async () => {
      const other = anObligation(world.task.id);
      await database().unitOfWork.run((tx) => tx.obligations.addMissing([other]));
      const id = await plan();
      const owed = [obligation, other].map((one) => ({ ...line(), obligationId: one.id }));
      const ordered = owed.toSorted((a, b) => (a.obligationId < b.obligationId ? -1 : 1));
      const earlier = { ...line(), dueOn: dateOf('2024-12-18') };

      for (const one of [...ordered.toReversed(), earlier]) await run((notices) => notices.addLine(id, one));

      expect(await read().linesOf(id)).toEqual([earlier, ...ordered]);
    });

    test('no line joins a notice that was claimed, and such a line may join another', async () => {
      const [claimed, next] = [await plan(), await plan({ at: addMs(at, 1) })];
      await claim('a', 0);

      const late = await run((notices) => notices.addLine(claimed, line()));
      const joined = await run((notices) => notices.addLine(next, line()));

      expect([late, joined]).toEqual([false, true]);
    });

    test('notices are claimed by their instant, and none before it', async () => {
      const second = await plan();
      const first = await plan({ at: addMs(at, -1) });
      await plan({ at: addMs(at, 1) });

      const claimed = [await claim('a', 0), await claim('a', 0), await claim('a', 0)];

      expect(claimed.map((held) => held?.notice.id)).toEqual([first, second, undefined]);
      expect(await read().nextAt(at)).toBe(addMs(at, 1));
    });

    test('several are claimed at once, at most so many, the first of each addressee', async () => {
      const chat = { kind: 'chat', id: world.chat.id } as const;
      const [later, first] = [
        await plan({ at, addressee: chat }),
        await plan({ at: addMs(at, -3), addressee: chat }),
      ];
      const [second, third] = [await plan({ at: addMs(at, -2) }), await plan({ at: addMs(at, -1) })];
      await run((notices) => notices.addLine(second, line()));

      const [two, rest] = [await claimSeveral(2, 'a', 0), await claimSeveral(9, 'a', 0)];
      await run((notices) => notices.settle(first, 'a', 'sent', null));
      const last = await claimSeveral(9, 'a', 0);

      expect(two.map(({ notice, lines }) => [notice.id, lines])).toEqual([
        [first, []],
        [second, [line()]],
      ]);
      expect(rest.map(({ notice }) => notice.id)).toEqual([third]);
      expect(last.map(({ notice }) => notice.id)).toEqual([later]);
    });

    test('a claim holds until its lease ends, and counts', async () => {
      const id = await plan();
      await run((notices) => notices.addLine(id, line()));

      const first = await claim('a', 0);
      const meanwhile = await claim('b', 999);
      const after = await claim('b', 1_000);

      expect(first).toMatchObject({ notice: { id, state: 'claimed', attempts: 1 }, lines: [line()] });
      expect(meanwhile).toBeNull();
      expect(after).toMatchObject({ notice: { id, attempts: 2 }, deliveries: [] });
    });

    test('only the holder may go on', async () => {
      const id = await plan();
      await claim('a', 0);
      const delivery = part(id);

      const byOther = await run(async (notices) => [
        await notices.begin(freeze(id, [delivery], { holder: 'b' })),
        await notices.postpone(id, 'b', 9_000, 'X'),
        await notices.reschedule(id, 'b', at),
        await notices.settle(id, 'b', 'dead', 'X'),
      ]);

      expect(byOther).toEqual([false, false, false, false]);
      expect(await read().byId(id)).toMatchObject({ state: 'claimed', cause: null });
    });

    test('nothing overtakes an earlier notice to the same addressee that is held or waits its turn', async () => {
      const addressee = { kind: 'chat', id: world.chat.id } as const;
      const earlier = await plan({ slot: 'earlier', at: addMs(at, -2), addressee });
      await plan({ slot: 'later', at: addMs(at, -1), addressee });

      await claim('dying', 100);
      expect(await claim('other', 200)).toBeNull();
      expect((await claim('other', 1_100))?.notice.id).toBe(earlier);

      await run((notices) => notices.postpone(earlier, 'other', 5_000, 'SEND_PACED'));
      expect(await claim('third', 2_000)).toBeNull();
      expect((await claim('third', 5_000))?.notice.id).toBe(earlier);
    });

    test('what fails for a fault of ours is overtaken', async () => {
      const addressee = { kind: 'chat', id: world.chat.id } as const;
      const broken = await plan({ slot: 'broken', at: addMs(at, -2), addressee });
      const sound = await plan({ slot: 'sound', at: addMs(at, -1), addressee });

      await claim('one', 100);
      await run((notices) => notices.postpone(broken, 'one', 5_000, FAULT_CAUSE));

      expect((await claim('one', 200))?.notice.id).toBe(sound);
    });

    test('those addressed to whoever must wait are left out', async () => {
      const chat = newId<'chat'>();
      await plan({ addressee: { kind: 'chat', id: chat } });
      const other = await plan({ at });

      expect((await claim('a', 0, [chat]))?.notice.id).toBe(other);
      expect(await claim('a', 0, [chat])).toBeNull();
    });

    test('frozen parts read back in order and replace those of an earlier claim', async () => {
      const id = await plan();
      const [discarded, first, second] = [part(id), part(id), part(id, 2)];
      await claim('a', 0);
      await run((notices) => notices.begin(freeze(id, [discarded])));
      await run((notices) => notices.endDelivery(discarded.id, { state: 'frozen', messageKey: null }));
      const taken = await claim('a', 1_000);

      const begun = await run((notices) => notices.begin(freeze(id, [second, first], { isAgain: true })));

      expect(taken?.deliveries).toEqual([{ ...discarded, attempts: 1 }]);
      expect(begun).toBe(true);
      expect(await read().deliveriesOf(id)).toEqual([first, { ...second, state: 'sending', attempts: 1 }]);
    });

    test('the days that a notice tells are frozen with its parts, in place of earlier ones', async () => {
      const id = await plan({ slot: '2024-11-04' });
      const telling = (day: string, isAgain = false) =>
        freeze(id, [part(id)], { told: [{ obligationId: obligation.id, dueOn: dateOf(day) }], isAgain });

      await claim('a', 0);
      await run((notices) => notices.begin(telling('2024-12-29')));
      await claim('a', 1_000);
      await run((notices) => notices.begin(telling('2024-12-30', true)));
      await run((notices) => notices.settle(id, 'a', 'sent', null));

      expect(await read().linesOf(id)).toMatchObject([
        { obligationId: obligation.id, dueOn: '2024-12-30', stage: 'told-2024-11-04' },
      ]);
      expect((await read().saidOf(obligation.id, dateOf('2024-12-30'))).map((one) => one.id)).toEqual([id]);
      expect(await read().saidOf(obligation.id, dateOf('2024-12-29'))).toEqual([]);
    });

    test('a part is begun by the holder alone, once at a time', async () => {
      const id = await plan();
      await claim('a', 0);
      const [first, second] = [part(id), part(id, 2)];
      await run((notices) => notices.begin(freeze(id, [first, second])));

      const begun = await run(async (notices) => [
        await notices.begin(again(first)),
        await notices.begin(again(second, 'b')),
        await notices.begin(again(second)),
        await notices.begin(again(second)),
      ]);

      expect(begun).toEqual([false, false, true, false]);
      expect(await read().deliveriesOf(id)).toEqual(
        [first, second].map((one) => ({ ...one, state: 'sending', attempts: 1 })),
      );
    });

    test('an unknown outcome is counted and may be tried again; what was sent stays sent', async () => {
      const id = await plan();
      await claim('a', 0);
      const delivery = part(id);
      const end = (state: Delivery['state'], messageKey: string | null = null) =>
        run((notices) => notices.endDelivery(delivery.id, { state, messageKey }));
      await run((notices) => notices.begin(freeze(id, [delivery])));
      await end('frozen');

      await end('unknown');
      const unbegun = await read().deliveriesOf(id);
      await run((notices) => notices.begin(again(delivery)));
      await end('unknown');
      const doubted = await read().deliveriesOf(id);
      await run((notices) => notices.begin(again(delivery)));
      await end('sent', '77');
      await end('unknown');

      expect(unbegun).toMatchObject([{ state: 'frozen', doubts: 0 }]);
      expect(doubted).toMatchObject([{ state: 'unknown', doubts: 1, attempts: 2 }]);
      expect(await read().deliveriesOf(id)).toMatchObject([
        { state: 'sent', messageKey: '77', attempts: 3, doubts: 1 },
      ]);
    });

    test('of a part that was sent no more is kept than is said', async () => {
      const id = await plan();
      await claim('a', 0);
      const [first, second] = [part(id), part(id, 2)];
      const kept: Message = { entries: MESSAGE.entries, buttons: [] };
      await run((notices) => notices.begin(freeze(id, [first, second])));
      await run((notices) => notices.endDelivery(first.id, { state: 'sent', messageKey: '77', kept }));

      expect((await read().deliveriesOf(id)).map(({ message }) => message)).toEqual([kept, MESSAGE]);
    });

    test('texts of what has ended are forgotten by day or by name; what is under way keeps them', async () => {
      const message = { entries: [[{ bold: 'đồng chí Đặng Thị Quên' }]], buttons: [] };
      const early = addMs(at, -900_000);
      const said = async (change: { at: Instant; message: Message; ends: boolean }) => {
        const id = await plan({ at: change.at });
        await claim('a', 0);
        await run((notices) => notices.begin(freeze(id, [{ ...part(id), message: change.message }])));
        if (change.ends) await run((notices) => notices.settle(id, 'a', 'sent', null));
        return id;
      };
      const old = await said({ at: early, message: MESSAGE, ends: true });
      const naming = await said({ at, message, ends: true });
      const other = await said({ at, message: MESSAGE, ends: true });
      const held = await said({ at: early, message, ends: false });
      const left = async () => {
        const ids = [old, naming, other, held];
        const parts = await Promise.all(ids.map((id) => read().deliveriesOf(id)));
        return ids.filter((_, index) => parts[index]?.length !== 0);
      };

      await run((notices) => notices.forgetTextsBefore(at));
      const later = await left();
      await run((notices) => notices.forgetTextsNaming('Đặng Thị Quên'));

      expect(later).toEqual([naming, other, held]);
      expect(await left()).toEqual([other, held]);
      expect((await read().byId(naming))?.state).toBe('sent');
    });

    test('a postponed notice waits, open to lines only while it has no parts', async () => {
      const [bare, parted] = [await plan(), await plan()];
      await claim('a', 0);
      await claim('a', 0);
      await run((notices) => notices.begin(freeze(parted, [part(parted)])));

      for (const id of [bare, parted]) await run((notices) => notices.postpone(id, 'a', 3_000, 'NOT_SENT'));

      expect(await read().byId(bare)).toMatchObject({ state: 'planned', cause: 'NOT_SENT' });
      expect(await read().byId(parted)).toMatchObject({ state: 'sending', cause: 'NOT_SENT' });
      expect(await claim('b', 2_999)).toBeNull();
      expect((await claim('b', 3_000))?.notice.id).toBe(bare);
      expect((await claim('b', 3_000))?.deliveries).toHaveLength(1);
    });

    test('a rescheduled notice falls due at the later instant', async () => {
      const id = await plan();
      await claim('a', 0);
      const later = addMs(at, 60_000);

      await run((notices) => notices.reschedule(id, 'a', later));

      expect(await read().byId(id)).toMatchObject({ state: 'planned', at: later });
      expect(await claim('a', 0)).toBeNull();
    });

    test('what a process held is free once its leases are ended, and only that', async () => {
      const [first, second] = [await plan(), await plan()];
      await claim('one:1', 0);
      await claim('two:1', 0);

      await run((notices) => notices.releaseHeldBy('one:'));

      expect(await run((notices) => notices.postpone(first, 'one:1', 9_000, 'X'))).toBe(false);
      expect((await claim('one:2', 1))?.notice.id).toBe(first);
      expect(await claim('one:2', 1)).toBeNull();
      expect(await read().byId(second)).toMatchObject({ state: 'claimed', attempts: 1 });
    });

    test('a settled notice is never claimed again', async () => {
      const id = await plan();
      await claim('a', 0);

      const settled = await run((notices) => notices.settle(id, 'a', 'unknown', 'SEND_UNKNOWN'));

      expect(settled).toBe(true);
      expect(await claim('b', 1_000_000)).toBeNull();
      const found = await read().list({ states: ['unknown'], from: at, to: at });
      expect(found.map((notice) => notice.id)).toEqual([id]);
      expect((await read().countByState()).unknown).toBeGreaterThan(0);
    });

    test('what was only rehearsed is released once, and counts as told from then on', async () => {
      const id = await plan();
      await run((notices) => notices.addLine(id, line()));
      const lines = (rehearsed: boolean) => read().linesAbout([obligation.id], { rehearsed });
      const planned = await run((notices) => notices.release(id, at));
      await claim('relay', 0);
      await run((notices) => notices.settle(id, 'relay', 'withheld', TRIAL_CAUSE));
      const rehearsed = [await lines(true), await lines(false)];

      const released = await run((notices) => notices.release(id, addMs(at, 5)));
      const again = await run((notices) => notices.release(id, addMs(at, 9)));

      expect([planned, released, again]).toEqual([false, true, false]);
      expect(rehearsed).toEqual([[line()], []]);
      expect(await lines(false)).toEqual([line()]);
      expect(await read().byId(id)).toMatchObject({
        state: 'planned',
        cause: null,
        released: true,
        at: addMs(at, 5),
      });
    });

    test('a line that was only rehearsed is owed still, and to one notice', async () => {
      const shown = await plan();
      await run((notices) => notices.addLine(shown, line()));
      await claim('relay', 0);
      await run((notices) => notices.settle(shown, 'relay', 'withheld', TRIAL_CAUSE));
      const next = await plan();

      const held = await plan({ at: addMs(at, -1) });
      await claim('relay', 0);

      const late = await run((notices) => notices.addLine(held, line()));
      const left = await read().linesOf(shown);
      const joined = await run((notices) => notices.addLine(next, line()));
      const twice = await run((notices) => notices.addLine(next, line()));

      expect([late, left, joined, twice]).toEqual([false, [line()], true, false]);
      expect(await read().linesOf(shown)).toEqual([]);
      expect(await read().linesOf(next)).toEqual([line()]);
    });

    test('notices of a launch are found by it', async () => {
      const subject = { kind: 'launch', id: newId<'launch'>() } as const;
      const ids = [await plan({ subject }), await plan({ subject, slot: 'again' })];
      await plan();

      expect((await read().aboutLaunch(subject.id)).map(({ id }) => id)).toEqual(ids);
    });
  });
}
