import type { ClusterId, PersonId, UnitId } from '../../core/id.ts';
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
import type { Dependencies, Request } from '../dependencies.ts';
import type { OfficeNoticeKind } from '../ports/notice-kind.ts';
import type { NoticeSubject } from '../ports/notice-repository.ts';
import type { Transaction } from '../ports/transaction.ts';
import { dayAt } from '../today.ts';

/** When, and under whose ids, something is told. */
export interface Saying {
  readonly ids: Dependencies['ids'];
  readonly at: Instant;
}

/** Something passes from a day on: kept until both sides confirm it, with its sheet to the people of both. */
export async function beginHandOver(
  tx: Transaction,
  { ids, at, request }: Saying & { readonly request: Request },
  what: HandedOver,
  on: LocalDate,
): Promise<HandOver> {
  const handOver: HandOver = { id: ids.next<'hand_over'>(), what, on, given: null, taken: null };
  await tx.handOvers.add(handOver, request.effectKey);
  const directory = await tx.organisation.directory();
  const today = dayAt(at, directory);
  const people = HAND_OVER_SIDES.flatMap((side) => peopleOfSide(directory, handOver, side, today));
  for (const id of new Set(people.map((person) => person.id))) {
    await tellPerson(tx, { ids, at }, 'hand_over', id, handOver.id, { kind: 'hand_over', id: handOver.id });
  }
  return handOver;
}

/** Tells the people of units that one of them holds an office from a day on. */
export async function tellOffice(
  tx: Transaction,
  saying: Saying,
  held: Membership,
  told: readonly UnitId[],
): Promise<void> {
  const directory = await tx.organisation.directory();
  const today = dayAt(saying.at, directory);
  const people = told.flatMap((unitId) => servingPeople(directory, unitId, today));
  for (const id of new Set(people.map((person) => person.id))) {
    await tellPerson(tx, saying, 'office_named', id, officeSlot(held), {
      kind: 'cluster',
      id: held.clusterId,
    });
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
 * @param servedOn when they acted for it; today where nothing is said
 */
export async function tellUnitChange(
  tx: Transaction,
  saying: Saying,
  told: UnitId,
  slot: string,
  changed: UnitId = told,
  servedOn: LocalDate | null = null,
): Promise<void> {
  const directory = await tx.organisation.directory();
  for (const { id } of servingPeople(directory, told, servedOn ?? dayAt(saying.at, directory))) {
    await tellPerson(tx, saying, 'unit_changed', id, slot, { kind: 'unit', id: changed });
  }
}

/** One notice to one person, due now. */
export async function tellPerson(
  tx: Transaction,
  { ids, at }: Saying,
  kind: OfficeNoticeKind,
  personId: PersonId,
  slot: string,
  subject: NoticeSubject,
): Promise<void> {
  await tx.notices.plan({
    id: ids.next<'notice'>(),
    kind,
    addressee: { kind: 'person', id: personId },
    slot,
    at,
    subject,
    late: false,
  });
}
