import type { LaunchId } from '../../core/id.ts';
import { isMissing, type Launch } from '../../core/launch/launch.ts';
import type { Dependencies, Request } from '../dependencies.ts';
import { toPerson } from '../notices/plan-notice.ts';
import { slotOf } from '../notices/urgent-slot.ts';
import { done, type Outcome } from '../outcome.ts';
import { whoSteers } from './launch-access.ts';
import { peopleOfUnit } from './plan-launch-reminders.ts';
import { tellOfLaunch } from './tell-of-launch.ts';

export interface LaunchReminded {
  /** Units for which somebody is written to. */
  readonly reached: number;
  /** Units of which nobody can be written to: they must be called. */
  readonly unreached: number;
}

/**
 * The secretariat has those reminded, in private, who have not acknowledged: when the office is open, or HỎA TỐC at
 * once. Refused as `whoSteers`.
 */
export const remindOfLaunch = (
  dependencies: Dependencies,
  request: Request,
  launchId: LaunchId,
  isUrgent = false,
): Promise<Outcome<LaunchReminded>> =>
  whoSteers(launchId, dependencies, request, async (useCase) => {
    const { receipts, directory, today, effectKey, note } = useCase;
    const missing = receipts.filter(isMissing);
    const people = missing.map(({ unitId }) => peopleOfUnit(unitId, directory, today));
    const slot = slotOf(isUrgent, `${launchId}:${effectKey}`);
    for (const id of new Set(people.flat().map((person) => person.id))) {
      await tellOfLaunch(useCase, 'launch_reminder', launchId, toPerson(id), slot);
    }
    await note({ action: 'launch.reminded', subject: launchId, after: { units: missing.length, isUrgent } });
    const reached = people.filter((ones) => ones.length > 0).length;
    return done({ reached, unreached: missing.length - reached });
  });

/** Sends the list of receipt as it stands to whoever asks. Refused as `whoSteers`. */
export const requestReceiptList = (
  dependencies: Dependencies,
  request: Request,
  launchId: LaunchId,
): Promise<Outcome<Launch>> =>
  whoSteers(launchId, dependencies, request, async (useCase) => {
    const { launch, person, effectKey } = useCase;
    await tellOfLaunch(useCase, 'launch_list', launchId, toPerson(person.id), `${launchId}:${effectKey}`);
    return done(launch);
  });
