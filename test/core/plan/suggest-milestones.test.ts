import { expect, test } from 'vitest';
import type { EventReading } from '../../../src/core/plan/plan-reading.ts';
import { suggestedMilestones } from '../../../src/core/plan/suggest-milestones.ts';
import { dateOf } from '../../../src/core/time/local-date.ts';
import { taskReading } from './task-readings.ts';

const event = (name: string, on: string | null, taskNos: readonly string[] = ['8']): EventReading => ({
  name,
  year: null,
  on: on === null ? null : dateOf(on),
  anniversary: null,
  where: 'table',
  taskNos,
});

const suggested = (today: string, events: readonly EventReading[], row = taskReading({ no: '8' })) =>
  suggestedMilestones({ tasks: [row], events }, dateOf(today)).map(
    ({ daysBefore, on, event: name }) => `${on} = ${name} - ${daysBefore}`,
  );

const FOUNDING = event('Ngày thành lập', '2025-02-03');
const UNIFICATION = event('Ngày Thống nhất', '2025-04-30');

test('days before the next event are suggested, those that are past left out', () => {
  const events = [UNIFICATION, FOUNDING, event('Ngày Quân đội', '2024-12-22')];

  expect(suggested('2024-11-04', [UNIFICATION, FOUNDING])).toEqual([
    '2024-12-05 = Ngày thành lập - 60',
    '2025-01-04 = Ngày thành lập - 30',
  ]);
  expect(suggested('2024-11-04', events)).toEqual(['2024-11-22 = Ngày Quân đội - 30']);
  expect(suggested('2025-01-05', [UNIFICATION, FOUNDING])).toEqual([
    '2025-03-01 = Ngày Thống nhất - 60',
    '2025-03-31 = Ngày Thống nhất - 30',
  ]);
});

test('of two events of one day the first is spoken of', () => {
  expect(suggested('2024-11-04', [FOUNDING, event('Ngày khác', '2025-02-03')])).toHaveLength(2);
});

test('nothing is suggested without a day of an event, for other rows, or where the plan names a day', () => {
  const dated = { kind: 'once', on: dateOf('2025-01-01'), inclusive: true, time: null } as const;

  expect(suggested('2025-05-01', [FOUNDING])).toEqual([]);
  expect(suggested('2024-11-04', [event('Đại hội', null)])).toEqual([]);
  expect(suggested('2024-11-04', [event('Ngày thành lập', '2025-02-03', ['9'])])).toEqual([]);
  expect(
    suggested('2024-11-04', [FOUNDING], taskReading({ no: '8', rules: [{ ...dated, appliesTo: null }] })),
  ).toEqual([]);
});
