import { dueAtoms } from '../assignment/due-atom.ts';
import { dueGroups } from '../assignment/due-group.ts';
import { foldInPlace } from '../assignment/fold-in-place.ts';
import { datesOf, hourOf } from '../assignment/read-due-time.ts';
import type { NamedDay } from '../deadline/named-day.ts';
import type { LocalDate } from '../time/local-date.ts';
import { isCourtesy } from './courtesy.ts';

/** An hour that touches the day: `10h12/12`. */
const TOUCHING = /(\d\s*(?:h|g|giờ))(?=\d{1,2}\s*[/.-]\s*\d)/giu;

/**
 * The one day, perhaps with an hour, that an answer names from today: “mai”, “thứ Sáu tuần sau”, “8h30 15/11”. Null
 * where it says anything else, or leaves something open; `impossible` where no calendar or
 * clock has it.
 */
export function readSpokenDay(answer: string, today: LocalDate): NamedDay | 'impossible' | null {
  const said = answer.normalize('NFC').replace(TOUCHING, '$1 ');
  const text = foldInPlace(said);
  const [group, ...others] = dueGroups(text, dueAtoms(text, said));
  if (group === undefined || others.length > 0 || group.bound === 'from') return null;
  if (!isCourtesy(`${text.slice(0, group.from)} ${text.slice(group.to)}`)) return null;
  const dates = datesOf(group.atoms, today);
  const hour = hourOf(group.atoms) ?? { times: [null], isSure: true };
  if (dates === 'impossible' || hour === 'impossible') return 'impossible';
  if (!dates.isSure || !hour.isSure) return null;
  const [on] = dates.days;
  const [time = null] = hour.times;
  return on === undefined
    ? null
    : { kind: 'once', on, inclusive: group.bound !== 'before', time, appliesTo: null };
}
