import { foldVietnamese } from '../../core/text/fold.ts';

type Kinds = readonly (readonly [words: RegExp, code: string])[];

const SCHOOL = [/^((nha )?truong|schools?|giao duc|mam non|tieu hoc|thcs|thpt)( |$)/, 'school'] as const;

/** Those that a new office has. */
const CLUSTER_KINDS: Kinds = [
  [/^(hanh chinh|administrative|(ubnd )?(phuong|xa|thi tran))( |$)/, 'administrative'],
  SCHOOL,
];

export const USUAL_CLUSTER_KINDS: readonly string[] = CLUSTER_KINDS.map(([, code]) => code);

const UNIT_KINDS: Kinds = [
  SCHOOL,
  [/^hanh chinh$/, 'administrative'],
  [/^(ubnd )?(phuong|xa|thi tran)$/, 'ward'],
  [/^(phong|phong ban|phong chuyen mon|so)$/, 'department'],
];

export const clusterKind = (words: string): string => kindOf(CLUSTER_KINDS, words);

export const unitKind = (words: string): string => kindOf(UNIT_KINDS, words);

/** That of a cluster of units so called: all of them schools, or all of them communes; null for others. */
export function kindOfUnits(names: readonly string[]): string | null {
  const [kind, another] = new Set(
    names.map((name) => CLUSTER_KINDS.find(([pattern]) => pattern.test(foldVietnamese(name)))?.[1] ?? null),
  );
  return another === undefined ? (kind ?? null) : null;
}

/** What says that many are meant: "Khối các đơn vị". */
const GROUPING = /^((cum|khoi|thi dua|cac|don vi|co quan) )+/;

/** The code of a kind: our own word for the usual ones, however introduced, else what the file says. */
function kindOf(kinds: Kinds, words: string): string {
  const folded = foldVietnamese(words);
  const named = folded.replace(GROUPING, '');
  return (
    kinds.find(([pattern]) => pattern.test(named))?.[1] ??
    folded.replace(/[^a-z0-9]+/g, '_').replace(/^_|_$/g, '')
  );
}
