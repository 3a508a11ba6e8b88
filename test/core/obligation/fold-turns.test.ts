import { array, assert, constantFrom, integer, property, record } from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { TaskId, UnitId } from '../../../src/core/id.ts';
import { foldTurns } from '../../../src/core/obligation/fold-turns.ts';
import type { WantedObligation } from '../../../src/core/obligation/obligation.ts';
import { obligationId } from '../../../src/core/obligation/obligation-id.ts';
import type { RuleId } from '../../../src/core/plan/plan-book.ts';
import { addDays, dateOf } from '../../../src/core/time/local-date.ts';

const turn = (
  task: string,
  day: string | null,
  { owner = 'ward', key, rule = 'r' }: { owner?: string; key?: string; rule?: string } = {},
): WantedObligation => {
  const dueOn = day === null ? null : dateOf(day);
  return {
    taskId: task as TaskId,
    ruleId: `${task}-${rule}` as RuleId,
    periodKey: key ?? (day ?? '2025').slice(0, 4),
    owner: { kind: 'unit', id: owner as UnitId },
    clusterId: null,
    words: '',
    exclusive: true,
    namedOn: dueOn === null ? null : addDays(dueOn, 1),
    dueOn,
    dueMinute: null,
    overdueFrom: dueOn,
  };
};

const KIN = ['a', 'b', 'c'] as TaskId[];
const always = () => true;

/** What is owed after all, as task and day. */
const owed = (turns: readonly WantedObligation[], mayStand: (one: WantedObligation) => boolean = always) => {
  const folds = foldTurns(turns, KIN, mayStand);
  return turns.filter((one) => !folds.has(obligationId(one))).map((one) => `${one.taskId} ${one.dueOn}`);
};

describe('of the turns of one duty', () => {
  test('that whose day comes first stands', () => {
    expect(owed([turn('a', '2025-12-19'), turn('b', '2025-12-14')])).toEqual(['b 2025-12-14']);
  });

  test('the earlier row stands where the days are the same', () => {
    expect(owed([turn('b', '2025-12-19'), turn('a', '2025-12-19')])).toEqual(['a 2025-12-19']);
  });

  test('one that has a day stands for one that has none', () => {
    expect(owed([turn('a', null), turn('b', '2025-12-19')])).toEqual(['b 2025-12-19']);
  });

  test('a day that comes once is the turn of its year', () => {
    expect(owed([turn('a', '2025-12-19'), turn('b', '2025-12-19', { key: 'once' })])).toEqual([
      'a 2025-12-19',
    ]);
    expect(owed([turn('a', '2024-12-19'), turn('b', '2025-12-19', { key: 'once' })])).toHaveLength(2);
  });

  test('a day that comes once is the turn of its school year where the other turns with that', () => {
    const school = turn('a', '2025-01-29', { key: '2024-2025' });
    expect(owed([school, turn('b', '2025-01-29', { key: 'once' })])).toEqual(['a 2025-01-29']);
  });

  test('each owner owes by itself, and who leads one of them alone is not forgotten', () => {
    const turns = [
      turn('a', '2025-12-19'),
      turn('b', '2025-12-14'),
      turn('b', '2025-12-14', { owner: 'school' }),
    ];
    expect(owed(turns)).toEqual(['b 2025-12-14', 'b 2025-12-14']);
  });

  test('the first of a year answers to the first, the second to the second', () => {
    const turns = [
      turn('a', '2025-06-14'),
      turn('a', '2025-12-14', { rule: 's' }),
      turn('b', '2025-06-20'),
      turn('b', '2025-12-10', { rule: 's' }),
    ];
    expect(owed(turns)).toEqual(['a 2025-06-14', 'b 2025-12-10']);
  });

  test('what may not stand for others leaves them their own', () => {
    const turns = [turn('a', '2025-12-14'), turn('b', '2025-12-19')];
    expect(owed(turns, ({ taskId }) => taskId !== 'a')).toEqual(['b 2025-12-19']);
    expect(owed(turns, () => false)).toHaveLength(2);
  });
});

test('whatever the turns: what stands is owed, of the same owner, and no owner and day is lost', () => {
  const some = record({
    task: constantFrom('a', 'b', 'c'),
    owner: constantFrom('ward', 'school'),
    month: integer({ min: 1, max: 12 }),
    key: constantFrom('2025', 'once', '2025-Q1'),
  });
  assert(
    property(array(some, { maxLength: 14 }), (list) => {
      const turns = list.map(({ task, owner, month, key }, at) =>
        turn(task, `2025-${String(month).padStart(2, '0')}-10`, { owner, key, rule: String(at) }),
      );
      const folds = foldTurns(turns, KIN, always);
      const byId = new Map(turns.map((one) => [obligationId(one), one]));
      for (const [folded, standing] of folds) {
        const [one, other] = [byId.get(folded), byId.get(standing)];
        expect(folds.has(standing)).toBe(false);
        expect(other?.owner).toEqual(one?.owner);
        expect(other?.taskId).not.toBe(one?.taskId);
        expect((other?.dueOn ?? '') <= (one?.dueOn ?? '')).toBe(true);
      }
      // Nothing of a lone task is folded.
      for (const task of KIN) {
        const alone = turns.filter(({ taskId }) => taskId === task);
        expect(foldTurns(alone, KIN, always).size).toBe(0);
      }
    }),
  );
});
