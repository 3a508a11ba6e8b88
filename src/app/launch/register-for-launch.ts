import { actorOf } from '../../core/access/actor.ts';
import { scopeOf } from '../../core/access/rights.ts';
import type { LaunchId, UnitId } from '../../core/id.ts';
import type { Launch, Registration } from '../../core/launch/launch.ts';
import { personAt } from '../../core/organisation/directory.ts';
import type { Dependencies, Request } from '../dependencies.ts';
import { LAUNCH_PANEL } from '../notices/living-kinds.ts';
import { done, type Outcome, refuse } from '../outcome.ts';
import { dayAt } from '../today.ts';
import { noted, steered } from './launch-access.ts';
import { ownReceipts } from './launch-audience.ts';
import { launchNotice } from './launch-notice.ts';
import { peopleOfUnit } from './plan-launch-reminders.ts';

export interface Registered {
  readonly launch: Launch;
  readonly unitIds: readonly UnitId[];
}

/**
 * The presser's units register with these words, or anew while nobody has approved. Refused: LAUNCH_UNKNOWN,
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
    const directory = await tx.organisation.directory();
    const launch = await tx.launches.byId(launchId);
    if (launch === null || !launch.asksRegistration) return refuse('LAUNCH_UNKNOWN');
    if (launch.state !== 'sent') return refuse('LAUNCH_WITHDRAWN');
    const person = personAt(directory, request.channel, request.user);
    if (person === null) return refuse('ACCESS_UNKNOWN_PERSON');
    const today = dayAt(at, directory);
    const actor = actorOf(directory, person.id, today);
    const own = ownReceipts(await tx.launches.receipts(launchId), directory, actor, today);
    if (scopeOf('launch.acknowledge', actor.roles) === null || own.length === 0) {
      return refuse('LAUNCH_NOT_ADDRESSED');
    }
    const registration: Registration = { state: 'waiting', text, note: null };
    const unitIds: UnitId[] = [];
    for (const { unitId } of own) {
      const open = ['none', 'waiting', 'returned'] as const;
      if (await tx.launches.register(launchId, unitId, open, registration)) unitIds.push(unitId);
    }
    if (unitIds.length === 0) return refuse('LAUNCH_REGISTERED');
    await tx.living.touch(LAUNCH_PANEL, launchId);
    const found = { launch, person, directory };
    await noted(tx, ids, request, found, { at, action: 'launch.registered', after: { units: unitIds } });
    return done({ launch, unitIds });
  });
}

/**
 * The secretariat approves a registration (`note` null) or asks for something to be added. The unit's people hear of
 * it in private. False where it did not wait any more. Refused as `steered`.
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
    if (!(await tx.launches.register(launchId, unitId, ['waiting'], decided))) return done(false);
    await tx.living.touch(LAUNCH_PANEL, launchId);
    for (const { id } of peopleOfUnit(unitId, found.directory, found.today)) {
      const addressee = { kind: 'person', id } as const;
      const slot = `${launchId}:${request.effectKey}`;
      await tx.notices.plan(launchNotice(ids, 'registration', launchId, { addressee, slot, at }));
    }
    await noted(tx, ids, request, found, {
      at,
      action: `launch.registration.${state}`,
      after: { unit: unitId },
    });
    return done(true);
  });
}
