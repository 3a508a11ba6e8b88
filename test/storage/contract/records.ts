import { beforeAll, describe, expect, test } from 'vitest';
import type { Launch } from '../../../src/core/launch/launch.ts';
import { addMs } from '../../../src/core/time/instant.ts';
import { dateOf } from '../../../src/core/time/local-date.ts';
import type { Database } from '../../../src/storage/open-database.ts';
import { aReport, anObligation, aUnit, aWorld, newId, NOW } from './rows.ts';

/** Reports, launches, audit and files: what is only ever added. */
export function recordContract(database: () => Database): void {
  let world: Awaited<ReturnType<typeof aWorld>>;
  beforeAll(async () => {
    world = await aWorld(database());
  });
  const read = () => database().unitOfWork.read;

  describe('reports', () => {
    test('come newest first and are found by their effect key', async () => {
      const obligation = anObligation(world.task.id);
      const first = aReport(obligation.id, world.person.id);
      const second = aReport(obligation.id, world.person.id, {
        at: addMs(NOW, 1),
        from: 'in_progress',
        to: 'blocked',
        reason: 'Chờ hướng dẫn',
      });

      await database().unitOfWork.run(async (tx) => {
        await tx.obligations.addMissing([obligation]);
        await tx.reports.add(first);
        await tx.reports.add(second);
      });

      expect(await read().reports.of(obligation.id)).toEqual([second, first]);
      expect(await read().reports.byEffectKey(first.effectKey)).toEqual(first);
      expect(await read().reports.byEffectKey('none')).toBeNull();
    });

    test('one effect makes one report', async () => {
      const obligation = anObligation(world.task.id);
      const report = aReport(obligation.id, world.person.id);
      await database().unitOfWork.run(async (tx) => {
        await tx.obligations.addMissing([obligation]);
        await tx.reports.add(report);
      });

      const again = database().unitOfWork.run((tx) => tx.reports.add({ ...report, id: newId() }));

      await expect(again).rejects.toThrow(/unique/i);
      expect(await read().reports.of(obligation.id)).toEqual([report]);
    });
  });

  describe('launches', () => {
    test('a launch reads back with an open receipt a unit, acknowledged once each', async () => {
      const units = [aUnit(), aUnit(), aUnit()];
      const launch: Launch = {
        id: newId(),
        title: 'Thi đua cao điểm',
        body: 'Nội dung\nhai dòng',
        document: '12/KH-UBND',
        signer: 'Chủ tịch',
        level: 'Phường',
        sort: 'thematic',
        theme: 'Chủ đề',
        criteria: '1) … 2) …',
        period: 'từ 05/11',
        event: '22/12',
        files: [{ sha256: 'ab', name: 'KH-45.pdf' }],
        asksRegistration: true,
        clusterIds: [newId(), newId()],
        unitIds: units.map(({ id }) => id),
        acknowledgeBy: dateOf('2024-11-10'),
        createdBy: world.person.id,
        sentAt: NOW,
        state: 'sent',
        changedAt: NOW,
        nextStageOn: dateOf('2024-11-05'),
        revision: 0,
      };
      const key = newId();
      const [first] = units;
      if (first === undefined) throw new Error('no unit');
      await database().unitOfWork.run(async (tx) => {
        for (const unit of units) await tx.organisation.saveUnit(unit);
        await tx.launches.add(
          launch,
          units.map(({ id }) => id),
          key,
        );
      });
      const acknowledge = (unitId: typeof first.id) =>
        database().unitOfWork.run((tx) => tx.launches.acknowledge(launch.id, unitId, world.person.id, NOW));

      const pressed = [
        await acknowledge(first.id),
        await acknowledge(first.id),
        await acknowledge(world.unit.id),
      ];

      expect(pressed).toEqual([true, false, false]);
      expect(await read().launches.byId(launch.id)).toEqual(launch);
      expect(await read().launches.byEffectKey(key)).toEqual(launch);
      expect(await read().launches.receipts(launch.id)).toEqual(
        units.map(({ id }) => ({
          launchId: launch.id,
          unitId: id,
          acknowledgedAt: id === first.id ? NOW : null,
          acknowledgedBy: id === first.id ? world.person.id : null,
          registration: { state: 'none', text: null, note: null },
        })),
      );
    });
  });

  describe('audit', () => {
    test('entries about a subject come newest first, with whatever they hold', async () => {
      const subject = newId();
      const entry = (after: unknown, at = NOW) => ({
        id: newId<'audit'>(),
        at,
        personId: null,
        chatId: world.chat.id,
        action: 'obligation.reported',
        subject,
        before: null,
        after,
      });
      const entries = [entry({ state: 'done' }), entry([1, 'hai', null], addMs(NOW, 5))] as const;

      await database().unitOfWork.run(async (tx) => {
        for (const added of entries) await tx.audit.add(added);
      });

      expect(await read().audit.about(subject)).toEqual(entries.toReversed());
    });
  });

  describe('files', () => {
    test('bytes read back, and the same content is kept once', async () => {
      const bytes = Uint8Array.from({ length: 70_000 }, (_, index) => index % 251);
      const file = { sha256: newId(), name: 'kế hoạch.docx', type: 'application/msword', bytes };

      await database().unitOfWork.run(async (tx) => {
        await tx.files.save(file);
        await tx.files.save({ ...file, name: 'again.docx' });
      });

      expect(await read().files.byHash(file.sha256)).toEqual(file);
      expect(await read().files.byHash('none')).toBeNull();
    });
  });
}
