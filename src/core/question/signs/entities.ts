import type { NameEntry } from '../names/name-entry.ts';
import type { Choice, ClusterType } from '../question.ts';
import type { Token } from '../token.ts';
import { isOneOf, means, wordSet } from '../words/word.ts';
import type { Reading } from './reading.ts';

/** A unit or cluster that a message names. */
export type Named = {
  readonly name: string;
  readonly entry: NameEntry | null;
  /** Other entries that the same words may mean. */
  readonly others: readonly NameEntry[];
  readonly start: number;
  readonly next: number;
};

export type Entities = {
  readonly unit: Named | null;
  readonly cluster: Named | null;
  readonly clusterType: ClusterType | null;
  /** Tokens that unit and cluster take. */
  readonly tokens: ReadonlySet<number>;
};

const UNIT_KINDS: readonly (readonly [said: string, shown: string])[] = [
  ['phường', 'Phường'],
  ['xã', 'Xã'],
  ['trường', 'Trường'],
  ['phòng', 'Phòng'],
  ['ban', 'Ban'],
  ['ubnd', 'UBND'],
  ['thcs', 'Trường THCS'],
  ['ward', 'Phường'],
];
const UNIT_KIND_WORDS = wordSet(UNIT_KINDS.map(([said]) => said).join(' '));
const LONGEST_NAME = 4;

export function entitiesIn(reading: Reading): Entities {
  const unit = mentioned(reading, 'unit') ?? unitAsSaid(reading);
  const cluster = mentioned(reading, 'cluster') ?? clusterAsSaid(reading);
  const taken = new Set<number>();
  for (const found of [unit, cluster])
    if (found !== null) for (let at = found.start; at < found.next; at++) taken.add(at);
  return { unit, cluster, clusterType: clusterTypeOf(reading, cluster), tokens: taken };
}

export function choicesOf(named: Named | null, slot: Choice['slot']): readonly Choice[] {
  if (named === null || named.others.length === 0 || named.entry === null) return [];
  return [named.entry, ...named.others]
    .slice(0, 3)
    .map((entry) => ({ slot, id: entry.id, name: entry.names[0] ?? '' }));
}

/** `Phường Kim Mã` for "UBND phường Kim Mã", `Cụm số 2` for "Cụm thi đua số 2": as people call them. */
function shortName(name: string): string {
  const bare = name
    .replace(/^(?:UBND|Uỷ ban nhân dân|Ủy ban nhân dân)\s+/iu, '')
    .replace(/^(cụm|khối)\s+thi đua\s+/iu, '$1 ');
  return bare.charAt(0).toUpperCase() + bare.slice(1);
}

function mentioned(reading: Reading, kind: 'unit' | 'cluster'): Named | null {
  for (const mention of reading.mentions) {
    const [entry, ...others] = mention.entries.filter((found) => found.kind === kind);
    if (entry === undefined) continue;
    return { name: shortName(entry.names[0] ?? ''), entry, others, start: mention.start, next: mention.next };
  }
  return null;
}

/** A unit that no index holds: its kind and the name that follows, as said. */
function unitAsSaid(reading: Reading): Named | null {
  for (const [at, token] of reading.tokens.entries()) {
    if (reading.audience.tokens.has(at)) continue;
    if (!isOneOf(token, UNIT_KIND_WORDS)) continue;
    const kind = UNIT_KINDS.find(([said]) => means(token, said));
    if (kind === undefined) continue;
    const next = nameEnd(reading, at + 1);
    if (next === at + 1) continue;
    const words = reading.tokens.slice(at + 1, next).map(capitalised);
    return { name: [kind[1], ...words].join(' '), entry: null, others: [], start: at, next };
  }
  return null;
}

function nameEnd(reading: Reading, from: number): number {
  let at = from;
  while (at < from + LONGEST_NAME) {
    const token = reading.tokens[at];
    if (token === undefined || token.breakBefore || token.kind !== 'word' || reading.audience.tokens.has(at))
      break;
    const asName = token.capital || reading.unexplained.includes(at);
    if (!asName) break;
    at++;
  }
  const number = reading.tokens[at];
  return at === from && number?.kind === 'number' && number.text.length <= 2 && !inTime(reading, at)
    ? at + 1
    : at;
}

function clusterAsSaid({ saidCluster }: Reading): Named | null {
  return saidCluster === null ? null : { ...saidCluster, entry: null, others: [] };
}

function clusterTypeOf(reading: Reading, cluster: Named | null): ClusterType | null {
  if (cluster !== null) return null;
  if (reading.cues.has('school')) return 'school';
  return reading.cues.has('administrative') ? 'administrative' : null;
}

function capitalised(token: Token): string {
  return token.kind === 'word' ? token.text.charAt(0).toUpperCase() + token.text.slice(1) : token.text;
}

function inTime(reading: Reading, at: number): boolean {
  return reading.times.some((time) => time.start <= at && at < time.next);
}
