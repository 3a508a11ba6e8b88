import type { AssignmentSeen } from '../../../app/assignment/see-assignment.ts';
import type { Message } from '../../../app/ports/message.ts';
import { namedDayOf } from '../../../core/assignment/assignment.ts';
import type { Obligation } from '../../../core/obligation/obligation.ts';
import { ownerName } from '../../../core/obligation/owner-name.ts';
import type { Task } from '../../../core/plan/plan-book.ts';
import { remindedOf } from '../../../core/reminder/addressees.ts';
import { isOpen } from '../../../core/work/work-state.ts';
import { dueText } from '../due-text.ts';
import type { Frame } from '../frame.ts';
import { bold, button, entry, inRows, message, saying, shortTitle } from '../message.ts';
import { moment } from '../moment.ts';
import { answerCounts, namesOf } from './assignment.ts';

/** A phone's screen has room for so many characters of names; the list has all. */
const LONGEST_NAMES = 240;

/** The giver's panel: how many have done it, who has not, how many nobody could be written to for. */
export function assignmentPanel(frame: Frame, { task, assignment, obligations }: AssignmentSeen): Message {
  const { t, directory, today } = frame;
  const title = shortTitle(task.title);
  if (task.withdrawnOn !== null) {
    const at = moment(frame, assignment.changedAt ?? assignment.givenAt);
    return saying(t('assign.panel.withdrawn', { no: task.no, title, ...at }));
  }
  const day = namedDayOf(task);
  const open = obligations.filter(({ state }) => isOpen(state));
  const unreached = open.filter((one) => remindedOf(one, directory, today).length === 0).length;
  return message(
    [
      entry(
        [bold(t('assign.panel.heading', { no: task.no, title }))],
        day === null ? task.deadlineWords : dueText(frame, day),
        t('assign.panel.count', answerCounts(obligations)),
      ),
      entry(
        open.length === 0
          ? t('assign.panel.all')
          : t('assign.panel.missing', { names: shortTitle(namesOf(frame, open), LONGEST_NAMES) }),
      ),
      ...(unreached === 0 ? [] : [entry(t('assign.panel.unreached', { count: unreached }))]),
    ],
    inRows(
      [
        button(t('assign.button.list'), { kind: 'assignment_list', task: task.id }),
        button(t('button.plainCopy'), { kind: 'assignment_copy', task: task.id }),
        ...(assignment.clusterId === null && open.length > 0
          ? [
              button(t('button.calls'), { kind: 'assignment_calls', task: task.id } as const),
              button(t('button.record'), { kind: 'record', task: task.id } as const),
            ]
          : []),
        button(t('assign.button.editWhen'), { kind: 'assignment_hour', task: task.id }),
        button(t('assign.button.withdraw'), { kind: 'assignment_withdraw', task: task.id, answer: 'ask' }),
      ],
      2,
    ),
  );
}

/** Withdrawing is asked about once more. */
export const withdrawQuestion = ({ t }: Frame, { id, title }: Task): Message =>
  saying(t('assign.withdraw.ask', { title: shortTitle(title) }), [
    [
      button(t('assign.button.withdrawNow'), { kind: 'assignment_withdraw', task: id, answer: 'yes' }),
      button(t('assign.button.keep'), { kind: 'assignment_withdraw', task: id, answer: 'no' }),
    ],
  ]);

/** Of which cluster the units are asked. */
export const itemClusters = ({ t, directory }: Frame, owed: readonly Obligation[]): Message => {
  const latest = new Map(owed.map((one) => [one.owner.id, one]));
  return saying(
    t('assign.item.which'),
    inRows(
      [...latest.values()].map((one) =>
        button(ownerName(directory, one.owner), { kind: 'item', obligation: one.id }),
      ),
      1,
    ),
  );
};
