import type { Recipient } from '../../../core/assignment/assignment.ts';
import { type AssignForm, type AssignScene, rowChoice, UNITS_SHOWN } from './assign-form.ts';

/** `step` null: who receives it is settled. */
interface RecipientChoice {
  readonly step: 'who' | 'units' | null;
  readonly form: AssignForm;
}

const unit = (id: Extract<Recipient, { kind: 'unit' }>['id']): Recipient => ({ kind: 'unit', id });

const has = ({ recipients }: AssignForm, id: Recipient['id']): boolean =>
  recipients.some((one) => one.id === id);

const union = (form: AssignForm, more: readonly Recipient[]): AssignForm => ({
  ...form,
  recipients: [...form.recipients, ...more.filter(({ id }) => !has(form, id))],
});

/** All, ticks before clusters and units; null for what is not offered. */
export function chooseRecipients(
  step: 'who' | 'units',
  form: AssignForm,
  choice: string,
  scene: AssignScene,
): RecipientChoice | null {
  if (choice === 'next') return form.recipients.length === 0 ? null : { step: null, form };
  return step === 'who' ? chooseMany(form, choice, scene) : chooseUnit(form, choice, scene);
}

function chooseMany(form: AssignForm, choice: string, scene: AssignScene): RecipientChoice | null {
  if (choice === 'all') return { step: null, form: { ...form, recipients: scene.unitIds.map(unit) } };
  if (choice === 'units') return { step: 'units', form: { ...form, unitsFrom: 0 } };
  const cluster = scene.clusters.find((_, index) => choice === rowChoice('cluster', index));
  if (cluster === undefined) return null;
  const members = scene.membersOf(cluster.id);
  const without = {
    ...form,
    recipients: form.recipients.filter(({ id }) => id !== cluster.id && !members.some((one) => one === id)),
  };
  return isWhole(form, cluster.id, members)
    ? { step: 'who', form: without }
    : { step: 'who', form: union(without, members.map(unit)) };
}

/** Whether the cluster itself, or each of its units, is among those chosen. */
export const isWhole = (
  form: AssignForm,
  clusterId: AssignForm['clusterIds'][number],
  members: readonly Recipient['id'][],
): boolean => has(form, clusterId) || (members.length > 0 && members.every((id) => has(form, id)));

function chooseUnit(form: AssignForm, choice: string, { unitIds }: AssignScene): RecipientChoice | null {
  if (choice === 'more') {
    const from = form.unitsFrom + UNITS_SHOWN;
    return { step: 'units', form: { ...form, unitsFrom: from < unitIds.length ? from : 0 } };
  }
  const chosen = unitIds.find((_, index) => choice === rowChoice('unit', index));
  if (chosen === undefined) return null;
  const recipients = has(form, chosen)
    ? form.recipients.filter(({ id }) => id !== chosen)
    : [...form.recipients, unit(chosen)];
  return { step: 'units', form: { ...form, recipients } };
}

/** The clusters that were named, as themselves or as each of their units. */
export function withClusters(
  form: AssignForm,
  per: 'units' | 'clusters',
  { membersOf }: AssignScene,
): AssignForm {
  const more = form.clusterIds.flatMap((id): Recipient[] =>
    per === 'clusters' ? [{ kind: 'cluster', id }] : membersOf(id).map(unit),
  );
  return { ...union(form, more), clusterIds: [] };
}

/** The first unknown name is one of the units offered, or nobody; null for what is not offered. */
export function withPicked(form: AssignForm, choice: string): AssignForm | null {
  const [first, ...unknown] = form.unknown;
  if (first === undefined) return null;
  if (choice === 'drop') return { ...form, unknown };
  const picked = first.choices.find((_, index) => choice === rowChoice('pick', index));
  return picked === undefined ? null : { ...union(form, [picked]), unknown };
}
