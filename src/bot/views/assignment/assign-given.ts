import type { Message } from '../../../app/ports/message.ts';
import { namedDayOf, type Recipient } from '../../../core/assignment/assignment.ts';
import { partiesOf, type Task } from '../../../core/plan/plan-book.ts';
import { dueText } from '../due-text.ts';
import type { Frame } from '../frame.ts';
import { saying } from '../message.ts';
import { whoText } from './assign-who.ts';

/** Whom a task of the day was given to. */
const recipientsOf = (task: Task): Recipient[] =>
  partiesOf(task, 'lead').flatMap(({ party }): Recipient[] =>
    party.kind === 'unit'
      ? [{ kind: 'unit', id: party.unitId }]
      : party.kind === 'cluster'
        ? [{ kind: 'cluster', id: party.clusterId }]
        : [],
  );

/** Its number, whom it was given to and by when. */
export const givenParams = (frame: Frame, task: Task) => ({
  no: task.no,
  who: whoText(frame, recipientsOf(task)),
  due: dueOf(frame, task),
});

function dueOf(frame: Frame, task: Task): string {
  const day = namedDayOf(task);
  return day === null ? task.deadlineWords : dueText(frame, day);
}

/** In place of the preview, once it was sent. */
export const assignGiven = (frame: Frame, task: Task): Message =>
  saying(frame.t('assign.given', givenParams(frame, task)));

/** Its hour is another now. */
export const hourChanged = (frame: Frame, task: Task): Message =>
  saying(frame.t('assign.change.done', { no: task.no, due: dueOf(frame, task) }));
