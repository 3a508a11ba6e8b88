import { nextWorkingDay, type WorkCalendar } from '../../core/calendar/work-calendar.ts';
import { calendarsOf } from '../../core/organisation/calendars.ts';
import { peopleWithRole } from '../../core/organisation/directory.ts';
import { type Instant, instantAt, localDateAt, minuteOfDay, type Zone } from '../../core/time/instant.ts';
import { addDays } from '../../core/time/local-date.ts';
import type { IdSource } from '../ports/id-source.ts';
import type { Transaction } from '../ports/transaction.ts';
import { dayAt } from '../today.ts';

/** The inbox makes itself heard only then. */
const SOUNDS_AT = [minuteOfDay('08:30'), minuteOfDay('14:00')];

/** Something waits for the secretariat: its inbox is shown at the next of the two times a day, once for all of it. */
export async function alertSecretariat(tx: Transaction, ids: IdSource, now: Instant): Promise<void> {
  const directory = await tx.organisation.directory();
  const { settings } = directory;
  const at = nextSound(now, settings.zone, calendarsOf(settings).work);
  for (const { id } of peopleWithRole(directory, 'secretariat', dayAt(now, directory))) {
    await tx.notices.plan({
      id: ids.next<'notice'>(),
      kind: 'inbox',
      addressee: { kind: 'person', id },
      slot: String(at),
      at,
      subject: null,
      late: false,
    });
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
