import type { Audience } from '../../app/asking/audience.ts';
import type { ListedObligation } from '../../app/asking/list-obligations.ts';
import { owns } from '../../core/access/actor.ts';
import { ownerName } from '../../core/obligation/owner-name.ts';
import { tally } from '../../core/obligation/tally.ts';
import { isDone } from '../../core/work/work-state.ts';
import { deadlineLine } from './deadline-line.ts';
import type { Frame } from './frame.ts';
import { stateText } from './report/report.ts';

type Several = readonly [ListedObligation, ...ListedObligation[]];

/**
 * The deadline of what several owners owe together, and how it stands, as far as the audience may know: a group
 * the day alone, a focal point how its own work stands, the secretariat how many are done.
 */
export function standingLines(frame: Frame, obligations: Several, audience: Audience): string[] {
  const [first, ...others] = obligations;
  switch (audience.kind) {
    case 'cluster':
      return [deadlineLine(frame, first, 'group')];
    case 'own': {
      const own = obligations.filter(({ owner }) => owns(audience.actor, owner));
      const [mine = null] = own;
      if (mine === null) return [deadlineLine(frame, first, 'group')];
      return [
        deadlineLine(frame, mine, 'private'),
        ...own.flatMap((one) => ownState(frame, one, own.length > 1)),
      ];
    }
    case 'everything':
      return others.length === 0
        ? [deadlineLine(frame, first, 'private'), ...ownState(frame, first, false)]
        : [deadlineLine(frame, first, 'group'), ...countLine(frame, obligations)];
  }
}

/** Nothing for what is done, which the deadline's line says, and for what nobody could report on. */
function ownState(frame: Frame, one: ListedObligation, isNamed: boolean): string[] {
  if (!one.stored || (isDone(one.state) && !isNamed)) return [];
  const state = stateText(frame, one);
  return [isNamed ? `${ownerName(frame.directory, one.owner)}: ${state}` : state];
}

export function countLine({ t, today }: Frame, obligations: readonly ListedObligation[]): string[] {
  const stored = obligations.filter((one) => one.stored);
  if (stored.length === 0) return [];
  const { done, total, overdue } = tally(stored, today);
  return [overdue === 0 ? t('due.doneOf', { done, total }) : t('due.doneOfLate', { done, total, overdue })];
}
