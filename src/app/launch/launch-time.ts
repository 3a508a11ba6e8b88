import type { Launch } from '../../core/launch/launch.ts';
import { cutOffAt } from '../../core/launch/launch-stages.ts';
import { calendarsOf } from '../../core/organisation/calendars.ts';
import type { Directory } from '../../core/organisation/directory.ts';
import type { Settings } from '../../core/organisation/settings.ts';
import { nextSendMoment } from '../../core/slot/slots.ts';
import type { Instant } from '../../core/time/instant.ts';
import type { LocalDate } from '../../core/time/local-date.ts';
import { type Refused, refuse } from '../outcome.ts';
import { addressedGroups } from './launch-audience.ts';

/** When a launch goes out that was wanted then: not at night nor on a day off, unless it is HỎA TỐC. */
export const launchTime = (
  { urgent }: Pick<Launch, 'urgent'>,
  wanted: Instant,
  settings: Settings,
): Instant => (urgent ? wanted : nextSendMoment(wanted, settings, calendarsOf(settings).work));

/** Whether the cut-off passes before it goes out: nobody could acknowledge in time. */
export function endsBeforeSent(
  launch: Pick<Launch, 'sentAt' | 'acknowledgeBy'>,
  settings: Pick<Settings, 'hours' | 'zone'>,
): boolean {
  const cutOff = cutOffAt(launch, settings);
  return cutOff !== null && cutOff <= launch.sentAt;
}

/** Why it cannot go out: LAUNCH_NO_GROUPS, LAUNCH_CUT_OFF_PAST; null where it can. */
export function hindrance(launch: Launch, directory: Directory, today: LocalDate): Refused | null {
  if (addressedGroups(launch, directory, today).length === 0) return refuse('LAUNCH_NO_GROUPS');
  return endsBeforeSent(launch, directory.settings) ? refuse('LAUNCH_CUT_OFF_PAST') : null;
}
