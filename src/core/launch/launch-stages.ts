import { addWorkingDays, previousWorkingDay, type WorkCalendar } from '../calendar/work-calendar.ts';
import type { Settings } from '../organisation/settings.ts';
import { type Instant, instantAt, localDateAt } from '../time/instant.ts';
import { addDays, type LocalDate } from '../time/local-date.ts';
import type { Launch } from './launch.ts';

/**
 * The days on which whoever has not acknowledged is reminded: one working day after it went out, and on the day of
 * the cut-off, or the working day before it. Never on the day on which it went out, never after the cut-off. HỎA TỐC
 * knows no days off.
 */
export function launchStages(
  { sentAt, acknowledgeBy, urgent }: Pick<Launch, 'sentAt' | 'acknowledgeBy' | 'urgent'>,
  { zone }: Pick<Settings, 'zone'>,
  work: WorkCalendar,
): LocalDate[] {
  const sentOn = localDateAt(sentAt, zone);
  const soon = urgent ? addDays(sentOn, 1) : addWorkingDays(work, sentOn, 1);
  if (acknowledgeBy === null) return [soon];
  const last = urgent ? acknowledgeBy : previousWorkingDay(work, acknowledgeBy);
  return [...new Set([soon, last])].filter((day) => day > sentOn && day <= acknowledgeBy).sort();
}

export const nextLaunchStage = (stages: readonly LocalDate[], after: LocalDate): LocalDate | null =>
  stages.find((day) => day > after) ?? null;

/** When the cut-off passes: the office closes on its day. Null where nothing was asked by a day. */
export const cutOffAt = (
  { acknowledgeBy }: Pick<Launch, 'acknowledgeBy'>,
  { hours, zone }: Pick<Settings, 'hours' | 'zone'>,
): Instant | null => (acknowledgeBy === null ? null : instantAt(acknowledgeBy, hours.to, zone));
