import { mayBeAcknowledged, peopleOfUnit } from '../../../app/launch/plan-launch-reminders.ts';
import type { Notice } from '../../../app/ports/notice-repository.ts';
import type { UnitId } from '../../../core/id.ts';
import { isMissing, type Launch } from '../../../core/launch/launch.ts';
import { launchStages } from '../../../core/launch/launch-stages.ts';
import { calendarsOf } from '../../../core/organisation/calendars.ts';
import type { LaunchMissing } from '../../views/launch/launch-reminder.ts';
import type { Saying } from '../saying.ts';

/** All that the addressee's units have not received and were asked to by now; and the launch that the notice names. */
export async function launchesMissing(
  { dependencies, frame }: Pick<Saying, 'dependencies' | 'frame'>,
  { addressee, subject }: Notice,
): Promise<LaunchMissing[]> {
  const { directory, today } = frame;
  const { launches } = dependencies.unitOfWork.read;
  const own = directory.units
    .map((unit) => unit.id)
    .filter((id) => peopleOfUnit(id, directory, today).some((person) => person.id === addressee.id));
  const isAsked = (launch: Launch): boolean =>
    mayBeAcknowledged(launch, today) && (launch.id === subject?.id || isReached(frame, launch));
  const missing: LaunchMissing[] = [];
  for (const launch of (await launches.missingFrom(own)).filter(isAsked)) {
    missing.push({ launch, unitIds: unitsIn(own, await launches.receipts(launch.id)) });
  }
  return missing;
}

const unitsIn = (own: readonly UnitId[], receipts: Parameters<typeof isMissing>[0][]): UnitId[] =>
  receipts.filter((receipt) => isMissing(receipt) && own.includes(receipt.unitId)).map((one) => one.unitId);

function isReached({ directory, today }: Saying['frame'], launch: Launch): boolean {
  const { settings } = directory;
  const [first] = launchStages(launch, settings, calendarsOf(settings).work);
  return first !== undefined && first <= today;
}
