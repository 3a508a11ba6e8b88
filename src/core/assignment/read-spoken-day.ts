import type { NamedDay } from '../deadline/named-day.ts';
import type { LocalDate } from '../time/local-date.ts';
import { dueAtoms } from './due-atom.ts';
import { dueGroups } from './due-group.ts';
import { foldInPlace } from './fold-in-place.ts';
import { datesOf, hourOf } from './read-due-time.ts';

/**
 * The one day, perhaps with an hour, that words such as “mai”, “thứ Sáu tuần sau” or “8h30 sáng mai” name from today;
 * null where they give a date, say anything else, or leave something open.
 */
export function readSpokenDay(said: string, today: LocalDate): NamedDay | null {
  const text = foldInPlace(said);
  const [group, ...others] = dueGroups(text, dueAtoms(text, said));
  if (group === undefined || others.length > 0 || group.bound === 'from') return null;
  if (group.atoms.some(({ kind }) => kind === 'date')) return null;
  if (/\w/.test(text.slice(0, group.from) + text.slice(group.to))) return null;
  const dates = datesOf(group.atoms, today);
  const hour = hourOf(group.atoms) ?? { times: [null], isSure: true };
  if (dates === 'impossible' || hour === 'impossible' || !dates.isSure || !hour.isSure) return null;
  const [on] = dates.days;
  const [time = null] = hour.times;
  return on === undefined
    ? null
    : { kind: 'once', on, inclusive: group.bound !== 'before', time, appliesTo: null };
}
