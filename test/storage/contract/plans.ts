import { describe, expect, test } from 'vitest';
import type { DeadlineRule, MonthDay } from '../../../src/core/deadline/rule.ts';
import { pairOf, type Task } from '../../../src/core/plan/plan-book.ts';
import { dateOf } from '../../../src/core/time/local-date.ts';
import type { Database } from '../../../src/storage/open-database.ts';
import { aPlan, aTask, aUnit, newId } from './rows.ts';

const dated = { inclusive: false, time: null, appliesTo: 'school' };
const monthDay = (text: string) => text as MonthDay;

/** One of each kind. */
export const RULES: readonly DeadlineRule[] = [
  { kind: 'once', on: dateOf('2024-12-20'), ...dated, time: '17:00' },
  { kind: 'range', from: null, to: dateOf('2024-12-20'), ...dated },
  { kind: 'yearly', by: monthDay('12-20'), yearOffset: 1, ...dated },
  { kind: 'yearly_range', from: monthDay('02-01'), to: monthDay('02-29'), ...dated },
  { kind: 'yearly_month', months: [5, 11], ...dated },
  { kind: 'yearly_quarter', quarters: [1, 4], ...dated },
  { kind: 'half_yearly', by: [monthDay('06-15'), monthDay('12-15')], ...dated },
  { kind: 'quarterly', day: 'last', anchor: 'last_month_of_quarter', ...dated },
  { kind: 'monthly', day: 25, fromDay: null, anchor: 'same_month', ...dated },
  {
    kind: 'monthly',
    day: { weekday: 5, nth: 'last' },
    fromDay: null,
    anchor: 'same_month',
    months: [6, 12],
    ...dated,
  },
  { kind: 'week_of_month', week: 'last', months: null, anchor: 'next_month', ...dated },
  { kind: 'weekly', weekday: 5, ...dated },
  { kind: 'yearly_lunar', by: monthDay('01-01'), ...dated },
  { kind: 'school_year', part: 'end', schoolYear: null, ...dated },
  {
    kind: 'relative',
    amount: 5,
    unit: 'working_day',
    direction: 'after',
    anchor: 'quarter_end',
    minimum: false,
    ...dated,
  },
  { kind: 'year_long', appliesTo: null },
  { kind: 'period', from: null, to: dateOf('2025-12-31'), appliesTo: null },
  { kind: 'ongoing', appliesTo: null },
  { kind: 'cadence', every: ['quarter', 'year'], appliesTo: null },
  { kind: 'frequency', times: 2, per: 'school_year', appliesTo: null },
  { kind: 'dependent', on: 'khi có hướng dẫn', immediate: true, appliesTo: null },
  {
    kind: 'periodic',
    day: 25,
    anchor: 'last_month_of_reporting_period',
    inclusive: true,
    appliesTo: null,
  },
  { kind: 'same_as_above', appliesTo: null },
  { kind: 'reporting_window', text: 'từ 15/11', appliesTo: null },
  { kind: 'start', text: 'từ năm 2024', appliesTo: null },
  { kind: 'vision', text: 'đến 2030', appliesTo: null },
  { kind: 'status', text: 'đã xong', appliesTo: null },
  { kind: 'none', appliesTo: null },
];

export function planContract(database: () => Database): void {
  const book = () => database().unitOfWork.read.plans.book();
  const saveTask = (task: Task) => database().unitOfWork.run((tx) => tx.plans.saveTask(task));

  describe('plans', () => {
    test('a unit of work reads the plans once after each of its changes', async () => {
      const [task, another] = [aTask(), aTask()];

      await database().unitOfWork.run(async ({ plans }) => {
        await plans.saveTask(task);
        const after = await plans.book();
        expect(await plans.book()).toBe(after);

        await plans.saveTasks([{ ...task, title: 'Khác' }, another]);
        const { tasks } = await plans.book();
        expect(tasks.find(({ id }) => id === task.id)?.title).toBe('Khác');
        expect(tasks.some(({ id }) => id === another.id)).toBe(true);
      });
    });

    test('a plan reads back with its tasks, movements and events', async () => {
      const plan = aPlan();
      const task = aTask({ planId: plan.id });
      const part = aTask({ planId: plan.id, parentId: task.id, no: '6.1', section: 'II' });
      const movement = {
        id: newId<'movement'>(),
        planId: plan.id,
        taskId: task.id,
        name: 'Chung tay vì người nghèo',
        origin: null,
        leadWords: 'Ban Thường trực',
        periodWords: '2021–2025',
      };
      const event = {
        id: newId<'event'>(),
        planId: plan.id,
        name: 'Ngày truyền thống',
        year: 2024,
        on: dateOf('2024-05-07'),
        baseYear: 1954,
        statedCount: 70,
      };

      await database().unitOfWork.run(async ({ plans }) => {
        await plans.savePlan(plan);
        await plans.saveTask(task);
        await plans.saveTask(part);
        await plans.saveMovement(movement);
        await plans.saveEvent(event);
      });
      const saved = await book();

      expect(saved.plans).toContainEqual(plan);
      expect(saved.tasks).toEqual(expect.arrayContaining([task, part]));
      expect(saved.movements).toContainEqual(movement);
      expect(saved.events).toContainEqual(event);
    });

    test('parties and a rule of each kind read back as they were', async () => {
      const unit = aUnit();
      const task = aTask({
        parties: [
          { part: 'lead', party: { kind: 'unit', unitId: unit.id }, words: 'Phòng Nội vụ' },
          { part: 'lead', party: { kind: 'each_unit' }, words: 'các đơn vị' },
          { part: 'coordinator', party: { kind: 'words' }, words: 'Đoàn thể' },
        ],
        rules: RULES.map((rule) => ({ id: newId(), rule, appliesTo: null, words: '“…”' })),
      });

      await saveTask(task);

      expect((await book()).tasks.find(({ id }) => id === task.id)).toEqual(task);
    });

    test('a task saved again keeps its id and its place', async () => {
      const [first, second] = [aTask({ title: 'first' }), aTask({ title: 'second' })];
      await saveTask(first);
      await saveTask(second);

      await saveTask({ ...first, no: '9.10', title: 'amended', withdrawnOn: dateOf('2024-11-04') });
      const titles = (await book()).tasks
        .filter(({ id }) => id === first.id || id === second.id)
        .map(({ title }) => title);

      expect(titles).toEqual(['amended', 'second']);
    });

    test('what was decided of two tasks is kept once, the last word holding; saving a task does not touch it', async () => {
      const [first, second] = [aTask({ title: 'one' }), aTask({ title: 'other' })];
      await saveTask(first);
      await saveTask(second);
      const save = (isSame: boolean) =>
        database().unitOfWork.run((tx) => tx.plans.savePair(pairOf(second.id, first.id, isSame)));

      await save(true);
      await save(false);
      await saveTask({ ...first, title: 'amended' });
      const pairs = (await book()).pairs.filter(({ one, other }) => [one, other].includes(first.id));

      expect(pairs).toEqual([pairOf(first.id, second.id, false)]);
    });

    test('the book is the same object until something is written', async () => {
      const before = await book();
      const same = await book();
      await saveTask(aTask());

      expect(same).toBe(before);
      expect(await book()).not.toBe(before);
    });
  });
}
