import type { ClusterId } from '../../../core/id.ts';
import type { Cluster } from '../../../core/organisation/cluster.ts';
import type { LocalDate } from '../../../core/time/local-date.ts';
import { lastDayOf } from './end-unit-form.ts';
import type { EndingInput, EndingMove, EndingScene, EndingStep } from './ending-form.ts';

/** How a cluster comes to its end, as a pure step function: its last day, where its units go on. */
export interface EndClusterForm {
  readonly lastOn: LocalDate | null;
  /** Null for no other cluster. */
  readonly heirId: ClusterId | null;
}

export const EMPTY_CLUSTER_END: EndClusterForm = { lastOn: null, heirId: null };

export function stepEndCluster(
  step: EndingStep,
  form: EndClusterForm,
  input: EndingInput,
  { today, offered }: EndingScene<Cluster>,
): EndingMove<EndClusterForm> {
  const { kind, value } = input;
  if (kind === 'choice' && value === 'cancel') return { kind: 'cancel' };
  if (step === 'day') {
    const lastOn = lastDayOf(input, today);
    return lastOn === null ? { kind: 'unfit' } : { kind: 'ask', step: 'heirs', form: { ...form, lastOn } };
  }
  if (kind !== 'choice') return { kind: 'unfit' };
  if (step === 'check') {
    return value === 'yes' ? { kind: 'finish', form } : { kind: 'ask', step: 'heirs', form };
  }
  if (value === 'none') return { kind: 'ask', step: 'check', form: { ...form, heirId: null } };
  const place = /^c-(\d{1,3})$/.exec(value)?.[1];
  const heir = place === undefined ? undefined : offered[Number(place)];
  return heir === undefined
    ? { kind: 'unfit' }
    : { kind: 'ask', step: 'check', form: { ...form, heirId: heir.id } };
}
