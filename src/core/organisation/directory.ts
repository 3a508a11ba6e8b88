import type { ChatId, ClusterId, PersonId, UnitId } from '../id.ts';
import { addDays, type LocalDate } from '../time/local-date.ts';
import type { Chat } from './chat.ts';
import type { Cluster, ClusterKind, Membership, Office } from './cluster.ts';
import type { Appointment, ChannelIdentity, Person, Role } from './person.ts';
import type { Settings } from './settings.ts';
import { isUnitActive, type Unit } from './unit.ts';

/** The whole organisation as of one revision: a few hundred rows, read at once and asked by pure functions. */
export interface Directory {
  readonly settings: Settings;
  readonly units: readonly Unit[];
  readonly clusters: readonly Cluster[];
  readonly clusterKinds: readonly ClusterKind[];
  readonly memberships: readonly Membership[];
  readonly people: readonly Person[];
  readonly appointments: readonly Appointment[];
  readonly identities: readonly ChannelIdentity[];
  readonly chats: readonly Chat[];
}

/** A row known to exist: throws where the directory lacks it, which is a broken invariant. */
function known<Row>(row: Row | undefined, what: string, id: string): Row {
  if (row === undefined) throw new Error(`${what} ${id} is not in the directory`);
  return row;
}

export const unitById = (directory: Directory, id: UnitId): Unit =>
  known(
    directory.units.find((unit) => unit.id === id),
    'unit',
    id,
  );

export const clusterById = (directory: Directory, id: ClusterId): Cluster =>
  known(
    directory.clusters.find((cluster) => cluster.id === id),
    'cluster',
    id,
  );

export const chatById = (directory: Directory, id: ChatId): Chat =>
  known(
    directory.chats.find((chat) => chat.id === id),
    'chat',
    id,
  );

export const personById = (directory: Directory, id: PersonId): Person | null =>
  directory.people.find((person) => person.id === id) ?? null;

export function personAt(directory: Directory, channel: string, user: string): Person | null {
  const identity = directory.identities.find((known) => known.channel === channel && known.user === user);
  return identity === undefined ? null : personById(directory, identity.personId);
}

export const chatAt = (directory: Directory, channel: string, key: string): Chat | null =>
  directory.chats.find((chat) => chat.channel === channel && chat.key === key) ?? null;

export function appointmentsOf(directory: Directory, personId: PersonId, on: LocalDate): Appointment[] {
  return directory.appointments.filter((held) => held.personId === personId && holds(held, on));
}

export function peopleWithRole(directory: Directory, role: Role, on: LocalDate, unitId?: UnitId): Person[] {
  const ids = new Set(
    directory.appointments
      .filter(
        (held) => held.role === role && holds(held, on) && (unitId === undefined || held.unitId === unitId),
      )
      .map((held) => held.personId),
  );
  return directory.people.filter((person) => ids.has(person.id));
}

/** Focal points and leaders of a unit. */
export function servingPeople(directory: Directory, unitId: UnitId, on: LocalDate): Person[] {
  const serving = (['focal_point', 'leader'] as const).flatMap((role) =>
    peopleWithRole(directory, role, on, unitId),
  );
  return [...new Set(serving)];
}

/** The clusters that there are on a day. */
export const clustersOn = (directory: Directory, on: LocalDate): Cluster[] =>
  directory.clusters.filter((cluster) => isInForce(cluster, on));

export function membersOf(directory: Directory, clusterId: ClusterId, on: LocalDate): Unit[] {
  const rows = directory.memberships.filter((row) => row.clusterId === clusterId && holds(row, on));
  const members = new Set(rows.map((row) => row.unitId));
  return directory.units.filter((unit) => members.has(unit.id) && isUnitActive(unit, on));
}

export function officeHolders(
  directory: Directory,
  clusterId: ClusterId,
  office: Office,
  on: LocalDate,
): Unit[] {
  const held = new Set(
    directory.memberships
      .filter((row) => row.clusterId === clusterId && row.office === office && holds(row, on))
      .map((row) => row.unitId),
  );
  return directory.units.filter((unit) => held.has(unit.id) && isUnitActive(unit, on));
}

export function clusterOf(directory: Directory, unitId: UnitId, on: LocalDate): Cluster | null {
  const row = directory.memberships.find((member) => member.unitId === unitId && holds(member, on));
  return row === undefined ? null : clusterById(directory, row.clusterId);
}

export const groupsOf = (directory: Directory, clusterId: ClusterId): Chat[] =>
  directory.chats.filter(
    (chat) => chat.kind === 'group' && chat.clusterId === clusterId && chat.state === 'active',
  );

/**
 * The only unit in the place of one that ends, begun for it: who acts for the one acts for the other from then on.
 * Units that stood before have people of their own.
 */
export function onlyNewHeir({ units }: Directory, unit: Unit): Unit | null {
  const [only = null, ...others] = units.filter(({ id }) => unit.successorIds.includes(id));
  const isNew = unit.validTo !== null && only?.validFrom === addDays(unit.validTo, 1);
  return isNew && others.length === 0 ? only : null;
}

/** Groups of clusters in which the bot can no longer speak. */
export const lostGroups = (directory: Directory): Chat[] =>
  directory.chats.filter((chat) => chat.kind === 'group' && chat.clusterId !== null && chat.state === 'lost');

export const privateChatOf = (directory: Directory, personId: PersonId): Chat | null =>
  directory.chats.find((chat) => chat.kind === 'private' && chat.personId === personId) ?? null;

/** Whether a row of units or clusters is in force on the day. */
export const isInForce = (
  { validFrom, validTo }: { readonly validFrom: LocalDate | null; readonly validTo: LocalDate | null },
  on: LocalDate,
): boolean => holds({ from: validFrom, to: validTo }, on);

function holds(span: { from: LocalDate | null; to: LocalDate | null }, on: LocalDate): boolean {
  return (span.from === null || span.from <= on) && (span.to === null || on <= span.to);
}
