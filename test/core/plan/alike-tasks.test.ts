import { expect, test } from 'vitest';
import type { DeadlineRule, MonthDay } from '../../../src/core/deadline/rule.ts';
import type { PlanId, TaskId, UnitId } from '../../../src/core/id.ts';
import { alikeTasks } from '../../../src/core/plan/alike-tasks.ts';
import {
  type Plan,
  type PlanBook,
  pairOf,
  type RuleId,
  type Task,
} from '../../../src/core/plan/plan-book.ts';
import { dateOf } from '../../../src/core/time/local-date.ts';
import { secondsOfWork } from '../../support/seconds-of-work.ts';

const TODAY = dateOf('2024-11-04');
const dated = { inclusive: false, time: null, appliesTo: null };
const yearly = (by: string): DeadlineRule => ({
  kind: 'yearly',
  by: by as MonthDay,
  yearOffset: 0,
  ...dated,
});
const once = (on: string): DeadlineRule => ({ kind: 'once', on: dateOf(on), ...dated });
const monthly: DeadlineRule = { kind: 'monthly', day: 25, fromDay: null, anchor: 'same_month', ...dated };

const planOf = (id: string, from: number, to: number): Plan => ({
  id: id as PlanId,
  number: id,
  issuer: '',
  issuedOn: dateOf(`${from}-01-02`),
  title: '',
  periodFrom: dateOf(`${from}-01-01`),
  periodTo: dateOf(`${to}-12-31`),
});

const task = (
  plan: string,
  no: string,
  title: string,
  { lead = 'office', rule = yearly('12-20') }: { lead?: string; rule?: DeadlineRule } = {},
): Task => ({
  id: `${plan}-${no}` as TaskId,
  planId: plan as PlanId,
  no,
  parentId: null,
  section: null,
  title,
  deadlineWords: JSON.stringify(rule),
  parties: [{ part: 'lead', party: { kind: 'unit', unitId: lead as UnitId }, words: lead }],
  rules: [{ id: `${plan}-${no}` as RuleId, rule, appliesTo: null, words: '' }],
  withdrawnOn: null,
});

const REPORT = 'Báo cáo tổng kết công tác thi đua, khen thưởng năm';
const NEARLY = 'Báo cáo tổng kết công tác thi đua, khen thưởng hằng năm của quận';
const PLANS = [planOf('A', 2021, 2025), planOf('B', 2024, 2024)];

const book = (tasks: Task[], some: Partial<PlanBook> = {}): PlanBook => ({
  plans: PLANS,
  tasks,
  movements: [],
  events: [],
  pairs: [],
  ...some,
});
const found = (one: PlanBook) =>
  alikeTasks(one, TODAY).map(({ earlier, later }) => `${earlier.id} ${later.id}`);

test('rows of two plans alike in title and lead are one duty perhaps, those with the same days first', () => {
  const tasks = [
    task('A', '1', REPORT),
    task('A', '2', 'Ký kết giao ước thi đua giữa các đơn vị trong cụm', { rule: yearly('03-30') }),
    task('B', '1', 'Ký kết giao ước thi đua giữa các đơn vị trong cụm', { rule: once('2024-04-15') }),
    task('B', '2', NEARLY, { rule: once('2024-12-20') }),
  ];

  expect(found(book(tasks))).toEqual(['A-1 B-2', 'A-2 B-1']);
});

test.each([
  ['another lead', task('B', '1', REPORT, { lead: 'school' })],
  ['another title', task('B', '1', 'Tập huấn nghiệp vụ cho cán bộ các phường')],
  ['another pace', task('B', '1', REPORT, { rule: monthly })],
  [
    'a title that is not near enough, on another day',
    task('B', '1', 'Báo cáo tổng kết thi đua năm học', { rule: once('2024-06-01') }),
  ],
  ['a row withdrawn', { ...task('B', '1', REPORT), withdrawnOn: TODAY }],
])('%s is no duty of the other plan', (_, other) => {
  expect(found(book([task('A', '1', REPORT), other]))).toEqual([]);
});

test('plans whose years do not touch, or that have run out, ask nothing', () => {
  const tasks = [task('A', '1', REPORT), task('B', '1', REPORT)];

  expect(found(book(tasks, { plans: [planOf('A', 2021, 2025), planOf('B', 2026, 2030)] }))).toEqual([]);
  expect(found(book(tasks, { plans: [planOf('A', 2021, 2023), planOf('B', 2021, 2023)] }))).toEqual([]);
});

test('the same row twice in one plan is asked about; one that says it to another lead is not', () => {
  const tasks = [
    task('A', '11', REPORT),
    task('A', '12', REPORT, { lead: 'school' }),
    task('A', '20', REPORT),
  ];

  expect(found(book(tasks))).toEqual(['A-11 A-20']);
});

test('what was decided, of the two or of others of their duties, is not asked again', () => {
  const tasks = [task('A', '11', REPORT), task('A', '20', REPORT), task('B', '1', REPORT)];
  const [eleven, twenty, one] = ['A-11', 'A-20', 'B-1'] as TaskId[] as [TaskId, TaskId, TaskId];
  const joined = pairOf(eleven, twenty, true);

  expect(found(book(tasks, { pairs: [joined] }))).toHaveLength(1);
  expect(found(book(tasks, { pairs: [joined, pairOf(one, eleven, true)] }))).toEqual([]);
  expect(found(book(tasks, { pairs: [joined, pairOf(twenty, one, false)] }))).toEqual([]);
});

test('five thousand rows in each of two plans are gone through in a moment', () => {
  const rows = (plan: string) =>
    Array.from({ length: 5_000 }, (_, at) =>
      task(plan, String(at), `Nhiệm vụ ${at} về thi đua số ${at * 7} của khối ${at % 50}`),
    );
  const large = book([...rows('A'), ...rows('B')]);
  const before = process.cpuUsage();

  expect(alikeTasks(large, TODAY).length).toBeGreaterThan(4_900);
  expect(secondsOfWork(before)).toBeLessThan(5);
});

test('words that a title says twice part it from no other', () => {
  const doubled =
    'Tổ chức tổng kết, bình xét đề nghị khen thưởng đề nghị khen thưởng các Cụm thi đua thuộc quận hằng năm';
  const short = 'Tổng kết Cụm thi đua, bình xét, đề nghị khen thưởng';

  expect(found(book([task('A', '6', doubled), task('B', '7', short, { rule: once('2024-12-20') })]))).toEqual(
    ['A-6 B-7'],
  );
});
