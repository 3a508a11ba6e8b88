import type { Obligation } from '../../../core/obligation/obligation.ts';
import { calendarsOf } from '../../../core/organisation/calendars.ts';
import { turnsAtHand } from '../../../core/reminder/turns-at-hand.ts';
import type { Frame } from '../../views/frame.ts';

/** Of what is owed, by day, the turns that are to be done now. */
export function atHand<One extends Obligation>(
  { book, directory: { settings }, today }: Frame,
  owed: readonly One[],
): One[] {
  return turnsAtHand(owed, { settings, book }, calendarsOf(settings).work, today);
}
