import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  hourStageReached,
  hourStages,
  lineStageOf,
  nextHourStage,
} from '../../../src/core/assignment/hour-stages.ts';
import { calendarsOf } from '../../../src/core/organisation/calendars.ts';
import { defaultSettings } from '../../../src/core/organisation/settings-default.ts';
import { nextOfficeMoment } from '../../../src/core/slot/slots.ts';
import {
  HOUR_MS,
  type Instant,
  instantOf,
  isoInZone,
  MINUTE_MS,
  type Zone,
} from '../../../src/core/time/instant.ts';
import { instant } from '../../support/office.ts';

const settings = defaultSettings('Asia/Ho_Chi_Minh' as Zone, 'vi');
const { work } = calendarsOf(settings);

const stages = (givenAt: Instant, dueAt: Instant, urgent = false) =>
  hourStages({ givenAt, dueAt, urgent }, settings, work);
const shown = (given: string, due: string, urgent = false): string[] =>
  stages(instant(`${given}:00+07:00`), instant(`${due}:00+07:00`), urgent).map(
    ({ code, at }) => `${code} ${isoInZone(at, settings.zone).slice(0, 16)}`,
  );

describe('the short ladder', () => {
  test('speaks at half the time left, two hours before, and at the hour', () => {
    expect(shown('2024-11-11T09:00', '2024-11-13T16:00')).toEqual([
      'half 2024-11-12T12:30',
      'near 2024-11-13T14:00',
      'hour 2024-11-13T16:00',
    ]);
  });

  test('moves back before the office closed where it would speak after hours', () => {
    expect(shown('2024-11-11T16:00', '2024-11-13T08:00')).toEqual([
      'half 2024-11-12T12:00',
      'near 2024-11-12T16:30',
      'hour 2024-11-13T08:00',
    ]);
  });

  test('moves over a weekend', () => {
    expect(shown('2024-11-08T16:40', '2024-11-11T08:30')).toEqual(['hour 2024-11-11T08:30']);
    expect(shown('2024-11-07T09:00', '2024-11-11T09:00')).toEqual([
      'near 2024-11-08T16:30',
      'hour 2024-11-11T09:00',
    ]);
  });

  test('says once what would be said twice within the hour', () => {
    expect(shown('2024-11-11T09:00', '2024-11-11T12:00')).toEqual([
      'half 2024-11-11T10:30',
      'hour 2024-11-11T12:00',
    ]);
  });

  test('waits for the office to open after an hour at night', () => {
    expect(shown('2024-11-11T09:00', '2024-11-11T20:00').at(-1)).toBe('hour 2024-11-12T08:00');
  });

  test('keeps its instants where it is urgent', () => {
    expect(shown('2024-11-11T16:00', '2024-11-12T06:00', true)).toEqual([
      'half 2024-11-11T23:00',
      'near 2024-11-12T04:00',
      'hour 2024-11-12T06:00',
    ]);
  });
});

describe('laws', () => {
  const from = instant('2024-11-04T00:00:00+07:00');
  const minutes = (min: number, max: number) => fc.integer({ min, max }).map((count) => count * MINUTE_MS);
  const given = minutes(0, 60 * 24 * 90).map((ms) => instantOf(from + ms));
  const left = minutes(1, 60 * 24 * 40);

  test('stages rise, lie between giving and the hour, and the hour is never called early', () => {
    fc.assert(
      fc.property(given, left, fc.boolean(), (givenAt, ms, urgent) => {
        const dueAt = instantOf(givenAt + ms);
        const all = stages(givenAt, dueAt, urgent);
        const [last, ...before] = all.toReversed();

        expect(last).toMatchObject({ code: 'hour' });
        expect((last?.at ?? 0) >= dueAt).toBe(true);
        expect(before.every(({ at }) => at > givenAt && at < dueAt)).toBe(true);
        expect(
          before.every(({ at }, index) => index === 0 || (before[index - 1]?.at ?? 0) - at >= HOUR_MS),
        ).toBe(true);
      }),
    );
  });

  test('nothing speaks outside office hours but what is urgent', () => {
    fc.assert(
      fc.property(given, left, (givenAt, ms) => {
        for (const { at } of stages(givenAt, instantOf(givenAt + ms))) {
          expect(nextOfficeMoment(at, settings, work)).toBe(at);
        }
      }),
    );
  });

  test('walked from one stage to the next, each speaks once', () => {
    fc.assert(
      fc.property(given, left, fc.boolean(), (givenAt, ms, urgent) => {
        const all = stages(givenAt, instantOf(givenAt + ms), urgent);
        const walked = [];
        for (let at = nextHourStage(all, givenAt); at !== null; at = nextHourStage(all, at)) {
          walked.push(hourStageReached(all, at));
        }

        expect(walked).toEqual(all);
      }),
    );
  });

  test('an hour that was moved is spoken of anew', () => {
    expect(lineStageOf('near', instantOf(1))).not.toBe(lineStageOf('near', instantOf(2)));
  });
});
