import type { ClusterReading } from '../../core/organisation/organisation-reading.ts';
import type { OrganisationProblem, UnitReading } from './organisation-reading.ts';

/** Clusters that nobody leads, or several do: what is owed by the head would be owed by none or twice. */
export function clusterProblems(
  clusters: readonly ClusterReading[],
  units: readonly UnitReading[],
): OrganisationProblem[] {
  return clusters.flatMap(({ code, name }): OrganisationProblem[] => {
    const members = units.filter(({ membership }) => membership?.cluster === code);
    const leads = members.filter(({ membership }) => membership?.office === 'lead');
    const [first, second] = leads;
    if (second !== undefined) return [{ code: 'ORG_CLUSTER_SEVERAL_LEADS', row: second.row, words: name }];
    return first === undefined
      ? [{ code: 'ORG_CLUSTER_WITHOUT_LEAD', row: members[0]?.row ?? 1, words: name }]
      : [];
  });
}
