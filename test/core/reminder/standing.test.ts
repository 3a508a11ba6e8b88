import { expect, test } from 'vitest';
import { calendarsOf } from '../../../src/core/organisation/calendars.ts';
import { defaultSettings } from '../../../src/core/organisation/settings-default.ts';
import { isStillAsked, standingStages } from '../../../src/core/reminder/standing.ts';
import { instantAt, minuteOfDay, type Zone } from '../../../src/core/time/instant.ts';
import { dateOf } from '../../../src/core/time/local-date.ts';
import type { WorkState } from '../../../src/core/work/work-state.ts';

const zone = 'Asia/Ho_Chi_Minh' as Zone;
const { work } = calendarsOf(defaultSettings(zone, 'vi'));

test('a task of a year without a day has four stages, each on a working day a week before its quarter ends', () => {
  expect(standingStages({ periodKey: '2024' }, work)).toEqual([
    { code: 'quarter-2024-Q1', on: '2024-03-22' },
    { code: 'quarter-2024-Q2', on: '2024-06-21' },
    { code: 'quarter-2024-Q3', on: '2024-09-23' },
    { code: 'quarter-2024-Q4', on: '2024-12-24' },
  ]);
});

test.each([
  ['nobody has told of it', 'not_started', '2024-11-04', 'quarter-2024-Q4', true],
  ['it was told of in the quarter before', 'in_progress', '2024-09-30', 'quarter-2024-Q4', true],
  ['it was told of in this one', 'in_progress', '2024-10-01', 'quarter-2024-Q4', false],
  ['the quarter that it asks about has passed', 'not_started', '2024-11-04', 'quarter-2024-Q3', false],
  ['somebody asked to hear it again', 'not_started', '2024-11-04', 'again-2024-12-25', true],
] as const)('where %s', (_, state: WorkState, told, stage, isAsked) => {
  const changedAt = instantAt(dateOf(told), minuteOfDay('09:00'), zone);

  expect(isStillAsked({ dueOn: null, state, changedAt }, stage, dateOf('2024-12-24'), zone)).toBe(isAsked);
  expect(
    isStillAsked({ dueOn: dateOf('2024-12-19'), state, changedAt }, stage, dateOf('2024-12-24'), zone),
  ).toBe(true);
});
