import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  hourStageReached,
  hourStages,
  hourStagesAfter,
  lineStageOf,
  nextHourStage,
} from '../../../src/core/assignment/hour-stages.ts';
import { calendarsOf } from '../../../src/core/organisation/calendars.ts';
import { type LadderScope, withLadder } from '../../../src/core/organisation/ladder.ts';
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

const stages = (givenAt: Instant, dueAt: Instant, urgent = false, within = settings) =>
  hourStages({ givenAt, dueAt, urgent, clusterId: null }, within, work);
const shown = (given: string, due: string, urgent = false): string[] =>
  stages(instant(`${given}:00+07:00`), instant(`${due}:00+07:00`), urgent).map(
    ({ code, at }) => `${code} ${isoInZone(at, settings.zone).slice(0, 16)}`,
  );

describe('the short ladder', () => {
  test('speaks at half the time left, two hours before, and at the hour', () => {
    expect(shown('2024-11-11T09:00', '2024-11-13T16:00')).toEqual([
      'half 2024-11-12T12:30',
      'near-2 2024-11-13T14:00',
      'hour 2024-11-13T16:00',
    ]);
  });

  test('moves back before the office closed where it would speak after hours', () => {
    expect(shown('2024-11-11T16:00', '2024-11-13T08:00')).toEqual([
      'half 2024-11-12T12:00',
      'near-2 2024-11-12T16:30',
      'hour 2024-11-13T08:00',
    ]);
  });

  test('moves over a weekend', () => {
    expect(shown('2024-11-08T16:40', '2024-11-11T08:30')).toEqual(['hour 2024-11-11T08:30']);
    expect(shown('2024-11-07T09:00', '2024-11-11T09:00')).toEqual([
      'near-2 2024-11-08T16:30',
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

  test('keeps its instants where it is urgent, save the half, for which nobody is woken', () => {
    expect(shown('2024-11-11T16:00', '2024-11-12T06:00', true)).toEqual([
      'half 2024-11-11T16:30',
      'near-2 2024-11-12T04:00',
      'hour 2024-11-12T06:00',
    ]);
  });
});

describe('the hours that the office chose', () => {
  const chosen = (hours: number[], scope: LadderScope = { kind: 'office' }) =>
    stages(
      instant('2024-11-13T08:00:00+07:00'),
      instant('2024-11-13T16:00:00+07:00'),
      false,
      withLadder(settings, scope, 'hour', { ...settings.ladders.hour, hours }),
    ).map(({ code, at }) => `${code} ${isoInZone(at, settings.zone).slice(11, 16)}`);

  test('take the place of two', () => {
    expect(chosen([4, 1])).toEqual(['near-4 12:00', 'near-1 15:00', 'hour 16:00']);
    expect(chosen([1], { kind: 'work', work: 'given' })).toEqual([
      'half 12:00',
      'near-1 15:00',
      'hour 16:00',
    ]);
    expect(chosen([1], { kind: 'work', work: 'document' })).toEqual([
      'half 12:00',
      'near-2 14:00',
      'hour 16:00',
    ]);
  });

  test('may be none: the hour alone speaks', () => {
    expect(chosen([])).toEqual(['hour 16:00']);
  });

  test('speak of a plan’s task after the morning', () => {
    const due = instant('2024-11-13T16:00:00+07:00');
    const morning = instant('2024-11-13T08:30:00+07:00');

    expect(hourStagesAfter(morning, due, [4, 2], settings, work).map(({ code }) => code)).toEqual([
      'near-4',
      'near-2',
      'hour',
    ]);
    expect(hourStagesAfter(morning, due, [], settings, work).map(({ code }) => code)).toEqual(['hour']);
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

  test('nothing speaks outside office hours but what is urgent and near its hour', () => {
    fc.assert(
      fc.property(given, left, fc.boolean(), (givenAt, ms, urgent) => {
        const inHours = stages(givenAt, instantOf(givenAt + ms), urgent).filter(
          ({ code }) => !urgent || code === 'half',
        );

        expect(inHours.map(({ at }) => nextOfficeMoment(at, settings, work))).toEqual(
          inHours.map(({ at }) => at),
        );
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
    expect(lineStageOf('near-2', instantOf(1))).not.toBe(lineStageOf('near-2', instantOf(2)));
  });
});
