import type { Message } from '../../app/ports/message.ts';
import { namedDayOf, type Recipient } from '../../core/assignment/assignment.ts';
import { partiesOf, type Task } from '../../core/plan/plan-book.ts';
import { whoText } from './assign-who.ts';
import { dueText } from './due-text.ts';
import type { Frame } from './frame.ts';
import { saying } from './message.ts';

/** Whom a task of the day was given to. */
const recipientsOf = (task: Task): Recipient[] =>
  partiesOf(task, 'lead').flatMap(({ party }): Recipient[] =>
    party.kind === 'unit'
      ? [{ kind: 'unit', id: party.unitId }]
      : party.kind === 'cluster'
        ? [{ kind: 'cluster', id: party.clusterId }]
        : [],
  );

/** In place of the preview, once it was sent. */
export function assignGiven(frame: Frame, task: Task): Message {
  const day = namedDayOf(task);
  return saying(
    frame.t('assign.given', {
      no: task.no,
      who: whoText(frame, recipientsOf(task)),
      due: day === null ? task.deadlineWords : dueText(frame, day),
    }),
  );
}

/** Its hour is another now. */
export function hourChanged(frame: Frame, task: Task): Message {
  const day = namedDayOf(task);
  const due = day === null ? task.deadlineWords : dueText(frame, day);
  return saying(frame.t('assign.change.done', { no: task.no, due }));
}
