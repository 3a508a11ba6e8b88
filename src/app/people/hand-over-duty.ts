import type { PersonId } from '../../core/id.ts';
import type { Duty, HandOver } from '../../core/organisation/hand-over.ts';
import { addDays, type LocalDate } from '../../core/time/local-date.ts';
import type { Dependencies, Request } from '../dependencies.ts';
import { done, type Outcome, refuse } from '../outcome.ts';
import { type UseCase, whoIsKnown } from '../use-case.ts';
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
export const handOverDuty = (
  dependencies: Dependencies,
  request: Request,
  wanted: DutyHandOver,
): Promise<Outcome<HandOver>> =>
  whoIsKnown(dependencies, request, async (useCase) => {
    const { tx, at, today, directory, actor, effectKey } = useCase;
    const earlier = await tx.handOvers.byEffectKey(effectKey);
    if (earlier !== null) return done(earlier);
    const { duty, from, to, on } = wanted;
    const passing = dutyToPass(directory, request, at, from, duty);
    if (passing.kind === 'refused') return passing;
    if (from === to) return refuse('DUTY_SAME_PERSON');
    if (on < today) return refuse('DUTY_DAYS');
    if (!successorsFor(directory, actor, from, duty, today).some(({ id }) => id === to)) {
      return refuse('DUTY_STRANGER');
    }
    return done(await passDuty(useCase, wanted));
  });

/** The appointments of both, the audit, and the sheet. Rights have been checked. */
export async function passDuty(useCase: UseCase, { duty, from, to, on }: DutyHandOver): Promise<HandOver> {
  const { tx, directory, by, note } = useCase;
  const { role, unitId: unit } = duty;
  const lastOn = addDays(on, -1);
  await tx.organisation.endAppointments(from, lastOn, duty);
  // Whoever takes over hears of that alone.
  const told = (standIn: PersonId) => [standIn].filter((id) => id !== to && id !== by.personId);
  await closeStandIns(useCase, from, duty, lastOn, told);
  await appointFrom(tx, directory, to, duty, on);
  await note({
    action: 'appointment.passed_on',
    subject: to,
    before: { role, unit, person: from },
    after: { role, unit, person: to, from: on },
  });
  return beginHandOver(useCase, { kind: 'role', ...duty, giver: from, taker: to }, on);
}
