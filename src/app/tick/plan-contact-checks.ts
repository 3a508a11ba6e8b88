import { clusterOf, servingPeople } from '../../core/organisation/directory.ts';
import { calendarOf } from '../../core/organisation/rotation.ts';
import { dayOf, monthOf, yearOf } from '../../core/time/local-date.ts';
import { type Planning, slotNotice } from '../planning.ts';
import type { Transaction } from '../ports/transaction.ts';

const AUGUST = 8;
/** Asked at the beginning of the month, and once more in its second half. */
const AGAIN_FROM_DAY = 16;

/** In August the people of schools are asked whether they still are the right ones, until somebody answers. */
export async function planContactChecks(tx: Transaction, planning: Planning): Promise<void> {
  const { on } = planning.slot;
  if (monthOf(on) !== AUGUST) return;
  const directory = await tx.organisation.directory();
  const asked = `${yearOf(on)}-08-01`;
  for (const unit of directory.units) {
    const cluster = clusterOf(directory, unit.id, on);
    if (cluster === null || calendarOf(directory, cluster) !== 'school_year') continue;
    if ((unit.confirmedOn ?? '') >= asked) continue;
    const round = dayOf(on) < AGAIN_FROM_DAY ? 1 : 2;
    for (const { id } of servingPeople(directory, unit.id, on)) {
      await tx.notices.plan({
        ...slotNotice(planning, 'contact_check', { kind: 'person', id }),
        slot: `${asked} ${round} ${unit.id}`,
        subject: { kind: 'unit', id: unit.id },
      });
    }
  }
}
