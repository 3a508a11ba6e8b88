import type { ListedObligation } from '../../../app/asking/list-obligations.ts';
import type { Subject } from '../../../app/asking/subject.ts';
import { workOf, workOfTask } from '../../../app/asking/work-of.ts';
import type { Dependencies } from '../../../app/dependencies.ts';
import type { Message } from '../../../app/ports/message.ts';
import type { ClusterId, TaskId } from '../../../core/id.ts';
import { taskById } from '../../../core/plan/plan-book.ts';
import { addDays, type DayRange } from '../../../core/time/local-date.ts';
import type { Action } from '../../buttons/action.ts';
import type { Reply } from '../../reply.ts';
import type { Turn } from '../../turn.ts';
import {
  clustersStatusMessage,
  countsMessage,
  ownStatusMessage,
  type StatusView,
  tasksStatusMessage,
  unitsStatusMessage,
} from '../../views/ask/status.ts';
import { entry, message, shortTitle } from '../../views/message.ts';
import { digestRange } from '../../views/overview/digest.ts';
import { periodName } from '../../views/period.ts';
import { capital, subjectName } from '../../views/subject-name.ts';
import { askingOf } from './asking-of.ts';
import { nextDue } from './next-due.ts';
import { tellStates } from './tell-states.ts';

/** Of which work: of a range of days, or of one task whatever its day. */
export type Extent =
  | { readonly kind: 'range'; readonly range: DayRange }
  | { readonly kind: 'task'; readonly taskId: TaskId };

export interface StatusAsked {
  readonly subject: Subject;
  readonly extent: Extent;
  /** Which units have, or have not, done theirs; null for how each stands. */
  readonly filter: 'done' | 'not_done' | null;
  readonly skip: number;
}

/** The days of a status for which no others were asked. */
export const usualExtent = ({ frame }: Turn) => ({ kind: 'range', range: digestRange(frame.today) }) as const;

/** How things stand: counts in a group, in private as much as the asker may know. */
export function answerStatus(dependencies: Dependencies, turn: Turn, asked: StatusAsked): Promise<Reply> {
  return tellStates(turn, asked.subject, {
    nothing: async (where) => {
      const work = await workAsked(dependencies, where, asked);
      return work.length === 0 ? nothingDue(dependencies, where, asked) : null;
    },
    states: (where) => states(dependencies, where, asked),
    counts: async (where) => {
      const work = await workAsked(dependencies, where, asked);
      return countsMessage(where.frame, { heading: headingOf(where, asked), work });
    },
  });
}

async function states(dependencies: Dependencies, turn: Turn, asked: StatusAsked): Promise<Message> {
  const { subject, extent, filter, skip } = asked;
  const { frame } = turn;
  const work = await workAsked(dependencies, turn, asked);
  const heading = headingOf(turn, asked);
  const view: StatusView = { heading, work, skip, page: (from) => pageAction(asked, from) };
  if (filter !== null && extent.kind === 'range') return unitsStatusMessage(frame, view, filter);
  if (subject.kind === 'own' || subject.kind === 'unit') {
    return ownStatusMessage(frame, view, subject.kind === 'own' || turn.audience?.kind === 'own');
  }
  return subject.kind === 'everyone' && extent.kind === 'range'
    ? clustersStatusMessage(frame, view, (id) =>
        pageAction({ ...asked, subject: { kind: 'cluster', id: id as ClusterId } }, 0),
      )
    : tasksStatusMessage(frame, view);
}

function workAsked(
  { unitOfWork }: Dependencies,
  turn: Turn,
  { subject, extent }: StatusAsked,
): Promise<ListedObligation[]> {
  const { now } = turn.frame;
  const asking = askingOf(turn);
  return extent.kind === 'task'
    ? workOfTask(unitOfWork.read, subject, extent.taskId, asking, now)
    : workOf(unitOfWork.read, subject, extent.range, asking, now);
}

function pageAction({ subject: about, extent, filter }: StatusAsked, skip: number): Action {
  if (extent.kind === 'task') return { kind: 'task_status', about, task: extent.taskId, skip };
  return filter === null
    ? { kind: 'status', about, ...extent.range, skip }
    : { kind: 'units', about, filter, ...extent.range, skip };
}

function headingOf({ frame, actor }: Turn, { subject, extent }: StatusAsked): string {
  const { t, book, today } = frame;
  const name = capital(subjectName(frame, subject, actor));
  return t('due.heading', { period: name, scope: extentName() });

  function extentName(): string {
    if (extent.kind === 'task') {
      const { no, title } = taskById(book, extent.taskId);
      return t('due.task', { no, title: shortTitle(title, 40) });
    }
    const usual = digestRange(today);
    const { from, to } = extent.range;
    return from === usual.from && to === usual.to ? t('status.soon') : periodName(t, extent.range);
  }
}

async function nothingDue(dependencies: Dependencies, turn: Turn, asked: StatusAsked): Promise<Message> {
  const { t, today } = turn.frame;
  const heading = `📊 ${headingOf(turn, asked)}`;
  if (asked.extent.kind === 'task') return message([entry(heading, t('status.noneOfTask'))]);
  const last = asked.extent.range.to > today ? asked.extent.range.to : today;
  return message([
    entry(heading, t('status.none')),
    ...(await nextDue(dependencies, turn, asked.subject, addDays(last, 1))),
  ]);
}
