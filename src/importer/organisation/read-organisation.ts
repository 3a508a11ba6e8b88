import type { UnitContact } from '../../core/organisation/unit.ts';
import { foldVietnamese } from '../../core/text/fold.ts';
import type { Document, SourceFile } from '../document.ts';
import { readDocument } from '../documents/read-document.ts';
import { type ImportRefusal, ImportRefused, refusing } from '../import-refusal.ts';
import { clusterProblems } from './cluster-problems.ts';
import { clusterKind, kindOfUnits, USUAL_CLUSTER_KINDS, unitKind } from './kinds.ts';
import type {
  ClusterReading,
  OrganisationProblem,
  OrganisationProblemCode,
  OrganisationReading,
  UnitReading,
} from './organisation-reading.ts';
import { type OrganisationRow, officeOf, readUnitRows } from './unit-table.ts';

/** Reads units and clusters from a .xlsx or .csv with one row a unit. What is odd is listed by row, not mended. */
export const readOrganisationFile = (file: SourceFile): Promise<ImportRefusal | OrganisationReading> =>
  refusing(async () => readOrganisation(await readDocument(file)));

type Report = (code: OrganisationProblemCode, row: number, words: string) => void;

function readOrganisation(document: Document): OrganisationReading {
  const all = readUnitRows(document);
  if (all === null) throw new ImportRefused('IMPORT_NO_ORGANISATION_TABLE');
  const problems: OrganisationProblem[] = [];
  const report: Report = (code, row, words) => problems.push({ code, row, words });
  const named = new Map<string, ClusterReading>();
  const units = new Map<string, UnitReading>();
  const rows = all.filter((row) => !isRemark(row, report));
  const goesDown = clustersGoDown(rows);
  let above: string | null = null;
  for (const row of rows) {
    const cluster = readCluster(row, named, report);
    above = cluster ?? (goesDown ? above : null);
    if (goesDown && cluster !== null && isHeading(row)) continue;
    const unit = readUnit(row, above, units, report);
    if (unit === null) continue;
    if (units.has(unit.code)) report('ORG_UNIT_REPEATED', row.row, unit.code);
    else units.set(unit.code, unit);
  }
  const found = [...units.values()];
  const clusters = [...named.values()].map((cluster) => withKind(cluster, found, report));
  return {
    clusters,
    units: found,
    problems: [...problems, ...clusterProblems(clusters, found)].sort((one, other) => one.row - other.row),
  };
}

const KIND_OF_UNITS: Readonly<Record<string, OrganisationProblemCode>> = {
  school: 'ORG_CLUSTER_KIND_OF_SCHOOLS',
  administrative: 'ORG_CLUSTER_KIND_OF_COMMUNES',
};

/** A cluster whose kind the file leaves out is of that of its units, where all are of one. */
function withKind(cluster: ClusterReading, units: readonly UnitReading[], report: Report): ClusterReading {
  if (cluster.kind !== '') return cluster;
  const members = units.filter(({ membership }) => membership?.cluster === cluster.code);
  const kind = kindOfUnits(members.map(({ name }) => name)) ?? '';
  report(KIND_OF_UNITS[kind] ?? 'ORG_CLUSTER_KIND_MISSING', cluster.row, cluster.name);
  return { ...cluster, kind, kindMade: true };
}

/** A sum or a note under the units, which is none of them. */
function isRemark(row: OrganisationRow, report: Report): boolean {
  const words = [...new Set(row.cells)].filter((cell) => cell !== '');
  const isNote = words.length <= 2 && words.some((value) => REMARK.test(value));
  if (isNote) report('ORG_ROW_PASSED_OVER', row.row, words.join(' '));
  return isNote;
}

const REMARK =
  /^(ghi chú|lưu ý|tổng( cộng| số)?|cộng|người lập( biểu)?|nơi nhận|(tổng )?\d+ (đơn vị|cụm|khối))(?!\p{L})/iu;

/** A cluster by itself, over its units. */
const isHeading = (row: OrganisationRow): boolean => row.value('unit') + row.value('unit_name') === '';

/** Whether each cluster is written once, in or over the first row of its own: those below are in it too. */
function clustersGoDown(rows: readonly OrganisationRow[]): boolean {
  const named = rows
    .map((row) => row.value('cluster') || row.value('cluster_name'))
    .filter((name) => name !== '');
  return rows.length >= 2 * named.length && new Set(named).size === named.length;
}

function readCluster(
  row: OrganisationRow,
  known: Map<string, ClusterReading>,
  report: Report,
): string | null {
  const name = row.value('cluster_name');
  const given = row.value('cluster');
  if (given === '' && name === '') return null;
  const code = given === '' ? (codeNamed(known, name) ?? codeOf(name)) : given;
  const before = known.get(code);
  const kindWords = row.value('cluster_kind');
  const kind = clusterKind(kindWords);
  const kinds = [...USUAL_CLUSTER_KINDS, ...[...known.values()].map((one) => one.kind)];
  if (kind !== '' && !kinds.includes(kind)) report('ORG_CLUSTER_KIND_NEW', row.row, kindWords);
  if (before === undefined) {
    if (given === '') report('ORG_CLUSTER_CODE_MADE', row.row, `${name}: ${code}`);
    known.set(code, { code, codeMade: given === '', name: name === '' ? code : name, kind, row: row.row });
    return code;
  }
  if (name !== '' && name !== before.name) report('ORG_CLUSTER_NAME_DIFFERS', row.row, name);
  if (kind !== '' && kind !== before.kind) report('ORG_CLUSTER_KIND_DIFFERS', row.row, kind);
  return code;
}

/** A row that leaves the code out means the cluster of that name above it. */
const codeNamed = (known: ReadonlyMap<string, ClusterReading>, name: string): string | undefined =>
  [...known.values()].find((cluster) => cluster.name === name)?.code;

function readUnit(
  row: OrganisationRow,
  cluster: string | null,
  known: ReadonlyMap<string, UnitReading>,
  report: Report,
): UnitReading | null {
  const name = row.value('unit_name');
  if (name === '') {
    report('ORG_UNIT_NAME_MISSING', row.row, row.value('unit'));
    return null;
  }
  const given = row.value('unit');
  const code = given === '' ? freeCode(name, known) : given;
  if (given === '') report('ORG_UNIT_CODE_MADE', row.row, `${name}: ${code}`);
  return {
    code,
    codeMade: given === '',
    name,
    aliases: listOf(row.value('unit_aliases')),
    kind: unitKind(row.value('unit_kind')),
    membership: readMembership(row, cluster, report),
    contact: readContact(row, report),
    tone: row.value('tone'),
    row: row.row,
  };
}

/** The code made of a name; another one where a unit of another name ("Trường Đ" beside "Trường D") has it. */
function freeCode(name: string, known: ReadonlyMap<string, UnitReading>): string {
  let code = codeOf(name);
  for (let count = 2; (known.get(code)?.name ?? name) !== name; count += 1) code = `${codeOf(name)}-${count}`;
  return code;
}

function readMembership(
  row: OrganisationRow,
  cluster: string | null,
  report: Report,
): UnitReading['membership'] {
  const words = row.value('role_in_cluster');
  if (cluster === null) {
    if (words !== '') report('ORG_ROLE_WITHOUT_CLUSTER', row.row, words);
    return null;
  }
  const office = words === '' ? 'member' : officeOf(words);
  if (office === null) report('ORG_ROLE_UNKNOWN', row.row, words);
  return { cluster, office: office ?? 'member' };
}

function readContact(row: OrganisationRow, report: Report): UnitContact | null {
  const contact: UnitContact = {
    name: row.value('contact_name'),
    title: row.value('contact_title'),
    phone: row.value('contact_phone'),
    leaderName: row.value('leader_name'),
    leaderTitle: row.value('leader_title'),
  };
  if (contact.phone !== '' && !PHONE.test(contact.phone)) report('ORG_PHONE_ODD', row.row, contact.phone);
  return Object.values(contact).every((value) => value === '') ? null : contact;
}

/** National numbers begin with 0, which a spreadsheet takes for idle before a number. */
const PHONE = /^(\+|\(?0)[\d\s.()-]{6,}$/;

const codeOf = (name: string): string =>
  foldVietnamese(name)
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

const listOf = (words: string): string[] =>
  words
    .split(/[;\n]/)
    .map((word) => word.trim())
    .filter((word) => word !== '');
