import { expect, test } from 'vitest';
import type { Id, PlanId, TaskId, UnitId } from '../../../src/core/id.ts';
import { diffPlans } from '../../../src/core/plan/diff-plans.ts';
import type { PlanBook, Task } from '../../../src/core/plan/plan-book.ts';
import { readingOfPlan } from '../../../src/core/plan/reading-of-plan.ts';
import { dateOf } from '../../../src/core/time/local-date.ts';
import { taskReading } from './task-readings.ts';

const planId = 'plan' as PlanId;

const task = (some: Partial<Task> & { no: string }): Task => ({
  id: `task-${some.no}` as TaskId,
  planId,
  parentId: null,
  section: null,
  title: 'Ký giao ước thi đua',
  deadlineWords: 'Hằng năm',
  parties: [{ part: 'lead', party: { kind: 'unit', unitId: 'PNV' as UnitId }, words: 'Phòng Nội vụ' }],
  rules: [
    {
      id: 'rule' as Id<'rule'>,
      rule: { kind: 'year_long', appliesTo: null },
      appliesTo: null,
      words: 'Hằng năm',
    },
  ],
  withdrawnOn: null,
  ...some,
});

const book: PlanBook = {
  plans: [
    {
      id: planId,
      number: '29/KH-UBND',
      issuer: 'UBND quận Ba Đình',
      issuedOn: dateOf('2021-01-22'),
      title: 'Kế hoạch',
      periodFrom: dateOf('2021-01-01'),
      periodTo: dateOf('2025-12-31'),
    },
  ],
  tasks: [
    task({ no: '1' }),
    task({ no: '1.1', parentId: 'task-1' as TaskId, title: 'Sơ kết' }),
    task({ no: '2', withdrawnOn: dateOf('2023-01-01') }),
    task({ no: '3', planId: null }),
  ],
  movements: [],
  events: [],
  pairs: [],
};

test('a stored plan reads as its document did, without what was withdrawn or stands outside it', () => {
  const reading = readingOfPlan(book, planId);

  expect(reading?.head).toMatchObject({ number: '29/KH-UBND', period: { from: 2021, to: 2025 } });
  expect(reading?.tasks.map(({ no, parentNo }) => [no, parentNo])).toEqual([
    ['1', null],
    ['1.1', '1'],
  ]);
});

test('a stored plan held against the document it came from shows no difference', () => {
  const rules = [{ kind: 'year_long', appliesTo: null }] as const;
  const document = [
    taskReading({ no: '1', title: 'Ký giao ước thi đua', deadlineText: 'Hằng năm', rules }),
    taskReading({ no: '1.1', title: 'Sơ kết', deadlineText: 'Hằng năm', rules }),
  ];

  const changes = diffPlans(readingOfPlan(book, planId) ?? { tasks: [] }, { tasks: document });

  expect(changes.map(({ kind }) => kind)).toEqual(['same', 'same']);
});

test('a plan that nobody stored has no reading', () => {
  expect(readingOfPlan(book, 'other' as PlanId)).toBeNull();
});
