import { contactRoundOf, unitsToConfirm } from '../../core/organisation/contact-check.ts';
import { servingPeople } from '../../core/organisation/directory.ts';
import { isTrialOn } from '../../core/organisation/trial.ts';
import { toPerson } from '../notices/plan-notice.ts';
import { type Planning, planInSlot } from '../planning.ts';
import type { Transaction } from '../ports/transaction.ts';

/**
 * In August the people of schools are asked whether they still are the right ones, once a round until somebody answers:
 * of all their schools in one notice. Whom a trial kept from hearing is asked once it is over.
 */
export async function planContactChecks(tx: Transaction, planning: Planning): Promise<void> {
  const { on } = planning.slot;
  const slot = contactRoundOf(on);
  if (slot === null) return;
  const directory = await tx.organisation.directory();
  const people = unitsToConfirm(directory, on).flatMap(({ id }) => servingPeople(directory, id, on));
  for (const { id } of new Set(people)) {
    const noticeId = await planInSlot(tx, planning, 'contact_check', toPerson(id), slot);
    if (!isTrialOn(directory.settings.trial, on)) await tx.notices.release(noticeId, planning.now);
  }
}
