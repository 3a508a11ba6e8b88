import { dueState } from '../obligation/due-state.ts';
import type { Obligation } from '../obligation/obligation.ts';
import { type Directory, officeHolders, unitById } from '../organisation/directory.ts';
import type { Unit } from '../organisation/unit.ts';
import type { LocalDate } from '../time/local-date.ts';
import { remindedOf, type Unheard, whyUnheard } from './addressees.ts';

/** A unit to telephone, with what is awaited of it. */
export interface Call {
  readonly unit: Unit;
  readonly awaited: readonly Obligation[];
  /** Why nobody hears of some of it here, so that the telephone is the only way; null where somebody hears of all. */
  readonly unheard: Unheard | null;
}

/** Overdue; nothing said though the day has come; or soon due while nobody of the owner can be reached. */
export function isSilent(one: Obligation, directory: Directory, today: LocalDate): boolean {
  const due = dueState(one, today);
  if (due === 'overdue') return true;
  if (due === 'due_today' || due === 'grace') return one.state === 'not_started';
  return due === 'due_soon' && remindedOf(one, directory, today).length === 0;
}

/** Whom to call about these, by name of the unit; a cluster's work is its head's. */
export function callsAbout(
  obligations: readonly Obligation[],
  directory: Directory,
  today: LocalDate,
): Call[] {
  const calls = new Map<string, Call>();
  for (const one of obligations) {
    const unheard = whyUnheard(one, directory, today);
    for (const unit of answering(one, directory, today)) {
      const before = calls.get(unit.id);
      calls.set(unit.id, {
        unit,
        awaited: [...(before?.awaited ?? []), one],
        unheard: unheard ?? before?.unheard ?? null,
      });
    }
  }
  return [...calls.values()].sort((a, b) => a.unit.name.localeCompare(b.unit.name, 'vi'));
}

function answering({ owner }: Obligation, directory: Directory, today: LocalDate): Unit[] {
  switch (owner.kind) {
    case 'unit':
      return [unitById(directory, owner.id)];
    case 'cluster':
      return officeHolders(directory, owner.id, 'lead', today);
    case 'council_member':
      return [];
  }
}
