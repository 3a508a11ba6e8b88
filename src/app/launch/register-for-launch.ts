import type { LaunchId, UnitId } from '../../core/id.ts';
import { type Launch, type Registration, registeredAnew } from '../../core/launch/launch.ts';
import type { Dependencies, Request } from '../dependencies.ts';
import { LAUNCH_PANEL } from '../notices/living-kinds.ts';
import { done, type Outcome, refuse } from '../outcome.ts';
import { answered, noted, steered } from './launch-access.ts';
import { launchNotice } from './launch-notice.ts';
import { countReceived } from './launch-received.ts';
import { peopleOfUnit } from './plan-launch-reminders.ts';

export interface Registered {
  readonly launch: Launch;
  readonly unitIds: readonly UnitId[];
}

/**
 * The presser's units register with these words, or anew while nobody has approved; by that they have received the
 * launch. Refused: LAUNCH_UNKNOWN,
 * LAUNCH_WITHDRAWN, ACCESS_UNKNOWN_PERSON, LAUNCH_NOT_ADDRESSED, LAUNCH_REGISTERED.
 */
export async function registerForLaunch(
  { unitOfWork, clock, ids }: Dependencies,
  request: Request,
  launchId: LaunchId,
  text: string,
): Promise<Outcome<Registered>> {
  const at = clock.now();
  return unitOfWork.run(async (tx) => {
    const launch = await tx.launches.byId(launchId);
    const found = await answered(tx, request, launch?.asksRegistration === true ? launch : null, at);
    if (found.kind === 'refused') return found;
    const open = found.own.filter(({ registration }) => registration.state !== 'approved');
    const unitIds: UnitId[] = [];
    let hasNewlyReceived = false;
    for (const { unitId, registration } of open) {
      const anew = registeredAnew(registration, text);
      if (!(await tx.launches.register(launchId, unitId, [registration.state], anew))) continue;
      unitIds.push(unitId);
      if (await tx.launches.acknowledge(launchId, unitId, found.person.id, at)) hasNewlyReceived = true;
    }
    if (unitIds.length === 0) return refuse('LAUNCH_REGISTERED');
    await tx.living.touch(LAUNCH_PANEL, launchId);
    if (hasNewlyReceived) await countReceived(tx, ids, found.launch, at);
    await noted(tx, ids, found, { at, action: 'launch.registered', after: { units: unitIds } });
    return done({ launch: found.launch, unitIds });
  });
}

/**
 * The secretariat approves a registration (`note` null) or asks for something to be added. The unit's people hear of
 * it in private. False where it was decided otherwise before. Refused as `steered`; LAUNCH_NOT_ADDRESSED.
 */
export async function decideRegistration(
  { unitOfWork, clock, ids }: Dependencies,
  request: Request,
  launchId: LaunchId,
  unitId: UnitId,
  note: string | null,
): Promise<Outcome<boolean>> {
  const at = clock.now();
  return unitOfWork.run(async (tx) => {
    const found = await steered(tx, request, launchId, at);
    if (found.kind === 'refused') return found;
    const receipt = found.receipts.find((one) => one.unitId === unitId);
    if (receipt === undefined) return refuse('LAUNCH_NOT_ADDRESSED');
    const state = note === null ? 'approved' : 'returned';
    const decided: Registration = { ...receipt.registration, state, note };
    if (!(await tx.launches.register(launchId, unitId, ['waiting'], decided))) {
      return done(receipt.registration.state === state && receipt.registration.note === note);
    }
    await tx.living.touch(LAUNCH_PANEL, launchId);
    for (const { id } of peopleOfUnit(unitId, found.directory, found.today)) {
      const addressee = { kind: 'person', id } as const;
      const slot = `${launchId}:${request.effectKey}`;
      await tx.notices.plan(launchNotice(ids, 'registration', launchId, { addressee, slot, at }));
    }
    await noted(tx, ids, found, {
      at,
      action: `launch.registration.${state}`,
      after: { unit: unitId },
    });
    return done(true);
  });
}
