import { describe, expect, test } from 'vitest';
import type { ClusterId, PersonId, TaskId, UnitId } from '../../../src/core/id.ts';
import { concernsCluster } from '../../../src/core/obligation/concern.ts';
import { ownersOf } from '../../../src/core/obligation/owners.ts';
import { byTaskAndDay } from '../../../src/core/obligation/task-day.ts';
import type { Directory } from '../../../src/core/organisation/directory.ts';
import { defaultSettings } from '../../../src/core/organisation/settings-default.ts';
import type { Unit } from '../../../src/core/organisation/unit.ts';
import type { Party, Task, TaskRule } from '../../../src/core/plan/plan-book.ts';
import type { Zone } from '../../../src/core/time/instant.ts';
import { dateOf, type LocalDate } from '../../../src/core/time/local-date.ts';

const TODAY = dateOf('2025-03-29');

const unit = (id: string, some: Partial<Unit> = {}): Unit => ({
  id: id as UnitId,
  code: id.toUpperCase(),
  name: id,
  aliases: [],
  kind: 'ward',
  parentId: null,
  validFrom: null,
  validTo: null,
  successorIds: [],
  contact: null,
  formerNames: [],
  confirmedOn: null,
  ...some,
});
const cluster = (id: string, kind: string) => ({
  id: id as ClusterId,
  code: id,
  name: id,
  kind,
  validFrom: null,
  validTo: null,
});
const member = (clusterId: string, unitId: string) => ({
  clusterId: clusterId as ClusterId,
  unitId: unitId as UnitId,
  office: 'member' as const,
  from: dateOf('2021-01-01'),
  to: null,
});

const directory: Directory = {
  settings: defaultSettings('Asia/Ho_Chi_Minh' as Zone, 'vi'),
  units: [
    unit('ward'),
    unit('school'),
    unit('office'),
    unit('ended', { validTo: dateOf('2024-12-31'), successorIds: ['heir' as UnitId, 'ward' as UnitId] }),
    unit('heir', { validFrom: dateOf('2025-01-01') }),
    unit('lost', { validTo: dateOf('2024-12-31'), successorIds: ['lost' as UnitId] }),
  ],
  clusters: [cluster('wards', 'administrative'), cluster('schools', 'school')],
  clusterKinds: [],
  memberships: [member('wards', 'ward'), member('wards', 'heir'), member('schools', 'school')],
  people: [],
  appointments: [
    {
      personId: 'councillor' as PersonId,
      role: 'council_member',
      unitId: null,
      clusterId: 'wards' as ClusterId,
      from: null,
      to: null,
      standsInFor: null,
    },
  ],
  identities: [],
  chats: [],
};

const task = (leads: readonly Party[], coordinators: readonly Party[] = []) =>
  ({
    id: 'task' as TaskId,
    rules: [],
    parties: [
      ...leads.map((party) => ({ part: 'lead' as const, party, words: '' })),
      ...coordinators.map((party) => ({ part: 'coordinator' as const, party, words: '' })),
    ],
  }) as unknown as Task;
const named = (unitId: string): Party => ({ kind: 'unit', unitId: unitId as UnitId });
const ruleFor = (appliesTo: string | null, kind = 'yearly') =>
  ({ appliesTo, rule: { kind, appliesTo } }) as TaskRule;

const owners = (leads: readonly Party[], appliesTo: string | null = null, on: LocalDate = TODAY): string[] =>
  ownersOf(task(leads), ruleFor(appliesTo), directory, on).map(
    ({ owner, clusterId }) => `${owner.kind} ${owner.id} in ${clusterId}`,
  );

describe('who owes a task', () => {
  test('joint leads owe one each, one named twice owes once', () => {
    expect(owners([named('ward'), named('office'), named('ward')])).toEqual([
      'unit ward in wards',
      'unit office in null',
    ]);
  });

  test('a unit that ended owes through its successors, on its last day still itself', () => {
    expect(owners([named('ended')])).toEqual(['unit heir in wards', 'unit ward in wards']);
    expect(owners([named('ended'), named('heir')])).toEqual(['unit heir in wards', 'unit ward in wards']);
    expect(owners([named('ended')], null, dateOf('2024-12-31'))).toEqual(['unit ended in null']);
  });

  test('a unit that ended without a living successor, or with itself as one, leaves no owner', () => {
    expect(owners([named('lost')])).toEqual([]);
  });

  test('each unit means all that live on the day', () => {
    expect(owners([{ kind: 'each_unit' }])).toHaveLength(4);
    expect(owners([{ kind: 'each_unit' }], null, dateOf('2024-12-31'))).toHaveLength(5);
  });

  test('a rule for one kind of cluster binds its clusters and their members, nobody else', () => {
    expect(owners([{ kind: 'cluster_head' }], 'school')).toEqual(['cluster schools in schools']);
    expect(owners([{ kind: 'each_unit' }], 'administrative')).toEqual([
      'unit ward in wards',
      'unit heir in wards',
    ]);
    expect(owners([named('office')], 'school')).toEqual([]);
  });

  test('a rule for all gives way to one of the same cadence for a kind of cluster', () => {
    const all = ruleFor(null);
    const bound = (...others: TaskRule[]): string[] =>
      ownersOf({ ...task([{ kind: 'cluster_head' }]), rules: [all, ...others] }, all, directory, TODAY).map(
        ({ owner }) => owner.id,
      );

    expect(bound()).toEqual(['wards', 'schools']);
    expect(bound(ruleFor('school'))).toEqual(['wards']);
    expect(bound(ruleFor('school', 'monthly'))).toEqual(['wards', 'schools']);
  });

  test('a council member owes for the cluster followed; words that name nobody give no owner', () => {
    expect(owners([{ kind: 'council_member' }])).toEqual(['council_member councillor in wards']);
    expect(owners([{ kind: 'words' }])).toEqual([]);
  });
});

describe('what a cluster’s group hears of', () => {
  const heard = (
    ownerKind: 'unit' | 'cluster',
    id: string,
    clusterId: string | null,
    coordinators: readonly Party[] = [],
  ) =>
    ['wards', 'schools'].filter((group) =>
      concernsCluster(
        { owner: { kind: ownerKind, id: id as never }, clusterId: clusterId as ClusterId | null },
        task([], coordinators),
        group as ClusterId,
        directory,
        TODAY,
      ),
    );

  test('is what it or a member owes, what a member coordinates, and what an office outside all clusters owes', () => {
    expect(heard('cluster', 'wards', 'wards')).toEqual(['wards']);
    expect(heard('unit', 'school', 'schools')).toEqual(['schools']);
    expect(heard('unit', 'school', 'schools', [named('ward')])).toEqual(['wards', 'schools']);
    expect(heard('unit', 'office', null)).toEqual(['wards', 'schools']);
  });

  test('is never what another cluster owes, even where both coordinate', () => {
    expect(heard('cluster', 'schools', 'schools', [named('ward')])).toEqual(['schools']);
  });
});

test('what several owe of one task for one day is spoken of once, in the order of first appearance', () => {
  const one = (taskId: string, dueOn: string | null, owner: string) => ({
    taskId: taskId as TaskId,
    dueOn: dueOn === null ? null : dateOf(dueOn),
    owner,
  });
  const owed = [
    one('b', '2025-03-29', 'x'),
    one('a', '2025-03-29', 'x'),
    one('b', '2025-03-29', 'y'),
    one('b', '2025-03-30', 'x'),
    one('a', null, 'x'),
  ];
  const groups = byTaskAndDay(owed, { plans: [], tasks: [], movements: [], events: [], pairs: [] });

  expect(
    groups.map(({ taskId, dueOn, obligations }) => [
      taskId,
      dueOn,
      obligations.map(({ owner }) => owner).join(),
    ]),
  ).toEqual([
    ['b', '2025-03-29', 'x,y'],
    ['a', '2025-03-29', 'x'],
    ['b', '2025-03-30', 'x'],
    ['a', null, 'x'],
  ]);
});
