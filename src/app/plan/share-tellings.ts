import type { ObligationId } from '../../core/id.ts';
import { extendedDays } from '../../core/obligation/extension.ts';
import type { Folds } from '../../core/obligation/fold-turns.ts';
import type { Obligation, WantedObligation } from '../../core/obligation/obligation.ts';
import { obligationId } from '../../core/obligation/obligation-id.ts';
import { isFarther, isUntold, toldAs } from '../../core/obligation/telling.ts';
import { calendarsOf } from '../../core/organisation/calendars.ts';
import { nextStageAfter } from '../../core/reminder/stages.ts';
import { stagesFor } from '../../core/reminder/stages-for.ts';
import type { Instant } from '../../core/time/instant.ts';
import { addDays } from '../../core/time/local-date.ts';
import { isOpen } from '../../core/work/work-state.ts';
import type { IdSource } from '../ports/id-source.ts';
import type { Transaction } from '../ports/transaction.ts';
import { dayAt } from '../today.ts';
import { fresh } from './roll-forward.ts';

export interface Refolded {
  /** As they were stored before. */
  readonly stored: readonly Obligation[];
  readonly wanted: ReadonlyMap<ObligationId, WantedObligation>;
  readonly was: Folds;
  readonly is: Folds;
}

/**
 * One report settles all that is one duty: where another obligation stands for one from now on, it takes what was
 * told of that one; where none stands for it any more, it takes back what was told of both meanwhile. Reports go
 * along. The farther of the two holds.
 */
export async function shareTellings(
  tx: Transaction,
  ids: IdSource,
  at: Instant,
  { stored, wanted, was, is }: Refolded,
): Promise<void> {
  const taken = [...is].map(([folded, to]) => ({ from: was.get(folded) ?? folded, to }));
  const given = [...was].flatMap(([to, from]) => (is.has(to) ? [] : [{ from, to }]));
  const known = new Map(stored.map((one) => [one.id, one]));
  for (const { from, to } of [...taken, ...given]) {
    const source = known.get(from);
    const target = wanted.get(to);
    if (from === to || source === undefined || target === undefined) continue;
    const apart = known.get(to);
    const wereOne = was.get(to) === from;
    if (wereOne) await takeExtension(tx, ids, at, source, target, apart?.changedAt ?? null);
    if (isUntold(source)) continue;
    const goesOn = wanted.has(from) && wereOne;
    if (goesOn && apart !== undefined && !(await wasToldSince(tx, from, apart.changedAt))) continue;
    await takeTelling(tx, at, source, target);
    await takeReports(tx, ids, from, to);
    if (!wanted.has(from)) await leave(tx, from);
  }
}

/** A later day that was granted for both while one stood for the other, which is not asked for anew. */
async function takeExtension(
  tx: Transaction,
  ids: IdSource,
  at: Instant,
  source: Obligation,
  target: WantedObligation,
  since: Instant | null,
): Promise<void> {
  const granted = (await tx.extensions.of(source.id)).find(
    ({ state, wantedOn, decidedAt }) =>
      state === 'granted' &&
      wantedOn === source.dueOn &&
      (since === null || (decidedAt !== null && decidedAt > since)),
  );
  if (granted === undefined) return;
  const before = await storedAs(tx, at, target);
  if (!isOpen(before.state) || before.dueOn === null || before.dueOn >= granted.wantedOn) return;
  const directory = await tx.organisation.directory();
  const ladders = { settings: directory.settings, book: await tx.plans.book() };
  const later: Obligation = { ...before, ...extendedDays(granted.wantedOn) };
  const stages = stagesFor(later, ladders, calendarsOf(directory.settings).work);
  const nextStageOn = nextStageAfter(stages, addDays(dayAt(at, directory), -1));
  await tx.obligations.save({ ...later, nextStageOn });
  await tx.extensions.add(
    { ...granted, id: ids.next<'extension'>(), obligationId: before.id, dueOn: before.dueOn },
    `extension.shared:${granted.id}:${before.id}`,
  );
}

/** Its row is gone and its reports went to another that goes on: it is counted there. */
async function leave({ obligations }: Transaction, id: ObligationId): Promise<void> {
  const left = await obligations.byId(id);
  if (left !== null && left.state !== 'withdrawn') {
    await obligations.save({ ...left, state: 'withdrawn', nextStageOn: null });
  }
}

/** Two that go on side by side share only what was told while one stood for both. */
const wasToldSince = async ({ reports }: Transaction, id: ObligationId, since: Instant): Promise<boolean> =>
  (await reports.of(id)).some((report) => report.at > since);

/** What stands takes what was told of another, where that is farther. */
export async function takeTelling(
  tx: Transaction,
  at: Instant,
  from: Obligation,
  target: WantedObligation,
): Promise<void> {
  const before = await storedAs(tx, at, target);
  if (!isFarther(from, before)) return;
  const told = toldAs(before, from);
  const untouched = await untold(tx, at, target);
  await tx.obligations.save({
    ...told,
    // What was withdrawn while it was under way goes on.
    ...(told.state === 'withdrawn' ? { state: 'in_progress' } : {}),
    nextStageOn: isOpen(told.state) ? untouched.nextStageOn : null,
  });
}

async function untold(tx: Transaction, at: Instant, target: WantedObligation): Promise<Obligation> {
  const directory = await tx.organisation.directory();
  const { settings } = directory;
  const ladders = { settings, book: await tx.plans.book() };
  return fresh(obligationId(target), target, at, dayAt(at, directory), ladders, calendarsOf(settings));
}

async function storedAs(tx: Transaction, at: Instant, target: WantedObligation): Promise<Obligation> {
  const untouched = await untold(tx, at, target);
  await tx.obligations.addMissing([untouched]);
  return (await tx.obligations.byId(untouched.id)) ?? untouched;
}

async function takeReports(
  { reports }: Transaction,
  ids: IdSource,
  from: ObligationId,
  to: ObligationId,
): Promise<void> {
  for (const report of (await reports.of(from)).toReversed()) {
    if ((await reports.byEffectKey(report.effectKey, to)) !== null) continue;
    await reports.add({ ...report, id: ids.next<'report'>(), obligationId: to, contest: null });
  }
}
