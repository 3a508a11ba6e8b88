import { describe, expect, test } from 'vitest';
import type { Transaction } from '../../../src/app/ports/transaction.ts';
import type { HandOver } from '../../../src/core/organisation/hand-over.ts';
import type { Appointment } from '../../../src/core/organisation/person.ts';
import { dateOf } from '../../../src/core/time/local-date.ts';
import type { Database } from '../../../src/storage/open-database.ts';
import { aPerson, aUnit, NOW, newId } from './rows.ts';

/** What passes between people and units, and who takes care of it meanwhile. */
export function handOverContract(database: () => Database): void {
  const run = <Result>(work: (tx: Transaction) => Promise<Result>) => database().unitOfWork.run(work);

  describe('hand-overs', () => {
    const role = (): HandOver => ({
      id: newId(),
      what: {
        kind: 'role',
        role: 'focal_point',
        unitId: newId(),
        clusterId: null,
        giver: newId(),
        taker: newId(),
      },
      on: dateOf('2025-01-01'),
      given: null,
      taken: null,
    });
    const office = (): HandOver => ({
      ...role(),
      what: { kind: 'office', office: 'lead', clusterId: newId(), giver: newId(), taker: newId() },
    });

    test.each([role, office])('read back, by id and by the update that made them', async (make) => {
      const [handOver, effectKey] = [make(), newId()];

      await run((tx) => tx.handOvers.add(handOver, effectKey));

      expect(await run((tx) => tx.handOvers.byId(handOver.id))).toEqual(handOver);
      expect(await run((tx) => tx.handOvers.byEffectKey(effectKey))).toEqual(handOver);
      expect(await run((tx) => tx.handOvers.byEffectKey(newId()))).toBeNull();
    });

    test('are open until both sides have said so, each once', async () => {
      const handOver = role();
      const by = newId<'person'>();
      const isOpen = async () =>
        (await run((tx) => tx.handOvers.open())).some(({ id }) => id === handOver.id);
      const mark = (side: 'given' | 'taken') =>
        run((tx) => tx.handOvers.mark(handOver.id, side, { by, at: NOW }));
      await run((tx) => tx.handOvers.add(handOver, newId()));

      expect([await mark('given'), await mark('given')]).toEqual([true, false]);
      expect(await isOpen()).toBe(true);
      expect(await mark('taken')).toBe(true);
      expect(await isOpen()).toBe(false);
      expect(await run((tx) => tx.handOvers.byId(handOver.id))).toMatchObject({
        given: { by, at: NOW },
        taken: { by, at: NOW },
      });
    });
  });

  describe('appointments', () => {
    async function aDuty() {
      const [holder, other, unit] = [aPerson(), aPerson(), aUnit()];
      const held: Appointment = {
        personId: holder.id,
        role: 'focal_point',
        unitId: unit.id,
        clusterId: null,
        from: null,
        to: null,
        standsInFor: null,
      };
      const later = { from: dateOf('2025-03-01'), to: dateOf('2025-03-10') };
      const standIn: Appointment = { ...held, personId: other.id, ...later, standsInFor: holder.id };
      await run(async (tx) => {
        await tx.organisation.saveUnit(unit);
        for (const person of [holder, other]) await tx.organisation.savePerson(person);
        for (const one of [held, { ...held, role: 'leader' as const }, standIn]) {
          await tx.organisation.addAppointment(one);
        }
      });
      const ofUnit = async () => {
        const { appointments } = await database().unitOfWork.read.organisation.directory();
        return appointments.filter(({ unitId }) => unitId === unit.id);
      };
      return { held, standIn, ofUnit };
    }

    test('one duty ends, and the others of the same person go on', async () => {
      const { held, standIn, ofUnit } = await aDuty();
      const last = dateOf('2025-01-31');

      await run((tx) => tx.organisation.endAppointments(held.personId, last, held));

      expect(await ofUnit()).toEqual([{ ...held, to: last }, { ...held, role: 'leader' }, standIn]);
    });

    test('a stand-in that runs is cut, one that would begin later never does', async () => {
      const { held, standIn, ofUnit } = await aDuty();
      const cut = dateOf('2025-03-05');
      await run((tx) => tx.organisation.dropStandIns(held.personId, held, cut));
      expect(await ofUnit()).toContainEqual({ ...standIn, to: cut });

      await run((tx) => tx.organisation.dropStandIns(held.personId, held, dateOf('2025-02-01')));

      expect((await ofUnit()).filter(({ standsInFor }) => standsInFor !== null)).toEqual([]);
    });
  });

  test('an invitation keeps whose place is taken; a unit its former names', async () => {
    const [leaver, secretary] = [aPerson(), aPerson()];
    const unit = aUnit({
      formerNames: [{ name: 'Tên cũ', until: dateOf('2025-06-30') }],
      confirmedOn: dateOf('2025-08-04'),
    });
    const invitation = {
      id: newId<'invitation'>(),
      codeHash: newId(),
      unitId: unit.id,
      role: 'focal_point' as const,
      createdBy: secretary.id,
      createdAt: NOW,
      expiresAt: NOW,
      state: 'open' as const,
      personId: null,
      succession: { from: leaver.id, on: dateOf('2025-01-01') },
    };

    await run(async (tx) => {
      await tx.organisation.saveUnit(unit);
      for (const person of [leaver, secretary]) await tx.organisation.savePerson(person);
      await tx.invitations.add(invitation);
    });

    expect(await run((tx) => tx.invitations.byId(invitation.id))).toEqual(invitation);
    expect((await database().unitOfWork.read.organisation.directory()).units).toContainEqual(unit);
  });
}
