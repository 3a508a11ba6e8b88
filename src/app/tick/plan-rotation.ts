import { peopleWithRole } from '../../core/organisation/directory.ts';
import { vacanciesOf, withEndedTerms } from '../../core/organisation/rotation.ts';
import { addMs, DAY_MS } from '../../core/time/instant.ts';
import { addDays } from '../../core/time/local-date.ts';
import { toPerson } from '../notices/plan-notice.ts';
import { type Planning, planInSlot } from '../planning.ts';
import { NOTICE_STATES } from '../ports/notice-repository.ts';
import type { Transaction } from '../ports/transaction.ts';
import { noteOf } from '../use-case.ts';

/**
 * A week is left between two questions of the same matter; that a tick came a little late does not move the next to
 * another day.
 */
const QUIET_MS = 6.5 * DAY_MS;

/** While nobody is named to come after an office whose year runs out, the secretariat is asked once a week. */
export async function planRotation(tx: Transaction, planning: Planning): Promise<void> {
  const { now, slot } = planning;
  const directory = await tx.organisation.directory();
  if (vacanciesOf(directory, slot.on).length === 0) return;
  const recent = await tx.notices.list({ states: NOTICE_STATES, from: addMs(now, -QUIET_MS), to: now });
  if (recent.some(({ kind }) => kind === 'rotation')) return;
  for (const { id } of peopleWithRole(directory, 'secretariat', slot.on)) {
    await planInSlot(tx, planning, 'rotation', toPerson(id));
  }
}

/**
 * Offices whose year runs out get an end, so that nobody acts on beyond it; said in the audit by the program itself.
 */
export async function endTerms(tx: Transaction, { slot, now, ids }: Planning): Promise<void> {
  const directory = await tx.organisation.directory();
  if (directory.settings.rotation === 'none') return;
  for (const cluster of directory.clusters) {
    const rows = withEndedTerms(directory, cluster, slot.on);
    if (rows === null) continue;
    await tx.organisation.replaceMemberships(cluster.id, rows);
    const ended = rows.filter(
      ({ office, to }) => office === 'lead' && to !== null && to >= addDays(slot.on, -1),
    );
    const note = noteOf(tx, ids, now, { personId: null, chatId: null });
    await note({ action: 'office.term_set', subject: cluster.id, after: { to: ended.at(-1)?.to ?? null } });
  }
}
