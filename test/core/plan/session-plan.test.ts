import { expect, test } from 'vitest';
import type { Id, PlanId, TaskId } from '../../../src/core/id.ts';
import type { Plan, PlanBook, Task } from '../../../src/core/plan/plan-book.ts';
import { sessionPlan } from '../../../src/core/plan/session-plan.ts';
import { dateOf } from '../../../src/core/time/local-date.ts';

const plan = (number: string, from: string, to: string, issuedOn: string): Plan => ({
  id: number as PlanId,
  number,
  issuer: '',
  issuedOn: dateOf(issuedOn),
  title: '',
  periodFrom: dateOf(from),
  periodTo: dateOf(to),
});

/** What a plan asks of council members, of one kind of cluster or of all. */
const asking = (planId: string, appliesTo: string | null): Task => ({
  id: `${planId} task` as TaskId,
  planId: planId as PlanId,
  no: '1',
  parentId: null,
  section: null,
  title: 'Làm việc với Cụm',
  deadlineWords: 'Hằng quý',
  parties: [{ part: 'lead', party: { kind: 'council_member' }, words: 'Thành viên Hội đồng' }],
  rules: [
    {
      id: `${planId} rule` as Id<'rule'>,
      rule: { kind: 'frequency', times: 1, per: 'quarter', appliesTo: null },
      appliesTo,
      words: 'Hằng quý',
    },
  ],
  withdrawnOn: null,
});

const OLD = plan('29', '2021-01-01', '2025-12-31', '2021-02-01');
const NEW = plan('31', '2024-01-01', '2028-12-31', '2024-03-01');
const NEXT = plan('40', '2026-01-01', '2030-12-31', '2025-11-01');
const book = (...tasks: Task[]): PlanBook => ({
  plans: [OLD, NEW, NEXT],
  tasks,
  movements: [],
  events: [],
  pairs: [],
});
const WARDS = { kind: 'administrative' };

test('of the plans in force that day the latest issued', () => {
  expect(sessionPlan(book(), WARDS, dateOf('2023-06-01'))).toBe(OLD);
  expect(sessionPlan(book(), WARDS, dateOf('2024-11-04'))).toBe(NEW);
  expect(sessionPlan(book(), WARDS, dateOf('2026-03-01'))).toBe(NEXT);
  expect(sessionPlan(book(), WARDS, dateOf('2020-03-01'))).toBeNull();
});

test('a plan of many years before one of a campaign, though this was issued later', () => {
  const campaign = plan('51', '2024-11-01', '2024-12-31', '2024-11-01');

  expect(sessionPlan({ ...book(), plans: [OLD, campaign] }, WARDS, dateOf('2024-11-04'))).toBe(OLD);
});

test('one that asks council members for something with that kind of cluster before the others', () => {
  const day = dateOf('2024-11-04');

  expect(sessionPlan(book(asking('29', null)), WARDS, day)).toBe(OLD);
  expect(sessionPlan(book(asking('29', 'administrative')), WARDS, day)).toBe(OLD);
  expect(sessionPlan(book(asking('29', 'school')), WARDS, day)).toBe(NEW);
  expect(sessionPlan(book({ ...asking('29', null), withdrawnOn: day }), WARDS, day)).toBe(NEW);
  expect(sessionPlan(book(asking('29', null)), WARDS, dateOf('2026-03-01'))).toBe(NEXT);
});
