import type { Obligation } from '../core/obligation/obligation.ts';
import { calendarsOf } from '../core/organisation/calendars.ts';
import {
  type Directory,
  officeHolders,
  peopleWithRole,
  privateChatOf,
} from '../core/organisation/directory.ts';
import type { Person } from '../core/organisation/person.ts';
import { nextStageAfter, stageReached, stagesOf } from '../core/reminder/stages.ts';
import type { LocalDate } from '../core/time/local-date.ts';
import type { UnitId } from '../core/id.ts';
import { type Planning, slotNotice } from './planning.ts';
import type { Transaction } from './ports/transaction.ts';

/**
 * Writes a line for each open obligation whose stage is reached, to each person who acts for its owner; one
 * morning's lines to one person become one notice. A stage passed over in an outage speaks as the latest one.
 */
export async function planReminders(tx: Transaction, planning: Planning): Promise<void> {
  const directory = await tx.organisation.directory();
  const today = planning.slot.on;
  const { work } = calendarsOf(directory.settings);
  for (const obligation of await tx.obligations.withStageBy(today)) {
    const stages = stagesOf(obligation, directory.settings.stages, work);
    const stage = stageReached(stages, today);
    await tx.obligations.save({ ...obligation, nextStageOn: nextStageAfter(stages, today) });
    if (stage === null || obligation.dueOn === null) continue;
    for (const person of remindedOf(obligation, directory, today)) {
      const addressee = { kind: 'person', id: person.id } as const;
      const noticeId = await tx.notices.plan(slotNotice(planning, 'reminder', addressee));
      await tx.notices.addLine(noticeId, {
        obligationId: obligation.id,
        dueOn: obligation.dueOn,
        stage: stage.code,
        addressee,
      });
    }
  }
}

/** Who hears of an obligation in private: those that can be reached there. */
export function remindedOf(
  { owner, clusterId }: Pick<Obligation, 'owner' | 'clusterId'>,
  directory: Directory,
  today: LocalDate,
): Person[] {
  const people = {
    unit: () => (owner.kind === 'unit' ? actingFor(directory, owner.id, today) : []),
    cluster: () =>
      clusterId === null
        ? []
        : officeHolders(directory, clusterId, 'lead', today).flatMap((unit) =>
            actingFor(directory, unit.id, today),
          ),
    // A council member's duty is arranged by the secretariat.
    council_member: () => peopleWithRole(directory, 'secretariat', today),
  }[owner.kind]();
  return people.filter((person) => privateChatOf(directory, person.id)?.state === 'active');
}

/** A unit's focal points; where it has none, its leader; the standing agency acts through the secretariat. */
function actingFor(directory: Directory, unitId: UnitId, today: LocalDate): Person[] {
  for (const role of ['focal_point', 'leader', 'secretariat'] as const) {
    const people = peopleWithRole(directory, role, today, unitId);
    if (people.length > 0) return people;
  }
  return [];
}
