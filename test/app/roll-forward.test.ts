import { beforeEach, expect, test } from 'vitest';
import { listObligations } from '../../src/app/asking/list-obligations.ts';
import { rollForward } from '../../src/app/plan/roll-forward.ts';
import type { ObligationRepository } from '../../src/app/ports/obligation-repository.ts';
import { reportProgress } from '../../src/app/report/report-progress.ts';
import type { Obligation } from '../../src/core/obligation/obligation.ts';
import { dateOf, type LocalDate } from '../../src/core/time/local-date.ts';
import type { Office } from '../support/office.ts';
import { LAN, sampleOffice } from '../support/sample-office.ts';
import { obligationOf } from './obligation-of.ts';

let office: Office;

beforeEach(async () => {
  office = await sampleOffice();
});

const roll = (): Promise<number> =>
  office.dependencies.unitOfWork.run((tx) => rollForward(tx, office.clock.now()));

const stored = (): Promise<readonly Obligation[]> =>
  office.read.obligations.inRange(dateOf('2020-01-01'), dateOf('2040-12-31'));

const list = (from: string, to: string) =>
  listObligations(office.read, { from: dateOf(from), to: dateOf(to) }, office.clock.now());

const identity = ({ taskId, ruleId, periodKey, owner }: Obligation): string =>
  [taskId, ruleId, periodKey, owner.kind, owner.id].join(' ');

test('writes nothing twice, however often', async () => {
  const before = await stored();

  expect(await roll()).toBe(0);
  expect(await roll()).toBe(0);

  expect(await stored()).toEqual(before);
  expect(new Set(before.map(identity)).size).toBe(before.length);
});

test('hands over to be written only what is not stored yet', async () => {
  const handed: Obligation[] = [];
  const watchedRoll = () =>
    office.dependencies.unitOfWork.run((tx) => {
      const obligations = tx.obligations;
      const watched: Partial<ObligationRepository> = {
        ofTasks: (ids) => obligations.ofTasks(ids),
        storedAmong: (ids) => obligations.storedAmong(ids),
        addMissing: (some) => {
          handed.push(...some);
          return obligations.addMissing(some);
        },
      };
      return rollForward({ ...tx, obligations: watched as ObligationRepository }, office.clock.now());
    });

  await watchedRoll();
  expect(handed).toEqual([]);
  office.moveTo('2024-03-01T08:00:00+07:00');
  const added = await watchedRoll();

  expect(added).toBeGreaterThan(0);
  expect(handed).toHaveLength(added);
});

test('writes fifteen months ahead and nothing that fell due before today', async () => {
  const days = (await stored()).map(({ namedOn }) => namedOn ?? '');

  expect(days.length).toBeGreaterThan(20);
  expect(days.toSorted()[0]?.localeCompare('2024-11-04')).toBeGreaterThanOrEqual(0);
  expect(days.toSorted().at(-1)?.localeCompare('2026-02-04')).toBeLessThanOrEqual(0);
});

test('day by day through a year, each obligation comes once and keeps what was reported', async () => {
  const first = await obligationOf(office, { task: '6', owner: 'Cụm thi đua số 1', dueOn: '2024-12-19' });
  await reportProgress(office.dependencies, office.request(LAN), first.id, { kind: 'done' });

  for (let month = 0; month < 12; month += 1) {
    office.clock.advance(30 * 86_400_000);
    await roll();
  }

  const all = await stored();
  expect(new Set(all.map(identity)).size).toBe(all.length);
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  expect(all.find(({ id }) => id === first.id)).toMatchObject({ state: 'done', percent: 100 });
});

test('the key of a period names its cycle, never its day', async () => {
  const keys = (await stored()).map(({ periodKey }) => periodKey);

  expect(keys.filter((key) => /\d{4}-\d{2}-\d{2}/.test(key))).toEqual([]);
  expect(keys).toEqual(expect.arrayContaining(['2024', '2025', '2025-Q1']));
});

test('within the plan and beyond what is stored, a list computes what will be stored once its time is near', async () => {
  office.moveTo('2024-02-01T08:00:00+07:00');
  const planned = await list('2025-12-01', '2025-12-31');
  const known = new Set((await stored()).map(({ id }) => id));
  office.moveTo('2025-11-01T08:00:00+07:00');
  await roll();

  const later = await list('2025-12-01', '2025-12-31');

  const days = (all: readonly Obligation[]) =>
    all.map((one) => [one.id, one.dueOn, one.namedOn, one.overdueFrom]);
  expect(planned.length).toBeGreaterThan(1);
  expect(days(planned)).toEqual(days(later));
  expect(planned.every(({ id, stored: isStored }) => isStored === known.has(id))).toBe(true);
  expect(later.every(({ stored: isStored }) => isStored)).toBe(true);
});

test('what is stored holds the truth, what is withdrawn is left out', async () => {
  const cluster = await obligationOf(office, { task: '6', owner: 'Cụm thi đua số 1', dueOn: '2024-12-19' });
  const moved = { dueOn: '2024-12-22' as LocalDate, namedOn: '2024-12-23' as LocalDate };
  await office.dependencies.unitOfWork.run((tx) => tx.obligations.save({ ...cluster, ...moved }));
  const found = (await list('2024-12-01', '2024-12-31')).filter(({ taskId }) => taskId === cluster.taskId);
  expect(found.map(({ id, dueOn }) => [id, dueOn])).toEqual([[cluster.id, '2024-12-22']]);

  await office.dependencies.unitOfWork.run((tx) =>
    tx.obligations.save({ ...cluster, ...moved, state: 'withdrawn', revision: cluster.revision + 1 }),
  );

  expect((await list('2024-12-01', '2024-12-31')).some(({ id }) => id === cluster.id)).toBe(false);
});

test('an obligation moved out of a range is not computed back into it', async () => {
  const cluster = await obligationOf(office, { task: '6', owner: 'Cụm thi đua số 1', dueOn: '2024-12-19' });
  await office.dependencies.unitOfWork.run((tx) =>
    tx.obligations.save({ ...cluster, dueOn: '2025-01-09' as LocalDate, namedOn: '2025-01-10' as LocalDate }),
  );

  const december = await list('2024-12-01', '2024-12-31');

  expect(december.filter(({ id }) => id === cluster.id)).toEqual([]);
});

test('a list is ordered by day and takes both ends of its range', async () => {
  const december = await list('2024-12-19', '2024-12-30');
  const days = december.map(({ dueOn }) => dueOn ?? '');

  expect(days).toEqual(days.toSorted());
  expect(days[0]).toBe('2024-12-19');
  expect(days.at(-1)).toBe('2024-12-30');
  expect((await list('2024-12-20', '2024-12-20')).map(({ dueOn }) => dueOn)).toEqual(['2024-12-19']);
  expect(await list('2024-12-21', '2024-12-29')).toEqual([]);
});
