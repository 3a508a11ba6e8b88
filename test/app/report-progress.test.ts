import { beforeEach, describe, expect, test } from 'vitest';
import { reportProgress } from '../../src/app/report/report-progress.ts';
import type { ClusterId, ObligationId } from '../../src/core/id.ts';
import type { Obligation } from '../../src/core/obligation/obligation.ts';
import { addDays, dateOf } from '../../src/core/time/local-date.ts';
import type { Office } from '../support/office.ts';
import {
  APPROVER,
  DUC,
  HA,
  LAN,
  LEADER,
  MEMBER,
  SECRETARY,
  STRANGER,
  sampleOffice,
} from '../support/sample-office.ts';
import { obligationOf } from './obligation-of.ts';

let office: Office;
/** Of each ward: what Điện Biên owes of task 7, before 15 January 2025. */
let ward: Obligation;
/** Of the cluster that Điện Biên heads: task 6, before 20 December 2024. */
let cluster: Obligation;

beforeEach(async () => {
  office = await sampleOffice();
  ward = await obligationOf(office, { task: '7', owner: 'UBND phường Điện Biên' });
  cluster = await obligationOf(office, { task: '6', owner: 'Cụm thi đua số 1', dueOn: '2024-12-19' });
});

const report = (
  user: string,
  id: ObligationId,
  claim: Parameters<typeof reportProgress>[3],
  effectKey?: string,
) => reportProgress(office.dependencies, office.request(user, user, effectKey), id, claim);

const stored = async (id: ObligationId): Promise<Obligation> => {
  const found = await office.read.obligations.byId(id);
  if (found === null) throw new Error(`no obligation ${id}`);
  return found;
};

const trace = async (id: ObligationId) => ({
  reports: (await office.read.reports.of(id)).length,
  audit: (await office.read.audit.about(id)).length,
});

describe('a focal point', () => {
  test('reports how far the work is', async () => {
    const outcome = await report(LAN, ward.id, { kind: 'percent', percent: 50 });

    expect(outcome).toMatchObject({ kind: 'done', value: { changed: true, obligation: { percent: 50 } } });
    expect(await stored(ward.id)).toMatchObject({
      state: 'in_progress',
      percent: 50,
      doneOn: null,
      changedAt: office.clock.now(),
    });
  });

  test('reports the work done, on the day of the office, and is not reminded any more', async () => {
    office.moveTo('2025-01-02T00:30:00+07:00');

    await report(LAN, ward.id, { kind: 'done' });

    expect(await stored(ward.id)).toMatchObject({
      state: 'done',
      percent: 100,
      doneOn: '2025-01-02',
      nextStageOn: null,
    });
  });

  test('reports what blocks the work; the reason goes when the work goes on', async () => {
    await report(LAN, ward.id, { kind: 'percent', percent: 25 });
    await report(LAN, ward.id, { kind: 'blocked', reason: 'Chưa có kinh phí' });
    expect(await stored(ward.id)).toMatchObject({
      state: 'blocked',
      percent: 25,
      reason: 'Chưa có kinh phí',
    });

    await report(LAN, ward.id, { kind: 'percent', percent: 50 });

    expect(await stored(ward.id)).toMatchObject({ state: 'in_progress', percent: 50, reason: null });
  });

  test('takes "done" back and is reminded again from the next stage on, today included', async () => {
    await report(LAN, ward.id, { kind: 'done' });
    office.moveTo('2024-12-31T10:00:00+07:00');

    await report(LAN, ward.id, { kind: 'percent', percent: 75 });

    // 14 days before 14 January.
    expect(await stored(ward.id)).toMatchObject({
      state: 'in_progress',
      doneOn: null,
      nextStageOn: '2024-12-31',
    });
  });

  test('of the head unit reports for the cluster', async () => {
    const outcome = await report(LAN, cluster.id, { kind: 'done' });

    expect(outcome.kind).toBe('done');
  });

  test('presses twice and nothing changes twice', async () => {
    const first = await report(LAN, ward.id, { kind: 'done' });
    const at = office.clock.now();
    office.clock.advance(60_000);

    const second = await report(LAN, ward.id, { kind: 'done' });

    expect(first).toMatchObject({ value: { changed: true, at } });
    expect(second).toMatchObject({ value: { changed: false, at } });
    expect(await trace(ward.id)).toEqual({ reports: 1, audit: 1 });
    expect((await stored(ward.id)).revision).toBe(ward.revision + 1);
  });

  test('is taken by the same update only once, even where another report came in between', async () => {
    await report(LAN, ward.id, { kind: 'percent', percent: 25 }, 'update-1');
    await report(LEADER, ward.id, { kind: 'done' }, 'update-2');

    const again = await report(LAN, ward.id, { kind: 'percent', percent: 25 }, 'update-1');

    expect(again).toMatchObject({ kind: 'done', value: { changed: true } });
    expect(await stored(ward.id)).toMatchObject({ state: 'done', percent: 100 });
    expect(await trace(ward.id)).toEqual({ reports: 2, audit: 2 });
  });
});

describe('who else may report', () => {
  test.each([
    ['the unit’s leader', LEADER],
    ['the secretariat', SECRETARY],
  ])('%s', async (_, user) => {
    expect((await report(user, ward.id, { kind: 'done' })).kind).toBe('done');
  });
});

describe('who may not', () => {
  test.each([
    ['a stranger', STRANGER],
    ['a member of the group who holds nothing', MEMBER],
    ['another unit’s focal point', DUC],
    ['a school’s focal point', HA],
    ['the approver', APPROVER],
  ])('%s is refused, told whose it is, and nothing changes', async (_, user) => {
    const outcome = await report(user, ward.id, { kind: 'done' });

    expect(outcome).toEqual({
      kind: 'refused',
      code: 'ACCESS_NOT_OWN_UNIT',
      params: { owner: 'UBND phường Điện Biên' },
    });
    expect(await stored(ward.id)).toEqual(ward);
    expect(await trace(ward.id)).toEqual({ reports: 0, audit: 0 });
  });

  test('a member unit of the cluster does not report for the cluster', async () => {
    expect(await report(DUC, cluster.id, { kind: 'done' })).toMatchObject({ code: 'ACCESS_NOT_OWN_UNIT' });
  });

  test('a former head’s focal point does not report for the cluster any more', async () => {
    await office.dependencies.unitOfWork.run(async (tx) => {
      const directory = await tx.organisation.directory();
      const today = dateOf('2024-11-04');
      const clusterId = cluster.owner.id as ClusterId;
      const rows = directory.memberships.filter((row) => row.clusterId === clusterId);
      await tx.organisation.replaceMemberships(
        clusterId,
        rows.map((row) =>
          row.office === 'lead' ? { ...row, from: addDays(today, -9), to: addDays(today, -1) } : row,
        ),
      );
    });

    expect(await report(LAN, cluster.id, { kind: 'done' })).toMatchObject({ code: 'ACCESS_NOT_OWN_UNIT' });
  });
});

test('what is confirmed or withdrawn is closed, what is unknown is unknown', async () => {
  await office.dependencies.unitOfWork.run((tx) => tx.obligations.save({ ...ward, state: 'confirmed' }));

  expect(await report(LAN, ward.id, { kind: 'done' })).toMatchObject({ code: 'OBLIGATION_CLOSED' });
  expect(await report(LAN, 'no-such-id' as ObligationId, { kind: 'done' })).toMatchObject({
    code: 'OBLIGATION_UNKNOWN',
  });
});

test('two reports at the same instant both stand, one after the other', async () => {
  const outcomes = await Promise.all([
    report(LAN, ward.id, { kind: 'percent', percent: 25 }),
    report(LEADER, ward.id, { kind: 'done' }),
    report(SECRETARY, ward.id, { kind: 'percent', percent: 75 }),
  ]);

  const reports = await office.read.reports.of(ward.id);
  expect(outcomes.map(({ kind }) => kind)).toEqual(['done', 'done', 'done']);
  expect((await stored(ward.id)).revision).toBe(ward.revision + 3);
  // Each begins where the one before ended.
  const begun = [...reports.map(({ from }) => from), (await stored(ward.id)).state];
  expect(begun.toSorted()).toEqual(['not_started', ...reports.map(({ to }) => to)].toSorted());
});

test('the audit entry holds who, when, from where, before and after, and no names', async () => {
  await report(LAN, ward.id, { kind: 'blocked', reason: 'Chưa có kinh phí' });

  const [entry, ...more] = await office.read.audit.about(ward.id);
  const { people } = await office.read.organisation.directory();
  expect(more).toEqual([]);
  expect(entry).toMatchObject({
    at: office.clock.now(),
    action: 'obligation.reported',
    before: { state: 'not_started', percent: 0, reason: null },
    after: { state: 'blocked', percent: 0, reason: 'Chưa có kinh phí' },
  });
  expect(people.find(({ id }) => id === entry?.personId)?.name).toBe('Nguyễn Thị Lan');
  for (const { name } of people) expect(JSON.stringify(entry)).not.toContain(name);
  for (const user of [LAN, SECRETARY]) expect(JSON.stringify(entry)).not.toContain(`"${user}"`);
});
