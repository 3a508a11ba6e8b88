// Viet Nam has kept UTC+7 without summer time since 1975, so an offset is enough here.
const OFFSET_MS = 7 * 3_600_000;
const DAY_MS = 86_400_000;
const HALF_PAST_NINE_MS = 9.5 * 3_600_000;

/** The next Monday 09:30 in +07:00 strictly after `at` (epoch ms): the hour of the weekly digest. */
export function nextDigestAt(at: number): number {
  const local = at + OFFSET_MS;
  const midnight = Math.floor(local / DAY_MS) * DAY_MS;
  const weekday = new Date(midnight).getUTCDay();
  const monday = midnight + ((8 - weekday) % 7) * DAY_MS + HALF_PAST_NINE_MS;
  return (monday > local ? monday : monday + 7 * DAY_MS) - OFFSET_MS;
}
