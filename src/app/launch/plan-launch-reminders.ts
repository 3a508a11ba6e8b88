import { isWorkingDay } from '../../core/calendar/work-calendar.ts';
import type { PersonId, UnitId } from '../../core/id.ts';
import { isMissing, type Launch, type LaunchReceipt } from '../../core/launch/launch.ts';
import { launchStages, nextLaunchStage } from '../../core/launch/launch-stages.ts';
import { calendarsOf } from '../../core/organisation/calendars.ts';
import type { Directory } from '../../core/organisation/directory.ts';
import type { Person } from '../../core/organisation/person.ts';
import { servedBy } from '../../core/reminder/addressees.ts';
import type { LocalDate } from '../../core/time/local-date.ts';
import { toPerson } from '../notices/plan-notice.ts';
import { slotOf } from '../notices/urgent-slot.ts';
import { type Planning, planInSlot } from '../planning.ts';
import type { Transaction } from '../ports/transaction.ts';
import { answeringFor } from './launch-audience.ts';

/**
 * One notice a morning to each person whose unit has not acknowledged a launch of which a stage has come; on a day off
 * of launches that are HỎA TỐC alone.
 */
export async function planLaunchReminders(tx: Transaction, planning: Planning): Promise<void> {
  const directory = await tx.organisation.directory();
  const today = planning.slot.on;
  const { work } = calendarsOf(directory.settings);
  const isOff = !isWorkingDay(work, today);
  const hearers = new Map<PersonId, boolean>();
  for (const launch of await tx.launches.withStageBy(today)) {
    if (isOff && !launch.urgent) continue;
    const stages = launchStages(launch, directory.settings, work);
    await tx.launches.save({ ...launch, nextStageOn: nextLaunchStage(stages, today) });
    if (!mayBeAcknowledged(launch, today)) continue;
    const missing = (await tx.launches.receipts(launch.id)).filter(isMissing);
    for (const { id } of peopleOf(missing, directory, today)) {
      hearers.set(id, launch.urgent || hearers.get(id) === true);
    }
  }
  for (const [id, isUrgent] of hearers) {
    await planInSlot(tx, planning, 'launch_reminder', toPerson(id), slotOf(isUrgent, today));
  }
}

/** After the cut-off nobody is asked any more. */
export const mayBeAcknowledged = ({ acknowledgeBy, state }: Launch, today: LocalDate): boolean =>
  state === 'sent' && (acknowledgeBy === null || today <= acknowledgeBy);

/** Who hears, in private, of what these units have not received: each person once. */
function peopleOf(
  receipts: readonly Pick<LaunchReceipt, 'unitId'>[],
  directory: Directory,
  today: LocalDate,
): Person[] {
  const people = receipts.flatMap(({ unitId }) => peopleOfUnit(unitId, directory, today));
  return [...new Map(people.map((person) => [person.id, person])).values()];
}

export const peopleOfUnit = (id: UnitId, directory: Directory, today: LocalDate): Person[] =>
  answeringFor(directory, id, today).flatMap((unitId) =>
    servedBy({ owner: { kind: 'unit', id: unitId }, clusterId: null }, directory, today),
  );
