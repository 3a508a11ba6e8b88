import type { Launch } from '../../core/launch/launch.ts';
import { calendarsOf } from '../../core/organisation/calendars.ts';
import type { Settings } from '../../core/organisation/settings.ts';
import { nextSendMoment } from '../../core/slot/slots.ts';
import type { Instant } from '../../core/time/instant.ts';

/** When a launch goes out that was wanted then: not at night nor on a day off, unless it is HỎA TỐC. */
export const launchTime = (
  { urgent }: Pick<Launch, 'urgent'>,
  wanted: Instant,
  settings: Settings,
): Instant => (urgent ? wanted : nextSendMoment(wanted, settings, calendarsOf(settings).work));
