import { nextWorkingDay, type WorkCalendar } from '../../core/calendar/work-calendar.ts';
import { calendarsOf } from '../../core/organisation/calendars.ts';
import { peopleWithRole } from '../../core/organisation/directory.ts';
import { type Instant, instantAt, localDateAt, minuteOfDay, type Zone } from '../../core/time/instant.ts';
import { addDays } from '../../core/time/local-date.ts';
import type { UseCase } from '../use-case.ts';
import { planNotice, toPerson } from './plan-notice.ts';

/** The inbox makes itself heard only then. */
const SOUNDS_AT = [minuteOfDay('08:30'), minuteOfDay('14:00')];

/** Something waits for the secretariat: its inbox is shown at the next of the two times a day, once for all of it. */
export async function alertSecretariat(useCase: UseCase): Promise<void> {
  const { directory, today } = useCase;
  const { settings } = directory;
  const at = nextSound(useCase.at, settings.zone, calendarsOf(settings).work);
  for (const { id } of peopleWithRole(directory, 'secretariat', today)) {
    await planNotice(useCase, 'inbox', toPerson(id), { slot: String(at), at });
  }
}

/** The first time after `now` at which the inbox sounds, on a working day. */
function nextSound(now: Instant, zone: Zone, work: WorkCalendar): Instant {
  const today = localDateAt(now, zone);
  const days = [nextWorkingDay(work, today), nextWorkingDay(work, addDays(nextWorkingDay(work, today), 1))];
  const times = days.flatMap((day) => SOUNDS_AT.map((minute) => instantAt(day, minute, zone)));
  const next = times.find((at) => at > now);
  if (next === undefined) throw new Error('two working days hold no time after now');
  return next;
}
