import type { Obligation } from '../core/obligation/obligation.ts';
import { obligationId } from '../core/obligation/obligation-id.ts';
import { activeSuccessors } from '../core/obligation/owners.ts';
import { clusterOf, type Directory } from '../core/organisation/directory.ts';
import type { Unit } from '../core/organisation/unit.ts';
import { type PlanBook, partiesOf, taskById } from '../core/plan/plan-book.ts';
import type { Instant } from '../core/time/instant.ts';
import type { LocalDate } from '../core/time/local-date.ts';
import type { Transaction } from './ports/transaction.ts';
import { dayAt } from './today.ts';

export interface Followed {
  /** Obligations that somebody else owes from here on. */
  readonly passed: number;
  /** Those that nobody owes any more: the secretariat's to see to. */
  readonly orphaned: number;
}

/**
 * Open work of units that are no more passes to their successors, with where it stands; what falls due after a unit's
 * last day does so at once. Without successors, work that names the unit or was due from it stays for the secretariat;
 * what every unit owes is owed no more.
 */
export async function followUnitChanges(tx: Transaction, at: Instant): Promise<Followed> {
  const directory = await tx.organisation.directory();
  const ended = new Map<string, Unit>(
    directory.units.filter(({ validTo }) => validTo !== null).map((unit) => [unit.id, unit]),
  );
  if (ended.size === 0) return { passed: 0, orphaned: 0 };
  const book = await tx.plans.book();
  const today = dayAt(at, directory);
  let [passed, orphaned] = [0, 0];
  for (const one of await tx.obligations.openOf([...ended.keys()])) {
    const unit = ended.get(one.owner.id);
    const last = unit?.validTo ?? null;
    if (one.owner.kind !== 'unit' || unit === undefined || last === null) continue;
    const isLater = one.dueOn !== null && one.dueOn > last;
    if (!isLater && today <= last) continue;
    const heirs = activeSuccessors(directory, unit.id, isLater ? one.dueOn : today);
    if (heirs.length > 0) {
      await passTo(tx, directory, one, heirs, today, at);
      passed += 1;
    } else if (isLater && !isNamed(book, one, unit)) {
      await tx.obligations.save({ ...one, state: 'withdrawn', nextStageOn: null, changedAt: at });
    } else orphaned += 1;
  }
  return { passed, orphaned };
}

/** Each successor that does not owe the same already owes it as it stands; reports stay with the unit that made them. */
async function passTo(
  tx: Transaction,
  directory: Directory,
  one: Obligation,
  heirs: readonly Unit[],
  today: LocalDate,
  at: Instant,
): Promise<void> {
  const inherited = heirs.map((heir): Obligation => {
    const owner = { kind: 'unit', id: heir.id } as const;
    return {
      ...one,
      id: obligationId({ ...one, owner }),
      owner,
      clusterId: clusterOf(directory, heir.id, one.dueOn ?? today)?.id ?? null,
      changedAt: at,
      // Its people have heard nothing of it yet.
      nextStageOn: today,
      revision: 0,
    };
  });
  await tx.obligations.addMissing(inherited);
  const [only, ...others] = inherited;
  if (only !== undefined && others.length === 0) await tx.extensions.move(one.id, only.id);
  await tx.obligations.save({ ...one, state: 'withdrawn', nextStageOn: null, changedAt: at });
}

const isNamed = (book: PlanBook, { taskId }: Obligation, unit: Unit): boolean =>
  partiesOf(taskById(book, taskId), 'lead').some(
    ({ party }) => party.kind === 'unit' && party.unitId === unit.id,
  );
