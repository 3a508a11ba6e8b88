import type { OrganisationRow, OrganisationTable } from './list-rows.ts';
import { type NamedUnit, officeOf, unitsNamed } from './offices.ts';
import type { ReportOddity } from './organisation-reading.ts';
import { folded } from './table-headings.ts';

/** How the rows of a table say offices. */
export interface OfficeReader {
  /** That of the row's own unit, in its words. */
  role(row: OrganisationRow): string;
  /** The units that the row names as holding one: "Cụm trưởng: Sở Nội vụ", or under "Cụm trưởng". */
  holders(row: OrganisationRow): NamedUnit[];
}

const YES = /^([x×✓✔v•●*+1]|có|yes|true)$/iu;
const NO = /^(không|no|false|[0–-])?$/iu;
const isCross = (cell: string): boolean => YES.test(cell) || officeOf(cell) !== null;
/** A count or a number of the row, which says nothing of the unit. */
const COUNTED = /^\(?[\d.]{0,6}\)?$/;
/** Those of one unit. */
const OF_UNIT = [
  'contact_name',
  'contact_title',
  'contact_phone',
  'leader_name',
  'leader_title',
  'unit',
] as const;

/** Columns that nothing is taken from are told of. `isByCluster`: one row a cluster. */
export function officeReader(
  table: OrganisationTable,
  isByCluster: boolean,
  report: ReportOddity,
): OfficeReader {
  const { labels, places, rows, headings } = table;
  const placed = new Set(places.values());
  const wordsAt = (at: number): string[] =>
    rows.map(({ cells }) => cells[at] ?? '').filter((cell) => cell !== '');
  const free = [...labels.keys()].filter((at) => !placed.has(at));
  const headed = free.flatMap((at) => {
    const office = officeOf(labels[at] ?? '');
    return office === null ? [] : [{ at, office }];
  });
  const crosses = headed.filter(({ at }) => wordsAt(at).every((cell) => isCross(cell) || NO.test(cell)));
  const under = headed.filter((column) => !crosses.includes(column));
  const others = free.filter(
    (at) => !headed.some((column) => column.at === at) && !wordsAt(at).every((cell) => COUNTED.test(cell)),
  );
  const offices = (at: number): number => wordsAt(at).filter((cell) => officeOf(cell) !== null).length;
  const isOfOffices = (at: number): boolean => offices(at) > 0 && offices(at) === wordsAt(at).length;
  const titles = places.get('contact_title') ?? -1;
  const spoken =
    crosses.length > 0 || places.has('role_in_cluster')
      ? -1
      : ([...others, titles].find(isOfOffices) ?? others.find((at) => offices(at) > 0) ?? -1);
  const named = others.filter((at) => at !== spoken && namesHolders(wordsAt(at)));

  const idle = isByCluster ? OF_UNIT.flatMap((column) => places.get(column) ?? []) : [];
  const passed = [...others, ...idle].filter(
    (at) => wordsAt(at).length > 0 && !named.includes(at) && !(at === spoken && isOfOffices(at)),
  );
  if (passed.length > 0) {
    report(
      'ORG_COLUMN_PASSED_OVER',
      headings.at(-1)?.row ?? 1,
      passed.map((at) => labels[at] || letterOf(at)).join(', '),
    );
  }
  return {
    role: (row) =>
      row.value('role_in_cluster') ||
      officeOf(row.cells[spoken] ?? '') ||
      (crosses.find(({ at }) => isCross(row.cells[at] ?? ''))?.office ?? ''),
    holders: ({ cells }) => [
      ...under.flatMap(({ at, office }) =>
        unitsNamed(cells[at] ?? '').map((unit) => ({ ...unit, office: unit.office ?? office })),
      ),
      ...named.flatMap((at) => unitsNamed(cells[at] ?? '')),
    ],
  };
}

/** Each cell gives offices to units. */
const namesHolders = (words: readonly string[]): boolean =>
  words.length > 0 &&
  words.every((cell) => unitsNamed(cell).some(({ name, office }) => office !== null && folded(name) !== ''));

const letterOf = (at: number): string => String.fromCharCode('A'.charCodeAt(0) + (at % 26));
