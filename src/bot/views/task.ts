import type { Obligation } from '../../core/obligation/obligation.ts';
import type { Message } from '../../app/ports/message.ts';
import { clusterById } from '../../core/organisation/directory.ts';
import { partiesOf, planById, type Task } from '../../core/plan/plan-book.ts';
import { weekdayDate } from '../../i18n/days.ts';
import { timeLeft } from './deadline-line.ts';
import type { Frame } from './frame.ts';
import { bold, button, entry, inRows, message, paragraph, saying, shortTitle } from './message.ts';

/** The whole of a task: full text, parties, the deadline in the plan's words, the next days, the source. */
export function taskMessage(frame: Frame, task: Task, upcoming: readonly Obligation[]): Message {
  const { t, book } = frame;
  const plan = task.planId === null ? null : planById(book, task.planId);
  const names = (part: 'lead' | 'coordinator') =>
    partiesOf(task, part)
      .map((party) => party.words)
      .join(', ');
  return message([
    entry([bold(t('due.task', { no: task.no, title: task.title }))]),
    paragraph(
      ...(names('lead') === '' ? [] : [t('task.lead', { names: names('lead') })]),
      ...(names('coordinator') === '' ? [] : [t('task.coordinating', { names: names('coordinator') })]),
      task.deadlineWords === '' ? t('task.noDeadline') : t('task.deadline', { words: task.deadlineWords }),
    ),
    ...nextDays(frame, upcoming).map((line) => entry(line)),
    ...(plan === null ? [] : [entry(t('task.source', { plan: plan.number, no: task.no }))]),
  ]);
}

/** The next day of each deadline, named by cluster where the days differ between clusters. */
function nextDays(frame: Frame, upcoming: readonly Obligation[]): string[] {
  const { t, directory } = frame;
  const seen = new Map<string, Obligation>();
  for (const one of upcoming) {
    const key = one.owner.kind === 'cluster' ? one.owner.id : '';
    if (one.dueOn !== null && !seen.has(key)) seen.set(key, one);
  }
  return [...seen.values()].map((one) => {
    const params = {
      words: one.words,
      day: one.dueOn === null ? '' : weekdayDate(t, one.dueOn),
      left: timeLeft(frame, one, 'group'),
    };
    return one.owner.kind === 'cluster' && seen.size > 1
      ? t('task.nextFor', { ...params, scope: clusterById(directory, one.owner.id).name })
      : t('task.next', params);
  });
}

/** Up to three tasks to choose between, when a question fits several. */
export const taskChoice = ({ t }: Frame, tasks: readonly Task[]): Message =>
  saying(
    t('task.choose'),
    inRows(
      tasks.slice(0, 3).map((task) =>
        button(t('due.task', { no: task.no, title: shortTitle(task.title, 28) }), {
          kind: 'task',
          task: task.id,
        }),
      ),
      1,
    ),
  );
