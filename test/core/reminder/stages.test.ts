import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { defaultWorkCalendar } from '../../../src/core/calendar/public-holidays.ts';
import {
  addWorkingDays,
  isWorkingDay,
  previousWorkingDay,
} from '../../../src/core/calendar/work-calendar.ts';
import { lastWord, nextStageAfter, stageReached, stagesOf } from '../../../src/core/reminder/stages.ts';
import { addDays, dateOf, daysBetween } from '../../../src/core/time/local-date.ts';

const calendar = defaultWorkCalendar();
const start = dateOf('2024-06-01');

const day = fc.integer({ min: 0, max: 1200 }).map((count) => addDays(start, count));
const days = fc
  .tuple(day, fc.constantFrom(1, 2))
  .map(([dueOn, grace]) => ({ dueOn, overdueFrom: addDays(dueOn, grace) }));
const counts = fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { maxLength: 5 });
const ladder = fc.record({ before: counts, after: counts });

test('stages rise day by day, one a day, each on a working day', () => {
  fc.assert(
    fc.property(days, ladder, (one, steps) => {
      const stages = stagesOf(one, steps, calendar);
      stages.forEach((stage, index) => {
        expect(isWorkingDay(calendar, stage.on)).toBe(true);
        expect(stage.on > (stages[index - 1]?.on ?? '')).toBe(true);
      });
    }),
  );
});

test('what comes before speaks on or before the last safe day, what comes after only when overdue', () => {
  fc.assert(
    fc.property(days, ladder, (one, steps) => {
      for (const { code, on } of stagesOf(one, steps, calendar)) {
        const isBefore = code === 'due' || code.startsWith('before');
        expect(isBefore ? on <= one.dueOn : on > one.overdueFrom).toBe(true);
      }
    }),
  );
});

test('a stage moves back to the working day before and never further', () => {
  fc.assert(
    fc.property(days, ladder, (one, steps) => {
      const stages = stagesOf(one, steps, calendar).filter(
        ({ code }) => code === 'due' || code.startsWith('before'),
      );
      for (const { code, on } of stages) {
        const count = code === 'due' ? 0 : Number(code.split('-')[1]);
        expect(on).toBe(previousWorkingDay(calendar, addDays(one.dueOn, -count)));
      }
    }),
  );
});

test('where two stages meet on one day the later one speaks: of those before, the due day is never lost', () => {
  fc.assert(
    fc.property(days, ladder, (one, steps) => {
      const stages = stagesOf(one, steps, calendar);
      const due = previousWorkingDay(calendar, one.dueOn);
      expect(stages.find(({ on }) => on === due)?.code).toBe('due');
      const said = new Set(stages.map(({ on }) => on));
      for (const count of steps.before) {
        expect(said).toContain(previousWorkingDay(calendar, addDays(one.dueOn, -count)));
      }
    }),
  );
});

test('the next stage after today is the first that is not reached yet', () => {
  fc.assert(
    fc.property(days, ladder, day, (one, steps, today) => {
      const stages = stagesOf(one, steps, calendar);
      const next = nextStageAfter(stages, today);
      const reached = stageReached(stages, today);
      expect(next === null || next > today).toBe(true);
      expect(reached === null || reached.on <= today).toBe(true);
      const skipped = stages.filter(
        ({ on }) => (reached === null || on > reached.on) && (next === null || on < next),
      );
      expect(skipped).toEqual([]);
    }),
  );
});

test('a deadline on Saturday 29 March 2025 is spoken of on working days', () => {
  const one = { dueOn: dateOf('2025-03-29'), overdueFrom: dateOf('2025-03-31') };

  const stages = stagesOf(one, { before: [14, 3], after: [1, 3, 7] }, calendar);

  // 7 April 2025 is a day off (Hùng Kings).
  expect(stages).toEqual([
    { code: 'before-14', on: '2025-03-14' },
    { code: 'before-3', on: '2025-03-26' },
    { code: 'due', on: '2025-03-28' },
    { code: 'after-1', on: '2025-04-01' },
    { code: 'after-3', on: '2025-04-03' },
    { code: 'after-7', on: '2025-04-10' },
    { code: 'handed', on: '2025-04-11' },
  ]);
});

test('a deadline within Tết is spoken of on the last working day before it', () => {
  const one = { dueOn: dateOf('2025-01-31'), overdueFrom: dateOf('2025-02-01') };

  const stages = stagesOf(one, { before: [14, 3], after: [1] }, calendar);

  expect(stages).toEqual([
    { code: 'before-14', on: '2025-01-17' },
    { code: 'due', on: '2025-01-24' },
    // Monday 3 February is the first working day after Tết.
    { code: 'after-1', on: '2025-02-05' },
    { code: 'handed', on: '2025-02-06' },
  ]);
  expect(daysBetween(dateOf('2025-01-24'), one.dueOn)).toBe(7);
});

test('a standing task is never spoken of', () => {
  expect(stagesOf({ dueOn: null, overdueFrom: null }, { before: [14], after: [1] }, calendar)).toEqual([]);
});

test('after the last word comes the secretariat, a working day later, and after Tết both wait for the third working day', () => {
  fc.assert(
    fc.property(days, ladder, (one, steps) => {
      const stages = stagesOf(one, steps, calendar);
      const handed = stages.find(({ code }) => code === 'handed');
      const last = stages.findLast(({ code }) => code.startsWith('after'));
      expect(handed === undefined).toBe(steps.after.length === 0);
      expect(last?.code ?? null).toBe(lastWord(steps));
      if (handed === undefined || last === undefined) return;
      expect(handed.on).toBe(addWorkingDays(calendar, last.on, 1));
      // Tết 2025: at work again on 3 February; 2026: on 23 February.
      const tooSoon = ['2025-02-03', '2025-02-04', '2026-02-23', '2026-02-24'];
      expect(stages.filter(({ code, on }) => code.startsWith('after') && tooSoon.includes(on))).toEqual([]);
    }),
  );
});

test('the stages of one day under one ladder are worked out once, of another calendar anew', () => {
  const one = { dueOn: dateOf('2025-03-29'), overdueFrom: dateOf('2025-03-31') };
  const steps = { before: [3], after: [1] };
  const closed = { ...calendar, holidays: new Set([...calendar.holidays, dateOf('2025-03-28')]) };

  expect(stagesOf({ ...one }, steps, calendar)).toBe(stagesOf(one, steps, calendar));
  expect(stagesOf(one, steps, closed)).not.toEqual(stagesOf(one, steps, calendar));
});
