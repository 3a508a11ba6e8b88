import type { ListedObligation } from '../../../app/asking/list-obligations.ts';
import { namedDayOf } from '../../../core/assignment/assignment.ts';
import { readDeadline } from '../../../core/deadline/parse.ts';
import { isDated, isStanding } from '../../../core/deadline/rule.ts';
import type { ClusterId } from '../../../core/id.ts';
import { clusterById } from '../../../core/organisation/directory.ts';
import { milestoneOf } from '../../../core/plan/office-milestone.ts';
import { partiesOf, type Task } from '../../../core/plan/plan-book.ts';
import { daysBetween } from '../../../core/time/local-date.ts';
import { fullDate, weekdayDate } from '../../../i18n/days.ts';
import { timeLeft } from '../deadline-line.ts';
import { dueAndLeft } from '../due-text.ts';
import { type Frame, withSecretariat } from '../frame.ts';

/** A task with what is said of its deadlines. */
export interface TaskDeadlines {
  readonly task: Task;
  /** What was due of it lately and what falls due next, by day, as far as it concerns the reader. */
  readonly past: readonly ListedObligation[];
  readonly ahead: readonly ListedObligation[];
  /** The clusters that are meant; none for all of them. */
  readonly clusterIds: readonly ClusterId[];
}

/** The plan's words, then how they are read: the next day of each deadline; or that there is none. */
export function deadlineLines(frame: Frame, { task, past, ahead, clusterIds }: TaskDeadlines): string[] {
  const { t } = frame;
  const given = namedDayOf(task);
  if (given !== null) return [t('task.deadlineGiven', { words: dueAndLeft(frame, given) })];
  const words = wordsFor(frame, task, clusterIds);
  const days = nearestDays(frame, past, ahead);
  const milestone = milestoneOf(task);
  if (words === '' && milestone === null) return [t('task.noDeadline')];
  return [
    words === ''
      ? t('task.noDeadline')
      : t(task.planId === null ? 'task.deadlineGiven' : 'task.deadline', { words }),
    ...(milestone === null ? [] : [milestone]),
    ...(days.length === 0 ? [withoutDay(frame, task, words)] : days),
  ];
}

/**
 * Why a task has no day ahead: its words name none, the last is over, nobody known leads it, or nobody has decided how
 * they are read.
 */
function withoutDay(frame: Frame, task: Task, words: string): string {
  const { t, today } = frame;
  const { rules } = task;
  if (!rules.every(({ rule }) => isStanding(rule))) return t(isOwed(task) ? 'task.noneAhead' : 'task.unowed');
  const isUndecided = rules.length === 0 && readDeadline(words, { now: today }).rules.some(isDated);
  return isUndecided ? t('task.undecided', withSecretariat(frame)) : t('task.noDay');
}

const isOwed = (task: Task): boolean => partiesOf(task, 'lead').some(({ party }) => party.kind !== 'words');

/** A cluster hears its own kind's deadline alone: the other kinds' days beside it would mislead. */
export function wordsFor({ directory }: Frame, task: Task, clusterIds: readonly ClusterId[]): string {
  const kinds = clusterIds.map((id) => clusterById(directory, id).kind);
  const ours = task.rules.filter(({ appliesTo }) => appliesTo === null || kinds.includes(appliesTo));
  return kinds.length === 0 || ours.length === 0 || ours.length === task.rules.length
    ? task.deadlineWords
    : ours.map(({ words }) => words).join('; ');
}

/** The next day of each deadline, and the last one while it is nearer; named by cluster where they differ in days. */
function nearestDays(
  frame: Frame,
  past: readonly ListedObligation[],
  ahead: readonly ListedObligation[],
): string[] {
  const last = new Map(past.map((one) => [clusterIn(one), one]));
  const next = new Map(ahead.toReversed().map((one) => [clusterIn(one), one]));
  const clusters = [...new Set([...past, ...ahead].map(clusterIn))];
  return clusters.flatMap((cluster) => {
    const [over, coming] = [last.get(cluster), next.get(cluster)];
    const scope =
      cluster === '' || clusters.length === 1
        ? null
        : clusterById(frame.directory, cluster as ClusterId).name;
    return [
      ...(over !== undefined && isNearer(frame, over, coming) ? [pastLine(frame, over, scope)] : []),
      ...(coming === undefined ? [] : [nextLine(frame, coming, scope)]),
    ];
  });
}

const clusterIn = ({ owner }: ListedObligation): string => (owner.kind === 'cluster' ? owner.id : '');

function isNearer(
  { today }: Frame,
  { dueOn: over }: ListedObligation,
  coming: ListedObligation | undefined,
): boolean {
  const next = coming?.dueOn ?? null;
  return over !== null && (next === null || daysBetween(over, today) <= daysBetween(today, next));
}

function pastLine({ t }: Frame, { dueOn }: ListedObligation, scope: string | null): string {
  const day = dueOn === null ? '' : weekdayDate(t, dueOn);
  return scope === null ? t('task.past', { day }) : t('task.pastFor', { scope, day });
}

function nextLine(frame: Frame, one: ListedObligation, scope: string | null): string {
  const { t } = frame;
  const { namedOn, dueOn, exclusive } = one;
  const left = timeLeft(frame, one, 'group');
  const line = t(exclusive ? 'task.next' : 'task.nextInclusive', {
    named: namedOn === null ? '' : fullDate(namedOn),
    day: dueOn === null ? '' : weekdayDate(t, dueOn),
    left,
  });
  const next = left === '' ? line.replace(/ · $/, '') : line;
  return scope === null ? t('task.upcoming', { next }) : t('task.nextFor', { scope, next });
}
