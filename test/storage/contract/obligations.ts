import { beforeAll, describe, expect, test } from 'vitest';
import { StaleRevision } from '../../../src/app/ports/obligation-repository.ts';
import type { TaskId } from '../../../src/core/id.ts';
import { liesIn } from '../../../src/core/obligation/due-state.ts';
import type { Obligation } from '../../../src/core/obligation/obligation.ts';
import { instantOf, minuteOfDay } from '../../../src/core/time/instant.ts';
import { addDays, dateOf } from '../../../src/core/time/local-date.ts';
import { WORK_STATES } from '../../../src/core/work/work-state.ts';
import type { Database } from '../../../src/storage/open-database.ts';
import { anObligation, aWorld, newId, standing } from './rows.ts';

export function obligationContract(database: () => Database): void {
  describe('obligations', () => {
    let taskId: TaskId;
    beforeAll(async () => {
      taskId = (await aWorld(database())).task.id;
    });
    const read = () => database().unitOfWork.read.obligations;
    const add = (...obligations: Obligation[]) =>
      database().unitOfWork.run((tx) => tx.obligations.addMissing(obligations));
    const ofOwner = (owner: Obligation['owner'], found: readonly Obligation[]) =>
      found.filter((obligation) => obligation.owner.id === owner.id);

    test('every column reads back, in each state', async () => {
      const rows = WORK_STATES.map((state, index) =>
        anObligation(taskId, {
          state,
          percent: index,
          owner: { kind: 'council_member', id: newId() },
          clusterId: null,
          dueMinute: minuteOfDay('16:30'),
          reason: 'Chưa có kinh phí – "chờ"',
          doneOn: dateOf('2024-12-01'),
        }),
      );

      expect(await add(...rows)).toBe(rows.length);

      expect(await read().byIds(rows.map(({ id }) => id))).toEqual(rows);
      expect(await read().byId(newId())).toBeNull();
      expect(await read().storedAmong([...rows.map(({ id }) => id), newId()])).toEqual(
        new Set(rows.map(({ id }) => id)),
      );
    });

    test('an identity is written once, whatever its day', async () => {
      const first = anObligation(taskId);
      const moved = { ...first, id: newId<'obligation'>(), dueOn: dateOf('2024-11-30') };
      const next = { ...first, id: newId<'obligation'>(), periodKey: '2025' };

      expect(await add(first)).toBe(1);
      expect(await add(first, moved, next)).toBe(1);

      expect(await read().byId(moved.id)).toBeNull();
      expect(await read().byId(next.id)).toEqual(next);
    });

    test('a standing obligation, which has no rule, is written once too', async () => {
      const first = anObligation(taskId, standing);
      const again = { ...first, id: newId<'obligation'>() };

      expect(await add(first)).toBe(1);
      expect(await add(again)).toBe(0);

      expect(await read().standing()).toContainEqual(first);
    });

    test('thousands are added at once, and again none', async () => {
      const many = Array.from({ length: 3_000 }, () => anObligation(taskId, { state: 'withdrawn' }));

      expect(await add(...many)).toBe(3_000);
      expect(await add(...many)).toBe(0);
    });

    test('many at once read back, whatever differs between them, and are told from those that are not stored', async () => {
      const plain = anObligation(taskId);
      const many = [
        plain,
        anObligation(taskId, { words: "Trước ngày “30/3” 'hằng năm' – 1" }),
        anObligation(taskId, { ...standing, percent: 40, revision: 3, exclusive: !plain.exclusive }),
        anObligation(taskId, { dueMinute: minuteOfDay('16:30'), reason: '07', changedAt: instantOf(1) }),
      ];

      expect(await add(...many)).toBe(many.length);
      expect(new Set(await read().byIds(many.map(({ id }) => id)))).toEqual(new Set(many));
      expect(await read().storedAmong([...many.map(({ id }) => id), newId()])).toEqual(
        new Set(many.map(({ id }) => id)),
      );
      expect(await read().storedAmong([])).toEqual(new Set());
    });

    test('those in a range are those that lie in it', async () => {
      const owner = { kind: 'unit', id: newId<'unit'>() } as const;
      const base = dateOf('2031-03-10');
      const rows = Array.from({ length: 12 }, (_, index) =>
        anObligation(taskId, {
          owner,
          periodKey: `${index}`,
          dueOn: addDays(base, index),
          namedOn: index % 3 === 0 ? null : addDays(base, index + (index % 2 === 0 ? 2 : -2)),
        }),
      );
      await add(...rows, anObligation(taskId, { ...standing, owner }));

      for (let from = -2; from < 14; from += 1) {
        const [first, last] = [addDays(base, from), addDays(base, from + 2)];
        const found = ofOwner(owner, await read().inRange(first, last));

        expect(found).toEqual(rows.filter((row) => liesIn(row, first, last)));
      }
    });

    test('those of an owner come by day, the open ones or all, standing ones last', async () => {
      const owner = { kind: 'cluster', id: newId<'cluster'>() } as const;
      const always = anObligation(taskId, { ...standing, owner });
      const late = anObligation(taskId, { owner, periodKey: '2', dueOn: dateOf('2025-01-05') });
      const early = anObligation(taskId, { owner, periodKey: '3', dueOn: dateOf('2024-11-05') });
      const done = anObligation(taskId, { owner, periodKey: '4', state: 'done' });
      await add(always, late, early, done);

      expect(await read().openOf([owner.id])).toEqual([early, late, always]);
      expect(await read().ofOwners([owner.id])).toEqual(
        [early, late, done].sort((a, b) => ((a.dueOn ?? '') < (b.dueOn ?? '') ? -1 : 1)).concat(always),
      );
    });

    test('overdue ones, and those whose stage has come, are open and include the day itself', async () => {
      const owner = { kind: 'unit', id: newId<'unit'>() } as const;
      const day = dateOf('2026-05-31');
      const at = (periodKey: string, on: typeof day, change: Partial<Obligation> = {}) =>
        anObligation(taskId, { owner, periodKey, overdueFrom: on, nextStageOn: on, ...change });
      const [due, later, done] = [
        at('1', day),
        at('2', addDays(day, 1)),
        at('3', day, { state: 'confirmed' }),
      ];
      await add(due, later, done);

      expect(ofOwner(owner, await read().overdueOn(day))).toEqual([due]);
      expect(ofOwner(owner, await read().withStageBy(day))).toEqual([due]);
    });

    test('a save raises the revision', async () => {
      const row = anObligation(taskId);
      await add(row);
      const changed: Obligation = { ...row, state: 'done', percent: 100, doneOn: dateOf('2024-11-04') };

      await database().unitOfWork.run((tx) => tx.obligations.save(changed));

      expect(await read().byId(row.id)).toEqual({ ...changed, revision: row.revision + 1 });
    });

    test('a save over somebody else’s is refused', async () => {
      const row = anObligation(taskId);
      await add(row);
      await database().unitOfWork.run((tx) => tx.obligations.save({ ...row, percent: 25 }));

      const stale = database().unitOfWork.run((tx) => tx.obligations.save({ ...row, percent: 75 }));

      await expect(stale).rejects.toThrow(StaleRevision);
      expect((await read().byId(row.id))?.percent).toBe(25);
    });

    test('many are saved at once, each with all that differs, unless one of them was changed meanwhile', async () => {
      const saveAll = (some: readonly Obligation[]) =>
        database().unitOfWork.run((tx) => tx.obligations.saveAll(some));
      const rows = Array.from({ length: 1_100 }, () => anObligation(taskId));
      await add(...rows);
      const changed = rows.map((row, at): Obligation => {
        const isDone = at % 2 === 0;
        const dueOn = at % 3 === 0 ? null : addDays(dateOf('2025-01-01'), at);
        const doneOn = isDone ? dateOf('2024-11-04') : null;
        return {
          ...row,
          dueOn,
          namedOn: dueOn,
          dueMinute: isDone ? minuteOfDay('16:30') : null,
          exclusive: isDone,
          state: isDone ? 'done' : 'blocked',
          percent: at % 100,
          reason: isDone ? null : `Thiếu "kinh phí" – ${at}`,
          doneOn,
          changedAt: instantOf(at),
        };
      });

      await saveAll(changed);
      await saveAll([]);

      const saved = changed.map((one) => ({ ...one, revision: one.revision + 1 }));
      const byId = (some: readonly Obligation[]) => new Map(some.map((one) => [one.id, one]));
      const stored = async () => byId(await read().byIds(rows.map(({ id }) => id)));
      expect(await stored()).toEqual(byId(saved));
      const [one, ...others] = saved.map((row) => ({ ...row, percent: 100 }));
      await expect(saveAll([...others, { ...(one as Obligation), revision: 0 }])).rejects.toThrow(
        StaleRevision,
      );
      expect(await stored()).toEqual(byId(saved));
    });
  });
}
