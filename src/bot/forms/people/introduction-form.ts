import { foldVietnamese } from '../../../core/text/fold.ts';

/** How somebody says who they are, as a pure step function: what was typed or pressed, and where that leads. */
export type IntroductionStep = 'address' | 'name' | 'title';

export interface IntroductionForm {
  readonly address: string;
  readonly name: string;
  readonly title: string;
}

export const EMPTY_INTRODUCTION: IntroductionForm = { address: '', name: '', title: '' };

export type IntroductionMove =
  | { readonly kind: 'ask'; readonly step: IntroductionStep; readonly form: IntroductionForm }
  | { readonly kind: 'finish'; readonly form: IntroductionForm }
  | { readonly kind: 'cancel' }
  /** The input does not fit the step; nothing changed. */
  | { readonly kind: 'wants_text' }
  | { readonly kind: 'too_long'; readonly limit: number }
  | { readonly kind: 'not_offered' };

/** Forms of address to choose from, by key of their text. */
export const ADDRESSES = ['comrade', 'teacher_m', 'teacher_f', 'brother', 'sister', 'sir', 'madam'] as const;
export type AddressChoice = (typeof ADDRESSES)[number];

const STEPS: readonly IntroductionStep[] = ['address', 'name', 'title'];
const LIMITS = { address: 30, name: 80, title: 120 } as const;

/** A choice of a form of address, fit for a button: `teacher-m`. */
export const addressChoice = (address: AddressChoice): string => address.replace('_', '-');

/** `addressOf`: the words of a form of address, as the organisation speaks. */
export function stepIntroduction(
  step: IntroductionStep,
  form: IntroductionForm,
  input: { readonly kind: 'text' | 'choice'; readonly value: string },
  addressOf: (address: AddressChoice) => string,
): IntroductionMove {
  if (input.kind === 'text') {
    const given = step === 'address' ? readAddress(tidy(input.value), addressOf) : null;
    if (given === null) return take(step, form, input.value);
    const addressed = { ...form, address: given.address };
    return given.name === ''
      ? { kind: 'ask', step: 'name', form: addressed }
      : take('name', addressed, given.name);
  }
  if (input.value === 'cancel') return { kind: 'cancel' };
  if (input.value === 'back' && step !== 'address') return { kind: 'ask', step: before(step), form };
  const chosen = ADDRESSES.find((address) => addressChoice(address) === input.value);
  if (step !== 'address' || chosen === undefined) return { kind: 'not_offered' };
  return take(step, form, addressOf(chosen));
}

/**
 * Asked for a form of address, people give their name, with or without one: `anh Lê Văn Tâm`, `Le Van Tam`. Null where
 * it is neither a known form nor a name.
 */
function readAddress(
  typed: string,
  addressOf: (address: AddressChoice) => string,
): { readonly address: string; readonly name: string } | null {
  const folded = foldVietnamese(typed);
  const known = ADDRESSES.map(addressOf).find((one) => `${folded} `.startsWith(`${foldVietnamese(one)} `));
  const rest = typed.slice(known?.length ?? 0).trim();
  const name = isName(rest) ? rest : '';
  if (known === undefined && name === '') return null;
  return { address: known ?? addressOf('comrade'), name };
}

const isName = (text: string): boolean => {
  const words = text.split(' ');
  return words.length > 2 || (words.length === 2 && words.every((word) => /^\p{Lu}/u.test(word)));
};

const tidy = (typed: string): string => typed.normalize('NFC').replace(/\s+/g, ' ').trim();

/** On a phone names are typed in small letters; here they stand in official messages. */
const withCapitals = (name: string): string =>
  name === name.toLowerCase() ? name.replace(/(?<!\p{L})\p{L}/gu, (first) => first.toUpperCase()) : name;

function take(step: IntroductionStep, form: IntroductionForm, typed: string): IntroductionMove {
  const text = tidy(typed);
  const limit = LIMITS[step];
  if (!/\p{L}/u.test(text)) return { kind: 'wants_text' };
  if (Array.from(text).length > limit) return { kind: 'too_long', limit };
  const filled = { ...form, [step]: step === 'name' ? withCapitals(text) : text };
  const next = STEPS[STEPS.indexOf(step) + 1];
  return next === undefined ? { kind: 'finish', form: filled } : { kind: 'ask', step: next, form: filled };
}

const before = (step: IntroductionStep): IntroductionStep => STEPS[STEPS.indexOf(step) - 1] ?? step;
