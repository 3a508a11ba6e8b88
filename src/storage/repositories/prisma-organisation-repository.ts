import type { DatabaseKind, OrganisationRepository } from '../../app/ports/organisation-repository.ts';
import type { ChatId, ClusterId, PersonId } from '../../core/id.ts';
import type { Chat } from '../../core/organisation/chat.ts';
import type { Cluster, ClusterKind, Membership } from '../../core/organisation/cluster.ts';
import type { Directory } from '../../core/organisation/directory.ts';
import type { Duty } from '../../core/organisation/hand-over.ts';
import type { Appointment, ChannelIdentity, Person } from '../../core/organisation/person.ts';
import type { Settings } from '../../core/organisation/settings.ts';
import type { Unit } from '../../core/organisation/unit.ts';
import type { LocalDate } from '../../core/time/local-date.ts';
import type { CachedReads } from '../cached-reads.ts';
import type { Client } from '../database/client.ts';
import * as map from '../rows/organisation-mapper.ts';
import { RowReader } from '../rows/row-reader.ts';

const ORGANISATION = { id: 1 };
const BY_ID = { orderBy: { id: 'asc' } } as const;

/** Rows come in the order in which they were made: ids are ordered by time. */
export class PrismaOrganisationRepository implements OrganisationRepository {
  readonly #client: Client;
  readonly #cached: CachedReads;

  constructor(client: Client, cached: CachedReads) {
    this.#client = client;
    this.#cached = cached;
  }

  /** Throws where nobody has set the organisation up yet. */
  directory(): Promise<Directory> {
    return this.#cached.read('directory', () => this.#load());
  }

  async saveSettings(settings: Settings): Promise<void> {
    await this.#write();
    await this.#client.organisation.update({
      where: ORGANISATION,
      data: { settings: JSON.stringify(settings) },
    });
  }

  async saveClusterKind({ code, names, calendar }: ClusterKind): Promise<void> {
    await this.#write();
    const data = { nameVi: names.vi, nameEn: names.en, calendar };
    await this.#client.clusterKind.upsert({ where: { code }, create: { code, ...data }, update: data });
  }

  async saveUnit({ id, aliases, contact, successorIds, formerNames, ...rest }: Unit): Promise<void> {
    await this.#write();
    const data = {
      code: rest.code,
      name: rest.name,
      aliases: JSON.stringify(aliases),
      kind: rest.kind,
      parentId: rest.parentId,
      validFrom: rest.validFrom,
      validTo: rest.validTo,
      contact: contact === null ? null : JSON.stringify(contact),
      tone: rest.tone ?? 'usual',
      former: JSON.stringify(formerNames),
      confirmedOn: rest.confirmedOn,
    };
    await this.#client.unit.upsert({ where: { id }, create: { id, ...data }, update: data });
    await this.#client.unitSuccessor.deleteMany({ where: { unitId: id } });
    if (successorIds.length === 0) return;
    await this.#client.unitSuccessor.createMany({
      data: successorIds.map((successorId, position) => ({ unitId: id, position, successorId })),
    });
  }

  async saveCluster({ id, code, name, kind, validFrom, validTo }: Cluster): Promise<void> {
    await this.#write();
    const data = { code, name, kind, validFrom, validTo };
    await this.#client.cluster.upsert({ where: { id }, create: { id, ...data }, update: data });
  }

  async replaceMemberships(clusterId: ClusterId, memberships: readonly Membership[]): Promise<void> {
    await this.#write();
    await this.#client.membership.deleteMany({ where: { clusterId } });
    await this.#client.membership.createMany({
      data: memberships.map(({ unitId, office, from, to }) => ({ clusterId, unitId, office, from, to })),
    });
  }

  async savePerson({ id, name, title, address, reminders }: Person): Promise<void> {
    await this.#write();
    const data = { name, title, address, reminders };
    await this.#client.person.upsert({ where: { id }, create: { id, ...data }, update: data });
  }

  async saveIdentity({ channel, user, personId }: ChannelIdentity): Promise<void> {
    await this.#write();
    await this.#client.identity.upsert({
      where: { channel_user: { channel, user } },
      create: { channel, user, personId },
      update: { personId },
    });
  }

  async addAppointment({ standsInFor, ...rest }: Appointment): Promise<void> {
    await this.#write();
    await this.#client.appointment.create({ data: { ...rest, standsFor: standsInFor } });
  }

  async removeIdentities(personId: PersonId): Promise<void> {
    await this.#write();
    await this.#client.identity.deleteMany({ where: { personId } });
  }

  async endAppointments(personId: PersonId, on: LocalDate, only?: Duty): Promise<void> {
    await this.#write();
    const where = {
      personId,
      ...(only === undefined
        ? {}
        : { role: only.role, unitId: only.unitId, clusterId: only.clusterId, standsFor: null }),
    };
    // What would begin later never does.
    await this.#client.appointment.deleteMany({ where: { ...where, from: { gt: on } } });
    await this.#client.appointment.updateMany({
      where: { ...where, OR: [{ to: null }, { to: { gt: on } }] },
      data: { to: on },
    });
  }

  async restoreAppointment(appointment: Appointment): Promise<void> {
    await this.#write();
    const { standsInFor, to, ...where } = appointment;
    const row = { where: { ...where, standsFor: standsInFor }, data: { to } };
    const { count } = await this.#client.appointment.updateMany(row);
    if (count === 0) await this.addAppointment(appointment);
  }

  async dropStandIns(absent: PersonId, duty: Duty, on: LocalDate): Promise<void> {
    await this.#write();
    const where = {
      standsFor: absent,
      role: duty.role,
      unitId: duty.unitId,
      clusterId: duty.clusterId,
    };
    await this.#client.appointment.deleteMany({ where: { ...where, from: { gt: on } } });
    await this.#client.appointment.updateMany({
      where: { ...where, OR: [{ to: null }, { to: { gt: on } }] },
      data: { to: on },
    });
  }

  async saveChat({ id, ...rest }: Chat): Promise<void> {
    await this.#write();
    const data = {
      channel: rest.channel,
      key: rest.key,
      kind: rest.kind,
      title: rest.title,
      thread: rest.thread,
      clusterId: rest.clusterId,
      personId: rest.personId,
      locale: rest.locale,
      freeQuestions: rest.freeQuestions,
      state: rest.state,
    };
    await this.#client.chat.upsert({ where: { id }, create: { id, ...data }, update: data });
  }

  async moveChat(channel: string, from: string, to: string): Promise<boolean> {
    await this.#write();
    const moved = await this.#client.chat.findFirst({ where: { channel, key: from } });
    if (moved === null) return false;
    // The new place may have been heard from before the move was: what is known of the chat stands with the old, save
    // what was bound there since.
    const heard = await this.#client.chat.findFirst({ where: { channel, key: to } });
    if (heard !== null) {
      const data = { key: `${to} (${heard.id})`, state: 'lost', clusterId: null };
      await this.#client.chat.update({ where: { id: heard.id }, data });
    }
    const rebound =
      heard === null || heard.clusterId === null ? {} : { clusterId: heard.clusterId, thread: heard.thread };
    const { count } = await this.#client.chat.updateMany({
      where: { channel, key: from },
      // Where the old place was left before the move was heard of, the bot is there again.
      data: { key: to, state: 'active', ...rebound },
    });
    return count > 0;
  }

  async loseChat(chatId: ChatId): Promise<boolean> {
    await this.#write();
    const { count } = await this.#client.chat.updateMany({
      where: { id: chatId, state: { not: 'lost' } },
      data: { state: 'lost' },
    });
    return count > 0;
  }

  async kind(): Promise<DatabaseKind | null> {
    const row = await this.#client.organisation.findFirst({
      where: ORGANISATION,
      select: { kind: true },
    });
    return new RowReader('organisation', '1').optionalOneOf('kind', row?.kind ?? null, ['sandbox', 'real']);
  }

  async recordKind(kind: DatabaseKind): Promise<void> {
    await this.#write();
    await this.#client.organisation.update({ where: ORGANISATION, data: { kind } });
  }

  async isPrepared(): Promise<boolean> {
    const row = await this.#client.organisation.findFirst({
      where: ORGANISATION,
      select: { settings: true },
    });
    return row !== null && row.settings !== null;
  }

  /** Raises the revision first, which also makes the organisation's row where there is none. */
  #write(): Promise<void> {
    return this.#cached.raise('directory');
  }

  async #load(): Promise<Directory> {
    const client = this.#client;
    const organisation = await client.organisation.findFirst({ where: ORGANISATION });
    if (organisation === null || organisation.settings === null) {
      throw new Error('the organisation has no settings yet');
    }
    const successors = { successors: { orderBy: { position: 'asc' } } } as const;
    const units = await client.unit.findMany({ ...BY_ID, include: successors });
    const clusters = await client.cluster.findMany(BY_ID);
    const clusterKinds = await client.clusterKind.findMany({ orderBy: { code: 'asc' } });
    const memberships = await client.membership.findMany(BY_ID);
    const people = await client.person.findMany(BY_ID);
    const appointments = await client.appointment.findMany(BY_ID);
    const identities = await client.identity.findMany({ orderBy: [{ channel: 'asc' }, { user: 'asc' }] });
    const chats = await client.chat.findMany(BY_ID);
    return {
      settings: map.settingsOf(organisation.settings),
      units: units.map(map.unitOf),
      clusters: clusters.map(map.clusterOf),
      clusterKinds: clusterKinds.map(map.clusterKindOf),
      memberships: memberships.map(map.membershipOf),
      people: people.map(map.personOf),
      appointments: appointments.map(map.appointmentOf),
      identities: identities.map(map.identityOf),
      chats: chats.map(map.chatOf),
    };
  }
}
