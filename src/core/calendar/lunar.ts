import { addDays, dateOf, daysBetween, type LocalDate, yearOf } from '../time/local-date.ts';

// Hồ Ngọc Đức, "Computing the Vietnamese lunar calendar" (after Jean Meeus), for the meridian of UTC+7.

interface LunarDate {
  readonly year: number;
  /** 1–12. */
  readonly month: number;
  /** 1–30. */
  readonly day: number;
  readonly leap: boolean;
}

const ZONE_DAYS = 7 / 24;
const SYNODIC_MONTH = 29.530588853;
const EPOCH = dateOf('1970-01-01');
const EPOCH_JULIAN_DAY = 2_440_588;
/** Julian day of the new moon of 1900-01-01, the first that the series counts. */
const NEW_MOON_OF_1900 = 2_415_021.076998695;

/** The lunar day of a calendar day. Valid for 1800–2199. */
export function lunarOf(date: LocalDate): LunarDate {
  const julian = julianDay(date);
  const near = Math.floor((julian - NEW_MOON_OF_1900) / SYNODIC_MONTH);
  // The mean month drifts by hours from the true one: the day may lie in the month before or after.
  const monthStart =
    [near + 1, near, near - 1].map(newMoon).find((start) => start <= julian) ?? newMoon(near - 1);
  const ownEleventh = eleventhMonth(yearOf(date));
  const begun = ownEleventh < monthStart + 1;
  const from = begun ? ownEleventh : eleventhMonth(yearOf(date) - 1);
  const to = begun ? eleventhMonth(yearOf(date) + 1) : ownEleventh;
  const passed = Math.floor((monthStart - from) / 29);
  const leapAt = to - from > 365 ? leapOffset(from) : null;
  const shifted = leapAt !== null && passed >= leapAt ? passed + 10 : passed + 11;
  const month = shifted > 12 ? shifted - 12 : shifted;
  const base = begun ? yearOf(date) + 1 : yearOf(date);
  return {
    year: month >= 11 && passed < 4 ? base - 1 : base,
    month,
    day: julian - monthStart + 1,
    leap: leapAt !== null && passed === leapAt,
  };
}

/** The calendar day of a day (1–30) of an ordinary lunar month; day 30 of a short month is its 29th. Valid for 1800–2199. */
export function solarOf(lunarYear: number, month: number, day: number): LocalDate {
  const from = month < 11 ? eleventhMonth(lunarYear - 1) : eleventhMonth(lunarYear);
  const to = month < 11 ? eleventhMonth(lunarYear) : eleventhMonth(lunarYear + 1);
  const plain = month < 11 ? month + 1 : month - 11;
  const leapAt = to - from > 365 ? leapOffset(from) : null;
  const offset = leapAt !== null && plain >= leapAt ? plain + 1 : plain;
  const moon = Math.floor(0.5 + (from - NEW_MOON_OF_1900) / SYNODIC_MONTH);
  const start = newMoon(moon + offset);
  const length = newMoon(moon + offset + 1) - start;
  return fromJulianDay(start + Math.min(day, length) - 1);
}

const tets = new Map<number, LocalDate>();

/** The first day of the lunar year that begins in the Gregorian `year`; asked for every stage of every obligation. */
export function tetOf(year: number): LocalDate {
  const tet = tets.get(year) ?? solarOf(year, 1, 1);
  tets.set(year, tet);
  return tet;
}

/** Giỗ Tổ Hùng Vương, 10/3 of the lunar year. */
export const hungKingsDayOf = (year: number): LocalDate => solarOf(year, 3, 10);

function julianDay(date: LocalDate): number {
  return daysBetween(EPOCH, date) + EPOCH_JULIAN_DAY;
}

function fromJulianDay(julian: number): LocalDate {
  return addDays(EPOCH, julian - EPOCH_JULIAN_DAY);
}

/** First day of the lunar month that holds the winter solstice of `year`. */
function eleventhMonth(year: number): number {
  const moon = Math.floor((julianDay(dateOf(`${year}-12-31`)) - 2_415_021) / SYNODIC_MONTH);
  const start = newMoon(moon);
  return solarSector(start) >= 9 ? newMoon(moon - 1) : start;
}

/** Which month after an eleventh one is the leap month: the first without a principal solar term. */
function leapOffset(eleventh: number): number {
  const moon = Math.floor((eleventh - NEW_MOON_OF_1900) / SYNODIC_MONTH + 0.5);
  for (let offset = 1; offset < 14; offset++) {
    if (solarSector(newMoon(moon + offset)) === solarSector(newMoon(moon + offset + 1))) return offset;
  }
  return 13;
}

/** Julian day, at UTC+7, of the `k`th new moon after that of 1900-01-01. */
function newMoon(k: number): number {
  const t = k / 1236.85;
  const t2 = t * t;
  const t3 = t2 * t;
  const mean =
    2_415_020.75933 +
    29.53058868 * k +
    0.0001178 * t2 -
    0.000000155 * t3 +
    0.00033 * sine(166.56 + 132.87 * t - 0.009173 * t2);
  const sun = 359.2242 + 29.10535608 * k - 0.0000333 * t2 - 0.00000347 * t3;
  const moon = 306.0253 + 385.81691806 * k + 0.0107306 * t2 + 0.00001236 * t3;
  const node = 21.2964 + 390.67050646 * k - 0.0016528 * t2 - 0.00000239 * t3;
  const correction =
    (0.1734 - 0.000393 * t) * sine(sun) +
    0.0021 * sine(2 * sun) -
    0.4068 * sine(moon) +
    0.0161 * sine(2 * moon) -
    0.0004 * sine(3 * moon) +
    0.0104 * sine(2 * node) -
    0.0051 * sine(sun + moon) -
    0.0074 * sine(sun - moon) +
    0.0004 * sine(2 * node + sun) -
    0.0004 * sine(2 * node - sun) -
    0.0006 * sine(2 * node + moon) +
    0.001 * sine(2 * node - moon) +
    0.0005 * sine(2 * moon + sun);
  const deltaT =
    t < -11
      ? 0.001 + 0.000839 * t + 0.0002261 * t2 - 0.00000845 * t3 - 0.000000081 * t * t3
      : -0.000278 + 0.000265 * t + 0.000262 * t2;
  return Math.floor(mean + correction - deltaT + 0.5 + ZONE_DAYS);
}

/** The sun's place at the midnight (UTC+7) that begins the day, in twelfths of the ecliptic from the spring equinox. */
function solarSector(julian: number): number {
  const t = (julian - 0.5 - ZONE_DAYS - 2_451_545) / 36_525;
  const anomaly = 357.5291 + 35_999.0503 * t - 0.0001559 * t * t - 0.00000048 * t * t * t;
  const mean = 280.46645 + 36_000.76983 * t + 0.0003032 * t * t;
  const centre =
    (1.9146 - 0.004817 * t - 0.000014 * t * t) * sine(anomaly) +
    (0.019993 - 0.000101 * t) * sine(2 * anomaly) +
    0.00029 * sine(3 * anomaly);
  const longitude = (((mean + centre) % 360) + 360) % 360;
  return Math.floor(longitude / 30);
}

function sine(degrees: number): number {
  return Math.sin((degrees * Math.PI) / 180);
}
