import { tidySpaces } from '../../core/text/fold.ts';
import { type NamedUnit, officeOf, unitsNamed } from './offices.ts';
import type { OrganisationColumn } from './organisation-columns.ts';
import type { NamedRow, NamedTable } from './table-columns.ts';
import { folded } from './table-headings.ts';

export type OrganisationRow = NamedRow<OrganisationColumn>;
export type OrganisationTable = NamedTable<OrganisationColumn>;

const CLUSTER = /^(cụm|khối)(?!\p{L})(?!\s+(phố|dân cư|xóm|nhà)(?!\p{L}))/iu;
/** "I.", "1", "A)" before the name of a cluster, and a count after it: "(05 đơn vị)". */
const NUMBER = /^([\divxl]+|[a-h])?[.)]?$/i;
const NUMBERED = /^(?:[\divxl]+|[a-h])\s*[.)/–-]+\s*/i;
const COUNT = /\s*([:(–-]\s*(gồm )?\d+ \p{L}[^()]*\)?|[:.])$/iu;

/** Of a row that says nothing but the name of a cluster, across one cell or many, with a number at most. */
export function clusterTitle({ cells }: Pick<OrganisationRow, 'cells'>): string | null {
  const name = onlyWords(cells).replace(NUMBERED, '').replace(COUNT, '');
  return CLUSTER.test(name) && officeOf(name) === null && headsNamed({ cells }).length === 0 ? name : null;
}

/** Of a row that says nothing but who heads a cluster: "Cụm trưởng: Trường TH Kim Đồng". */
export const headsNamed = ({ cells }: Pick<OrganisationRow, 'cells'>): NamedUnit[] => {
  const words = onlyWords(cells);
  return OFFICE_AHEAD.test(words) ? unitsNamed(words).filter(({ office }) => office !== null) : [];
};

const OFFICE_AHEAD = /^[^:(]{3,40}:/u;

/** Those of the row, numbers aside; empty where there are several. */
function onlyWords(cells: readonly string[]): string {
  const [words = '', others] = [...new Set(cells.map(tidySpaces).filter((cell) => !NUMBER.test(cell)))];
  return others === undefined ? words : '';
}

/** Over a table in parts, or on the next page. */
export const isHeadingAgain = ({ cells }: OrganisationRow, { headings }: OrganisationTable): boolean =>
  headings.some((heading) => cells.every((cell, at) => cell === heading.cells[at]));

/** Under a title that is none of theirs: "KHỐI ĐẢNG" over units of "Khối 1". */
const hasCluster = (row: OrganisationRow | undefined): boolean =>
  row !== undefined && clusterTitle(row) === null && row.value('cluster') + row.value('cluster_name') !== '';

const REMARK =
  /^[(*]*(ghi chú|lưu ý|tổng( cộng| số)?|cộng|danh sách( này)? (có|gồm)|người lập( biểu)?|nơi nhận|(tổng )?\d+ (đơn vị|cụm|khối))(?!\p{L})/iu;

/** A sum, a note or a signature among the units or under them, which is none of them. */
export function remarksAmong(table: OrganisationTable): ReadonlySet<OrganisationRow> {
  const ofNumbers = table.labels.findIndex((label) => /^(s?tt|so tt|so thu tu)$/.test(folded(label)));
  const units = table.rows.filter((row) => row.value('unit_name') !== '' && clusterTitle(row) === null);
  const isNumbered = ({ cells }: OrganisationRow): boolean => /^\d+[.)]?$/.test(cells[ofNumbers] ?? '');
  const last = table.rows.findLastIndex(isNumbered);
  const upTo = table.rows[last]?.row ?? 0;
  const end = units.filter(({ row }) => row <= upTo).every(isNumbered) ? last : table.rows.length;
  const known = new Set(units.filter(isNumbered).map((row) => row.value('unit_name')));
  return new Set(
    table.rows.filter((row, at) => {
      const words = [...new Set(row.cells)].filter((cell) => cell !== '');
      const isNote = words.length <= 2 && words.some((value) => REMARK.test(value));
      // A note across the whole table.
      const isWide = row.cells.length > 1 && row.cells.every((cell) => cell !== '' && cell === row.cells[0]);
      const isTitle = clusterTitle(row) !== null;
      const isBelow = last !== -1 && at > end;
      if (isTitle) return hasCluster(table.rows[at + 1]);
      return isNote || isWide || (isBelow && !known.has(row.value('unit_name')));
    }),
  );
}
