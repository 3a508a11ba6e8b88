import type { AssignmentSeen } from '../../../app/assignment/see-assignment.ts';
import type { Message } from '../../../app/ports/message.ts';
import type { Obligation } from '../../../core/obligation/obligation.ts';
import { isDone } from '../../../core/work/work-state.ts';
import type { Frame } from '../frame.ts';
import { bold, button, entry, message, paragraph, shortTitle } from '../message.ts';
import { dueLine, namesOf } from './assignment.ts';

/** Who has done it, who has received it, who has not answered: no reasons and nothing of what was sent. */
export function assignmentList(
  frame: Frame,
  { task, assignment, obligations }: AssignmentSeen,
  why: 'complete' | 'hour' | 'asked',
): Message {
  const { t } = frame;
  const done = obligations.filter(({ state }) => isDone(state));
  const silent = obligations.filter(({ state }) => state === 'not_started');
  const received = obligations.filter((one) => !done.includes(one) && !silent.includes(one));
  const group = (key: 'done' | 'received' | 'silent', ones: readonly Obligation[]) =>
    ones.length === 0
      ? []
      : [paragraph(t(`assign.list.${key}`, { count: ones.length, names: namesOf(frame, ones) }))];
  return message(
    [
      entry(
        [bold(t(`assign.list.${why}`, { no: task.no, title: shortTitle(task.title) }))],
        dueLine(frame, task),
      ),
      ...group('silent', silent),
      ...group('received', received),
      ...group('done', done),
    ],
    assignment.clusterId === null && done.length < obligations.length
      ? [[button(t('button.record'), { kind: 'record', task: task.id })]]
      : [],
  );
}
