import type { PersonId } from '../../core/id.ts';
import type { Directory } from '../../core/organisation/directory.ts';
import type { Duty, HandOver } from '../../core/organisation/hand-over.ts';
import type { Instant } from '../../core/time/instant.ts';
import { addDays, type LocalDate } from '../../core/time/local-date.ts';
import type { Dependencies, Request } from '../dependencies.ts';
import { done, type Outcome, refuse } from '../outcome.ts';
import type { IdSource } from '../ports/id-source.ts';
import type { Transaction } from '../ports/transaction.ts';
import type { Requester } from '../requester.ts';
import { dayAt } from '../today.ts';
import { noteOf } from '../use-case.ts';
import { appointFrom } from './appoint-from.ts';
import { dutyToPass, successorsFor } from './duty-access.ts';
import { beginHandOver } from './pass-on.ts';
import { closeStandIns } from './stand-in.ts';

/** From a day on somebody does what somebody else did until then. */
export interface DutyHandOver {
  readonly duty: Duty;
  readonly from: PersonId;
  readonly to: PersonId;
  readonly on: LocalDate;
}

/**
 * Somebody known takes a duty over from a day on; both sides get the sheet. Said by the secretariat, or by whoever has
 * the duty. Refused: ACCESS_UNKNOWN_PERSON, DUTY_NOT_YOURS, DUTY_NOT_HELD, DUTY_SAME_PERSON, DUTY_STRANGER,
 * DUTY_DAYS.
 */
export async function handOverDuty(
  { unitOfWork, clock, ids }: Dependencies,
  request: Request,
  wanted: DutyHandOver,
): Promise<Outcome<HandOver>> {
  const at = clock.now();
  return unitOfWork.run(async (tx) => {
    const earlier = await tx.handOvers.byEffectKey(request.effectKey);
    if (earlier !== null) return done(earlier);
    const directory = await tx.organisation.directory();
    const today = dayAt(at, directory);
    const { duty, from, to, on } = wanted;
    const passing = dutyToPass(directory, request, at, from, duty);
    if (passing.kind === 'refused') return passing;
    if (from === to) return refuse('DUTY_SAME_PERSON');
    if (on < today) return refuse('DUTY_DAYS');
    if (!successorsFor(directory, passing.actor, from, duty, today).some(({ id }) => id === to)) {
      return refuse('DUTY_STRANGER');
    }
    return done(await passDuty(tx, ids, at, request, directory, passing.by, wanted));
  });
}

/** The appointments of both, the audit, and the sheet. Rights have been checked. */
export async function passDuty(
  tx: Transaction,
  ids: IdSource,
  at: Instant,
  request: Request,
  directory: Directory,
  by: Requester['by'],
  { duty: { role, unitId, clusterId }, from, to, on }: DutyHandOver,
): Promise<HandOver> {
  const duty = { role, unitId, clusterId };
  await tx.organisation.endAppointments(from, addDays(on, -1), duty);
  // Whoever takes over hears of that alone.
  const told = (standIn: PersonId) => [standIn].filter((id) => id !== to && id !== by.personId);
  await closeStandIns(tx, { ids, at }, directory, from, duty, addDays(on, -1), told);
  await appointFrom(tx, directory, to, duty, on);
  const note = noteOf(tx, ids, at, by);
  await note({
    action: 'appointment.passed_on',
    subject: to,
    before: { role, unit: unitId, person: from },
    after: { role, unit: unitId, person: to, from: on },
  });
  return beginHandOver(tx, { ids, at, request }, { kind: 'role', ...duty, giver: from, taker: to }, on);
}
