import type { PersonId, UnitId } from '../id.ts';
import type { Obligation } from '../obligation/obligation.ts';
import {
  appointmentsOf,
  type Directory,
  officeHolders,
  peopleWithRole,
  privateChatOf,
  unitById,
} from '../organisation/directory.ts';
import type { Person, Role } from '../organisation/person.ts';
import { isUnitActive } from '../organisation/unit.ts';
import type { PlanBook } from '../plan/plan-book.ts';
import type { LocalDate } from '../time/local-date.ts';
import { type Climbing, ladderOf } from './ladder-of.ts';
import { AGAIN, isHanded, lastWord } from './stages.ts';

type Owed = Pick<Obligation, 'owner' | 'clusterId'>;

/** Those that act for the owner and can be reached in private. */
export function servedBy(obligation: Owed, directory: Directory, today: LocalDate): Person[] {
  return acting(obligation, directory, today, ACTING).filter(isReachable(directory));
}

/**
 * Who hears of an obligation in private at its usual stages: those that act for the owner; the secretariat where
 * nobody does any more, because a term ended, people left, or the owner is no more.
 */
export function remindedOf(obligation: Owed, directory: Directory, today: LocalDate): Person[] {
  if (acting(obligation, directory, today, ACTING).length > 0) return servedBy(obligation, directory, today);
  return isOrphaned(obligation, directory, today)
    ? peopleWithRole(directory, 'secretariat', today).filter(isReachable(directory))
    : [];
}

/**
 * Why nobody hears of an obligation in private: nobody acts for its owner; those that do never opened the chat, blocked
 * the bot, or switched reminders off. Null where somebody hears.
 */
export type Unheard = 'nobody' | 'unopened' | 'blocked' | 'off';

export function whyUnheard(obligation: Owed, directory: Directory, today: LocalDate): Unheard | null {
  if (remindedOf(obligation, directory, today).length > 0) return null;
  const people = acting(obligation, directory, today, ACTING);
  if (people.length === 0) return 'nobody';
  const states = people.map(({ id }) => privateChatOf(directory, id)?.state);
  if (states.includes('active')) return 'off';
  return states.includes('lost') ? 'blocked' : 'unopened';
}

/** Nobody acts for the owner, though somebody did: units that nobody was ever named for stand in the overview. */
function isOrphaned({ owner }: Owed, directory: Directory, today: LocalDate): boolean {
  if (owner.kind !== 'unit') return true;
  if (!isUnitActive(unitById(directory, owner.id), today)) return true;
  return directory.appointments.some(
    ({ role, unitId }) => unitId === owner.id && (role === 'focal_point' || role === 'leader'),
  );
}

/**
 * Who hears of an obligation at a stage. The last word to a unit goes to its leader too, who may ask for it again; what
 * is handed over goes to the secretariat alone, less those who were already reminded for the owner.
 */
export function hearersOf(
  obligation: Owed & Climbing,
  stage: string,
  directory: Directory,
  book: PlanBook,
  today: LocalDate,
): Person[] {
  if (isHanded(stage)) {
    const owners = servedBy(obligation, directory, today);
    return peopleWithRole(directory, 'secretariat', today).filter(
      (person) => isReachable(directory)(person) && !owners.includes(person),
    );
  }
  const owners = remindedOf(obligation, directory, today);
  const isLast = stage === lastWord(ladderOf(obligation, { settings: directory.settings, book }));
  if (!isLast && !stage.startsWith(AGAIN)) return owners;
  const leaders = acting(obligation, directory, today, ['leader']).filter(isReachable(directory));
  return [...new Set([...owners, ...leaders])];
}

const ACTING: readonly Role[] = ['focal_point', 'leader', 'secretariat'];

function acting(
  { owner, clusterId }: Owed,
  directory: Directory,
  today: LocalDate,
  roles: readonly Role[],
): Person[] {
  switch (owner.kind) {
    case 'unit':
      return firstOf(directory, owner.id, today, roles);
    case 'cluster':
      return clusterId === null
        ? []
        : officeHolders(directory, clusterId, 'lead', today).flatMap((unit) =>
            firstOf(directory, unit.id, today, roles),
          );
    case 'council_member':
      // A council member's duty is arranged by the secretariat.
      return peopleWithRole(directory, 'secretariat', today);
  }
}

/**
 * A unit's focal points, less whoever is away; where it has none, its leader; the standing agency acts through the
 * secretariat.
 */
function firstOf(directory: Directory, unitId: UnitId, today: LocalDate, roles: readonly Role[]): Person[] {
  if (!isUnitActive(unitById(directory, unitId), today)) return [];
  for (const role of roles) {
    if (peopleWithRole(directory, role, today, unitId).length > 0) {
      return presentIn(directory, role, unitId, today);
    }
  }
  return [];
}

/** Focal points and leaders of a unit, less whoever is away. */
export const presentPeople = (directory: Directory, unitId: UnitId, today: LocalDate): Person[] => [
  ...new Set(
    (['focal_point', 'leader'] as const).flatMap((role) => presentIn(directory, role, unitId, today)),
  ),
];

const presentIn = (directory: Directory, role: Role, unitId: UnitId, today: LocalDate): Person[] =>
  peopleWithRole(directory, role, today, unitId).filter(
    ({ id }) => !isSpared(directory, id, { role, unitId }, today),
  );

/** On leave, while somebody who can be reached stands in. */
function isSpared(
  directory: Directory,
  absent: PersonId,
  { role, unitId }: { readonly role: Role; readonly unitId: UnitId },
  today: LocalDate,
): boolean {
  return peopleWithRole(directory, role, today, unitId)
    .filter(isReachable(directory))
    .some(({ id }) =>
      appointmentsOf(directory, id, today).some(
        (held) => held.standsInFor === absent && held.role === role && held.unitId === unitId,
      ),
    );
}

const isReachable = (directory: Directory) => (person: Person) =>
  person.reminders && privateChatOf(directory, person.id)?.state === 'active';
