import type { ChatId, ClusterId, PersonId } from '../../core/id.ts';
import type { Chat } from '../../core/organisation/chat.ts';
import type { Cluster, ClusterKind, Membership } from '../../core/organisation/cluster.ts';
import type { Directory } from '../../core/organisation/directory.ts';
import type { Duty } from '../../core/organisation/hand-over.ts';
import type { Appointment, ChannelIdentity, Person } from '../../core/organisation/person.ts';
import type { Settings } from '../../core/organisation/settings.ts';
import type { Unit } from '../../core/organisation/unit.ts';
import type { LocalDate } from '../../core/time/local-date.ts';

/** The one organisation of this database. Every write raises the directory's revision. */
export interface OrganisationRepository {
  /** The directory of the present revision, perhaps from a cache that is checked against the database. */
  directory(): Promise<Directory>;
  saveSettings(settings: Settings): Promise<void>;
  saveClusterKind(kind: ClusterKind): Promise<void>;
  saveUnit(unit: Unit): Promise<void>;
  saveCluster(cluster: Cluster): Promise<void>;
  /** Replaces all memberships of the cluster. */
  replaceMemberships(clusterId: ClusterId, memberships: readonly Membership[]): Promise<void>;
  savePerson(person: Person): Promise<void>;
  saveIdentity(identity: ChannelIdentity): Promise<void>;
  /** The channels know the person no longer. */
  removeIdentities(personId: PersonId): Promise<void>;
  addAppointment(appointment: Appointment): Promise<void>;
  /** Whatever the person holds beyond that day ends with it, or one duty of their own alone. */
  endAppointments(personId: PersonId, on: LocalDate, only?: Duty): Promise<void>;
  /** One that was ended, or dropped before it began, holds again as given. */
  restoreAppointment(appointment: Appointment): Promise<void>;
  /** Whoever stands in for the person in this duty beyond that day does so no longer. */
  dropStandIns(absent: PersonId, duty: Duty, on: LocalDate): Promise<void>;
  saveChat(chat: Chat): Promise<void>;
  /** The chat's id at its channel changed (a migration), where the bot is in it still. True if this call changed it. */
  moveChat(channel: string, from: string, to: string): Promise<boolean>;
  /** Nothing can be said there any more. True if this call changed it. */
  loseChat(chatId: ChatId): Promise<boolean>;
  /** Whether settings were ever saved; without them there is no directory. */
  isPrepared(): Promise<boolean>;
  /** `sandbox` or `real`, recorded when the database was first started. */
  kind(): Promise<DatabaseKind | null>;
  recordKind(kind: DatabaseKind): Promise<void>;
}

export type DatabaseKind = 'sandbox' | 'real';
