import type { ClusterId, Id, PersonId, UnitId } from '../id.ts';
import type { Instant } from '../time/instant.ts';
import type { LocalDate } from '../time/local-date.ts';
import type { Office } from './cluster.ts';
import { appointmentsOf, type Directory, officeHolders, personById, servingPeople } from './directory.ts';
import type { Appointment, Person, Role } from './person.ts';

export type HandOverId = Id<'hand_over'>;
export const ROTATING_OFFICES = ['lead', 'deputy'] as const satisfies Office[];
export type RotatingOffice = (typeof ROTATING_OFFICES)[number];

/** What passes: a role from person to person, or an office from unit to unit. */
export type HandedOver =
  | {
      readonly kind: 'role';
      readonly role: Role;
      readonly unitId: UnitId | null;
      readonly clusterId: ClusterId | null;
      readonly giver: PersonId;
      readonly taker: PersonId;
    }
  | {
      readonly kind: 'office';
      readonly office: RotatingOffice;
      readonly clusterId: ClusterId;
      readonly giver: UnitId;
      readonly taker: UnitId;
    };

export interface HandOver {
  readonly id: HandOverId;
  readonly what: HandedOver;
  /** The first day of whoever takes over. */
  readonly on: LocalDate;
  readonly given: HandOverMark | null;
  readonly taken: HandOverMark | null;
}

export interface HandOverMark {
  readonly by: PersonId;
  readonly at: Instant;
}

export const HAND_OVER_SIDES = ['given', 'taken'] as const;
export type HandOverSide = (typeof HAND_OVER_SIDES)[number];

/** The people of a side: the one whose role it is, or those who act for the unit. */
export function peopleOfSide(
  directory: Directory,
  { what }: HandOver,
  side: HandOverSide,
  today: LocalDate,
): Person[] {
  if (what.kind === 'office') {
    return servingPeople(directory, side === 'given' ? what.giver : what.taker, today);
  }
  return [personById(directory, side === 'given' ? what.giver : what.taker) ?? []].flat();
}

/** Whether it still is as it was said: whoever takes over holds it from that day. */
export function isStanding(directory: Directory, { what, on }: HandOver): boolean {
  if (what.kind === 'office') {
    const { office, clusterId, taker } = what;
    return officeHolders(directory, clusterId, office, on).some(({ id }) => id === taker);
  }
  return appointmentsOf(directory, what.taker, on).some((held) => isSameDuty(held, what));
}

/** Somebody of the secretariat of whom nobody else would be left from a day on: those who only stand in do not count. */
export function isLastSecretary(directory: Directory, personId: PersonId, from: LocalDate): boolean {
  const { appointments } = directory;
  const others = appointments.filter((held) => held.role === 'secretariat' && held.personId !== personId);
  const isSecretary = appointmentsOf(directory, personId, from).some(({ role }) => role === 'secretariat');
  return isSecretary && !others.some(({ to, from: begins }) => to === null && (begins ?? from) <= from);
}

/** The same duty, whoever holds it. */
export type Duty = Pick<Appointment, 'role' | 'unitId' | 'clusterId'>;

export const isSameDuty = (one: Duty, other: Duty): boolean =>
  one.role === other.role && one.unitId === other.unitId && one.clusterId === other.clusterId;

/** How somebody holds a duty of their own, now or from a later day on; null where they do not. */
export const dutyHeld = (
  { appointments }: Pick<Directory, 'appointments'>,
  holder: PersonId,
  duty: Duty,
  today: LocalDate,
): Appointment | null =>
  appointments.find(
    (one) =>
      one.personId === holder &&
      one.standsInFor === null &&
      isSameDuty(one, duty) &&
      (one.to === null || one.to >= today),
  ) ?? null;
