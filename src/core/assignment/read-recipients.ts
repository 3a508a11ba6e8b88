import type { ClusterId, UnitId } from '../id.ts';
import {
  appointmentsOf,
  clustersOn,
  type Directory,
  membersOf,
  peopleWithRole,
} from '../organisation/directory.ts';
import { isUnitActive } from '../organisation/unit.ts';
import { matchParty } from '../plan/match-leads.ts';
import { partiesIn, roleOf } from '../plan/party-words.ts';
import type { NamedParty } from '../plan/plan-book.ts';
import type { NameIndex } from '../question/name-index.ts';
import { foldVietnamese } from '../text/fold.ts';
import type { LocalDate } from '../time/local-date.ts';
import type { Recipient } from './assignment.ts';

export interface UnknownName {
  readonly words: string;
  readonly choices: readonly Recipient[];
}

/** Whom words name to do a task. */
export interface RecipientReading {
  readonly recipients: readonly Recipient[];
  /** Clusters that were named as such: each once, or each unit of them, is for a person to say. */
  readonly clusterIds: readonly ClusterId[];
  /** Names that are nobody's, with units that they may be. */
  readonly unknown: readonly UnknownName[];
}

export const NOBODY: RecipientReading = { recipients: [], clusterIds: [], unknown: [] };

/** Reads names as they stand before the verb of a task, or typed alone: "các trường", "phường Kim Mã, cụm 1". */
export function readRecipients(
  words: string,
  directory: Directory,
  names: NameIndex,
  today: LocalDate,
): RecipientReading {
  const read = namesIn(words).map((name) => readName(name, directory, names, today));
  const recipients = read.flatMap((one) => one.recipients);
  const seen = new Set<string>();
  return {
    recipients: recipients.filter(({ id }) => !seen.has(id) && seen.add(id) !== undefined),
    clusterIds: [...new Set(read.flatMap((one) => one.clusterIds))],
    unknown: read.flatMap((one) => one.unknown),
  };
}

/** A list's later names may be typed in lower case, which documents never do. */
const namesIn = (words: string): string[] =>
  partiesIn(words).flatMap((party) =>
    party
      .split(/\s*[,;]\s*|\s+và\s+(?=(?:các|trường|phường|xã|phòng|cụm|khối|ubnd)(?!\p{L}))/iu)
      .filter((name) => name !== ''),
  );

const asUnits = (ids: readonly UnitId[]): Recipient[] => ids.map((id) => ({ kind: 'unit', id }));
const recipientOf = (party: NamedParty): Recipient =>
  party.kind === 'cluster' ? { kind: 'cluster', id: party.clusterId } : { kind: 'unit', id: party.unitId };
const units = (ids: readonly UnitId[]): RecipientReading => ({ ...NOBODY, recipients: asUnits(ids) });

function readName(words: string, directory: Directory, names: NameIndex, today: LocalDate): RecipientReading {
  const role = roleOf(words);
  // Without marks "cụm trường" and "cụm trưởng" are one.
  if (role === 'cluster_head' && !/trường/iu.test(words.normalize('NFC'))) {
    const one = matchParty(words, directory, today);
    const ids = one.kind === 'cluster' ? [one.clusterId] : clustersOn(directory, today).map(({ id }) => id);
    return { ...NOBODY, recipients: ids.map((id) => ({ kind: 'cluster', id })) };
  }
  if (role === 'cluster_member') {
    return units(
      clustersOn(directory, today).flatMap(({ id }) =>
        membersOf(directory, id, today).map((unit) => unit.id),
      ),
    );
  }
  const clusterIds = clustersCalled(words, directory, names);
  if (clusterIds.length > 0) return { ...NOBODY, clusterIds };
  const match = matchParty(words, directory, today);
  switch (match.kind) {
    case 'units':
      return units(match.unitIds);
    case 'each_unit':
      return units(everyUnit(directory, today));
    case 'unmatched': {
      const found = names.find(words, ['unit']);
      if (found !== null && 'winner' in found) return units([found.winner.id as UnitId]);
      const choices =
        found === null
          ? match.choices.map(recipientOf)
          : asUnits(found.choices.map(({ id }) => id as UnitId));
      return { ...NOBODY, unknown: [{ words, choices }] };
    }
    case 'cluster':
      return { ...NOBODY, clusterIds: [match.clusterId] };
    case 'cluster_head':
    case 'council_member':
    case 'words':
      return { ...NOBODY, unknown: [{ words, choices: [] }] };
  }
}

/** "Các cụm", "cụm 1", "các cụm trường học": clusters by name or by their kind. */
function clustersCalled(words: string, { clusters, clusterKinds }: Directory, names: NameIndex): ClusterId[] {
  const said = /^((?:tat ca )?(?:cac )?)(?:cum|khoi)(?: thi dua)?\s*(.*)$/.exec(foldVietnamese(words).trim());
  if (said === null) return [];
  const [, each = '', rest = ''] = said;
  if (rest === '') return each === '' ? [] : clusters.map(({ id }) => id);
  const bare = (name: string) =>
    foldVietnamese(name)
      .replace(/(?<!\w)(?:cum|khoi|thi dua|so)(?!\w)/g, ' ')
      .replace(/\s+/g, ' ')
      .trim();
  const namesakes = each === '' ? clusters.filter(({ name }) => bare(name) === bare(rest)) : [];
  if (namesakes.length === 1) return namesakes.map(({ id }) => id);
  const found = each === '' ? names.find(words, ['cluster']) : null;
  if (found !== null && 'winner' in found) return [found.winner.id as ClusterId];
  const kinds = clusterKinds
    .filter((kind) => `${foldVietnamese(kind.names.vi)} `.includes(` ${rest} `) || kind.code === rest)
    .map(({ code }) => code);
  return clusters.filter(({ kind }) => kinds.includes(kind)).map(({ id }) => id);
}

/** All units but the standing agency's own, which gives the task. */
export function everyUnit(directory: Directory, today: LocalDate): UnitId[] {
  const own = new Set(
    peopleWithRole(directory, 'secretariat', today).flatMap(({ id }) =>
      appointmentsOf(directory, id, today).flatMap(({ role, unitId }) =>
        role === 'secretariat' ? (unitId ?? []) : [],
      ),
    ),
  );
  return directory.units.filter((unit) => isUnitActive(unit, today) && !own.has(unit.id)).map(({ id }) => id);
}
