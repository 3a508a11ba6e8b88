const FIRST_MS = 1_000;
const LONGEST_MS = 60_000;

/**
 * Milliseconds to wait after so many failures in a row (1 = the first): doubling from one second to a minute, of
 * which up to half is taken off at random, so that those who failed together do not come back together.
 *
 * @param random in [0, 1)
 */
export function backoffMs(failures: number, random: number): number {
  const whole = Math.min(FIRST_MS * 2 ** Math.min(failures - 1, 30), LONGEST_MS);
  return Math.round(whole * (1 - random / 2));
}
