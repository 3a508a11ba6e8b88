import { dateOf, dayOf, type LocalDate, monthOf, yearOf } from '../time/local-date.ts';
import { clusterOf, type Directory } from './directory.ts';
import { calendarOf } from './rotation.ts';
import type { Unit } from './unit.ts';

const AUGUST = 8;
/** Asked at the beginning of the month, and once more in its second half. */
const AGAIN_FROM_DAY = 16;

/** The first day of the round of asking that a day lies in; null but in August. */
export function contactRoundOf(on: LocalDate): LocalDate | null {
  if (monthOf(on) !== AUGUST) return null;
  return dateOf(`${yearOf(on)}-08-${dayOf(on) < AGAIN_FROM_DAY ? '01' : AGAIN_FROM_DAY}`);
}

/** The schools of which nobody has said, since August of that year began, who their people are. */
export function unitsToConfirm(directory: Directory, on: LocalDate): Unit[] {
  return directory.units.filter((unit) => {
    const cluster = clusterOf(directory, unit.id, on);
    const isSchool = cluster !== null && calendarOf(directory, cluster) === 'school_year';
    return isSchool && (unit.confirmedOn ?? '') < `${yearOf(on)}-08-01`;
  });
}
