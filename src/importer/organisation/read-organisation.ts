import type { Office } from '../../core/organisation/cluster.ts';
import type { ClusterReading } from '../../core/organisation/organisation-reading.ts';
import type { UnitContact } from '../../core/organisation/unit.ts';
import { foldVietnamese } from '../../core/text/fold.ts';
import type { Document, SourceFile } from '../document.ts';
import { readDocument } from '../documents/read-document.ts';
import { type ImportRefusal, ImportRefused, refusing } from '../import-refusal.ts';
import { clusterProblems } from './cluster-problems.ts';
import { ORGANISATION_COLUMNS, type OrganisationColumn } from './organisation-columns.ts';
import type {
  OrganisationProblem,
  OrganisationProblemCode,
  OrganisationReading,
  UnitReading,
} from './organisation-reading.ts';
import { type NamedRow, readNamedTable } from './table-columns.ts';

/** Reads units and clusters from a .xlsx or .csv with one row a unit. What is odd is listed by row, not mended. */
export const readOrganisationFile = (file: SourceFile): Promise<ImportRefusal | OrganisationReading> =>
  refusing(async () => readOrganisation(await readDocument(file)));

type OrganisationRow = NamedRow<OrganisationColumn>;
type Report = (code: OrganisationProblemCode, row: number, words: string) => void;

function readOrganisation(document: Document): OrganisationReading {
  const table = readNamedTable(document, ORGANISATION_COLUMNS, ['unit_name']);
  if (table === null) throw new ImportRefused('IMPORT_NO_ORGANISATION_TABLE');
  const problems: OrganisationProblem[] = [];
  const report: Report = (code, row, words) => problems.push({ code, row, words });
  const clusters = new Map<string, ClusterReading>();
  const units = new Map<string, UnitReading>();
  const rows = table.rows.filter((row) => !isRemark(row, report));
  const goesDown = clustersGoDown(rows);
  let above: string | null = null;
  for (const row of rows) {
    const named = readCluster(row, clusters, report);
    above = named ?? (goesDown ? above : null);
    if (goesDown && named !== null && isHeading(row)) continue;
    const unit = readUnit(row, above, units, report);
    if (unit === null) continue;
    if (units.has(unit.code)) report('ORG_UNIT_REPEATED', row.row, unit.code);
    else units.set(unit.code, unit);
  }
  const all = [...units.values()];
  return {
    clusters: [...clusters.values()],
    units: all,
    problems: [...problems, ...clusterProblems([...clusters.values()], all)].sort(
      (one, other) => one.row - other.row,
    ),
  };
}

/** A sum or a note under the units, which is none of them. */
function isRemark(row: OrganisationRow, report: Report): boolean {
  const words = COLUMNS.map((column) => row.value(column)).filter((value) => value !== '');
  const isNote = words.length <= 2 && words.some((value) => REMARK.test(value));
  if (isNote) report('ORG_ROW_PASSED_OVER', row.row, words.join(' '));
  return isNote;
}

const COLUMNS = Object.keys(ORGANISATION_COLUMNS) as OrganisationColumn[];
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
  const kind = kindOf(CLUSTER_KINDS, kindWords);
  const kinds = [...CLUSTER_KINDS.map(([, usual]) => usual), ...[...known.values()].map((one) => one.kind)];
  if (kind !== '' && !kinds.includes(kind)) report('ORG_CLUSTER_KIND_NEW', row.row, kindWords);
  if (before === undefined) {
    if (given === '') report('ORG_CLUSTER_CODE_MADE', row.row, `${name}: ${code}`);
    if (kind === '') report('ORG_CLUSTER_KIND_MISSING', row.row, name === '' ? code : name);
    known.set(code, { code, codeMade: given === '', name: name === '' ? code : name, kind });
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
    kind: kindOf(UNIT_KINDS, row.value('unit_kind')),
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

const OFFICES: readonly (readonly [Office, RegExp])[] = [
  ['lead', /^(lead|head|truong|(don vi )?(cum|khoi) truong|truong (cum|khoi))( thi dua)?$/],
  ['deputy', /^(deputy|pho|(don vi )?(cum|khoi) pho|pho( truong)? (cum|khoi))( thi dua)?( \d)?$/],
  ['member', /^(|member|(don vi )?thanh vien( (cum|khoi))?)$/],
];

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
  const office = OFFICES.find(([, pattern]) => pattern.test(foldVietnamese(words)))?.[0];
  if (office === undefined) report('ORG_ROLE_UNKNOWN', row.row, words);
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

type Kinds = readonly (readonly [words: RegExp, code: string])[];

const SCHOOL = [/^((nha )?truong|schools?|giao duc|mam non|tieu hoc|thcs|thpt)( |$)/, 'school'] as const;

/** Those that a new office has. */
const CLUSTER_KINDS: Kinds = [
  [/^(hanh chinh|administrative|(ubnd )?(phuong|xa|thi tran))( |$)/, 'administrative'],
  SCHOOL,
];

const UNIT_KINDS: Kinds = [
  SCHOOL,
  [/^hanh chinh$/, 'administrative'],
  [/^(ubnd )?(phuong|xa|thi tran)$/, 'ward'],
  [/^(phong|phong ban|phong chuyen mon|so)$/, 'department'],
];

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
