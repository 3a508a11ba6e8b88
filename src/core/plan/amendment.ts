import { foldVietnamese } from '../text/fold.ts';
import { saysTheSame } from '../text/says-the-same.ts';
import { yearOf } from '../time/local-date.ts';
import { type Decision, doubtKey, isAboutKind } from './decision.ts';
import { diffPlans, type TaskChange } from './diff-plans.ts';
import type { Plan, PlanBook, Task } from './plan-book.ts';
import type { PlanHead, PlanReading } from './plan-reading.ts';
import { readingOfPlan } from './reading-of-plan.ts';
import { likeness, titleWords } from './similar-titles.ts';

/** A document that goes on a plan in force, and what it changes of it. */
export interface Amendment {
  readonly plan: Plan;
  readonly changes: readonly TaskChange[];
  /** Head, events or movements differ. */
  readonly besides: boolean;
  /** The stored task that a row goes on, by its number in the new document. */
  readonly tasks: ReadonlyMap<string, Task>;
}

const SAME_TITLE = 0.75;

/**
 * The plan in force that a document amends: its number, over years that it shares. Numbers begin anew each year, so
 * a document of another year must also be called alike.
 */
export function amendedPlan({ plans }: PlanBook, head: PlanHead): Plan | null {
  const { number, period, issuedOn, title } = head;
  if (number === null) return null;
  const candidates = plans.filter(
    (plan) =>
      plan.number === number &&
      (period === null || (yearOf(plan.periodFrom) <= period.to && period.from <= yearOf(plan.periodTo))),
  );
  return (
    candidates.find((plan) => issuedOn === null || yearOf(plan.issuedOn) === yearOf(issuedOn)) ??
    candidates.find((plan) => likeness(titleWords(plan.title), titleWords(title ?? '')) >= SAME_TITLE) ??
    null
  );
}

/** The plan in force that a document of another number says it amends: its rows are compared with nothing. */
export function amendedByTitle({ plans }: PlanBook, { number, title }: PlanHead): Plan | null {
  if (title === null || !AMENDS.test(foldVietnamese(title))) return null;
  const named = title.split(/[\s,;()]+|\.(?=\s|$)/u);
  return plans.find((plan) => plan.number !== number && named.includes(plan.number)) ?? null;
}

const AMENDS = /\b(sua doi|bo sung|dieu chinh|thay the)\b/;

/** `before` is the reading by which the plan is in force; null where none was kept, and the plan itself must do. */
export function amendmentOf(
  book: PlanBook,
  plan: Plan,
  before: PlanReading | null,
  after: PlanReading,
): Amendment {
  const known = before ?? readingOfPlan(book, plan.id);
  const changes = diffPlans(known ?? { tasks: [] }, after);
  const stored = tasksByNo(book, plan);
  const tasks = new Map<string, Task>();
  for (const change of changes) {
    if (change.kind !== 'same' && change.kind !== 'changed') continue;
    const task = stored.get(change.before.no);
    if (task !== undefined) tasks.set(change.after.no, task);
  }
  return {
    plan,
    changes,
    besides: known === null || !saysTheSame(besidesOf(known), besidesOf(after)),
    tasks,
  };
}

const besidesOf = ({ head, events, movements }: PlanReading) => ({ head, events, movements });

/** The tasks of a plan that are not withdrawn, by number. */
export const tasksByNo = ({ tasks }: PlanBook, plan: Pick<Plan, 'id'>): ReadonlyMap<string, Task> =>
  new Map(
    tasks
      .filter((task) => task.planId === plan.id && task.withdrawnOn === null)
      .map((task) => [task.no, task]),
  );

/** What was decided of a plan and still holds of its amendment: the same doubts, the same rows. */
export function carriedDecisions(
  before: { readonly reading: PlanReading; readonly decisions: readonly Decision[] },
  after: PlanReading,
): Decision[] {
  const doubts = ({ undecided }: PlanReading) =>
    new Map(undecided.map((doubt) => [doubtKey(doubt) as string, doubt]));
  const [was, is] = [doubts(before.reading), doubts(after)];
  const rowOf = (reading: PlanReading, no: string) => {
    const task = reading.tasks.find((one) => one.no === no);
    return task === undefined ? '' : `${task.title}\n${task.deadlineText}`;
  };
  return before.decisions.filter((decision) => {
    if (decision.kind === 'party' || decision.kind === 'party_cluster') return true;
    if (decision.kind === 'milestone' || (decision.kind === 'deadline' && isAboutKind(decision.about))) {
      const row = rowOf(after, decision.no);
      return row !== '' && row === rowOf(before.reading, decision.no);
    }
    const doubt = is.get(decision.about);
    return doubt !== undefined && saysTheSame(doubt, was.get(decision.about));
  });
}

export const hasChanges = ({ changes, besides }: Amendment): boolean =>
  besides || changes.some(({ kind }) => kind !== 'same');
