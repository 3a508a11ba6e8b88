import type { UnitId } from '../id.ts';
import type { Directory } from '../organisation/directory.ts';
import { isUnitActive, type Unit } from '../organisation/unit.ts';
import { foldVietnamese } from '../text/fold.ts';
import type { LocalDate } from '../time/local-date.ts';
import { roleOf } from './party-words.ts';
import type { PlanReading } from './plan-reading.ts';
import { nameLikeness, nameWords } from './unit-names.ts';

/** Whom the words of a plan name in this organisation. */
export type PartyMatch =
  /** Several where a unit was divided among its successors, or the words name every unit of a sort. */
  | { readonly kind: 'units'; readonly unitIds: readonly UnitId[] }
  | { readonly kind: 'each_unit' }
  | { readonly kind: 'cluster_head' }
  | { readonly kind: 'council_member' }
  /** Deputies and members of clusters, who help but owe nothing of their own. */
  | { readonly kind: 'words' }
  /** Up to three units that it may be, likeliest first. */
  | { readonly kind: 'unmatched'; readonly choices: readonly UnitId[] };

export interface MatchedParty {
  readonly words: string;
  readonly match: PartyMatch;
  /** Numbers of the tasks that it leads; empty for a mere coordinator. */
  readonly leads: readonly string[];
}

type Organisation = Pick<Directory, 'units' | 'settings'> &
  Partial<Pick<Directory, 'clusters' | 'memberships'>>;

const SURE = 0.9;
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
  const names = namesOf(organisation);
  const known = new Map<string, PartyMatch>();
  return (words) => {
    const match = known.get(words) ?? matchWords(words, names, organisation, on);
    known.set(words, match);
    return match;
  };
}

interface UnitName {
  readonly unit: Unit;
  readonly words: readonly string[];
  readonly isFormer: boolean;
}

const namesOf = ({ units }: Organisation): UnitName[] =>
  units.flatMap((unit) =>
    [
      ...[unit.name, unit.code, ...unit.aliases].map((name) => ({ name, isFormer: false })),
      ...unit.formerNames.map(({ name }) => ({ name, isFormer: true })),
    ].map(({ name, isFormer }) => ({ unit, words: nameWords(name), isFormer })),
  );

function matchWords(
  words: string,
  names: readonly UnitName[],
  organisation: Organisation,
  on: LocalDate,
): PartyMatch {
  const role = roleOf(words);
  const members =
    role === 'each_unit' || role === 'cluster_member' ? membersNamed(words, organisation, on) : null;
  if (members !== null) {
    return members.length > 0 ? { kind: 'units', unitIds: members } : { kind: 'unmatched', choices: [] };
  }
  if (role === 'each_unit' || role === 'cluster_head' || role === 'council_member') return { kind: role };
  if (role !== 'unit') return { kind: 'words' };
  const sort = unitsOfSort(words, organisation.units, on);
  if (sort.length > 0) return { kind: 'units', unitIds: sort };
  const ranked = rank(words, names, new Set(nameWords(organisation.settings.name)));
  const heirs = namesakes(ranked)
    .map(({ unit }) => living(unit, organisation.units, on))
    .filter((ids) => ids.length > 0);
  const [first] = heirs;
  // A unit and the one it was renamed into may bear one name; two units of one name are for a person to tell apart.
  if (first !== undefined && heirs.every((ids) => ids.join() === first.join()))
    return { kind: 'units', unitIds: first };
  const choices = ranked
    .filter(({ likeness }) => likeness >= THINKABLE)
    .flatMap(({ unit }) => living(unit, organisation.units, on));
  return { kind: 'unmatched', choices: [...new Set(choices)].slice(0, MOST_CHOICES) };
}

function rank(
  words: string,
  names: readonly UnitName[],
  place: ReadonlySet<string>,
): { unit: Unit; likeness: number }[] {
  const asked = nameWords(words);
  const best = new Map<Unit, number>();
  for (const name of names) {
    const found = nameLikeness(asked, name.words, place);
    // Whoever is called so today comes before whoever was.
    const likeness = name.isFormer ? Math.min(found, SURE) : found;
    best.set(name.unit, Math.max(best.get(name.unit) ?? 0, likeness));
  }
  return [...best]
    .map(([unit, likeness]) => ({ unit, likeness }))
    .sort((one, other) => other.likeness - one.likeness);
}

const namesakes = (ranked: readonly { unit: Unit; likeness: number }[]): { unit: Unit; likeness: number }[] =>
  ranked.filter(({ likeness }) => likeness >= SURE && likeness === ranked[0]?.likeness);

const COUNCIL = '(?:ubnd|uy ban nhan dan)';
/** Whose heads owe for them: "Hiệu trưởng các trường". */
const HEADS = '(?:hieu truong|thu truong|chu tich|giam doc|truong)';
const SORT = new RegExp(
  `^(?:${HEADS} )?(?:${COUNCIL} )?(.+ )??(?:tat ca |toan bo )?cac\\s+(?:${COUNCIL} )?(.+?)(?: hoc)?(?: (?:tren dia ban|trong (?:cum|khoi|quan|phuong|xa)|(?:truc )?thuoc)\\b.*)?$`,
);

/** "Các phường", "UBND các phường", "Ban CHQS các phường", "các trường trên địa bàn": the units whose names begin so. */
function unitsOfSort(words: string, units: readonly Unit[], on: LocalDate): UnitId[] {
  const said = SORT.exec(foldVietnamese(words));
  if (said === null) return [];
  const body = said[1] === undefined ? '' : `${nameWords(said[1]).join(' ')} `;
  const wanted = (said[2] ?? '')
    .split(/,|\sva\s/)
    .map((part) => nameWords(part).join(' '))
    .filter((part) => part !== '')
    .map((part) => `${body}${part}`);
  return units
    .filter((unit) => isUnitActive(unit, on))
    .filter((unit) => {
      const name = nameWords(unit.name)
        .join(' ')
        .replace(/^uy ban nhan dan /, '');
      return wanted.some((part) => name.startsWith(`${part} `));
    })
    .map((unit) => unit.id);
}

const OF_CLUSTER = /(?:^|\s)((?:cum|khoi)\s.*\d.*)$/;

/** "Các đơn vị trong Cụm thi đua số 2": the members of that cluster, none where it is not known; null for no cluster. */
function membersNamed(
  words: string,
  { clusters = [], memberships = [], units }: Organisation,
  on: LocalDate,
): UnitId[] | null {
  const said = OF_CLUSTER.exec(foldVietnamese(words))?.[1];
  if (said === undefined) return null;
  const cluster = clusters.find(({ name }) => clusterName(name) === clusterName(said));
  return memberships
    .filter(({ clusterId, from, to }) => clusterId === cluster?.id && from <= on && (to === null || on <= to))
    .map(({ unitId }) => unitId)
    .filter((id) => units.some((unit) => unit.id === id && isUnitActive(unit, on)));
}

/** "Cụm thi đua số 2" and "Cụm 2" are one name. */
const clusterName = (name: string): string =>
  foldVietnamese(name)
    .replace(/(thi dua|so) /g, '')
    .trim();

/** The unit itself while it lives, else those that took its work over, however often units were merged. */
function living(unit: Unit, units: readonly Unit[], on: LocalDate, seen = new Set<UnitId>()): UnitId[] {
  if (isUnitActive(unit, on)) return [unit.id];
  if (seen.has(unit.id)) return [];
  seen.add(unit.id);
  const heirs = unit.successorIds.flatMap((id) => units.filter((candidate) => candidate.id === id));
  return [...new Set(heirs.flatMap((heir) => living(heir, units, on, seen)))];
}
