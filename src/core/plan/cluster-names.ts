import type { Cluster } from '../organisation/cluster.ts';
import { nameLikeness, nameParts } from '../organisation/name-likeness.ts';
import { nameWords } from '../organisation/unit-names.ts';
import { foldVietnamese } from '../text/fold.ts';

/** The last "cụm" or "khối" and what follows: "Các đơn vị trong Cụm thi đua số 2", "Cụm trưởng Cụm 2". */
const CLUSTER = /^(?:.*\s)?((?:cum|khoi)\s.+)$/;

/** The cluster of which words speak, folded; null where they speak of none, or of all: without a number. */
export function clusterSaid(words: string): string | null {
  const said = CLUSTER.exec(foldVietnamese(words))?.[1] ?? '';
  return /(?<!\d)\d{1,2}(?!\d)/.test(said) ? said : null;
}

/** The cluster that is called so: by its name, "Cụm 2" for "Cụm thi đua số 2", or its code. */
export const clusterCalled = (clusters: readonly Cluster[], said: string): Cluster | null =>
  clusters.find(({ name, code }) => clusterName(name) === clusterName(said) || fold(code) === fold(said)) ??
  null;

const NOWHERE = { level: null, name: '' };

/** Those whose names are most like the words, likeliest first; none for words that name no cluster at all. */
export function clustersLike(clusters: readonly Cluster[], words: string, least: number): Cluster[] {
  if (!/^(?:cum|khoi)(?![a-z])/.test(fold(words))) return [];
  const asked = nameParts(nameWords(words), NOWHERE);
  return clusters
    .map((cluster) => ({
      cluster,
      likeness: nameLikeness(asked, nameParts(nameWords(cluster.name), NOWHERE), NOWHERE),
    }))
    .filter(({ likeness }) => likeness >= least)
    .sort((one, other) => other.likeness - one.likeness)
    .map(({ cluster }) => cluster);
}

const clusterName = (name: string): string =>
  fold(name)
    .replace(/(thi dua|so|cua) /g, '')
    .trim();

const fold = (words: string): string => foldVietnamese(words).trim();
