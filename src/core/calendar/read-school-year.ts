import { localDate } from '../time/local-date.ts';
import { type SchoolCalendar, schoolDay } from './school-calendar.ts';

const DAY = /(\d{1,2})[/.-](\d{1,2})(?:[/.-]\d{4})?/g;
/** Any leap year, in which 29/02 is a day. */
const SOME_YEAR = 2024;

/** Four days, `05/9, 17/01, 19/01, 31/5`: the opening, the ends of both semesters and the beginning of the second. */
export function readSchoolYear(text: string): SchoolCalendar | null {
  const days = [...text.matchAll(DAY)].map(([, day, month]) => monthDay(Number(month), Number(day)));
  const [startsOn, semester1EndsOn, semester2StartsOn, endsOn, ...others] = days;
  if (!startsOn || !semester1EndsOn || !semester2StartsOn || !endsOn || others.length > 0) return null;
  const school = { startsOn, semester1EndsOn, semester2StartsOn, endsOn };
  return isSensibleSchoolYear(school) ? school : null;
}

/** Whether the four days follow each other within one school year. */
export function isSensibleSchoolYear(school: SchoolCalendar): boolean {
  const [start, end1, start2, end] = [
    school.startsOn,
    school.semester1EndsOn,
    school.semester2StartsOn,
    school.endsOn,
  ].map((day) => schoolDay(SOME_YEAR, day));
  return [start, end1, start2].every((day, index) => String(day) < String([end1, start2, end][index]));
}

const monthDay = (month: number, day: number): string | null =>
  localDate(SOME_YEAR, month, day)?.slice(5) ?? null;
