import type { PlanId } from '../../core/id.ts';
import { applyDecisions, decidedParties } from '../../core/plan/apply-decisions.ts';
import { decidedPairs } from '../../core/plan/decided-pairs.ts';
import type { Decision } from '../../core/plan/decision.ts';
import { type Plan, type PlanBook, pairOf, type Task } from '../../core/plan/plan-book.ts';
import type { PlanHead, PlanReading } from '../../core/plan/plan-reading.ts';
import { tasksOfReading } from '../../core/plan/tasks-of-reading.ts';
import { saysTheSame } from '../../core/text/says-the-same.ts';
import type { Instant } from '../../core/time/instant.ts';
import { dateOf } from '../../core/time/local-date.ts';
import type { IdSource } from '../ports/id-source.ts';
import type { Transaction } from '../ports/transaction.ts';
import { dayAt } from '../today.ts';
import { beginTrialByItself } from '../trial/begin-trial.ts';
import { type MovedObligation, moveObligations } from './move-obligations.ts';
import { rollForward } from './roll-forward.ts';

export interface PlanToCarryOut {
  readonly reading: PlanReading;
  readonly decisions: readonly Decision[];
  /** The plan in force that it goes on, with the task that each row goes on, by number; null for a new plan. */
  readonly goesOn: { readonly plan: Plan; readonly tasks: ReadonlyMap<string, Task> } | null;
}

export interface PlanCarriedOut {
  readonly planId: PlanId;
  readonly tasks: number;
  /** Rows that are given no more. */
  readonly withdrawn: number;
  /** Obligations written ahead. */
  readonly obligations: number;
  readonly moved: readonly MovedObligation[];
}

/** Number, date and period are known: what a plan cannot be in force without. */
export type WholeHead = PlanHead & {
  readonly [Field in 'number' | 'issuedOn' | 'period']: NonNullable<PlanHead[Field]>;
};

export const isWhole = (head: PlanHead): head is WholeHead =>
  head.number !== null && head.issuedOn !== null && head.period !== null;

/** Makes the book say what the decided reading says, and moves what is owed with it. The head must be whole. */
export async function putPlanInForce(
  tx: Transaction,
  ids: IdSource,
  at: Instant,
  { reading, decisions, goesOn }: PlanToCarryOut,
): Promise<PlanCarriedOut> {
  const decided = applyDecisions(reading, decisions);
  const { head } = decided;
  if (!isWhole(head)) throw new Error('a plan without number, date or period was put in force');
  const directory = await tx.organisation.directory();
  const today = dayAt(at, directory);
  const before = await tx.plans.book();
  const plan = planOf(head, goesOn?.plan ?? null, ids);
  await tx.plans.savePlan(plan);
  const tasks = tasksOfReading(decided, {
    planId: plan.id,
    directory,
    today,
    parties: decidedParties(decisions),
    stored: (no) => goesOn?.tasks.get(no) ?? null,
    newTaskId: () => ids.next<'task'>(),
    newRuleId: () => ids.next<'rule'>(),
  });
  const known = new Map(before.tasks.map((task) => [task.id, task]));
  const changed = tasks.filter((task) => isChanged(known.get(task.id), task));
  const kept = new Set(tasks.map(({ id }) => id));
  const gone = before.tasks.filter(
    (task) => task.planId === plan.id && task.withdrawnOn === null && !kept.has(task.id),
  );
  await tx.plans.saveTasks([...changed, ...gone.map((task) => ({ ...task, withdrawnOn: today }))]);
  await saveMovements(tx, ids, before, plan.id, decided, tasks);
  await saveEvents(tx, ids, before, plan.id, decided);
  await savePairs(tx, before, reading, decisions, tasks);
  const moved = goesOn === null ? [] : await moveObligations(tx, ids, at, before, await tx.plans.book());
  const isSamePlan = goesOn !== null && saysTheSame(goesOn.plan, plan);
  const obligations = await rollForward(tx, at, isSamePlan ? changed : tasks);
  if (goesOn === null) await beginTrialByItself(tx, ids, at);
  return { planId: plan.id, tasks: tasks.length, withdrawn: gone.length, obligations, moved };
}

/** Rows that were decided to be one duty, or two. */
async function savePairs(
  { plans }: Transaction,
  book: PlanBook,
  reading: PlanReading,
  decisions: readonly Decision[],
  tasks: readonly Task[],
): Promise<void> {
  const idOf = new Map(tasks.map(({ no, id }) => [no, id]));
  for (const { no, of, isSame } of decidedPairs(reading, decisions)) {
    const [task, another] = [idOf.get(no), idOf.get(of)];
    if (task === undefined || another === undefined) continue;
    const pair = pairOf(task, another, isSame);
    const known = book.pairs.find(({ one, other }) => one === pair.one && other === pair.other);
    if (known?.isSame !== isSame) await plans.savePair(pair);
  }
}

/** Whether the plan says something else of a task; what the secretariat chose beside it is not the plan's. */
const isChanged = (before: Task | undefined, task: Task): boolean =>
  before === undefined || !saysTheSame(withoutHandling(before), withoutHandling(task));

const withoutHandling = (task: Task) => ({ ...task, handling: undefined });

function planOf(head: WholeHead, before: Plan | null, ids: IdSource): Plan {
  const { number, issuer, issuedOn, title, period } = head;
  return {
    id: before?.id ?? ids.next<'plan'>(),
    number,
    issuer: issuer ?? before?.issuer ?? '',
    // An amendment of a later date takes nothing back of what was owed before it.
    issuedOn: before !== null && before.issuedOn < issuedOn ? before.issuedOn : issuedOn,
    title: title ?? before?.title ?? '',
    periodFrom: dateOf(`${period.from}-01-01`),
    periodTo: dateOf(`${period.to}-12-31`),
  };
}

async function saveMovements(
  { plans }: Transaction,
  ids: IdSource,
  book: PlanBook,
  planId: PlanId,
  { movements }: PlanReading,
  tasks: readonly Task[],
): Promise<void> {
  const before = book.movements.filter((movement) => movement.planId === planId);
  const idOf = new Map(tasks.map((task) => [task.no, task.id]));
  for (const { name, origin, lead, period, taskNo } of movements) {
    await plans.saveMovement({
      id: before.find((movement) => movement.name === name)?.id ?? ids.next<'movement'>(),
      planId,
      taskId: idOf.get(taskNo ?? '') ?? null,
      name,
      origin,
      leadWords: lead ?? '',
      periodWords: period,
    });
  }
  for (const { id, name } of before) {
    if (!movements.some((movement) => movement.name === name)) await plans.dropMovement(id);
  }
}

async function saveEvents(
  { plans }: Transaction,
  ids: IdSource,
  book: PlanBook,
  planId: PlanId,
  { events }: PlanReading,
): Promise<void> {
  const before = book.events.filter((event) => event.planId === planId);
  const isSame = (one: { name: string; year: number | null }, other: { name: string; year: number | null }) =>
    one.name === other.name && one.year === other.year;
  for (const event of events) {
    await plans.saveEvent({
      id: before.find((known) => isSame(known, event))?.id ?? ids.next<'event'>(),
      planId,
      name: event.name,
      year: event.year,
      on: event.on,
      baseYear: event.anniversary?.baseYear ?? null,
      statedCount: event.anniversary?.stated ?? null,
    });
  }
  for (const known of before) {
    if (!events.some((event) => isSame(known, event))) await plans.dropEvent(known.id);
  }
}
