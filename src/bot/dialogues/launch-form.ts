import type { ClusterId } from '../../core/id.ts';

/** The guided form of a launch, as a pure step function: what was typed or pressed, and where that leads. */
export type LaunchStep = 'title' | 'body' | 'document' | 'audience' | 'preview';

export interface LaunchForm {
  readonly title: string;
  readonly body: string;
  readonly document: string;
  readonly clusterIds: readonly ClusterId[];
}

export const EMPTY_LAUNCH: LaunchForm = { title: '', body: '', document: '', clusterIds: [] };

export type LaunchInput =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'choice'; readonly choice: string };

export type LaunchMove =
  | { readonly kind: 'ask'; readonly step: LaunchStep; readonly form: LaunchForm }
  | { readonly kind: 'send'; readonly form: LaunchForm }
  | { readonly kind: 'cancel' }
  /** The input does not fit the step; nothing changed. */
  | { readonly kind: 'wants_text' }
  | { readonly kind: 'too_long'; readonly limit: number }
  | { readonly kind: 'not_offered' };

const STEPS: readonly LaunchStep[] = ['title', 'body', 'document', 'audience', 'preview'];
const LIMITS = { title: 200, body: 2500, document: 300 } as const;

/** A choice of one cluster names it by its place in the directory's list: `cluster-2`. */
export const clusterChoice = (index: number): string => `cluster-${index}`;

export function stepLaunch(
  step: LaunchStep,
  form: LaunchForm,
  input: LaunchInput,
  clusterIds: readonly ClusterId[],
): LaunchMove {
  if (input.kind === 'choice') return choose(step, form, input.choice, clusterIds);
  if (step === 'audience' || step === 'preview') return { kind: 'not_offered' };
  const text = input.text.trim();
  const limit = LIMITS[step];
  if (text === '') return { kind: 'wants_text' };
  if (Array.from(text).length > limit) return { kind: 'too_long', limit };
  return { kind: 'ask', step: after(step), form: { ...form, [step]: text } };
}

function choose(
  step: LaunchStep,
  form: LaunchForm,
  choice: string,
  clusterIds: readonly ClusterId[],
): LaunchMove {
  if (choice === 'cancel') return { kind: 'cancel' };
  if (choice === 'back') return { kind: 'ask', step: before(step), form };
  if (choice === 'send' && step === 'preview') return { kind: 'send', form };
  if (choice === 'skip' && step === 'document')
    return { kind: 'ask', step: after(step), form: { ...form, document: '' } };
  if (step !== 'audience') return { kind: 'not_offered' };
  const chosen =
    choice === 'all' ? clusterIds : clusterIds.filter((_, index) => choice === clusterChoice(index));
  if (chosen.length === 0) return { kind: 'not_offered' };
  return { kind: 'ask', step: after(step), form: { ...form, clusterIds: chosen } };
}

const after = (step: LaunchStep): LaunchStep => STEPS[STEPS.indexOf(step) + 1] ?? step;
const before = (step: LaunchStep): LaunchStep => STEPS[STEPS.indexOf(step) - 1] ?? step;
