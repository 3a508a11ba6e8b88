import type { ObligationId } from '../../core/id.ts';
import { foldTurns } from '../../core/obligation/fold-turns.ts';
import type { Obligation, WantedObligation } from '../../core/obligation/obligation.ts';
import { obligationId } from '../../core/obligation/obligation-id.ts';
import { activeSuccessors } from '../../core/obligation/owners.ts';
import { wantedAndFolded } from '../../core/obligation/wanted-obligations.ts';
import { calendarsOf } from '../../core/organisation/calendars.ts';
import { clusterOf, type Directory } from '../../core/organisation/directory.ts';
import type { Unit } from '../../core/organisation/unit.ts';
import type { PlanBook } from '../../core/plan/plan-book.ts';
import { kinships } from '../../core/plan/same-duty.ts';
import type { Instant } from '../../core/time/instant.ts';
import { addMonths, type LocalDate } from '../../core/time/local-date.ts';
import { standingTurns } from '../plan/roll-forward.ts';
import { takeTelling } from '../plan/share-tellings.ts';
import type { Transaction } from '../ports/transaction.ts';
import { dayAt } from '../today.ts';
import { asItStood, type EndedWork, isOwnerNamed, owedBy, owedNoMore } from './ended-work.ts';

export interface Followed {
  /** Obligations that somebody else owes from here on. */
  readonly passed: number;
  /** Those that nobody owes any more: the secretariat's to see to. */
  readonly orphaned: number;
  /** What ended with its owner, as it stood, and what begins in its place. */
  readonly withdrawn: readonly EndedWork[];
  readonly inherited: readonly ObligationId[];
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
  const withdrawn: EndedWork[] = [];
  const inherited: ObligationId[] = [];
  if (ended.size === 0) return { passed: 0, orphaned: 0, withdrawn, inherited };
  const book = await tx.plans.book();
  const today = dayAt(at, directory);
  let [passed, orphaned] = [0, 0];
  const ending = endingWork(await tx.obligations.openOf([...ended.keys()]), ended, directory, today);
  const taken = ending.flatMap(({ one, heirs }) =>
    heirs.map((heir) => inheritedBy(heir, one, directory, today, at)),
  );
  const linked = await linkedTurns(tx, directory, book, taken, today);
  for (const { one, isLater, heirs } of ending) {
    if (heirs.length > 0) {
      const { begun, only } = await passTo(tx, directory, one, heirs, linked, today, at);
      withdrawn.push({ ...asItStood(one), heir: only });
      inherited.push(...begun);
      passed += 1;
    } else if (isLater && !isOwnerNamed(book, one)) {
      await tx.obligations.save(owedNoMore(one, at));
      withdrawn.push(asItStood(one));
    } else orphaned += 1;
  }
  return { passed, orphaned, withdrawn, inherited };
}

interface EndingWork {
  readonly one: Obligation;
  /** It falls due when the unit is no more. */
  readonly isLater: boolean;
  readonly heirs: readonly Unit[];
}

/** What passes on now: what falls due after a unit's last day at once, the rest once that day is over. */
function endingWork(
  open: readonly Obligation[],
  ended: ReadonlyMap<string, Unit>,
  directory: Directory,
  today: LocalDate,
): EndingWork[] {
  return open.flatMap((one): EndingWork[] => {
    const unit = ended.get(one.owner.id);
    const last = unit?.validTo ?? null;
    if (one.owner.kind !== 'unit' || unit === undefined || last === null) return [];
    const isLater = one.dueOn !== null && one.dueOn > last;
    if (!isLater && today <= last) return [];
    const heirs = activeSuccessors(directory, unit.id, isLater ? one.dueOn : today);
    return [{ one, isLater, heirs }];
  });
}

function inheritedBy(
  { id }: Unit,
  one: Obligation,
  directory: Directory,
  today: LocalDate,
  at: Instant,
): Obligation {
  const clusterId = clusterOf(directory, id, one.dueOn ?? today)?.id ?? null;
  // Its people have heard nothing of it yet.
  return { ...owedBy(one, { kind: 'unit', id }, clusterId, at), nextStageOn: today };
}

/** What successors owe through another task of the same duty: by the id of their turn, the turn that stands for it. */
type LinkedTurns = ReadonlyMap<ObligationId, WantedObligation>;

const isOfRule = (one: Obligation): one is Obligation & WantedObligation => one.ruleId !== null;

/** Of what successors take over, that which they owe by another task already, or take over with it. */
async function linkedTurns(
  tx: Transaction,
  directory: Directory,
  book: PlanBook,
  inherited: readonly Obligation[],
  today: LocalDate,
): Promise<LinkedTurns> {
  const tasks = kinships(book);
  const taken = inherited.filter(isOfRule).filter(({ taskId }) => tasks.has(taskId));
  if (taken.length === 0) return new Map();
  const heirs = new Set<string>(taken.map(({ owner }) => owner.id));
  const own = (await tx.obligations.ofTasks([...tasks.keys()]))
    .filter(isOfRule)
    .filter(({ owner, state }) => heirs.has(owner.id) && state !== 'withdrawn');
  const days = taken.flatMap(({ namedOn }) => namedOn ?? []).toSorted();
  // The turn that stands lies in the same cycle.
  const window = { from: addMonths(days[0] ?? today, -12), to: addMonths(days.at(-1) ?? today, 12) };
  const { wanted, folds } = wantedAndFolded(book, directory, calendarsOf(directory.settings), window, {
    only: new Set(tasks.keys()),
    mayStand: await standingTurns(tx, book, today),
    also: [...own, ...taken],
  });
  const byId = new Map<ObligationId, WantedObligation>(
    [...wanted, ...own, ...taken].map((turn) => [obligationId(turn), turn]),
  );
  const together = [...new Set(tasks.values())].flatMap((kin) => {
    const ids = kin.map(({ id }) => id);
    const alone = taken.filter(({ id, taskId }) => ids.includes(taskId) && !folds.has(id));
    return [...foldTurns(alone, ids, () => true)];
  });
  return new Map(
    [...folds, ...together].flatMap(([folded, standing]) => {
      const turn = byId.get(standing);
      return turn === undefined ? [] : [[folded, turn] as const];
    }),
  );
}

/**
 * Each successor that does not owe the same already, by this task or another of the same duty, owes it as it stands;
 * reports stay with the unit that made them.
 */
async function passTo(
  tx: Transaction,
  directory: Directory,
  one: Obligation,
  heirs: readonly Unit[],
  linked: LinkedTurns,
  today: LocalDate,
  at: Instant,
): Promise<{ readonly begun: readonly ObligationId[]; readonly only: ObligationId | null }> {
  const inherited = heirs.map((heir) => inheritedBy(heir, one, directory, today, at));
  const known = new Set((await tx.obligations.byIds(inherited.map(({ id }) => id))).map(({ id }) => id));
  const owed = inherited.filter(({ id }) => !linked.has(id));
  await tx.obligations.addMissing(owed);
  for (const turn of inherited) {
    const instead = linked.get(turn.id);
    if (instead !== undefined) await takeTelling(tx, at, turn, instead);
  }
  const [first, ...others] = inherited;
  const only = first === undefined || others.length > 0 ? null : first.id;
  const instead = only === null ? undefined : linked.get(only);
  if (only !== null) await tx.extensions.move(one.id, instead === undefined ? only : obligationId(instead));
  await tx.obligations.save(owedNoMore(one, at));
  return {
    begun: owed.map(({ id }) => id).filter((id) => !known.has(id)),
    // What another task of the duty stands for keeps what it was given: nothing tells it apart afterwards.
    only: instead === undefined ? only : null,
  };
}
