import { array, assert, constantFrom, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { diffPlans, type TaskChange } from '../../../src/core/plan/diff-plans.ts';
import { RULES } from '../../storage/contract/plans.ts';
import { taskReading } from './task-readings.ts';

const one = taskReading({
  no: '1',
  title: 'Ký kết giao ước thi đua',
  deadlineText: 'Trước ngày 30/3 hằng năm',
});
const two = taskReading({
  no: '2',
  title: 'Sơ kết sáu tháng đầu năm',
  deadlineText: 'Trước ngày 30/7 hằng năm',
});
const three = taskReading({
  no: '3',
  title: 'Tổng kết công tác năm',
  deadlineText: 'Trước ngày 31/12 hằng năm',
});
const plan = { tasks: [one, two, three] };

const turnedRound = <One extends object>(one: One): One =>
  JSON.parse(
    JSON.stringify(one, (_, part: unknown) =>
      typeof part === 'object' && part !== null && !Array.isArray(part)
        ? Object.fromEntries(Object.entries(part).toReversed())
        : part,
    ),
  ) as One;

const summary = (changes: readonly TaskChange[]): string[] =>
  changes.map((change) => {
    const before = 'before' in change ? change.before.no : '-';
    const after = 'after' in change ? change.after.no : '-';
    return `${before} ${change.kind} ${after}${change.kind === 'changed' ? ` ${change.aspects.join()}` : ''}`;
  });

describe('an amended plan', () => {
  test('that says the same changes nothing', () => {
    expect(summary(diffPlans(plan, structuredClone(plan)))).toEqual(['1 same 1', '2 same 2', '3 same 3']);
  });

  test('that says the same in another order of fields changes nothing', () => {
    const ruled = { tasks: plan.tasks.map((task) => ({ ...task, rules: RULES })) };
    const turned = { tasks: ruled.tasks.map((task) => turnedRound(task)) };

    expect(summary(diffPlans(ruled, turned))).toEqual(['1 same 1', '2 same 2', '3 same 3']);
  });

  test('moves a day and leaves the task what it was', () => {
    const amended = { tasks: [one, { ...two, deadlineText: 'Trước ngày 15/7 hằng năm' }, three] };

    expect(summary(diffPlans(plan, amended))).toEqual(['1 same 1', '2 changed 2 deadline', '3 same 3']);
  });

  test('keeps tasks together with their titles when a new row shifts the numbers', () => {
    const tasks = [
      taskReading({ no: '1', title: 'Kiện toàn Hội đồng' }),
      ...plan.tasks.map((task, at) => ({ ...task, no: String(at + 2) })),
    ];

    expect(summary(diffPlans(plan, { tasks }))).toEqual([
      '- added 1',
      '1 changed 2 no',
      '2 changed 3 no',
      '3 changed 4 no',
    ]);
  });

  test('knows a reworded row again by its words under another number', () => {
    const tasks = [
      taskReading({ no: '7', title: 'Tổng kết công tác của năm' }),
      taskReading({ no: '8', title: 'Tổng kết công tác năm qua' }),
      taskReading({ no: '9', title: 'Sơ kết sáu tháng cuối năm' }),
    ];

    expect(summary(diffPlans(plan, { tasks }))).toEqual([
      '3 changed 7 no,title,deadline',
      '- added 8',
      '2 changed 9 no,title,deadline',
      '1 withdrawn -',
    ]);
  });

  test('takes a reworded row with the same number for the same task, an unlike one for another', () => {
    const tasks = [
      taskReading({ ...one, lead: 'Phòng Nội vụ', title: 'Tổ chức ký kết giao ước thi đua năm' }),
      taskReading({ no: '2', title: 'Mua sắm thiết bị' }),
    ];

    expect(summary(diffPlans(plan, { tasks }))).toEqual([
      '1 changed 1 title',
      '- added 2',
      '2 withdrawn -',
      '3 withdrawn -',
    ]);
  });
});

test('every task before and after stands in exactly one change', () => {
  const title = constantFrom('Ký giao ước', 'Ký giao ước thi đua', 'Sơ kết', 'Tổng kết năm', 'Tổng kết');
  const tasks = array(title, { maxLength: 8 }).map((titles) =>
    titles.map((words, at) => taskReading({ no: String(at + 1), title: words })),
  );
  assert(
    property(tasks, tasks, (before, after) => {
      const changes = diffPlans({ tasks: before }, { tasks: after });

      expect(changes.flatMap((change) => ('before' in change ? [change.before] : [])).sort(byNo)).toEqual(
        [...before].sort(byNo),
      );
      expect(changes.flatMap((change) => ('after' in change ? [change.after] : []))).toEqual(after);
    }),
  );
});

const byNo = (a: { no: string }, b: { no: string }): number => Number(a.no) - Number(b.no);
