import type { AssignmentSeen } from '../../../app/assignment/see-assignment.ts';
import type { Button, Message, Span } from '../../../app/ports/message.ts';
import { namedDayOf } from '../../../core/assignment/assignment.ts';
import type { ClusterId, NoticeId } from '../../../core/id.ts';
import type { Obligation } from '../../../core/obligation/obligation.ts';
import { ownerName } from '../../../core/obligation/owner-name.ts';
import { clusterById, membersOf } from '../../../core/organisation/directory.ts';
import { type Task, taskById } from '../../../core/plan/plan-book.ts';
import { isDone } from '../../../core/work/work-state.ts';
import { dueAndLeft, dueText } from '../due-text.ts';
import { type Frame, withSecretariat } from '../frame.ts';
import { bold, button, entry, inRows, message, paragraph, saying, shortTitle } from '../message.ts';
import { moment } from '../moment.ts';
import { taskLine } from '../task-line.ts';
import { urgentMark } from '../urgent-mark.ts';

/** Who asks: the standing agency, or the cluster whose own item it is. */
export const askedBy = (frame: Frame, { assignment }: Pick<AssignmentSeen, 'assignment'>): string =>
  assignment.clusterId === null
    ? frame.t('assign.private.secretariat', withSecretariat(frame))
    : clusterById(frame.directory, assignment.clusterId).name;

/** How many have done it, have received it, have not answered. */
export function answerCounts(obligations: readonly Pick<Obligation, 'state'>[]) {
  const done = obligations.filter(({ state }) => isDone(state)).length;
  const silent = obligations.filter(({ state }) => state === 'not_started').length;
  return { done, silent, received: obligations.length - done - silent, total: obligations.length };
}

/** `Hạn: trước 16:00, Thứ Tư 13/11/2024` */
export function dueLine(frame: Frame, task: Task): string {
  const day = namedDayOf(task);
  return frame.t('assign.post.due', { due: day === null ? task.deadlineWords : dueText(frame, day) });
}

const answerButtons = ({ t }: Frame, { id }: Pick<Task, 'id'>): Button[] =>
  (['received', 'sent', 'nothing'] as const).map((answer) =>
    button(t(`assign.button.${answer}`), { kind: 'assignment_answer', task: id, answer }),
  );

export const partLine = (frame: Frame, { parentId }: Task): Span[][] =>
  parentId === null
    ? []
    : [entry(frame.t('assign.private.part', { task: taskLine(frame, taskById(frame.book, parentId)) }))];

/** In private, to one who acts for these owners. One owner answers here; of several each is updated by itself. */
export function assignmentMessage(
  frame: Frame,
  shown: AssignmentSeen,
  own: readonly Obligation[],
  notice: NoticeId,
): Message {
  const { t } = frame;
  const { task } = shown;
  const day = namedDayOf(task);
  return message(
    [
      ...urgentMark(frame, shown.assignment),
      entry([bold(t('assign.private.heading', { names: namesOf(frame, own) }))]),
      entry(t('assign.private.asks', { by: askedBy(frame, shown) })),
      paragraph([bold(task.title)]),
      ...partLine(frame, task),
      entry(t('assign.post.due', { due: day === null ? task.deadlineWords : dueAndLeft(frame, day) })),
    ],
    [...buttonsFor(frame, task, own), copyOf(frame, notice)],
  );
}

/** [Bản Zalo] of what a notice said. */
export const copyOf = ({ t }: Frame, notice: NoticeId): Button[] => [
  button(t('button.plainCopy'), { kind: 'plain_copy', notice }),
];

export const namesOf = ({ directory }: Frame, own: readonly Obligation[]): string =>
  own.map(({ owner }) => ownerName(directory, owner)).join(', ');

export const buttonsFor = (frame: Frame, task: Task, own: readonly Obligation[]): Button[][] =>
  own.length === 1
    ? [answerButtons(frame, task)]
    : inRows(
        own.map(({ id, owner }) =>
          button(ownerName(frame.directory, owner), { kind: 'steps', obligation: id }),
        ),
        1,
      );

/** To one who serves several owners that have not done it: which of them has. */
export function whoseAnswer(
  { t, directory, book }: Frame,
  word: 'sent' | 'nothing',
  open: readonly Obligation[],
): Message {
  const [first] = open;
  const title = first === undefined ? '' : shortTitle(taskById(book, first.taskId).title);
  return saying(
    t(`assign.whose.${word}`, { title }),
    open.map(({ id, owner }) => [
      button(ownerName(directory, owner), { kind: word === 'sent' ? 'done' : 'nothing', obligation: id }),
    ]),
  );
}

/** In a cluster's group: counts of its own alone; who has not answered is never named there. */
export function assignmentPost(frame: Frame, clusterId: ClusterId | null, shown: AssignmentSeen): Message {
  const { t } = frame;
  const { task, assignment, obligations } = shown;
  if (task.withdrawnOn !== null) return withdrawn(frame, shown);
  const here = obligations.filter((one) => one.clusterId === clusterId);
  return message(
    [
      entry([bold(t(assignment.urgent ? 'assign.post.urgent' : 'assign.post.heading'))]),
      entry(t('assign.post.to', { names: addressedTo(frame, clusterId, here) })),
      entry(t('assign.private.asks', { by: askedBy(frame, shown) })),
      paragraph([bold(task.title)]),
      ...partLine(frame, task),
      entry(dueLine(frame, task)),
      ...(assignment.changedAt === null
        ? []
        : [entry(t('assign.post.changed', moment(frame, assignment.changedAt)))]),
      paragraph(t('assign.post.count', answerCounts(here)), t('assign.post.automatic')),
    ],
    [answerButtons(frame, task), [button(t('button.plainCopy'), { kind: 'assignment_copy', task: task.id })]],
  );
}

/** All whom it is asked of: clusters of which all units are, by their name. */
export function addressees(frame: Frame, asked: readonly Obligation[]): string {
  const clusterIds = [...new Set(asked.map(({ clusterId }) => clusterId))];
  return clusterIds
    .map((id) =>
      addressedTo(
        frame,
        id,
        asked.filter(({ clusterId }) => clusterId === id),
      ),
    )
    .join(', ');
}

/** The cluster where it is asked, or all of its units are; else the units by name. */
function addressedTo(
  { directory, today }: Frame,
  clusterId: ClusterId | null,
  here: readonly Obligation[],
): string {
  const names = here.map(({ owner }) => ownerName(directory, owner)).join(', ');
  if (clusterId === null) return names;
  const members = membersOf(directory, clusterId, today);
  return here.length >= members.length ? clusterById(directory, clusterId).name : names;
}

function withdrawn(frame: Frame, shown: AssignmentSeen): Message {
  const { assignment, task } = shown;
  const at = assignment.changedAt ?? assignment.givenAt;
  const params = { by: askedBy(frame, shown), title: shortTitle(task.title), ...moment(frame, at) };
  return message([
    entry([bold(frame.t('assign.post.withdrawnHeading'))]),
    paragraph(frame.t('assign.post.withdrawn', params)),
  ]);
}

/** To those in private who read the hour that holds no more, or the task that is withdrawn. */
export function assignmentChange(
  frame: Frame,
  shown: AssignmentSeen,
  own: readonly Obligation[],
  notice: NoticeId,
): Message {
  const { t } = frame;
  const { task } = shown;
  if (task.withdrawnOn !== null) return withdrawn(frame, shown);
  const day = namedDayOf(task);
  return message(
    [
      entry([bold(t('assign.change.heading', { title: shortTitle(task.title) }))], namesOf(frame, own)),
      paragraph(t('assign.change.due', { due: day === null ? task.deadlineWords : dueAndLeft(frame, day) })),
    ],
    [...buttonsFor(frame, task, own), copyOf(frame, notice)],
  );
}
