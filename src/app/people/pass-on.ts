import type { ClusterId, UnitId } from '../../core/id.ts';
import type { Membership } from '../../core/organisation/cluster.ts';
import { type Directory, servingPeople } from '../../core/organisation/directory.ts';
import {
  HAND_OVER_SIDES,
  type HandedOver,
  type HandOver,
  peopleOfSide,
} from '../../core/organisation/hand-over.ts';
import type { Instant } from '../../core/time/instant.ts';
import type { LocalDate } from '../../core/time/local-date.ts';
import { planNotice, toPerson } from '../notices/plan-notice.ts';
import type { UseCase } from '../use-case.ts';

/** Something passes from a day on: kept until both sides confirm it, with its sheet to the people of both. */
export async function beginHandOver(useCase: UseCase, what: HandedOver, on: LocalDate): Promise<HandOver> {
  const { tx, ids, today, effectKey } = useCase;
  const id = ids.next<'hand_over'>();
  const handOver: HandOver = { id, what, on, given: null, taken: null };
  await tx.handOvers.add(handOver, effectKey);
  const directory = await tx.organisation.directory();
  const people = HAND_OVER_SIDES.flatMap((side) => peopleOfSide(directory, handOver, side, today));
  for (const personId of new Set(people.map((person) => person.id))) {
    const subject = { kind: 'hand_over', id } as const;
    await planNotice(useCase, 'hand_over', toPerson(personId), { slot: id, subject });
  }
  return handOver;
}

/** Tells the people of units that one of them holds an office from a day on. */
export async function tellOffice(useCase: UseCase, held: Membership, told: readonly UnitId[]): Promise<void> {
  const { tx, today } = useCase;
  const directory = await tx.organisation.directory();
  const people = told.flatMap((unitId) => servingPeople(directory, unitId, today));
  const subject = { kind: 'cluster', id: held.clusterId } as const;
  for (const id of new Set(people.map((person) => person.id))) {
    await planNotice(useCase, 'office_named', toPerson(id), { slot: officeSlot(held), subject });
  }
}

/** `lead 2025-01-01 <unit>`: which office, from when, whose. */
const officeSlot = ({ office, from, unitId }: Membership): string => `${office} ${from} ${unitId}`;

/** The row of which a notice speaks, as it is now; null where it was changed since. */
export const officeOfSlot = (directory: Directory, slot: string): Membership | null =>
  directory.memberships.find((row) => officeSlot(row) === slot) ?? null;

/** What a notice about a unit or a cluster is about, as its slot says. */
export const changeSlot = {
  ends: (id: UnitId | ClusterId, at: Instant) => `end ${id} ${at}`,
  back: (id: UnitId | ClusterId, at: Instant) => `back ${id} ${at}`,
};
export const isEndSlot = (slot: string): boolean => slot.startsWith('end ');
export const isBackSlot = (slot: string): boolean => slot.startsWith('back ');

/**
 * Tells the people of a unit that it, or one that concerns it, has changed.
 *
 * @param servedOn when they acted for it
 */
export async function tellUnitChange(
  useCase: UseCase,
  told: UnitId,
  slot: string,
  changed: UnitId = told,
  servedOn: LocalDate = useCase.today,
): Promise<void> {
  const directory = await useCase.tx.organisation.directory();
  const subject = { kind: 'unit', id: changed } as const;
  for (const { id } of servingPeople(directory, told, servedOn)) {
    await planNotice(useCase, 'unit_changed', toPerson(id), { slot, subject });
  }
}
