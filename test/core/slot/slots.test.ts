import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { isWorkingDay } from '../../../src/core/calendar/work-calendar.ts';
import { calendarsOf } from '../../../src/core/organisation/calendars.ts';
import { defaultSettings } from '../../../src/core/organisation/settings-default.ts';
import {
  nextOfficeMoment,
  nextSlotAfter,
  type Slot,
  type SlotKind,
  slotsBetween,
} from '../../../src/core/slot/slots.ts';
import {
  addMs,
  DAY_MS,
  HOUR_MS,
  type Instant,
  isoInZone,
  localDateAt,
  minuteOfDayAt,
  type Zone,
} from '../../../src/core/time/instant.ts';
import { mondayOf } from '../../../src/core/time/local-date.ts';
import { instant } from '../../support/office.ts';

const zone = 'Asia/Ho_Chi_Minh' as Zone;
const settings = defaultSettings(zone, 'vi');
const { work } = calendarsOf(settings);

const between = (after: Instant, until: Instant) => slotsBetween(after, until, settings, work);
const shown = (slots: readonly Slot[]) =>
  slots.map(({ kind, at }) => `${kind} ${isoInZone(at, zone).slice(0, 16)}`);

// From the Monday of the sample over two Tết holidays.
const start = instant('2024-11-04T00:00:00+07:00');
const moment = fc.integer({ min: 0, max: 500 * 24 * 60 }).map((minutes) => addMs(start, minutes * 60_000));

/** Rising instants, seconds to weeks apart. */
const ticks = fc
  .tuple(
    moment,
    fc.array(fc.oneof(fc.integer({ min: 1, max: 6 * HOUR_MS }), fc.integer({ min: 1, max: 40 * DAY_MS })), {
      minLength: 1,
      maxLength: 12,
    }),
  )
  .map(([first, steps]) =>
    steps.reduce<Instant[]>((all, step) => [...all, addMs(all.at(-1) ?? first, step)], [first]),
  );

/** Every slot, found by walking in steps of half a day, in which no kind comes round twice. */
function walked(after: Instant, until: Instant): Slot[] {
  const found: Slot[] = [];
  for (let at = after; at < until; ) {
    const next = addMs(at, Math.min(12 * HOUR_MS, until - at));
    found.push(...between(at, next));
    at = next;
  }
  return found;
}

const latestOfEach = (slots: readonly Slot[]): Slot[] => {
  const latest = new Map<SlotKind, Slot>();
  for (const slot of slots) latest.set(slot.kind, slot);
  return [...latest.values()].toSorted((one, other) => one.at - other.at || (one.kind < other.kind ? -1 : 1));
};

test('a tick after any absence finds of each kind exactly the latest slot missed', () => {
  fc.assert(
    fc.property(moment, fc.integer({ min: 1, max: 25 * 24 }), (after, hours) => {
      const until = addMs(after, hours * HOUR_MS);
      expect(shown(between(after, until))).toEqual(shown(latestOfEach(walked(after, until))));
    }),
    { numRuns: 60 },
  );
});

test('over any sequence of ticks no slot comes twice, in order and never ahead of its time', () => {
  fc.assert(
    fc.property(ticks, (at) => {
      const found = at.slice(1).flatMap((until, index) => {
        const slots = between(at[index] ?? start, until);
        for (const slot of slots) expect(slot.at > (at[index] ?? start) && slot.at <= until).toBe(true);
        return slots;
      });
      const keys = found.map(({ kind, on }) => `${kind} ${on}`);
      expect(new Set(keys).size).toBe(keys.length);
      expect(found).toEqual(found.toSorted((one, other) => one.at - other.at));
    }),
  );
});

test('on a day off nobody is spoken to but by HỎA TỐC, and a digest comes at most once a week', () => {
  const slots = walked(start, addMs(start, 200 * DAY_MS)).filter(
    ({ kind }) => kind !== 'roll_forward' && kind !== 'urgent_reminders',
  );
  const weeks = slots.filter(({ kind }) => kind === 'digest').map(({ on }) => mondayOf(on));

  expect(slots.length).toBeGreaterThan(130);
  expect(slots.filter(({ on }) => !isWorkingDay(work, on))).toEqual([]);
  expect(new Set(weeks).size).toBe(weeks.length);
});

test('the digest of a Monday that is a holiday comes on Tuesday; Tết week has none', () => {
  // 7 April 2025 is a day off; from 25 January to 2 February 2025 the office is closed.
  const holiday = walked(instant('2025-04-07T00:00:00+07:00'), instant('2025-04-13T23:59:00+07:00'));
  const tet = walked(instant('2025-01-27T00:00:00+07:00'), instant('2025-02-02T23:59:00+07:00'));

  expect(shown(holiday.filter(({ kind }) => kind === 'digest'))).toEqual(['digest 2025-04-08T09:30']);
  expect(new Set(tet.map(({ kind }) => kind))).toEqual(new Set(['roll_forward', 'urgent_reminders']));
});

test('an ordinary Monday: obligations are written ahead, then reminders with the overview, then the digest', () => {
  const slots = between(instant('2024-11-03T23:59:00+07:00'), instant('2024-11-04T12:00:00+07:00'));

  expect(shown(slots)).toEqual([
    'roll_forward 2024-11-04T00:00',
    'overview 2024-11-04T08:30',
    'reminders 2024-11-04T08:30',
    'digest 2024-11-04T09:30',
  ]);
});

test('no slot lies between now and the next one, and the next one is a slot', () => {
  fc.assert(
    fc.property(moment, (now) => {
      const next = nextSlotAfter(now, settings, work);
      expect(next > now).toBe(true);
      expect(between(now, addMs(next, -1))).toEqual([]);
      expect(between(now, next).length).toBeGreaterThan(0);
    }),
    { numRuns: 60 },
  );
});

test('the next office moment is now in office hours, else the next opening', () => {
  fc.assert(
    fc.property(moment, (now) => {
      const at = nextOfficeMoment(now, settings, work);
      const isOpen = (when: Instant) => {
        const minute = minuteOfDayAt(when, zone);
        return (
          isWorkingDay(work, localDateAt(when, zone)) &&
          settings.hours.from <= minute &&
          minute < settings.hours.to
        );
      };
      expect(isOpen(at)).toBe(true);
      expect(isOpen(now) ? at : now).toBe(now);
      expect(isOpen(now) || minuteOfDayAt(at, zone) === settings.hours.from).toBe(true);
      expect(nextOfficeMoment(at, settings, work)).toBe(at);
    }),
  );
});

test.each([
  ['2024-11-04T07:55:00+07:00', '2024-11-04T08:00:00+07:00'],
  ['2024-11-04T16:59:59+07:00', '2024-11-04T16:59:59+07:00'],
  ['2024-11-04T17:00:00+07:00', '2024-11-05T08:00:00+07:00'],
  ['2024-11-08T18:00:00+07:00', '2024-11-11T08:00:00+07:00'],
  ['2025-01-24T17:00:00+07:00', '2025-02-03T08:00:00+07:00'],
])('what falls due at %s is said at %s', (now, said) => {
  expect(isoInZone(nextOfficeMoment(instant(now), settings, work), zone)).toBe(said);
});
