import { calendarsOf } from '../../core/organisation/calendars.ts';
import { type SlotKind, slotsBetween } from '../../core/slot/slots.ts';
import type { Instant } from '../../core/time/instant.ts';
import { planHourStages } from '../assignment/plan-hour-stages.ts';
import type { Dependencies } from '../dependencies.ts';
import { planApprovals } from '../launch/ask-approvers.ts';
import { planLaunchReminders } from '../launch/plan-launch-reminders.ts';
import { followClusterEnds } from '../organisation/follow-cluster-end.ts';
import { followUnitChanges } from '../organisation/follow-unit-changes.ts';
import { rollForward } from '../plan/roll-forward.ts';
import type { Planning } from '../planning.ts';
import type { IdSource } from '../ports/id-source.ts';
import type { Transaction } from '../ports/transaction.ts';
import { forgetTexts } from './forget-texts.ts';
import { forgetUpdates } from './forget-updates.ts';
import { planContactChecks } from './plan-contact-checks.ts';
import { planDigests, planOverviews } from './plan-digests.ts';
import { planReminders } from './plan-reminders.ts';
import { endTerms, planRotation } from './plan-rotation.ts';

const LEDGER = 'slots';

export const PLANNERS: Record<SlotKind, (tx: Transaction, planning: Planning) => Promise<void>> = {
  roll_forward: async (tx, planning) => {
    await endTerms(tx, planning);
    await followUnitChanges(tx, planning.now);
    await followClusterEnds(tx, planning.now);
    await rollForward(tx, planning.now);
    await forgetUpdates(tx, planning.now);
    await forgetTexts(tx, planning.now);
  },
  // What is planned first says the rest of its morning.
  reminders: async (tx, planning) => {
    await endTerms(tx, planning);
    await planReminders(tx, planning);
    await planContactChecks(tx, planning);
    await planRotation(tx, planning);
    await planLaunchReminders(tx, planning);
    await planApprovals(tx, planning);
  },
  urgent_reminders: planLaunchReminders,
  digest: planDigests,
  overview: planOverviews,
};

/**
 * Writes what has fallen due to be said since the last tick. The ledger advances in the same transaction, so a
 * slot is planned once, by one process, and never lost: after an outage the latest slot of each kind is caught up.
 * A clock that was set back does nothing until it has passed its old mark. Hour stages stand with what they are of,
 * which is saved with the next one.
 */
export async function runTick({ unitOfWork, ids }: Dependencies, now: Instant): Promise<void> {
  await unitOfWork.run(async (tx) => {
    await planSlots(tx, ids, now);
    await planHourStages(tx, { now, ids });
  });
}

async function planSlots(tx: Transaction, ids: IdSource, now: Instant): Promise<void> {
  const last = await tx.ticks.last(LEDGER);
  if (last !== null && now <= last) return;
  const { settings } = await tx.organisation.directory();
  const slots = last === null ? [] : slotsBetween(last, now, settings, calendarsOf(settings).work);
  if (last !== null && slots.length === 0) return;
  if (!(await tx.ticks.advance(LEDGER, last, now))) return;
  for (const slot of slots) await PLANNERS[slot.kind](tx, { slot, now, ids });
}
