import { addWorkingDays, type WorkCalendar } from '../calendar/work-calendar.ts';
import { type Instant, instantAt, localDateAt, minuteOfDay, type Zone } from '../time/instant.ts';

const UNTIL = minuteOfDay('17:30');

/** Until when a report may be taken back without a trace: 17:30 of the working day after it. */
export const correctionEnds = (reportedAt: Instant, zone: Zone, calendar: WorkCalendar): Instant =>
  instantAt(addWorkingDays(calendar, localDateAt(reportedAt, zone), 1), UNTIL, zone);
