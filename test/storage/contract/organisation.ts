import { describe, expect, test } from 'vitest';
import type { OrganisationRepository } from '../../../src/app/ports/organisation-repository.ts';
import type { Appointment } from '../../../src/core/organisation/person.ts';
import { minuteOfDay } from '../../../src/core/time/instant.ts';
import { dateOf } from '../../../src/core/time/local-date.ts';
import type { Database } from '../../../src/storage/open-database.ts';
import { aChat, aCluster, aPerson, aUnit, clusterKind, newId, settings } from './rows.ts';

/** Begins on an empty database. */
export function organisationContract(database: () => Database): void {
  const run = <Result>(work: (organisation: OrganisationRepository) => Promise<Result>): Promise<Result> =>
    database().unitOfWork.run((tx) => work(tx.organisation));
  const directory = () => database().unitOfWork.read.organisation.directory();

  describe('organisation', () => {
    test('a new database has no kind and no directory', async () => {
      const { read } = database().unitOfWork;

      expect(await read.organisation.kind()).toBeNull();
      expect(await read.organisation.isPrepared()).toBe(false);
      await expect(directory()).rejects.toThrow('no settings');
    });

    test('kind and settings are recorded', async () => {
      await run(async (organisation) => {
        await organisation.recordKind('sandbox');
        await organisation.saveSettings(settings);
      });

      expect(await database().unitOfWork.read.organisation.kind()).toBe('sandbox');
      expect(await database().unitOfWork.read.organisation.isPrepared()).toBe(true);
      expect((await directory()).settings).toEqual(settings);
    });

    test('a Monday overview of the former hour comes with the reminders; hours of a ladder are two where none are stored', async () => {
      const { hours: _, ...withoutHours } = settings.ladders.hour;
      const former = {
        ...settings,
        overviews: [{ weekday: 1, at: minuteOfDay('09:30') }],
        ladders: { ...settings.ladders, hour: withoutHours },
      } as unknown as typeof settings;
      await run((organisation) => organisation.saveSettings(former));

      const read = (await directory()).settings;
      await run((organisation) => organisation.saveSettings(settings));

      expect(read.overviews).toEqual([{ weekday: 1, at: settings.remindersAt }]);
      expect(read.ladders.hour).toEqual({ ...withoutHours, hours: [2] });
    });

    test('units read back, with their successors in order', async () => {
      const [first, second] = [aUnit(), aUnit({ validFrom: null })];
      const contact = { name: 'A', title: 'B', phone: '0212', leaderName: 'C', leaderTitle: 'D' };
      const ended = aUnit({
        validTo: dateOf('2024-12-31'),
        successorIds: [second.id, first.id],
        parentId: first.id,
        contact,
      });

      await run(async (organisation) => {
        for (const unit of [first, second, ended]) await organisation.saveUnit(unit);
      });
      const { units } = await directory();

      expect(units).toEqual(expect.arrayContaining([first, second, ended]));
    });

    test('a unit saved again is replaced', async () => {
      const unit = aUnit({ successorIds: [] });
      const other = aUnit();
      const renamed = { ...unit, name: 'Phường Mới', aliases: [], successorIds: [other.id] };

      await run(async (organisation) => {
        for (const saved of [unit, other, renamed]) await organisation.saveUnit(saved);
      });

      expect((await directory()).units.filter(({ id }) => id === unit.id)).toEqual([renamed]);
    });

    test('clusters, kinds and memberships read back; memberships are replaced whole', async () => {
      const [unit, cluster] = [aUnit(), aCluster()];
      const member = { clusterId: cluster.id, unitId: unit.id, from: dateOf('2024-01-01') } as const;
      await run(async (organisation) => {
        await organisation.saveClusterKind(clusterKind);
        await organisation.saveUnit(unit);
        await organisation.saveCluster(cluster);
        await organisation.replaceMemberships(cluster.id, [
          { ...member, office: 'lead', to: dateOf('2024-12-31') },
        ]);
      });
      const rotated = [
        { ...member, office: 'deputy', to: null },
        { ...member, office: 'member', to: null },
      ] as const;

      await run((organisation) => organisation.replaceMemberships(cluster.id, rotated));
      const { clusters, clusterKinds, memberships } = await directory();

      expect(clusters).toContainEqual(cluster);
      expect(clusterKinds).toContainEqual(clusterKind);
      expect(memberships.filter(({ clusterId }) => clusterId === cluster.id)).toEqual(rotated);
    });

    test('people, identities and appointments read back', async () => {
      const [person, unit] = [aPerson(), aUnit()];
      const identity = { channel: 'telegram', user: newId(), personId: person.id };
      const appointment: Appointment = {
        personId: person.id,
        role: 'focal_point',
        unitId: unit.id,
        clusterId: null,
        from: dateOf('2024-01-01'),
        to: null,
        standsInFor: null,
      };

      await run(async (organisation) => {
        await organisation.saveUnit(unit);
        await organisation.savePerson(person);
        await organisation.saveIdentity(identity);
        await organisation.addAppointment(appointment);
      });
      const { people, identities, appointments } = await directory();

      expect(people).toContainEqual(person);
      expect(identities).toContainEqual(identity);
      expect(appointments).toContainEqual(appointment);
    });

    test('a chat that moves keeps its row, and moves once', async () => {
      const chat = aChat();
      const key = newId();
      await run((organisation) => organisation.saveChat(chat));

      const moved = await run((organisation) => organisation.moveChat('telegram', chat.key, key));
      const again = await run((organisation) => organisation.moveChat('telegram', chat.key, key));
      const lost = await run((organisation) => organisation.loseChat(chat.id));
      const lostAgain = await run((organisation) => organisation.loseChat(chat.id));

      expect([moved, again, lost, lostAgain]).toEqual([true, false, true, false]);
      expect((await directory()).chats).toContainEqual({ ...chat, key, state: 'lost' });
    });

    test('a chat that moves to where another was bound meanwhile is bound as that one was', async () => {
      const [before, meanwhile] = [aCluster(), aCluster()];
      const old = aChat({ clusterId: before.id });
      const heard = aChat({ clusterId: meanwhile.id, thread: '7' });
      await run(async (organisation) => {
        for (const cluster of [before, meanwhile]) await organisation.saveCluster(cluster);
        for (const chat of [old, heard]) await organisation.saveChat(chat);
        await organisation.moveChat('telegram', old.key, heard.key);
      });

      const { chats } = await directory();

      expect(chats).toContainEqual({ ...old, key: heard.key, clusterId: meanwhile.id, thread: '7' });
      expect(chats.filter(({ clusterId }) => clusterId === meanwhile.id)).toHaveLength(1);
    });

    test('a row that refers to nothing is refused', async () => {
      const orphan = { channel: 'telegram', user: newId(), personId: newId<'person'>() };

      await expect(run((organisation) => organisation.saveIdentity(orphan))).rejects.toThrow(/foreign key/i);

      expect((await directory()).identities).not.toContainEqual(orphan);
    });

    test('a write that is rolled back is not in the directory', async () => {
      const unit = aUnit();
      const failing = run(async (organisation) => {
        await organisation.saveUnit(unit);
        expect((await organisation.directory()).units).toContainEqual(unit);
        throw new Error('thought better of it');
      });

      await expect(failing).rejects.toThrow('thought better of it');

      expect((await directory()).units).not.toContainEqual(unit);
    });

    test('the directory is the same object until something is written', async () => {
      const before = await directory();
      const same = await directory();
      const within = await run((organisation) => organisation.directory());
      await run((organisation) => organisation.savePerson(aPerson()));

      expect(same).toBe(before);
      expect(within).toBe(before);
      expect(await directory()).not.toBe(before);
    });
  });
}
