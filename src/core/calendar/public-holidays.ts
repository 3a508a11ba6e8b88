import { minuteOfDay } from '../time/instant.ts';
import { addDays, dateOf, type LocalDate, weekdayOf } from '../time/local-date.ts';
import { hungKingsDayOf, tetOf } from './lunar.ts';
import type { WorkCalendar } from './work-calendar.ts';

interface HolidayNotice {
  /** Days off on Monday to Friday, swapped and compensating ones included. */
  readonly off: readonly string[];
  /** Saturdays made up. */
  readonly worked: readonly string[];
}

/** The years whose notices are known (2026: 9441/TB-BNV, 12729/VPCP-KGVX, Resolution 28/2026/QH16). */
const NOTICES: { readonly [year: number]: HolidayNotice } = {
  2024: {
    off: [
      '2024-01-01',
      '2024-02-08',
      '2024-02-09',
      '2024-02-12',
      '2024-02-13',
      '2024-02-14',
      '2024-04-18',
      '2024-04-29',
      '2024-04-30',
      '2024-05-01',
      '2024-09-02',
      '2024-09-03',
    ],
    worked: ['2024-05-04'],
  },
  2025: {
    off: [
      '2025-01-01',
      '2025-01-27',
      '2025-01-28',
      '2025-01-29',
      '2025-01-30',
      '2025-01-31',
      '2025-04-07',
      '2025-04-30',
      '2025-05-01',
      '2025-05-02',
      '2025-09-01',
      '2025-09-02',
    ],
    worked: ['2025-04-26'],
  },
  2026: {
    off: [
      '2026-01-01',
      '2026-01-02',
      '2026-02-16',
      '2026-02-17',
      '2026-02-18',
      '2026-02-19',
      '2026-02-20',
      '2026-04-27',
      '2026-04-30',
      '2026-05-01',
      '2026-08-31',
      '2026-09-01',
      '2026-09-02',
      '2026-11-24',
    ],
    worked: ['2026-01-10', '2026-08-22'],
  },
};

const FIRST_HOLIDAY_YEAR = 2024;
const LAST_HOLIDAY_YEAR = 2030;

/** The default calendar, 2024–2030: notices where they are known, the law's days with compensation after them. */
export function defaultWorkCalendar(): WorkCalendar {
  const years = Array.from(
    { length: LAST_HOLIDAY_YEAR - FIRST_HOLIDAY_YEAR + 1 },
    (_, index) => FIRST_HOLIDAY_YEAR + index,
  );
  return {
    holidays: new Set(years.flatMap(holidaysOf)),
    extraWorkdays: new Set(years.flatMap((year) => (NOTICES[year]?.worked ?? []).map(dateOf))),
    hours: { from: minuteOfDay('08:00'), to: minuteOfDay('17:00') },
  };
}

/** Weekdays off in `year`, rising. */
export function holidaysOf(year: number): LocalDate[] {
  return NOTICES[year]?.off.map(dateOf) ?? withCompensation(legalHolidaysOf(year));
}

/** Counted from the first day of the lunar year. */
const TET_DAYS = [-1, 0, 1, 2, 3];

/** Labour Code art. 112, and 24/11 since 2026. Tết: the eve and four days; National Day: 2/9 and the neighbour that makes the longer rest. */
function legalHolidaysOf(year: number): LocalDate[] {
  const tet = tetOf(year);
  const nationalDay = dateOf(`${year}-09-02`);
  const bridged = [1, 4].includes(weekdayOf(nationalDay));
  return [
    dateOf(`${year}-01-01`),
    ...TET_DAYS.map((offset) => addDays(tet, offset)),
    hungKingsDayOf(year),
    dateOf(`${year}-04-30`),
    dateOf(`${year}-05-01`),
    nationalDay,
    addDays(nationalDay, bridged ? 1 : -1),
    dateOf(`${year}-11-24`),
  ].sort();
}

/** Keeps the weekdays and gives, for each day on a weekend, the next weekday that is not yet free. */
function withCompensation(days: readonly LocalDate[]): LocalDate[] {
  const free = new Set(days.filter((day) => weekdayOf(day) <= 5));
  for (const day of days.filter((day) => weekdayOf(day) > 5)) {
    let next = addDays(day, 1);
    while (weekdayOf(next) > 5 || free.has(next)) next = addDays(next, 1);
    free.add(next);
  }
  return [...free].sort();
}
