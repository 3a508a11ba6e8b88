import { mayBeAcknowledged, peopleOfUnit } from '../../app/plan-launch-reminders.ts';
import type { UnitId } from '../../core/id.ts';
import { isMissing, type Launch } from '../../core/launch/launch.ts';
import { launchStages } from '../../core/launch/launch-stages.ts';
import { calendarsOf } from '../../core/organisation/calendars.ts';
import { type LaunchMissing, launchReminder } from '../views/launch-reminder.ts';
import type { Said, Saying } from './saying.ts';

/** All that this person's units have not received and were asked to by now, one message. */
export async function sayLaunchReminder({ dependencies, notice, frame }: Saying): Promise<Said> {
  const { directory, today } = frame;
  const { launches } = dependencies.unitOfWork.read;
  const own = directory.units
    .map((unit) => unit.id)
    .filter((id) => peopleOfUnit(id, directory, today).some((person) => person.id === notice.addressee.id));
  const isAsked = (launch: Launch): boolean =>
    mayBeAcknowledged(launch, today) && (launch.id === notice.subject?.id || isReached(frame, launch));
  const missing: LaunchMissing[] = [];
  for (const launch of (await launches.missingFrom(own)).filter(isAsked)) {
    missing.push({ launch, unitIds: unitsIn(own, await launches.receipts(launch.id)) });
  }
  return missing.length === 0 ? { withheld: 'nothing_missing' } : launchReminder(frame, missing);
}

const unitsIn = (own: readonly UnitId[], receipts: Parameters<typeof isMissing>[0][]): UnitId[] =>
  receipts.filter((receipt) => isMissing(receipt) && own.includes(receipt.unitId)).map((one) => one.unitId);

function isReached({ directory, today }: Saying['frame'], launch: Launch): boolean {
  const { settings } = directory;
  const [first] = launchStages(launch, settings, calendarsOf(settings).work);
  return first !== undefined && first <= today;
}
