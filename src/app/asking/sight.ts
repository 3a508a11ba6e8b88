import type { UnitId } from '../../core/id.ts';
import { clusterOf, type Directory } from '../../core/organisation/directory.ts';
import type { LocalDate } from '../../core/time/local-date.ts';
import type { Audience } from './audience.ts';
import { type Subject, unitsCalled } from './subject.ts';

/** How much of how the work of a subject stands may be shown: of each, only how many, or nothing. */
export type Sight = 'states' | 'counts' | 'nothing';

/**
 * A group sees counts of its own cluster, whoever asks. In private the secretariat sees everything, others the
 * states of their own units and counts of the clusters that they belong to or follow.
 */
export function sightOf(subject: Subject, audience: Audience | null): Sight {
  if (audience === null) return 'nothing';
  switch (audience.kind) {
    case 'everything':
      return 'states';
    case 'cluster':
      return subject.kind === 'cluster' && subject.id === audience.clusterId ? 'counts' : 'nothing';
    case 'own':
      if (subject.kind === 'own') return 'states';
      if (subject.kind === 'unit') return audience.actor.unitIds.includes(subject.id) ? 'states' : 'nothing';
      return subject.kind === 'cluster' && audience.clusterIds.includes(subject.id) ? 'counts' : 'nothing';
  }
}

/**
 * Whether the days of a subject may be told here. Days of the plan are no secret among those it is for; but a
 * group hears only of its own cluster, and of units that stand outside all clusters.
 */
export function mayTellDays(
  subject: Subject,
  audience: Audience | null,
  directory: Directory,
  on: LocalDate,
): boolean {
  if (audience === null) return false;
  if (audience.kind !== 'cluster') return true;
  const here = directory.clusters.find(({ id }) => id === audience.clusterId);
  switch (subject.kind) {
    case 'everyone':
      // Narrowed to what concerns this cluster.
      return true;
    case 'units':
      return unitsCalled(directory, subject.word).some((unit) => isNear(unit.id));
    case 'own':
      return false;
    case 'cluster':
      return subject.id === audience.clusterId;
    case 'clusters':
      return subject.code === here?.kind;
    case 'unit':
      return isNear(subject.id);
  }

  function isNear(id: UnitId): boolean {
    const cluster = clusterOf(directory, id, on);
    return cluster === null || cluster.id === here?.id;
  }
}
