import type { ClusterId, PlanId } from '../id.ts';
import type { Obligation } from '../obligation/obligation.ts';
import type { WorkKind } from '../obligation/work-kind.ts';
import { type PlanBook, taskById, workKindOf } from '../plan/plan-book.ts';

/** How many calendar days before the last safe day, and working days after `overdueFrom`, a stage speaks. */
export interface Ladder {
  readonly before: readonly number[];
  readonly after: readonly number[];
}

/** `hour`: a deadline that names an hour; `monthly`: what is owed for each month; `usual`: all else. */
export type LadderName = 'usual' | 'monthly' | 'hour';
export type Ladders = Readonly<Record<LadderName, Ladder>>;

/** For what a ladder of its own holds in the usual one's place. */
export type LadderScope =
  | { readonly kind: 'plan'; readonly id: PlanId }
  | { readonly kind: 'work'; readonly work: WorkKind }
  | { readonly kind: 'cluster'; readonly id: ClusterId };

/** One a scope. */
export interface LadderRule {
  readonly scope: LadderScope;
  readonly ladder: Ladder;
}

/** What a new organisation begins with. */
export const DEFAULT_LADDERS: Ladders = {
  usual: { before: [14, 3], after: [1, 3, 7] },
  monthly: { before: [3], after: [1, 3, 7] },
  hour: { before: [1], after: [1, 3, 7] },
};

/** Where ladders are looked up. */
export interface LadderSource {
  readonly settings: { readonly ladders: Ladders; readonly ladderRules: readonly LadderRule[] };
  readonly book: PlanBook;
}

export type Climbing = Pick<Obligation, 'dueMinute' | 'periodKey' | 'taskId' | 'clusterId'>;

const MONTH_KEY = /^\d{4}-\d{2}$/;

/** The nearer a scope is to those who owe, the more it says: cluster, kind of work, plan, organisation. */
const NEAREST_FIRST: readonly LadderScope['kind'][] = ['cluster', 'work', 'plan'];

/** The ladder that an obligation climbs: by its kind of deadline, and for the usual kind by the nearest scope. */
export function ladderOf(obligation: Climbing, { settings, book }: LadderSource): Ladder {
  const { ladders, ladderRules } = settings;
  if (obligation.dueMinute !== null) return ladders.hour;
  if (MONTH_KEY.test(obligation.periodKey)) return ladders.monthly;
  if (ladderRules.length === 0) return ladders.usual;
  const fitting = ladderRules.filter(({ scope }) => fits(scope, obligation, book));
  const nearest = NEAREST_FIRST.flatMap((kind) => fitting.find(({ scope }) => scope.kind === kind) ?? []);
  return nearest[0]?.ladder ?? ladders.usual;
}

function fits(scope: LadderScope, { taskId, clusterId }: Climbing, book: LadderSource['book']): boolean {
  switch (scope.kind) {
    case 'cluster':
      return clusterId === scope.id;
    case 'work':
      return workKindOf(taskById(book, taskId)) === scope.work;
    case 'plan':
      return taskById(book, taskId).planId === scope.id;
  }
}

export const isSameScope = (one: LadderScope, other: LadderScope): boolean => {
  if (one.kind === 'work') return other.kind === 'work' && one.work === other.work;
  return other.kind === one.kind && other.id === one.id;
};

/** The rules with one scope's ladder replaced; without it where the ladder is null. */
export const withLadderRule = (
  rules: readonly LadderRule[],
  scope: LadderScope,
  ladder: Ladder | null,
): LadderRule[] => [
  ...rules.filter((rule) => !isSameScope(rule.scope, scope)),
  ...(ladder === null ? [] : [{ scope, ladder }]),
];
