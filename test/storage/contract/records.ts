import { beforeAll, describe, expect, test } from 'vitest';
import type { AuditAction } from '../../../src/app/ports/audit-log.ts';
import type { LaunchDraft } from '../../../src/app/ports/launch-repository.ts';
import { StaleRevision } from '../../../src/app/ports/obligation-repository.ts';
import type { Transaction } from '../../../src/app/ports/transaction.ts';
import type { Assignment } from '../../../src/core/assignment/assignment.ts';
import { EMPTY_CONTENT, type Launch } from '../../../src/core/launch/launch.ts';
import { addMs, type Instant } from '../../../src/core/time/instant.ts';
import { dateOf } from '../../../src/core/time/local-date.ts';
import type { Database } from '../../../src/storage/open-database.ts';
import { anObligation, aReport, aTask, aUnit, aWorld, NOW, newId } from './rows.ts';

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

    test('of several obligations come together, newest first', async () => {
      const [one, other, third] = [1, 2, 3].map(() => anObligation(world.task.id));
      if (one === undefined || other === undefined || third === undefined) throw new Error('none');
      const reports = [other, one, other].map(({ id }, index) =>
        aReport(id, world.person.id, { at: addMs(NOW, -index) }),
      );

      await database().unitOfWork.run(async (tx) => {
        await tx.obligations.addMissing([one, other, third]);
        for (const report of reports) await tx.reports.add(report);
      });

      expect(await read().reports.ofAll([one.id, other.id, third.id])).toEqual(reports);
      expect(await read().reports.ofAll([])).toEqual([]);
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

  describe('tasks of the day', () => {
    const anAssignment = (change: Partial<Assignment> = {}): Assignment => ({
      taskId: newId(),
      givenBy: world.person.id,
      givenAt: NOW,
      clusterId: null,
      dueAt: addMs(NOW, 1000),
      urgent: false,
      changedAt: null,
      changeKey: null,
      nextStageAt: null,
      revision: 0,
      ...change,
    });
    const added = async (
      change: Partial<Assignment> = {},
      effectKey: string = newId(),
    ): Promise<Assignment> => {
      const task = aTask({ id: newId(), planId: null, given: true });
      const assignment = anAssignment({ taskId: task.id, ...change });
      await database().unitOfWork.run(async (tx) => {
        await tx.plans.saveTask(task);
        await tx.assignments.add(assignment, effectKey);
      });
      return assignment;
    };

    test('read back with their task, and are found by the update that gave or changed them', async () => {
      const assignment = await added({ urgent: true }, 'given-1');
      const changed = { ...assignment, changedAt: NOW, changeKey: 'changed-1' };
      await database().unitOfWork.run((tx) => tx.assignments.save(changed));

      const { tasks } = await read().plans.book();
      expect(await read().assignments.of(assignment.taskId)).toEqual({ ...changed, revision: 1 });
      expect((await read().assignments.byEffectKey('given-1'))?.taskId).toBe(assignment.taskId);
      expect((await read().assignments.byEffectKey('changed-1'))?.taskId).toBe(assignment.taskId);
      expect(await read().assignments.byEffectKey('none')).toBeNull();
      expect(await read().assignments.of(newId())).toBeNull();
      expect(tasks.find(({ id }) => id === assignment.taskId)).toMatchObject({ given: true, planId: null });
    });

    test('those whose stage has come are found, the earliest first', async () => {
      const far = (ms: number) => addMs(NOW, -1_000_000_000 + ms);
      const second = await added({ nextStageAt: far(2) });
      const first = await added({ nextStageAt: far(1) });
      await added({ nextStageAt: far(3) });

      const due = await read().assignments.withStageBy(far(2));
      expect(due.map(({ taskId }) => taskId)).toEqual([first.taskId, second.taskId]);
      expect(await read().assignments.nextStageAt()).toBe(far(1));
    });

    test('a stale one is refused', async () => {
      const assignment = await added();
      await database().unitOfWork.run((tx) => tx.assignments.save(assignment));

      const again = database().unitOfWork.run((tx) => tx.assignments.save(assignment));

      await expect(again).rejects.toThrow(StaleRevision);
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
        urgent: true,
        clusterIds: [newId(), newId()],
        unitIds: units.map(({ id }) => id),
        acknowledgeBy: dateOf('2024-11-10'),
        createdBy: world.person.id,
        sentAt: NOW,
        state: 'sent',
        declinedBecause: 'Bổ sung chỉ tiêu',
        rewrittenAs: newId(),
        reviews: [newId()],
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

  describe('launches that go on', () => {
    const aLaunch = (change: Partial<Launch> = {}): Launch => ({
      ...EMPTY_CONTENT,
      id: newId(),
      title: 'Thi đua',
      body: 'Nội dung',
      clusterIds: [newId()],
      unitIds: null,
      createdBy: world.person.id,
      sentAt: NOW,
      state: 'sent',
      declinedBecause: '',
      rewrittenAs: null,
      reviews: [],
      changedAt: null,
      nextStageOn: null,
      revision: 0,
      ...change,
    });
    const run = <Result>(work: (launches: Transaction['launches']) => Promise<Result>): Promise<Result> =>
      database().unitOfWork.run((tx) => work(tx.launches));
    const added = async (change: Partial<Launch> = {}): Promise<Launch> => {
      const launch = aLaunch(change);
      await run((launches) => launches.add(launch, [world.unit.id], newId()));
      return launch;
    };

    test('are saved at the revision that was read, and at no other', async () => {
      const launch = await added();
      const changed: Launch = { ...launch, title: 'Tên mới', state: 'withdrawn', changedAt: NOW };

      await run((launches) => launches.save(changed));

      expect(await read().launches.byId(launch.id)).toEqual({ ...changed, revision: 1 });
      await expect(run((launches) => launches.save(changed))).rejects.toThrow(StaleRevision);
    });

    test('are found by the day of their stage while they are out', async () => {
      const due = await added({ nextStageOn: dateOf('2024-11-05') });
      const ahead = await added({ nextStageOn: dateOf('2024-11-06') });
      const gone = await added({ nextStageOn: dateOf('2024-11-05'), state: 'withdrawn' });

      const found = (await read().launches.withStageBy(dateOf('2024-11-05'))).map(({ id }) => id);

      expect(found).toContain(due.id);
      expect(found).not.toContain(ahead.id);
      expect(found).not.toContain(gone.id);
    });

    test('are for other units from then on; who stays keeps the receipt', async () => {
      const { id } = await added();
      const [one, other] = [aUnit(), aUnit()];
      await database().unitOfWork.run(async (tx) => {
        for (const unit of [one, other]) await tx.organisation.saveUnit(unit);
        await tx.launches.readdress(id, [one.id, world.unit.id]);
        await tx.launches.acknowledge(id, world.unit.id, world.person.id, NOW);
        await tx.launches.readdress(id, [world.unit.id, other.id]);
      });

      const receipts = await read().launches.receipts(id);

      expect(receipts.map(({ unitId, acknowledgedAt }) => [unitId, acknowledgedAt])).toEqual([
        [world.unit.id, NOW],
        [other.id, null],
      ]);
    });

    test('are missing from the units that have not acknowledged', async () => {
      const open = await added();
      const done = await added();
      await run((launches) => launches.acknowledge(done.id, world.unit.id, world.person.id, NOW));

      const found = (await read().launches.missingFrom([world.unit.id])).map(({ id }) => id);

      expect(found).toContain(open.id);
      expect(found).not.toContain(done.id);
      expect(await read().launches.missingFrom([])).toEqual([]);
    });

    test('are registered for from the states named, and no others', async () => {
      const { id } = await added();
      const waiting = { state: 'waiting', text: '02 công trình', note: null } as const;
      const approved = { ...waiting, state: 'approved' } as const;
      const register = (...given: Parameters<Transaction['launches']['register']>) =>
        run((launches) => launches.register(...given));

      const moves = [
        await register(id, world.unit.id, ['waiting'], approved),
        await register(id, world.unit.id, ['none'], waiting),
        await register(id, world.unit.id, ['waiting'], approved),
        await register(id, world.unit.id, ['none', 'waiting', 'returned'], waiting),
      ];

      expect(moves).toEqual([false, true, true, false]);
      expect((await read().launches.receipts(id))[0]?.registration).toEqual(approved);
    });

    test('put aside come newest first and are taken up once', async () => {
      const draft = (title: string, changedAt: Instant): LaunchDraft => ({
        id: newId(),
        personId: world.person.id,
        title,
        form: { title, files: [] },
        step: 'body',
        changedAt,
      });
      const older = draft('A', NOW);
      const newer = draft('B', addMs(NOW, 1));
      await run((launches) => launches.keepDraft({ ...older, title: 'before' }));
      await run((launches) => launches.keepDraft(newer));
      await run((launches) => launches.keepDraft(older));

      expect(await read().launches.draftsOf(world.person.id)).toEqual([newer, older]);
      expect(await run((launches) => launches.dropDraft(older.id))).toBe(true);
      expect(await run((launches) => launches.dropDraft(older.id))).toBe(false);
      expect(await read().launches.draftsOf(world.person.id)).toEqual([newer]);
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
        action: 'obligation.reported' as const,
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

    test('the last of some deeds is found among all that were done to a subject', async () => {
      const subject = newId();
      const deed = (action: AuditAction, ms: number) => ({
        id: newId<'audit'>(),
        at: addMs(NOW, ms),
        personId: null,
        chatId: null,
        action,
        subject,
        before: null,
        after: null,
      });
      const found = deed('chat.topic_found', 2);
      const deeds = [deed('chat.topic_lost', 1), found, deed('group.bound', 3)];
      await database().unitOfWork.run(async (tx) => {
        for (const one of deeds) await tx.audit.add(one);
      });

      expect(await read().audit.latest(subject, ['chat.topic_lost', 'chat.topic_found'])).toEqual(found);
      expect(await read().audit.latest(subject, ['group.unbound'])).toBeNull();
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
