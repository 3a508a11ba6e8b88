import type { LaunchId } from '../../core/id.ts';
import { isMissing, type Launch } from '../../core/launch/launch.ts';
import type { Dependencies, Request } from '../dependencies.ts';
import { slotOf } from '../notices/urgent-slot.ts';
import { done, type Outcome } from '../outcome.ts';
import { noted, steered } from './launch-access.ts';
import { launchNotice } from './launch-notice.ts';
import { peopleOfUnit } from './plan-launch-reminders.ts';

export interface LaunchReminded {
  /** Units for which somebody is written to. */
  readonly reached: number;
  /** Units of which nobody can be written to: they must be called. */
  readonly unreached: number;
}

/**
 * The secretariat has those reminded, in private, who have not acknowledged: when the office is open, or HỎA TỐC at
 * once. Refused as `steered`.
 */
export async function remindOfLaunch(
  { unitOfWork, clock, ids }: Dependencies,
  request: Request,
  launchId: LaunchId,
  isUrgent = false,
): Promise<Outcome<LaunchReminded>> {
  const at = clock.now();
  return unitOfWork.run(async (tx) => {
    const found = await steered(tx, request, launchId, at);
    if (found.kind === 'refused') return found;
    const { receipts, directory, today } = found;
    const missing = receipts.filter(isMissing);
    const people = missing.map(({ unitId }) => peopleOfUnit(unitId, directory, today));
    for (const id of new Set(people.flat().map((person) => person.id))) {
      const addressee = { kind: 'person', id } as const;
      const slot = slotOf(isUrgent, `${launchId}:${request.effectKey}`);
      await tx.notices.plan(launchNotice(ids, 'launch_reminder', launchId, { addressee, slot, at }));
    }
    await noted(tx, ids, found, {
      at,
      action: 'launch.reminded',
      after: { units: missing.length, isUrgent },
    });
    const reached = people.filter((ones) => ones.length > 0).length;
    return done({ reached, unreached: missing.length - reached });
  });
}

/** Sends the list of receipt as it stands to whoever asks. Refused as `steered`. */
export async function requestReceiptList(
  { unitOfWork, clock, ids }: Dependencies,
  request: Request,
  launchId: LaunchId,
): Promise<Outcome<Launch>> {
  const at = clock.now();
  return unitOfWork.run(async (tx) => {
    const found = await steered(tx, request, launchId, at);
    if (found.kind === 'refused') return found;
    const addressee = { kind: 'person', id: found.person.id } as const;
    const slot = `${launchId}:${request.effectKey}`;
    await tx.notices.plan(launchNotice(ids, 'launch_list', launchId, { addressee, slot, at }));
    return done(found.launch);
  });
}
