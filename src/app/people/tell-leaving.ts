import type { PersonId } from '../../core/id.ts';
import {
  appointmentsOf,
  type Directory,
  peopleWithRole,
  servingPeople,
} from '../../core/organisation/directory.ts';
import { type Duty, isSameDuty } from '../../core/organisation/hand-over.ts';
import type { Instant } from '../../core/time/instant.ts';
import { addDays, type LocalDate } from '../../core/time/local-date.ts';
import type { Transaction } from '../ports/transaction.ts';
import { dutyInSlot, dutyOfSlot } from './duty-slot.ts';
import { type Saying, tellPerson } from './pass-on.ts';

/** Somebody has a duty no more, and nobody was named in their place. */
export interface Leaving {
  readonly holder: PersonId;
  readonly duty: Duty;
  readonly lastOn: LocalDate;
  /** When it was said. */
  readonly at: Instant;
}

/**
 * Tells whoever leaves, those whose the unit's work is from then on, and the secretariat; but for whoever says so.
 *
 * @param directory as it was before
 */
export async function tellLeaving(
  tx: Transaction,
  saying: Saying,
  directory: Directory,
  leaving: Leaving,
  by: PersonId,
): Promise<void> {
  await tell(tx, saying, directory, leaving, by, slotOf(leaving));
}

/** Tells the same people that they stay after all. */
export const tellStaying = (
  tx: Transaction,
  saying: Saying,
  directory: Directory,
  leaving: Leaving,
  by: PersonId,
): Promise<void> => tell(tx, saying, directory, leaving, by, `${STAYS} ${slotOf(leaving)}`);

async function tell(
  tx: Transaction,
  saying: Saying,
  directory: Directory,
  { holder, duty, lastOn }: Leaving,
  by: PersonId,
  slot: string,
): Promise<void> {
  const after = addDays(lastOn, 1);
  const told = [
    holder,
    ...(duty.unitId === null ? [] : servingPeople(directory, duty.unitId, after)).map(({ id }) => id),
    ...peopleWithRole(directory, 'secretariat', after).map(({ id }) => id),
  ];
  for (const id of new Set(told)) {
    if (id === by) continue;
    await tellPerson(tx, saying, 'duty_ended', id, slot, { kind: 'person', id: holder });
  }
}

const STAYS = 'stays';

/** `2024-11-05 <role> <unit> <cluster> <who> <when>` */
const slotOf = ({ holder, duty, lastOn, at }: Leaving): string =>
  [lastOn, dutyInSlot(duty), holder, at].join(' ');

/** Of whom a notice speaks, whether they stay after all, and the slot of the notice that said they leave. */
export function leavingOfSlot(slot: string): Leaving & { readonly stays: boolean; readonly told: string } {
  const stays = slot.startsWith(`${STAYS} `);
  const told = stays ? slot.slice(STAYS.length + 1) : slot;
  const [lastOn, role, unitId, clusterId, holder, at] = told.split(' ');
  return {
    holder: holder as PersonId,
    duty: dutyOfSlot(role, unitId, clusterId),
    lastOn: lastOn as LocalDate,
    at: Number(at) as Instant,
    stays,
    told,
  };
}

/** Whether they have the duty beyond the day that was said to be their last. */
export const isHeldBeyond = (directory: Directory, { holder, duty, lastOn }: Leaving): boolean =>
  appointmentsOf(directory, holder, addDays(lastOn, 1)).some((one) => isSameDuty(one, duty));
