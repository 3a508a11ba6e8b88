import type { PersonId } from '../../core/id.ts';
import { type Directory, onlyNewHeir, unitById } from '../../core/organisation/directory.ts';
import type { Duty } from '../../core/organisation/hand-over.ts';
import { addDays, type LocalDate } from '../../core/time/local-date.ts';
import type { Transaction } from '../ports/transaction.ts';

/**
 * Somebody holds a duty from a day on: of a unit that ends, until its last day, and then of the only new unit in its
 * place.
 */
export async function appointFrom(
  { organisation }: Pick<Transaction, 'organisation'>,
  directory: Directory,
  personId: PersonId,
  { role, unitId, clusterId }: Duty,
  from: LocalDate,
): Promise<void> {
  const unit = unitId === null ? null : unitById(directory, unitId);
  const lastOn = unit?.validTo ?? null;
  const held = { personId, role, clusterId, standsInFor: null };
  await organisation.addAppointment({ ...held, unitId, from, to: lastOn });
  const heir = unit === null ? null : onlyNewHeir(directory, unit);
  if (heir === null || lastOn === null) return;
  await organisation.addAppointment({ ...held, unitId: heir.id, from: addDays(lastOn, 1), to: null });
}
