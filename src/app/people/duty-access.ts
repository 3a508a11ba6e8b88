import type { Actor } from '../../core/access/actor.ts';
import { scopeOf } from '../../core/access/rights.ts';
import type { PersonId } from '../../core/id.ts';
import { appointmentsOf, type Directory, peopleWithRole } from '../../core/organisation/directory.ts';
import { type Duty, dutyHeld } from '../../core/organisation/hand-over.ts';
import type { Appointment, Person } from '../../core/organisation/person.ts';
import type { Instant } from '../../core/time/instant.ts';
import type { LocalDate } from '../../core/time/local-date.ts';
import type { Dependencies, Request } from '../dependencies.ts';
import { type Refused, refuse } from '../outcome.ts';
import { type Requester, requesterOf } from '../requester.ts';
import { dayAt } from '../today.ts';
import { type Decide, whoever } from '../use-case.ts';

/** Whoever passes a duty on, and how it is held. */
export interface HeldDuty extends Requester {
  readonly held: Appointment;
}

/**
 * Who asks, where they may pass this duty on: the secretariat every duty, others their own, a leader those of the
 * unit's focal points. What somebody only stands in for is not theirs to pass on. Refused:
 * ACCESS_UNKNOWN_PERSON, DUTY_NOT_YOURS, DUTY_NOT_HELD.
 */
export function dutyToPass(
  directory: Directory,
  request: Request,
  at: Instant,
  holder: PersonId,
  duty: Duty,
): HeldDuty | Refused {
  const requester = requesterOf(directory, request, at);
  if (requester.kind === 'refused') return requester;
  const { person, actor } = requester;
  const today = dayAt(at, directory);
  const scope = scopeOf('duty.pass', actor.roles);
  const isOwn = person.id === holder || leads(directory, person.id, duty, today);
  if (scope !== 'all' && (scope === null || !isOwn)) return refuse('DUTY_NOT_YOURS');
  const held = dutyHeld(directory, holder, duty, today);
  return held === null ? refuse('DUTY_NOT_HELD') : { ...requester, held };
}

/** A use case of whoever may pass this duty on. Refused as `dutyToPass`. */
export const whoPasses = <Done>(
  holder: PersonId,
  duty: Duty,
  dependencies: Dependencies,
  request: Request,
  decide: Decide<Done, HeldDuty>,
): Promise<Done | Refused> =>
  whoever(
    dependencies,
    request,
    (_tx, directory, at) => dutyToPass(directory, request, at, holder, duty),
    decide,
  );

/** A unit's leader says who its focal points are. */
const leads = (directory: Directory, id: PersonId, { role, unitId }: Duty, today: LocalDate): boolean =>
  role === 'focal_point' &&
  unitId !== null &&
  peopleWithRole(directory, 'leader', today, unitId).some((person) => person.id === id);

/**
 * Who may be chosen: the secretariat chooses among all who hold something here, others among those of their own unit or
 * office.
 */
export function successorsFor(
  directory: Directory,
  { roles }: Actor,
  holder: PersonId,
  duty: Duty,
  today: LocalDate,
): Person[] {
  const isFree = scopeOf('duty.pass', roles) === 'all';
  const near = directory.people.filter(({ id }) => isNear(directory, id, duty, today));
  const far = isFree
    ? directory.people.filter(({ id }) => appointmentsOf(directory, id, today).length > 0)
    : [];
  return [...new Set([...near, ...far])].filter(({ id, name }) => id !== holder && name !== '');
}

function isNear(directory: Directory, id: PersonId, { unitId, role }: Duty, today: LocalDate): boolean {
  if (unitId === null) return peopleWithRole(directory, role, today).some((person) => person.id === id);
  return appointmentsOf(directory, id, today).some((held) => held.unitId === unitId);
}
