import type { UnitContact } from '../../core/organisation/unit.ts';
import { nameWords } from '../../core/organisation/unit-names.ts';
import { foldVietnamese } from '../../core/text/fold.ts';
import type { Document, SourceFile } from '../document.ts';
import { readDocument } from '../documents/read-document.ts';
import { type ImportRefusal, ImportRefused, refusing } from '../import-refusal.ts';
import { clusterProblems } from './cluster-problems.ts';
import { clusterKind, kindOfUnits, USUAL_CLUSTER_KINDS, unitKind } from './kinds.ts';
import { officeOf } from './offices.ts';
import type {
  ClusterReading,
  OrganisationProblem,
  OrganisationProblemCode,
  OrganisationReading,
  ReportOddity,
  UnitReading,
} from './organisation-reading.ts';
import { readUnitRows, type UnitRow } from './unit-table.ts';

/** Reads units and clusters from a .xlsx or .csv with one row a unit. What is odd is listed by row, not mended. */
export const readOrganisationFile = (file: SourceFile): Promise<ImportRefusal | OrganisationReading> =>
  refusing(async () => readOrganisation(await readDocument(file)));

function readOrganisation(document: Document): OrganisationReading {
  const problems: OrganisationProblem[] = [];
  const report: ReportOddity = (code, row, words) => problems.push({ code, row, words });
  const rows = readUnitRows(document, report);
  if (rows === null) throw new ImportRefused('IMPORT_NO_ORGANISATION_TABLE');
  const named = new Map<string, ClusterReading>();
  const units = new Map<string, UnitReading>();
  for (const row of rows) {
    const cluster = readCluster(row, named, report);
    if (row.isTitle) continue;
    const unit = readUnit(row, cluster, units, report);
    if (unit === null) continue;
    if (units.has(unit.code)) report('ORG_UNIT_REPEATED', row.row, repeated(unit, named));
    else units.set(unit.code, unit);
  }
  const found = [...units.values()];
  const clusters = [...named.values()].map((cluster) => withKind(cluster, found, report));
  return {
    clusters,
    units: found,
    problems: [...problems, ...alikeUnits(found), ...clusterProblems(clusters, found)].sort(
      (one, other) => one.row - other.row,
    ),
  };
}

/** What the further row of a unit says of it: another cluster, another person. */
const repeated = (
  { name, membership, contact }: UnitReading,
  clusters: ReadonlyMap<string, ClusterReading>,
) => [name, clusters.get(membership?.cluster ?? '')?.name, contact?.name].filter((words) => words).join(', ');

/** Units without codes of their own whose names differ in nothing but their spelling. */
function alikeUnits(units: readonly UnitReading[]): OrganisationProblem[] {
  const met = new Set<string>();
  return units.flatMap(({ name, codeMade, row }): OrganisationProblem[] => {
    const words = nameWords(name).join(' ');
    const isAlike = codeMade === true && met.has(words);
    met.add(words);
    return isAlike ? [{ code: 'ORG_UNITS_ALIKE', row, words: name }] : [];
  });
}

const KIND_OF_UNITS: Readonly<Record<string, OrganisationProblemCode>> = {
  school: 'ORG_CLUSTER_KIND_OF_SCHOOLS',
  administrative: 'ORG_CLUSTER_KIND_OF_COMMUNES',
};

/** A cluster whose kind the file leaves out is of that of its units, where all are of one. */
function withKind(
  cluster: ClusterReading,
  units: readonly UnitReading[],
  report: ReportOddity,
): ClusterReading {
  if (cluster.kind !== '') return cluster;
  const members = units.filter(({ membership }) => membership?.cluster === cluster.code);
  const kind = kindOfUnits(members.map(({ name }) => name)) ?? '';
  report(KIND_OF_UNITS[kind] ?? 'ORG_CLUSTER_KIND_MISSING', cluster.row, cluster.name);
  return { ...cluster, kind, kindMade: true };
}

function readCluster(row: UnitRow, known: Map<string, ClusterReading>, report: ReportOddity): string | null {
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

/** A row that leaves the code out means the cluster of that name above it, "Cụm số 1" that of "Cụm số 01". */
function codeNamed(known: ReadonlyMap<string, ClusterReading>, name: string): string | undefined {
  const clusters = [...known.values()];
  const words = nameWords(name).join(' ');
  const named =
    clusters.find((cluster) => cluster.name === name) ??
    clusters.find((cluster) => nameWords(cluster.name).join(' ') === words);
  return named?.code;
}

function readUnit(
  row: UnitRow,
  cluster: string | null,
  known: ReadonlyMap<string, UnitReading>,
  report: ReportOddity,
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
  row: UnitRow,
  cluster: string | null,
  report: ReportOddity,
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

function readContact(row: UnitRow, report: ReportOddity): UnitContact | null {
  const phones = row.lines('contact_phone');
  const names = row.lines('contact_name');
  const contact: UnitContact = {
    // Two people of one cell, each with a number; a single name may be broken over lines.
    name: names.join(names.length === phones.length ? '; ' : ' '),
    title: row.value('contact_title'),
    phone: phones.join('; '),
    leaderName: row.value('leader_name'),
    leaderTitle: row.value('leader_title'),
  };
  const isOdd = contact.phone.split(/[;,/]|\s[-–]\s/).some((phone) => !PHONE.test(phone.trim()));
  if (contact.phone !== '' && isOdd) report('ORG_PHONE_ODD', row.row, contact.phone);
  return Object.values(contact).every((value) => value === '') ? null : contact;
}

/** National numbers begin with 0, which a spreadsheet takes for idle before a number; none has more than 13 digits. */
const PHONE = /^(\+|\(?0)(?:[\s.()-]*\d){6,13}$/;

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
