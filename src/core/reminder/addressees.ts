import type { UnitId } from '../id.ts';
import type { Obligation } from '../obligation/obligation.ts';
import { type Directory, officeHolders, peopleWithRole, privateChatOf } from '../organisation/directory.ts';
import type { Person, Role } from '../organisation/person.ts';
import type { PlanBook } from '../plan/plan-book.ts';
import type { LocalDate } from '../time/local-date.ts';
import { type Climbing, ladderOf } from './ladder.ts';
import { AGAIN, isHanded, lastWord } from './stages.ts';

/** Who hears of an obligation in private at its usual stages: those that act for the owner and can be reached. */
export function remindedOf(
  obligation: Pick<Obligation, 'owner' | 'clusterId'>,
  directory: Directory,
  today: LocalDate,
): Person[] {
  return acting(obligation, directory, today, ACTING).filter(isReachable(directory));
}

/**
 * Who hears of an obligation at a stage. The last word to a unit goes to its leader too, who may ask for it again; what
 * is handed over goes to the secretariat alone, less those who were already reminded for the owner.
 */
export function hearersOf(
  obligation: Pick<Obligation, 'owner'> & Climbing,
  stage: string,
  directory: Directory,
  book: PlanBook,
  today: LocalDate,
): Person[] {
  const owners = remindedOf(obligation, directory, today);
  if (isHanded(stage)) {
    return peopleWithRole(directory, 'secretariat', today).filter(
      (person) => isReachable(directory)(person) && !owners.includes(person),
    );
  }
  const isLast = stage === lastWord(ladderOf(obligation, { settings: directory.settings, book }));
  if (!isLast && !stage.startsWith(AGAIN)) return owners;
  const leaders = acting(obligation, directory, today, ['leader']).filter(isReachable(directory));
  return [...new Set([...owners, ...leaders])];
}

const ACTING: readonly Role[] = ['focal_point', 'leader', 'secretariat'];

function acting(
  { owner, clusterId }: Pick<Obligation, 'owner' | 'clusterId'>,
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

/** A unit's focal points; where it has none, its leader; the standing agency acts through the secretariat. */
function firstOf(directory: Directory, unitId: UnitId, today: LocalDate, roles: readonly Role[]): Person[] {
  for (const role of roles) {
    const people = peopleWithRole(directory, role, today, unitId);
    if (people.length > 0) return people;
  }
  return [];
}

const isReachable = (directory: Directory) => (person: Person) =>
  person.reminders && privateChatOf(directory, person.id)?.state === 'active';
