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
import { planNotice, toPerson } from '../notices/plan-notice.ts';
import type { UseCase } from '../use-case.ts';
import { dutyInSlot, dutyOfSlot } from './duty-slot.ts';

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
 * By the organisation as it was before.
 */
export const tellLeaving = (useCase: UseCase, leaving: Leaving): Promise<void> =>
  tell(useCase, leaving, slotOf(leaving));

/** Tells the same people that they stay after all. */
export const tellStaying = (useCase: UseCase, leaving: Leaving): Promise<void> =>
  tell(useCase, leaving, `${STAYS} ${slotOf(leaving)}`);

async function tell(useCase: UseCase, { holder, duty, lastOn }: Leaving, slot: string): Promise<void> {
  const { directory, person } = useCase;
  const after = addDays(lastOn, 1);
  const told = [
    holder,
    ...(duty.unitId === null ? [] : servingPeople(directory, duty.unitId, after)).map(({ id }) => id),
    ...peopleWithRole(directory, 'secretariat', after).map(({ id }) => id),
  ];
  for (const id of new Set(told)) {
    if (id === person.id) continue;
    await planNotice(useCase, 'duty_ended', toPerson(id), { slot, subject: { kind: 'person', id: holder } });
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
