import { beforeAll, describe, expect, test } from 'vitest';
import type { Extension } from '../../../src/core/obligation/extension.ts';
import { addMs, minuteOfDay } from '../../../src/core/time/instant.ts';
import { dateOf } from '../../../src/core/time/local-date.ts';
import { quarterOf } from '../../../src/core/time/quarter.ts';
import type { Database } from '../../../src/storage/open-database.ts';
import { anObligation, aReport, aWorld, clusterKind, NOW, newId } from './rows.ts';

/** Steps, evidence, contests, extensions, and how tasks are handled. */
export function reportingContract(database: () => Database): void {
  let world: Awaited<ReturnType<typeof aWorld>>;
  beforeAll(async () => {
    world = await aWorld(database());
  });
  const read = () => database().unitOfWork.read;

  describe('reporting', () => {
    test('a step with its conference reads back, and is among the announced ones, by day, while open', async () => {
      const meeting = { minute: minuteOfDay('08:30'), place: 'Hội trường', chair: '' };
      const held = (on: string, state: 'in_progress' | 'done') =>
        anObligation(world.task.id, {
          state,
          step: 'scheduled',
          meeting: { ...meeting, on: dateOf(on) },
          owner: { kind: 'council_member', id: newId() },
        });
      const [later, sooner, over] = [
        held('2024-12-12', 'in_progress'),
        held('2024-12-10', 'in_progress'),
        held('2024-12-11', 'done'),
      ] as const;
      await database().unitOfWork.run((tx) => tx.obligations.addMissing([later, sooner, over]));

      expect(await read().obligations.byId(later.id)).toEqual(later);
      const ids = [later.id, sooner.id, over.id] as string[];
      const announced = (await read().obligations.scheduled()).filter(({ id }) => ids.includes(id));
      expect(announced).toEqual([sooner, later]);
    });

    test('a council session reads back by its quarter, and is replaced by what is written later', async () => {
      const quarter = quarterOf(dateOf('2031-11-04'));
      const clusterId = newId<'cluster'>();
      const validity = { validFrom: null, validTo: null };
      await database().unitOfWork.run(async ({ organisation }) => {
        await organisation.saveClusterKind(clusterKind);
        await organisation.saveCluster({
          id: clusterId,
          code: clusterId,
          name: 'Cụm',
          kind: clusterKind.code,
          ...validity,
        });
      });
      const open = {
        memberId: world.person.id,
        clusterId,
        quarter,
        state: 'open',
        on: null,
        conclusions: '',
        given: [],
        changedAt: null,
      } as const;
      const held = {
        ...open,
        state: 'held',
        on: dateOf('2031-12-12'),
        conclusions: 'Rà soát',
        given: [{ words: 'Rà soát', taskId: newId<'task'>() }],
        changedAt: NOW,
      } as const;
      const next = { ...open, quarter: quarterOf(dateOf('2032-01-01')) };

      await database().unitOfWork.run((tx) => tx.sessions.save(open));
      await database().unitOfWork.run((tx) => tx.sessions.save(next));
      expect(await read().sessions.ofQuarter(quarter)).toEqual([open]);
      await database().unitOfWork.run((tx) => tx.sessions.save(held));

      expect(await read().sessions.ofQuarter(quarter)).toEqual([held]);
    });

    test('one update may report on several obligations, once each', async () => {
      const obligations = [anObligation(world.task.id), anObligation(world.task.id)];
      const effectKey = newId();
      const reports = obligations.map(({ id }) =>
        aReport(id, world.person.id, { effectKey, recorded: { source: 'zalo', saidBy: 'đ/c Lan' } }),
      );
      await database().unitOfWork.run(async (tx) => {
        await tx.obligations.addMissing(obligations);
        for (const report of reports) await tx.reports.add(report);
      });

      for (const report of reports) {
        expect(await read().reports.byEffectKey(effectKey, report.obligationId)).toEqual(report);
        expect(await read().reports.byId(report.id)).toEqual(report);
      }
    });

    test('a report is contested once and settled once', async () => {
      const obligation = anObligation(world.task.id);
      const evidence = { kind: 'document', number: '45/BC-UBND', on: dateOf('2024-12-18') } as const;
      const report = aReport(obligation.id, world.person.id, { evidence, step: 'issued' });
      await database().unitOfWork.run(async (tx) => {
        await tx.obligations.addMissing([obligation]);
        await tx.reports.add(report);
      });
      const contest = (at: number) =>
        database().unitOfWork.run((tx) => tx.reports.contest(report.id, world.person.id, addMs(NOW, at)));
      const settle = () => database().unitOfWork.run((tx) => tx.reports.settle(report.id, addMs(NOW, 9)));
      const waiting = async () => (await read().reports.contested()).filter(({ id }) => id === report.id);

      expect(await settle()).toBe(false);
      expect([await contest(1), await contest(2)]).toEqual([true, false]);
      expect(await waiting()).toEqual([
        { ...report, contest: { by: world.person.id, at: addMs(NOW, 1), settledAt: null } },
      ]);
      expect([await settle(), await settle()]).toEqual([true, false]);
      expect(await waiting()).toEqual([]);
    });

    test('an extension is decided once', async () => {
      const obligation = anObligation(world.task.id);
      const extension: Extension = {
        id: newId(),
        obligationId: obligation.id,
        askedBy: world.person.id,
        askedAt: NOW,
        reason: 'Chờ hướng dẫn',
        dueOn: dateOf('2024-12-19'),
        wantedOn: dateOf('2024-12-26'),
        state: 'pending',
        decidedBy: null,
        decidedAt: null,
      };
      const key = newId();
      await database().unitOfWork.run(async (tx) => {
        await tx.obligations.addMissing([obligation]);
        await tx.extensions.add(extension, key);
      });
      const decide = (state: 'granted' | 'refused') =>
        database().unitOfWork.run((tx) =>
          tx.extensions.decide(extension.id, state, world.person.id, addMs(NOW, 1)),
        );

      expect(await read().extensions.byEffectKey(key)).toEqual(extension);
      expect((await read().extensions.pending()).some(({ id }) => id === extension.id)).toBe(true);
      expect([await decide('granted'), await decide('refused')]).toEqual([true, false]);
      expect(await read().extensions.of(obligation.id)).toEqual([
        { ...extension, state: 'granted', decidedBy: world.person.id, decidedAt: addMs(NOW, 1) },
      ]);
      expect((await read().extensions.pending()).some(({ id }) => id === extension.id)).toBe(false);
    });

    test('how a task is handled outlives the saving of the task', async () => {
      const handling = { workKind: 'document', evidence: 'file', confirmation: true } as const;
      await database().unitOfWork.run(async (tx) => {
        await tx.plans.saveHandling(world.task.id, handling);
        await tx.plans.saveTask({ ...world.task, title: 'Tên mới' });
      });

      const task = (await read().plans.book()).tasks.find(({ id }) => id === world.task.id);
      expect(task).toEqual({ ...world.task, title: 'Tên mới', handling });
    });
  });
}
