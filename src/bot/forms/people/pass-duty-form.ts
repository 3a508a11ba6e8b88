import { readNamedDay } from '../../../core/day/read-named-day.ts';
import type { PersonId } from '../../../core/id.ts';
import { foldVietnamese } from '../../../core/text/fold.ts';
import { addDays, type LocalDate, parseLocalDate } from '../../../core/time/local-date.ts';

/** How a duty passes on, as a pure step function: to whom, from when, for a while until when. */
export type PassStep = 'who' | 'from' | 'until' | 'check';

export interface PassForm {
  readonly act: 'hand_over' | 'stand_in';
  /** `new`: somebody who is yet to be invited. */
  readonly to: PersonId | 'new' | null;
  readonly from: LocalDate | null;
  readonly until: LocalDate | null;
}

export const emptyPass = (act: PassForm['act']): PassForm => ({ act, to: null, from: null, until: null });

export type PassMove =
  | { readonly kind: 'ask'; readonly step: PassStep; readonly form: PassForm }
  | { readonly kind: 'finish'; readonly form: PassForm }
  | { readonly kind: 'cancel' }
  /** The input does not fit the step; nothing changed. */
  | { readonly kind: 'unfit'; readonly why: 'person' | 'day' | 'past' };

export interface Candidate {
  readonly id: PersonId;
  readonly name: string;
}

interface Around {
  readonly today: LocalDate;
  /** In the order in which they were offered. */
  readonly candidates: readonly Candidate[];
  readonly mayInvite: boolean;
}

/** Nobody is away, and nobody is named, for later than this: a day beyond it is a slip. */
const FARTHEST_DAYS = 400;

export function stepPass(
  step: PassStep,
  form: PassForm,
  input: { readonly kind: 'text' | 'choice'; readonly value: string },
  around: Around,
): PassMove {
  if (input.kind === 'choice' && input.value === 'cancel') return { kind: 'cancel' };
  switch (step) {
    case 'who': {
      const to = personChosen(input, around);
      return to === null
        ? { kind: 'unfit', why: 'person' }
        : { kind: 'ask', step: 'from', form: { ...form, to } };
    }
    case 'from': {
      const from = dayChosen(input, around.today);
      if (from === null) return { kind: 'unfit', why: 'day' };
      if (from < around.today) return { kind: 'unfit', why: 'past' };
      return { kind: 'ask', step: form.act === 'stand_in' ? 'until' : 'check', form: { ...form, from } };
    }
    case 'until': {
      const until = dayChosen(input, around.today);
      if (until === null || form.from === null) return { kind: 'unfit', why: 'day' };
      if (until < form.from) return { kind: 'unfit', why: 'past' };
      return { kind: 'ask', step: 'check', form: { ...form, until } };
    }
    case 'check':
      return input.kind === 'choice' && input.value === 'yes'
        ? { kind: 'finish', form }
        : { kind: 'ask', step: 'check', form };
  }
}

/** `p-3` of those offered, or the one whose name holds the words typed. */
function personChosen(
  { kind, value }: { readonly kind: 'text' | 'choice'; readonly value: string },
  { candidates, mayInvite }: Around,
): PersonId | 'new' | null {
  if (kind === 'choice') {
    if (value === 'new') return mayInvite ? 'new' : null;
    const place = /^p-(\d{1,3})$/.exec(value)?.[1];
    return place === undefined ? null : (candidates[Number(place)]?.id ?? null);
  }
  const words = foldVietnamese(value.trim());
  const called = words === '' ? [] : candidates.filter(({ name }) => foldVietnamese(name).includes(words));
  return called.length === 1 ? (called[0]?.id ?? null) : null;
}

function dayChosen(
  { kind, value }: { readonly kind: 'text' | 'choice'; readonly value: string },
  today: LocalDate,
): LocalDate | null {
  const day =
    kind === 'choice' ? parseLocalDate(value.replace(/^on-/, '')) : (readNamedDay(value, today)?.on ?? null);
  return day === null || day > addDays(today, FARTHEST_DAYS) ? null : day;
}
