import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  instantAt,
  instantOf,
  isoInZone,
  localDateAt,
  type MinuteOfDay,
  minuteOfDay,
  minuteOfDayAt,
  parseInstant,
  parseZone,
  type Zone,
} from '../../../src/core/time/instant.ts';

const HA_NOI = 'Asia/Ho_Chi_Minh' as Zone;

// From 2000 on: in 1975 the zone's offset changed.
test('an instant and its day and minute in a zone lead to each other', () => {
  fc.assert(
    fc.property(fc.integer({ min: 16_000_000, max: 66_000_000 }), (minutes) => {
      const at = instantOf(minutes * 60_000);
      expect(instantAt(localDateAt(at, HA_NOI), minuteOfDayAt(at, HA_NOI), HA_NOI)).toBe(at);
    }),
  );
});

test('midnight in Hà Nội is the day before in UTC', () => {
  const at = instantAt('2024-11-05' as ReturnType<typeof localDateAt>, 0 as MinuteOfDay, HA_NOI);

  expect(new Date(at).toISOString()).toBe('2024-11-04T17:00:00.000Z');
  expect(localDateAt(at, HA_NOI)).toBe('2024-11-05');
  expect(isoInZone(at, HA_NOI)).toBe('2024-11-05T00:00:00+07:00');
});

test('the same moment is another day in another zone, in whatever order they are asked for', () => {
  const at = instantOf(Date.parse('2024-11-04T18:00:00Z'));
  const honolulu = 'Pacific/Honolulu' as Zone;

  expect([HA_NOI, honolulu, HA_NOI].map((zone) => localDateAt(at, zone))).toEqual([
    '2024-11-05',
    '2024-11-04',
    '2024-11-05',
  ]);
});

test('days that follow each other, before and behind, are each told by their first and last moment', () => {
  const moments = [
    '2024-11-05T00:00',
    '2024-11-04T23:59:59.999',
    '2024-11-05T23:59:59.999',
    '2024-11-06T00:00',
  ];

  const days = moments.map((moment) => localDateAt(instantOf(Date.parse(`${moment}+07:00`)), HA_NOI));

  expect(days).toEqual(['2024-11-05', '2024-11-04', '2024-11-05', '2024-11-06']);
});

test('what is no instant, zone or time of day is refused', () => {
  expect(parseInstant('2024-11-04T08:00:00')).toBeNull();
  expect(parseInstant('yesterday')).toBeNull();
  expect(parseInstant('2024-11-04T08:00:00+07:00')).toBe(Date.parse('2024-11-04T01:00:00Z'));
  expect(parseZone('Asia/Ha_Noi')).toBeNull();
  expect(parseZone('Asia/Ho_Chi_Minh')).not.toBeNull();
  expect(() => minuteOfDay('24:00')).toThrow(RangeError);
  expect(minuteOfDay('09:30')).toBe(570);
});
