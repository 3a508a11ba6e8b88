import type { ClusterId, UnitId } from '../id.ts';
import type { Cluster } from '../organisation/cluster.ts';
import { type Directory, isInForce } from '../organisation/directory.ts';
import {
  type NameParts,
  nameLikeness,
  nameParts,
  type OwnPlace,
  ownPlace,
  SURE,
} from '../organisation/name-likeness.ts';
import { isUnitActive, type Unit } from '../organisation/unit.ts';
import { nameWords, schoolWords } from '../organisation/unit-names.ts';
import { foldVietnamese } from '../text/fold.ts';
import type { LocalDate } from '../time/local-date.ts';
import { clusterCalled, clusterSaid, clustersLike } from './cluster-names.ts';
import { roleOf, unitOfHead } from './party-words.ts';
import type { NamedParty } from './plan-book.ts';
import type { PlanReading } from './plan-reading.ts';

/** Whom the words of a plan name in this organisation. */
export type PartyMatch =
  /** Several where a unit was divided among its successors, or the words name every unit of a sort. */
  | { readonly kind: 'units'; readonly unitIds: readonly UnitId[] }
  /** One cluster, or its head for it. */
  | { readonly kind: 'cluster'; readonly clusterId: ClusterId }
  | { readonly kind: 'each_unit' }
  | { readonly kind: 'cluster_head' }
  | { readonly kind: 'council_member' }
  /** Deputies and members of clusters, who help but owe nothing of their own. */
  | { readonly kind: 'words' }
  /** Up to three that it may be, likeliest first. */
  | { readonly kind: 'unmatched'; readonly choices: readonly NamedParty[] };

export interface MatchedParty {
  readonly words: string;
  readonly match: PartyMatch;
  /** Numbers of the tasks that it leads; empty for a mere coordinator. */
  readonly leads: readonly string[];
}

/** What names are held against. */
export type Organisation = Pick<Directory, 'units' | 'settings'> &
  Partial<Pick<Directory, 'clusters' | 'memberships'>>;

const THINKABLE = 0.3;
const MOST_CHOICES = 3;

/** Every name that leads or helps, once, with whom it names on `on`: by name and other names, through successors. */
export function matchLeads(
  reading: Pick<PlanReading, 'tasks'>,
  organisation: Organisation,
  on: LocalDate,
): MatchedParty[] {
  const parties = new Map<string, { words: string; leads: string[] }>();
  const meet = (words: string, leadsNo: string | null): void => {
    const key = foldVietnamese(words);
    const party = parties.get(key) ?? { words, leads: [] };
    if (leadsNo !== null) party.leads.push(leadsNo);
    parties.set(key, party);
  };
  for (const task of reading.tasks) {
    for (const lead of [task.lead, ...task.coLeads]) if (lead !== null) meet(lead.words, task.no);
    for (const words of task.coordinating) meet(words, null);
  }
  const match = partyMatcher(organisation, on);
  return [...parties.values()].map(({ words, leads }) => ({ words, leads, match: match(words) }));
}

/** Whom one name names. */
export const matchParty = (words: string, organisation: Organisation, on: LocalDate): PartyMatch =>
  partyMatcher(organisation, on)(words);

/** Whom names name, where there are many of them, most of them the same. */
export function partyMatcher(organisation: Organisation, on: LocalDate): (words: string) => PartyMatch {
  const place = ownPlace(organisation.settings.name);
  const names = namesOf(organisation.units, place);
  const known = new Map<string, PartyMatch>();
  return (words) => {
    const match = known.get(words) ?? matchWords(words, { names, place }, organisation, on);
    known.set(words, match);
    return match;
  };
}

const clustersAsked = (clusters: readonly Cluster[], words: string): NamedParty[] =>
  clustersLike(clusters, words, THINKABLE)
    .slice(0, MOST_CHOICES)
    .map(({ id }) => ({ kind: 'cluster', clusterId: id }));

interface UnitName {
  readonly unit: Unit;
  readonly parts: NameParts;
  readonly isFormer: boolean;
}

interface KnownNames {
  readonly names: readonly UnitName[];
  readonly place: OwnPlace;
}

const namesOf = (units: readonly Unit[], place: OwnPlace): UnitName[] =>
  units.flatMap((unit) =>
    [
      ...[unit.name, ...unit.aliases].map((name) => ({ words: nameWords(name), isFormer: false })),
      ...unit.formerNames.map(({ name }) => ({ words: nameWords(name), isFormer: true })),
    ].map(({ words, isFormer }) => ({ unit, parts: nameParts(words, place), isFormer })),
  );

function matchWords(words: string, known: KnownNames, organisation: Organisation, on: LocalDate): PartyMatch {
  const role = roleOf(words);
  const clusters = (organisation.clusters ?? []).filter((cluster) => isInForce(cluster, on));
  const said = clusterSaid(words);
  const cluster = clusterCalled(clusters, role === 'unit' ? words : (said ?? words));
  if ((role === 'each_unit' || role === 'cluster_member') && said !== null) {
    const members = cluster === null ? [] : membersOn(cluster, organisation, on);
    return members.length > 0 ? { kind: 'units', unitIds: members } : { kind: 'unmatched', choices: [] };
  }
  if (cluster !== null && (role === 'cluster_head' || role === 'unit')) {
    return { kind: 'cluster', clusterId: cluster.id };
  }
  if (role === 'cluster_head' && said !== null) {
    return { kind: 'unmatched', choices: clustersAsked(clusters, said) };
  }
  if (role === 'each_unit' || role === 'cluster_head' || role === 'council_member') return { kind: role };
  if (role !== 'unit') return { kind: 'words' };
  const sort = unitsOfSort(words, organisation.units, on);
  if (sort.length > 0) return { kind: 'units', unitIds: sort };
  const ranked = rank(words, known);
  const heirs = namesakes(ranked)
    .map(({ unit }) => living(unit, organisation.units, on))
    .filter((ids) => ids.length > 0);
  const [first] = heirs;
  // A unit and the one it was renamed into may bear one name; two units of one name are for a person to tell apart.
  if (first !== undefined && heirs.every((ids) => ids.join() === first.join()))
    return { kind: 'units', unitIds: first };
  const like = ranked
    .filter(({ likeness }) => likeness >= THINKABLE)
    .flatMap(({ unit }) => living(unit, organisation.units, on));
  const choices: NamedParty[] = [
    ...clustersLike(clusters, words, THINKABLE).map(
      ({ id }) => ({ kind: 'cluster', clusterId: id }) as const,
    ),
    ...[...new Set(like)].map((unitId) => ({ kind: 'unit', unitId }) as const),
  ];
  return { kind: 'unmatched', choices: choices.slice(0, MOST_CHOICES) };
}

function rank(words: string, { names, place }: KnownNames): { unit: Unit; likeness: number }[] {
  const said = unitOfHead(words);
  const readings = [nameWords(said), nameWords(said, true)].map((reading) => nameParts(reading, place));
  const asked = [...new Map(readings.map((reading) => [reading.text, reading])).values()];
  const best = new Map<Unit, number>();
  for (const { unit, parts, isFormer } of names) {
    const found = Math.max(...asked.map((reading) => nameLikeness(reading, parts, place)));
    // Whoever is called so today comes before whoever was.
    const likeness = isFormer ? Math.min(found, SURE) : found;
    best.set(unit, Math.max(best.get(unit) ?? 0, likeness));
  }
  // A code is no abbreviation to be written out.
  const code = foldVietnamese(words).trim();
  return [...best]
    .map(([unit, likeness]) => ({ unit, likeness: foldVietnamese(unit.code) === code ? 1 : likeness }))
    .sort((one, other) => other.likeness - one.likeness);
}

const namesakes = (ranked: readonly { unit: Unit; likeness: number }[]): { unit: Unit; likeness: number }[] =>
  ranked.filter(({ likeness }) => likeness >= SURE && likeness === ranked[0]?.likeness);

const COUNCIL = '(?:ubnd|uy ban nhan dan)';
/** Whose heads owe for them: "Hiệu trưởng các trường". */
const HEADS = '(?:hieu truong|thu truong|chu tich|giam doc|truong)';
/** "Các", "ban CHQS các", "14", "14/14", "100% các". */
const ALL = '(?:(?<body>.+ )??(?:tat ca |toan bo |100 ?% )?cac|(?<count>\\d{1,3})(?:/\\k<count>)?)';
const SORT = new RegExp(
  `^(?:${HEADS} )?(?:${COUNCIL} )?${ALL}\\s+(?:${COUNCIL} |don vi (?=truong))?(?<sorts>.+?)(?: hoc)?(?: (?:tren dia ban|trong (?:cum|khoi|quan|phuong|xa)|(?:truc )?thuoc)\\b.*)?$`,
);
/** Sorts that documents name together though a place need not have all of them. */
const USUAL =
  /^(?:phuong|xa|thi tran|dac khu|truong(?: (?:mam non|tieu hoc|trung hoc co so|trung hoc pho thong))?)$/;

/** "Các phường", "UBND các phường", "14 phường", "các trường MN, TH": the units whose names begin so. */
function unitsOfSort(words: string, units: readonly Unit[], on: LocalDate): UnitId[] {
  const {
    body = '',
    count,
    sorts = '',
  } = SORT.exec(foldVietnamese(words).replace('nha truong', 'truong'))?.groups ?? {};
  if (sorts === '') return [];
  const isOfSchools = sorts.startsWith('truong');
  const parts = sorts
    .split(/,|\sva\s/)
    .map((part) => nameWords(part).join(' '))
    .filter((part) => part !== '')
    .map((part) => (isOfSchools ? `truong ${part.replace(/^truong ?/, '')}`.trim() : part));
  const names = units
    .filter((unit) => isUnitActive(unit, on))
    .map(({ id, name }) => ({
      id,
      name: schoolWords(
        nameWords(name)
          .join(' ')
          .replace(/^uy ban nhan dan /, ''),
      ),
    }));
  const ahead = body === '' ? '' : `${nameWords(body).join(' ')} `;
  const found = parts.map((part) =>
    names.filter(({ name }) => name.startsWith(`${ahead}${part} `)).map(({ id }) => id),
  );
  // Of sorts that are not all known, and of a number that is not theirs, those found are but some. "Ban" is of many sorts.
  if (found.some((ids, at) => parts[at] === 'ban' || (ids.length === 0 && !USUAL.test(parts[at] ?? ''))))
    return [];
  const all = [...new Set(found.flat())];
  return count === undefined || Number(count) === all.length ? all : [];
}

/** "Các đơn vị trong Cụm thi đua số 2": its members on that day. */
const membersOn = (cluster: Cluster, { memberships = [], units }: Organisation, on: LocalDate): UnitId[] =>
  memberships
    .filter(({ clusterId, from, to }) => clusterId === cluster.id && from <= on && (to === null || on <= to))
    .map(({ unitId }) => unitId)
    .filter((id) => units.some((unit) => unit.id === id && isUnitActive(unit, on)));

/** The unit itself while it lives, else those that took its work over, however often units were merged. */
function living(unit: Unit, units: readonly Unit[], on: LocalDate, seen = new Set<UnitId>()): UnitId[] {
  if (isUnitActive(unit, on)) return [unit.id];
  if (seen.has(unit.id)) return [];
  seen.add(unit.id);
  const heirs = unit.successorIds.flatMap((id) => units.filter((candidate) => candidate.id === id));
  return [...new Set(heirs.flatMap((heir) => living(heir, units, on, seen)))];
}
