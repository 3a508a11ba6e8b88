import { readNamedDay } from '../../core/day/read-named-day.ts';
import type { UnitId } from '../../core/id.ts';
import type { Unit } from '../../core/organisation/unit.ts';
import { unitsMeant } from '../../core/plan/unit-names.ts';
import { addDays, type LocalDate, parseLocalDate } from '../../core/time/local-date.ts';
import type { EndingInput, EndingMove, EndingScene, EndingStep } from './ending.ts';

/** How a unit comes to its end, as a pure step function: its last day, who comes after it. */
export interface EndForm {
  readonly lastOn: LocalDate | null;
  readonly successors: readonly UnitId[];
  /** Names of units that begin in its place. */
  readonly founded: readonly string[];
}

type EndMove = EndingMove<EndForm>;

export const EMPTY_END: EndForm = { lastOn: null, successors: [], founded: [] };

/** A unit that is to end in a year is not ended now; one that ended long ago is not news. */
const FARTHEST_DAYS = 400;
const LONGEST_NAME = 120;

export function stepEnd(
  step: EndingStep,
  form: EndForm,
  input: EndingInput,
  { today, offered, known }: EndingScene<Unit>,
): EndMove {
  const { kind, value } = input;
  if (kind === 'choice' && value === 'cancel') return { kind: 'cancel' };
  switch (step) {
    case 'day': {
      const lastOn = lastDayOf(input, today);
      return lastOn === null ? { kind: 'unfit' } : { kind: 'ask', step: 'heirs', form: { ...form, lastOn } };
    }
    case 'heirs':
      return kind === 'choice' ? stepHeirs(form, value, offered) : nameHeir(form, value, known);
    case 'check':
      if (kind !== 'choice') return { kind: 'unfit' };
      return value === 'yes' ? { kind: 'finish', form } : { kind: 'ask', step: 'heirs', form };
  }
}

function stepHeirs(form: EndForm, value: string, offered: readonly Unit[]): EndMove {
  if (value === 'go-on') return { kind: 'ask', step: 'check', form };
  const place = /^u-(\d{1,3})$/.exec(value)?.[1];
  const unit = place === undefined ? undefined : offered[Number(place)];
  return unit === undefined
    ? { kind: 'unfit' }
    : { kind: 'ask', step: 'heirs', form: { ...form, successors: toggled(form.successors, unit.id) } };
}

/** The unit that is called so, or a new one; said again, it is taken back. */
function nameHeir(form: EndForm, typed: string, known: readonly Unit[]): EndMove {
  const name = tidyName(typed);
  if (name === null) return { kind: 'unfit' };
  const [unit, ...others] = unitsMeant(known, name);
  if (others.length > 0) return { kind: 'unfit' };
  const next =
    unit === undefined
      ? { ...form, founded: toggled(form.founded, name) }
      : { ...form, successors: toggled(form.successors, unit.id) };
  return { kind: 'ask', step: 'heirs', form: next };
}

/** A name fit for a unit; null for anything else. */
export function tidyName(typed: string): string | null {
  const name = typed.normalize('NFC').replace(/\s+/g, ' ').trim();
  return /\p{L}/u.test(name) && Array.from(name).length <= LONGEST_NAME ? name : null;
}

const toggled = <Item>(list: readonly Item[], item: Item): Item[] =>
  list.includes(item) ? list.filter((one) => one !== item) : [...list, item];

/** The last day that was pressed or typed, where it is near enough to be meant. */
export function lastDayOf({ kind, value }: EndingInput, today: LocalDate): LocalDate | null {
  const lastOn =
    kind === 'choice' ? parseLocalDate(value.replace(/^on-/, '')) : (readNamedDay(value, today)?.on ?? null);
  const isNear =
    lastOn !== null && lastOn >= addDays(today, -FARTHEST_DAYS) && lastOn <= addDays(today, FARTHEST_DAYS);
  return isNear ? lastOn : null;
}
