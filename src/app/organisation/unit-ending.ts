import type { ObligationId, UnitId } from '../../core/id.ts';
import type { Membership } from '../../core/organisation/cluster.ts';
import type { Appointment } from '../../core/organisation/person.ts';
import type { Instant } from '../../core/time/instant.ts';
import type { LocalDate } from '../../core/time/local-date.ts';
import type { ReadModel } from '../ports/unit-of-work.ts';
import type { EndedWork } from './ended-work.ts';

export const UNIT_ENDED = 'unit.ended';

/** What the end of a unit changed, as it was: the way back. */
export interface BeforeUnitEnd {
  readonly name: string;
  readonly places: readonly Membership[];
  readonly people: readonly { readonly appointment: Appointment; readonly endedOn: LocalDate }[];
  readonly work: readonly EndedWork[];
}

export interface AfterUnitEnd {
  readonly to: LocalDate;
  readonly successors: readonly UnitId[];
  readonly passed: number;
  readonly orphaned: number;
  /** Units begun in its place, and the work that began with them or passed to others. */
  readonly founded: readonly UnitId[];
  readonly inherited: readonly ObligationId[];
}

/** What was last said of the end of the unit; null where that was before there was a way back. */
export async function unitEndingOf(
  { audit }: Pick<ReadModel, 'audit'>,
  unitId: UnitId,
): Promise<(AfterUnitEnd & { readonly at: Instant; readonly before: BeforeUnitEnd }) | null> {
  const said = await audit.latest(unitId, [UNIT_ENDED]);
  const after = said?.after as AfterUnitEnd | undefined;
  return said === null || after?.inherited === undefined
    ? null
    : { ...after, at: said.at, before: said.before as BeforeUnitEnd };
}
