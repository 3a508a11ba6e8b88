import type { AssignmentSeen } from '../../../app/assignment/see-assignment.ts';
import type { Message } from '../../../app/ports/message.ts';
import { callsAbout } from '../../../core/reminder/calls.ts';
import { isOpen } from '../../../core/work/work-state.ts';
import { callEntry } from '../call-list.ts';
import type { Frame } from '../frame.ts';
import { bold, button, entry, message, paragraph, saying, shortTitle } from '../message.ts';
import { plainCopy } from '../notice/plain-copy.ts';
import { stateText } from '../report/report.ts';
import { addressees, askedBy, dueLine, partLine } from './assignment.ts';

/** Who has not done a task of the day, with their numbers: for the secretariat alone. */
export function assignmentCalls(frame: Frame, shown: AssignmentSeen): Message {
  const { t, directory, today } = frame;
  const { task, obligations } = shown;
  const calls = callsAbout(
    obligations.filter(({ state }) => isOpen(state)),
    directory,
    today,
  );
  if (calls.length === 0) return saying(t('assign.panel.all'));
  const heading = t('assign.calls.heading', {
    no: task.no,
    title: shortTitle(task.title),
    count: calls.length,
  });
  return message(
    [
      entry([bold(heading)], dueLine(frame, task)),
      ...calls.map(({ unit, awaited, unheard }) =>
        callEntry(
          frame,
          unit,
          [
            ...new Set(awaited.map((one) => stateText(frame, one))),
            ...(unheard === null ? [] : [t(`calls.unheard.${unheard}`)]),
          ].join(' · '),
        ),
      ),
    ],
    recordRow(frame, shown),
  );
}

/** The task as plain text, as far as it is of those named; for who may record, with the way to do so. */
export function assignmentCopy(
  frame: Frame,
  shown: AssignmentSeen,
  here: AssignmentSeen['obligations'],
  mayRecord: boolean,
): Message {
  const { t } = frame;
  const { task, assignment } = shown;
  const said = message([
    entry([bold(t(assignment.urgent ? 'assign.post.urgent' : 'assign.post.heading'))]),
    entry(t('assign.post.to', { names: addressees(frame, here) })),
    entry(t('assign.private.asks', { by: askedBy(frame, shown) })),
    paragraph([bold(task.title)]),
    ...partLine(frame, task),
    entry(dueLine(frame, task)),
  ]);
  const words = { how: t('plain.howSent'), more: t('plain.moreDocument') };
  return plainCopy([said], words, mayRecord ? recordRow(frame, shown) : []);
}

const recordRow = ({ t }: Frame, { task, assignment }: AssignmentSeen) =>
  assignment.clusterId === null
    ? [[button(t('button.record'), { kind: 'record', task: task.id } as const)]]
    : [];
