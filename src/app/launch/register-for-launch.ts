import type { LaunchId, UnitId } from '../../core/id.ts';
import { type Launch, type Registration, registeredAnew } from '../../core/launch/launch.ts';
import type { Dependencies, Request } from '../dependencies.ts';
import { LAUNCH_PANEL } from '../notices/living-kinds.ts';
import { toPerson } from '../notices/plan-notice.ts';
import { done, type Outcome, refuse } from '../outcome.ts';
import { whoAnswers, whoSteers } from './launch-access.ts';
import { countReceived } from './launch-received.ts';
import { peopleOfUnit } from './plan-launch-reminders.ts';
import { tellOfLaunch } from './tell-of-launch.ts';

export interface Registered {
  readonly launch: Launch;
  readonly unitIds: readonly UnitId[];
}

/**
 * The presser's units register with these words, or anew while nobody has approved; by that they have received the
 * launch. Refused as `whoAnswers`; LAUNCH_REGISTERED.
 */
export const registerForLaunch = (
  dependencies: Dependencies,
  request: Request,
  launchId: LaunchId,
  text: string,
): Promise<Outcome<Registered>> =>
  whoAnswers(
    launchId,
    dependencies,
    request,
    async (useCase) => {
      const { tx, at, launch, own, person, note } = useCase;
      const unitIds: UnitId[] = [];
      let hasNewlyReceived = false;
      for (const { unitId, registration } of own) {
        if (registration.state === 'approved') continue;
        const anew = registeredAnew(registration, text);
        if (!(await tx.launches.register(launchId, unitId, [registration.state], anew))) continue;
        unitIds.push(unitId);
        if (await tx.launches.acknowledge(launchId, unitId, person.id, at)) hasNewlyReceived = true;
      }
      if (unitIds.length === 0) return refuse('LAUNCH_REGISTERED');
      await tx.living.touch(LAUNCH_PANEL, launchId);
      if (hasNewlyReceived) await countReceived(useCase);
      await note({ action: 'launch.registered', subject: launchId, after: { units: unitIds } });
      return done({ launch, unitIds });
    },
    ({ asksRegistration }) => asksRegistration,
  );

/**
 * The secretariat approves a registration (`because` null) or asks for something to be added. The unit's people hear of
 * it in private. False where it was decided otherwise before. Refused as `whoSteers`; LAUNCH_NOT_ADDRESSED.
 */
export const decideRegistration = (
  dependencies: Dependencies,
  request: Request,
  launchId: LaunchId,
  unitId: UnitId,
  because: string | null,
): Promise<Outcome<boolean>> =>
  whoSteers(launchId, dependencies, request, async (useCase) => {
    const { tx, receipts, directory, today, effectKey, note } = useCase;
    const receipt = receipts.find((one) => one.unitId === unitId);
    if (receipt === undefined) return refuse('LAUNCH_NOT_ADDRESSED');
    const state = because === null ? 'approved' : 'returned';
    const decided: Registration = { ...receipt.registration, state, note: because };
    if (!(await tx.launches.register(launchId, unitId, ['waiting'], decided))) {
      return done(receipt.registration.state === state && receipt.registration.note === because);
    }
    await tx.living.touch(LAUNCH_PANEL, launchId);
    for (const { id } of peopleOfUnit(unitId, directory, today)) {
      await tellOfLaunch(useCase, 'registration', launchId, toPerson(id), `${launchId}:${effectKey}`);
    }
    await note({ action: `launch.registration.${state}`, subject: launchId, after: { unit: unitId } });
    return done(true);
  });
