import type { ListedObligation } from '../../app/list-obligations.ts';
import { namedDayOf } from '../../core/assignment/assignment.ts';
import { readDeadline } from '../../core/deadline/parse.ts';
import { isDated, isStanding } from '../../core/deadline/rule.ts';
import type { ClusterId } from '../../core/id.ts';
import { clusterById } from '../../core/organisation/directory.ts';
import type { Task } from '../../core/plan/plan-book.ts';
import { fullDate, weekdayDate } from '../../i18n/days.ts';
import { timeLeft } from './deadline-line.ts';
import { dueAndLeft } from './due-text.ts';
import { type Frame, withSecretariat } from './frame.ts';
import type { TaskView } from './task.ts';

/** The plan's words, then how they are read: the next day of each deadline; or that there is none. */
export function deadlineLines(
  frame: Frame,
  { task, upcoming, clusterIds }: Pick<TaskView, 'task' | 'upcoming' | 'clusterIds'>,
): string[] {
  const { t } = frame;
  const given = namedDayOf(task);
  if (given !== null) return [t('task.deadlineGiven', { words: dueAndLeft(frame, given) })];
  const words = wordsFor(frame, task, clusterIds);
  const days = nextDays(frame, upcoming);
  if (words === '') return [t('task.noDeadline')];
  return [
    t(task.planId === null ? 'task.deadlineGiven' : 'task.deadline', { words }),
    ...(days.length === 0 ? [withoutDay(frame, task, words)] : days),
  ];
}

/** Why words of the plan have no day ahead: they name none, the last is over, or nobody has decided how they are read. */
function withoutDay(frame: Frame, { rules }: Task, words: string): string {
  const { t, today } = frame;
  if (!rules.every(({ rule }) => isStanding(rule))) return t('task.noneAhead');
  const isUndecided = rules.length === 0 && readDeadline(words, { now: today }).rules.some(isDated);
  return isUndecided ? t('task.undecided', withSecretariat(frame)) : t('task.noDay');
}

/** A cluster hears its own kind's deadline alone: the other kinds' days beside it would mislead. */
export function wordsFor({ directory }: Frame, task: Task, clusterIds: readonly ClusterId[]): string {
  const kinds = clusterIds.map((id) => clusterById(directory, id).kind);
  const ours = task.rules.filter(({ appliesTo }) => appliesTo === null || kinds.includes(appliesTo));
  return kinds.length === 0 || ours.length === 0 || ours.length === task.rules.length
    ? task.deadlineWords
    : ours.map(({ words }) => words).join('; ');
}

/** The next day of each deadline, named by cluster where the days differ between clusters. */
function nextDays(frame: Frame, upcoming: readonly ListedObligation[]): string[] {
  const { t, directory, today } = frame;
  const seen = new Map<string, ListedObligation>();
  for (const one of upcoming) {
    const key = one.owner.kind === 'cluster' ? one.owner.id : '';
    if (one.dueOn !== null && !seen.has(key)) seen.set(key, one);
  }
  return [...seen.values()].map((one) => {
    const { namedOn, dueOn } = one;
    const params = {
      named: namedOn === null ? '' : fullDate(namedOn),
      day: dueOn === null ? '' : weekdayDate(t, dueOn),
      left: timeLeft(frame, one, 'group'),
    };
    if (dueOn !== null && dueOn < today) return t('task.past', params);
    const key = one.exclusive ? 'next' : 'nextInclusive';
    return one.owner.kind === 'cluster' && seen.size > 1
      ? t('task.nextFor', {
          next: t(`task.${key}`, params),
          scope: clusterById(directory, one.owner.id).name,
        })
      : t('task.upcoming', { next: t(`task.${key}`, params) });
  });
}
