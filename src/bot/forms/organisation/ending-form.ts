import type { LocalDate } from '../../../core/time/local-date.ts';

/** Its last day, what comes after it, whether that is meant. */
export type EndingStep = 'day' | 'heirs' | 'check';

export type EndingMove<Form, Step extends string = EndingStep> =
  | { readonly kind: 'ask'; readonly step: Step; readonly form: Form }
  | { readonly kind: 'finish'; readonly form: Form }
  | { readonly kind: 'cancel' }
  | { readonly kind: 'unfit' };

export interface EndingInput {
  readonly kind: 'text' | 'choice';
  readonly value: string;
}

export interface EndingScene<Thing> {
  readonly today: LocalDate;
  /** As they were offered: a button names a place among them. */
  readonly offered: readonly Thing[];
  /** All others that do not end. */
  readonly known: readonly Thing[];
}
