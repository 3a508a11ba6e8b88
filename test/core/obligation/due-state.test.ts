import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { daysOverdue, dueState, isDoneLate, liesIn } from '../../../src/core/obligation/due-state.ts';
import { addDays, dateOf, type LocalDate } from '../../../src/core/time/local-date.ts';
import { isOpen, WORK_STATES } from '../../../src/core/work/work-state.ts';

const start = dateOf('2024-01-01');
const day = fc.integer({ min: 0, max: 1500 }).map((count) => addDays(start, count));

/** "Trước ngày X" and inclusive wordings, read leniently or strictly: what occurrences can give. */
const days = fc.tuple(day, fc.boolean(), fc.boolean()).map(([namedOn, exclusive, strict]) => ({
  namedOn,
  dueOn: exclusive ? addDays(namedOn, -1) : namedOn,
  overdueFrom: exclusive && strict ? namedOn : addDays(namedOn, 1),
}));

const standing = { dueOn: null, namedOn: null, overdueFrom: null };
const before30March = {
  namedOn: dateOf('2025-03-30'),
  dueOn: dateOf('2025-03-29'),
  overdueFrom: dateOf('2025-03-31'),
};

describe('"trước ngày 30/3" read leniently', () => {
  test.each([
    ['2025-03-14', 'in_time', 0],
    ['2025-03-15', 'due_soon', 0],
    ['2025-03-28', 'due_soon', 0],
    ['2025-03-29', 'due_today', 0],
    ['2025-03-30', 'grace', 0],
    ['2025-03-31', 'overdue', 1],
    ['2025-04-02', 'overdue', 3],
  ])('on %s it is %s, %i days late', (today, state, late) => {
    const open = { ...before30March, state: 'not_started' as const };

    expect(dueState(open, dateOf(today))).toBe(state);
    expect(daysOverdue(open, dateOf(today))).toBe(late);
  });

  test('is done on time on the day named, late from the day after', () => {
    expect(isDoneLate({ ...before30March, doneOn: dateOf('2025-03-30') })).toBe(false);
    expect(isDoneLate({ ...before30March, doneOn: dateOf('2025-03-31') })).toBe(true);
    expect(isDoneLate({ ...before30March, doneOn: null })).toBe(false);
  });
});

test('closed and standing work has no time to run out', () => {
  fc.assert(
    fc.property(days, day, fc.constantFrom(...WORK_STATES), (one, today, state) => {
      expect(dueState({ ...one, state }, today) === 'none').toBe(!isOpen(state));
      expect(dueState({ ...standing, state }, today)).toBe('none');
      expect(daysOverdue({ ...standing, state }, today)).toBe(0);
    }),
  );
});

test('the states of an open obligation follow one another and never go back', () => {
  const order = ['in_time', 'due_soon', 'due_today', 'grace', 'overdue'];
  fc.assert(
    fc.property(days, day, fc.integer({ min: 1, max: 60 }), (one, today, later) => {
      const at = (on: LocalDate) => order.indexOf(dueState({ ...one, state: 'in_progress' }, on));
      expect(at(today)).toBeGreaterThanOrEqual(0);
      expect(at(addDays(today, later))).toBeGreaterThanOrEqual(at(today));
    }),
  );
});

test('"quá hạn N ngày" means today = overdueFrom + N − 1', () => {
  fc.assert(
    fc.property(days, fc.integer({ min: 1, max: 400 }), (one, count) => {
      const open = { ...one, state: 'blocked' as const };
      expect(daysOverdue(open, addDays(one.overdueFrom, count - 1))).toBe(count);
      expect(daysOverdue(open, addDays(one.overdueFrom, -count))).toBe(0);
    }),
  );
});

test('an obligation lies in a range when any day from dueOn to the day named does', () => {
  fc.assert(
    fc.property(days, day, fc.nat(90), (one, from, length) => {
      const to = addDays(from, length);
      const own = [one.dueOn, one.namedOn].filter((on) => from <= on && on <= to);
      expect(liesIn(one, from, to)).toBe(own.length > 0);
      expect(liesIn(standing, from, to)).toBe(false);
    }),
  );
});

test('every obligation lies in some month, and in the month of its last safe day', () => {
  expect(liesIn(before30March, dateOf('2025-03-01'), dateOf('2025-03-29'))).toBe(true);
  expect(liesIn(before30March, dateOf('2025-03-30'), dateOf('2025-03-31'))).toBe(true);
  expect(liesIn(before30March, dateOf('2025-03-31'), dateOf('2025-04-30'))).toBe(false);
});
