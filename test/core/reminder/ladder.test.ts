import { describe, expect, test } from 'vitest';
import type { ClusterId, PlanId } from '../../../src/core/id.ts';
import { type Ladder, type LadderRule, withLadder } from '../../../src/core/organisation/ladder.ts';
import { defaultSettings } from '../../../src/core/organisation/settings-default.ts';
import type { PlanBook, Task } from '../../../src/core/plan/plan-book.ts';
import { type Climbing, ladderOf } from '../../../src/core/reminder/ladder-of.ts';
import { minuteOfDay, type Zone } from '../../../src/core/time/instant.ts';

const PLAN = '00000000-0000-7000-8000-0000000000a1' as PlanId;
const CLUSTER = '00000000-0000-7000-8000-0000000000c1' as ClusterId;
const TASK: Task = {
  id: '00000000-0000-7000-8000-0000000000b1' as Task['id'],
  planId: PLAN,
  no: '6',
  parentId: null,
  section: null,
  title: 'Tổ chức Hội nghị tổng kết',
  deadlineWords: '',
  parties: [],
  rules: [],
  withdrawnOn: null,
};
const BOOK: PlanBook = { plans: [], tasks: [TASK], movements: [], events: [], pairs: [] };

test('what is owed by the hour and by the month has a ladder of its own', () => {
  const settings = defaultSettings('Asia/Ho_Chi_Minh' as Zone, 'vi');
  const { ladders } = settings;
  const of = { taskId: TASK.id, clusterId: null };
  const hour = { ...of, dueMinute: minuteOfDay('15:00'), periodKey: '2025' };
  const month = { ...of, dueMinute: null, periodKey: '2025-03' };
  const quarter = { ...of, dueMinute: null, periodKey: '2025-Q1' };

  expect([hour, month, quarter].map((one) => ladderOf(one, { settings, book: BOOK }))).toEqual([
    ladders.hour,
    ladders.monthly,
    ladders.usual,
  ]);
  expect(new Set(Object.values(ladders)).size).toBe(3);
});

const stagesBefore = (count: number): Ladder => ({ before: [count], after: [1], hours: [] });
const RULES: readonly LadderRule[] = [
  { scope: { kind: 'plan', id: PLAN }, of: 'usual', ladder: stagesBefore(40) },
  { scope: { kind: 'work', work: 'conference' }, of: 'usual', ladder: stagesBefore(30) },
  { scope: { kind: 'cluster', id: CLUSTER }, of: 'usual', ladder: stagesBefore(20) },
];

describe('of several ladders that fit', () => {
  const { ladders } = defaultSettings('Asia/Ho_Chi_Minh' as Zone, 'vi');
  const climbed = (rules: readonly LadderRule[], change: Partial<Climbing> = {}) =>
    ladderOf(
      { taskId: TASK.id, clusterId: CLUSTER, dueMinute: null, periodKey: '2024', ...change },
      { settings: { ladders, ladderRules: rules }, book: BOOK },
    );

  test.each([
    ['cluster', RULES, 20],
    ['kind of work', RULES.slice(0, 2), 30],
    ['plan', RULES.slice(0, 1), 40],
  ] as const)('the %s’s is climbed, however they are ordered', (_, rules, count) => {
    expect(climbed(rules)).toEqual(stagesBefore(count));
    expect(climbed([...rules].reverse())).toEqual(stagesBefore(count));
  });

  test('those for others leave the usual one', () => {
    const rule = { of: 'usual', ladder: stagesBefore(40) } as const;
    const others: readonly LadderRule[] = [
      { ...rule, scope: { kind: 'plan', id: `${PLAN.slice(0, -1)}2` as PlanId } },
      { ...rule, scope: { kind: 'work', work: 'document' } },
      { ...rule, scope: { kind: 'cluster', id: `${CLUSTER.slice(0, -1)}2` as ClusterId } },
      { ...rule, scope: { kind: 'cluster', id: CLUSTER }, of: 'monthly' },
    ];

    expect(climbed(others)).toBe(ladders.usual);
    expect(climbed(RULES, { dueMinute: minuteOfDay('15:00') })).toBe(ladders.hour);
    expect(climbed(RULES, { periodKey: '2025-03' })).toBe(ladders.monthly);
  });

  test('a month and an hour are climbed by the rules for them', () => {
    const rules: readonly LadderRule[] = [
      ...RULES,
      { scope: { kind: 'work', work: 'conference' }, of: 'monthly', ladder: stagesBefore(5) },
      { scope: { kind: 'plan', id: PLAN }, of: 'hour', ladder: stagesBefore(6) },
    ];

    expect(climbed(rules, { periodKey: '2025-03' })).toEqual(stagesBefore(5));
    expect(climbed(rules, { dueMinute: minuteOfDay('15:00') })).toEqual(stagesBefore(6));
    expect(climbed(rules)).toEqual(stagesBefore(20));
  });

  test('a scope has one ladder of a name, the one chosen last, or none', () => {
    const scope = { kind: 'work', work: 'conference' } as const;
    const settings = { ladders, ladderRules: RULES };
    const changed = withLadder(
      withLadder(withLadder(settings, scope, 'usual', stagesBefore(5)), scope, 'usual', stagesBefore(6)),
      scope,
      'hour',
      stagesBefore(7),
    );

    expect(changed.ladderRules).toHaveLength(4);
    expect(climbed(changed.ladderRules.slice(2))).toEqual(stagesBefore(6));
    expect(withLadder(changed, scope, 'usual', null).ladderRules).toHaveLength(3);
  });

  test('the office’s own is replaced, and is what it was at first again', () => {
    const changed = withLadder(
      { ladders, ladderRules: RULES },
      { kind: 'office' },
      'monthly',
      stagesBefore(9),
    );

    expect(changed).toEqual({ ladders: { ...ladders, monthly: stagesBefore(9) }, ladderRules: RULES });
    expect(withLadder(changed, { kind: 'office' }, 'monthly', null).ladders).toEqual(ladders);
  });
});
