import type { ClusterId } from '../../../core/id.ts';
import { type LaunchForm, type LaunchScene, nextRows, rowChoice, UNITS_SHOWN } from './launch-form.ts';

/** `step` null: the audience is settled. */
interface AudienceChoice {
  readonly step: 'audience' | 'units' | null;
  readonly form: LaunchForm;
}

/**
 * All, a kind, ticks before clusters or units; null for what is not offered. A change of clusters forgets the units.
 */
export function chooseAudience(
  step: 'audience' | 'units',
  form: LaunchForm,
  choice: string,
  scene: LaunchScene,
): AudienceChoice | null {
  return step === 'audience' ? chooseClusters(form, choice, scene) : chooseUnits(form, choice, scene);
}

function chooseClusters(
  form: LaunchForm,
  choice: string,
  { clusters, kinds }: LaunchScene,
): AudienceChoice | null {
  const ids = (all: LaunchScene['clusters']): ClusterId[] => all.map((cluster) => cluster.id);
  const to = (clusterIds: readonly ClusterId[]): LaunchForm => ({
    ...form,
    clusterIds,
    unitIds: null,
    shownFrom: 0,
  });
  if (choice === 'all') return clusters.length === 0 ? null : { step: null, form: to(ids(clusters)) };
  const kind = kinds.find((_, index) => choice === rowChoice('kind', index));
  if (kind !== undefined) {
    const chosen = clusters.filter((cluster) => cluster.kind === kind);
    return chosen.length === 0 ? null : { step: null, form: to(ids(chosen)) };
  }
  const cluster = clusters.find((_, index) => choice === rowChoice('cluster', index));
  if (cluster !== undefined) {
    const isChosen = (id: ClusterId) => form.clusterIds.includes(id) !== (id === cluster.id);
    return { step: 'audience', form: to(ids(clusters).filter(isChosen)) };
  }
  if (form.clusterIds.length === 0) return null;
  if (choice === 'units') return { step: 'units', form: { ...form, shownFrom: 0 } };
  return choice === 'next' ? { step: null, form } : null;
}

function chooseUnits(form: LaunchForm, choice: string, { unitsOf }: LaunchScene): AudienceChoice | null {
  if (choice === 'next') return { step: null, form };
  const offered = unitsOf(form.clusterIds);
  if (choice === 'more') {
    const shownFrom = nextRows(form.shownFrom, UNITS_SHOWN, offered.length);
    return { step: 'units', form: { ...form, shownFrom } };
  }
  const chosen = form.unitIds ?? [];
  const unit = offered.find((_, index) => choice === rowChoice('unit', index));
  if (unit === undefined) return null;
  const unitIds = offered.filter((id) => chosen.includes(id) !== (id === unit));
  return { step: 'units', form: { ...form, unitIds: unitIds.length === 0 ? null : unitIds } };
}
