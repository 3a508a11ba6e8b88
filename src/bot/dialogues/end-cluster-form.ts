import type { ClusterId } from '../../core/id.ts';
import type { LocalDate } from '../../core/time/local-date.ts';
import { lastDayOf } from './end-unit-form.ts';

/** How a cluster comes to its end, as a pure step function: its last day, where its units go on. */
export type EndClusterStep = 'day' | 'heir' | 'check';

export interface EndClusterForm {
  readonly lastOn: LocalDate | null;
  /** Null for no other cluster. */
  readonly heirId: ClusterId | null;
}

export const EMPTY_CLUSTER_END: EndClusterForm = { lastOn: null, heirId: null };

export type EndClusterMove =
  | { readonly kind: 'ask'; readonly step: EndClusterStep; readonly form: EndClusterForm }
  | { readonly kind: 'finish'; readonly form: EndClusterForm }
  | { readonly kind: 'cancel' }
  | { readonly kind: 'unfit' };

/** @param offered clusters in which the units may go on, as they were offered: a button names a place among them */
export function stepEndCluster(
  step: EndClusterStep,
  form: EndClusterForm,
  input: { readonly kind: 'text' | 'choice'; readonly value: string },
  { today, offered }: { readonly today: LocalDate; readonly offered: readonly ClusterId[] },
): EndClusterMove {
  const { kind, value } = input;
  if (kind === 'choice' && value === 'cancel') return { kind: 'cancel' };
  if (step === 'day') {
    const lastOn = lastDayOf(input, today);
    return lastOn === null ? { kind: 'unfit' } : { kind: 'ask', step: 'heir', form: { ...form, lastOn } };
  }
  if (kind !== 'choice') return { kind: 'unfit' };
  if (step === 'check') {
    return value === 'yes' ? { kind: 'finish', form } : { kind: 'ask', step: 'heir', form };
  }
  if (value === 'none') return { kind: 'ask', step: 'check', form: { ...form, heirId: null } };
  const place = /^c-(\d{1,3})$/.exec(value)?.[1];
  const heirId = place === undefined ? undefined : offered[Number(place)];
  return heirId === undefined ? { kind: 'unfit' } : { kind: 'ask', step: 'check', form: { ...form, heirId } };
}
