import type { Directory } from '../core/organisation/directory.ts';
import { type Instant, localDateAt } from '../core/time/instant.ts';
import type { LocalDate } from '../core/time/local-date.ts';

/** The calendar day of an instant at the organisation. */
export const dayAt = (at: Instant, directory: Directory): LocalDate =>
  localDateAt(at, directory.settings.zone);
