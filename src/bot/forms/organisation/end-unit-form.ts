import { readNamedDay } from '../../../core/day/read-named-day.ts';
import type { UnitId } from '../../../core/id.ts';
import type { Unit } from '../../../core/organisation/unit.ts';
import { unitsMeant } from '../../../core/organisation/unit-names.ts';
import { addDays, type LocalDate, parseLocalDate } from '../../../core/time/local-date.ts';
import type { EndingInput, EndingMove, EndingScene, EndingStep } from './ending-form.ts';

/** How a unit comes to its end, as a pure step function: its last day, who comes after it. */
export interface EndUnitForm {
  readonly lastOn: LocalDate | null;
  readonly successors: readonly UnitId[];
  /** Names of units that begin in its place. */
  readonly founded: readonly string[];
  /** What ends with it, on the same day and for the same successors. */
  readonly also: readonly UnitId[];
}

/** Before the end is confirmed, what else ends with it. */
export type EndUnitStep = EndingStep | 'others';

type EndUnitMove = EndingMove<EndUnitForm, EndUnitStep>;

export const EMPTY_UNIT_END: EndUnitForm = { lastOn: null, successors: [], founded: [], also: [] };

/** A unit that is to end in a year is not ended now; one that ended long ago is not news. */
const FARTHEST_DAYS = 400;
const LONGEST_NAME = 120;

export function stepEndUnit(
  step: EndUnitStep,
  form: EndUnitForm,
  input: EndingInput,
  { today, offered, known }: EndingScene<Unit>,
): EndUnitMove {
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
      if (value === 'yes') return { kind: 'finish', form };
      return { kind: 'ask', step: value === 'others' ? 'others' : 'heirs', form };
    case 'others':
      return kind === 'choice' ? stepOthers(form, value, offered) : nameOther(form, value, known);
  }
}

function stepHeirs(form: EndUnitForm, value: string, offered: readonly Unit[]): EndUnitMove {
  if (value === 'go-on') return { kind: 'ask', step: 'check', form };
  const unit = unitPressed(value, offered);
  return unit === null ? { kind: 'unfit' } : { kind: 'ask', step: 'heirs', form: withHeir(form, unit) };
}

function stepOthers(form: EndUnitForm, value: string, offered: readonly Unit[]): EndUnitMove {
  if (value === 'go-on') return { kind: 'ask', step: 'check', form };
  const unit = unitPressed(value, offered);
  return unit === null ? { kind: 'unfit' } : withOther(form, unit);
}

function nameOther(form: EndUnitForm, typed: string, known: readonly Unit[]): EndUnitMove {
  const [unit, ...others] = unitsMeant(known, typed);
  return unit === undefined || others.length > 0 ? { kind: 'unfit' } : withOther(form, unit);
}

function unitPressed(value: string, offered: readonly Unit[]): Unit | null {
  const place = /^u-(\d{1,3})$/.exec(value)?.[1];
  return place === undefined ? null : (offered[Number(place)] ?? null);
}

/** Nothing that comes after it ends with it. */
const withHeir = (form: EndUnitForm, { id }: Unit): EndUnitForm => ({
  ...form,
  successors: toggled(form.successors, id),
  also: form.also.filter((other) => other !== id),
});

const withOther = (form: EndUnitForm, { id }: Unit): EndUnitMove =>
  form.successors.includes(id)
    ? { kind: 'unfit' }
    : { kind: 'ask', step: 'others', form: { ...form, also: toggled(form.also, id) } };

/** The unit that is called so, or a new one; said again, it is taken back. */
function nameHeir(form: EndUnitForm, typed: string, known: readonly Unit[]): EndUnitMove {
  const name = tidyName(typed);
  if (name === null) return { kind: 'unfit' };
  const [unit, ...others] = unitsMeant(known, name);
  if (others.length > 0) return { kind: 'unfit' };
  const next = unit === undefined ? { ...form, founded: toggled(form.founded, name) } : withHeir(form, unit);
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
