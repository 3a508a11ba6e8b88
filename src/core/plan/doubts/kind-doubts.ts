import type { AppliesTo, DeadlineRule } from '../../deadline/rule.ts';
import type { Directory } from '../../organisation/directory.ts';
import type { PlanReading, TaskReading } from '../plan-reading.ts';
import { atTask, type Doubt, type DoubtCode, doubtOf } from './doubt.ts';

/** Doubts that are asked first: whose the row's days are, or which. */
const ASKED_FIRST: ReadonlySet<DoubtCode> = new Set<DoubtCode>([
  'DEADLINE_REVIEW',
  'DEADLINE_ALONE_AMONG_ROWS',
]);

/**
 * Rows of a decided reading whose deadline is for a kind of cluster that the office does not know ("khối mầm non"):
 * nobody would owe it. The readings have it bind everybody, or one of the kinds that there are, or nobody.
 */
export function kindDoubts(
  { tasks, undecided }: Pick<PlanReading, 'tasks' | 'undecided'>,
  { clusters, clusterKinds }: Pick<Directory, 'clusters' | 'clusterKinds'>,
): Doubt[] {
  const known = new Set(clusterKinds.map(({ code }) => code));
  const isStrange = ({ appliesTo }: DeadlineRule): boolean => appliesTo !== null && !known.has(appliesTo);
  const here = [...new Set(clusters.map(({ kind }) => kind))].sort();
  const isAsked = (no: string): boolean =>
    undecided.some(({ code, where }) => ASKED_FIRST.has(code) && where.kind === 'task' && where.no === no);
  return tasks
    .filter(({ no, rules, rulesInherited }) => !rulesInherited && rules.some(isStrange) && !isAsked(no))
    .map((task) => ({
      ...doubtOf('DEADLINE_FOR_UNKNOWN_KIND', atTask(task.no), task.deadlineText),
      deadline: { reasons: [], readings: readingsOf(task, [null, ...here], isStrange) },
    }));
}

function readingsOf(
  { rules }: TaskReading,
  kinds: readonly AppliesTo[],
  isStrange: (rule: DeadlineRule) => boolean,
): DeadlineRule[][] {
  const bound = kinds.map((appliesTo) =>
    rules.map((rule): DeadlineRule => (isStrange(rule) ? { ...rule, appliesTo } : rule)),
  );
  return [...bound, rules.filter((rule) => !isStrange(rule))];
}
