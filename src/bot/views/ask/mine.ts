import type { Button, Message } from '../../../app/ports/message.ts';
import type { Obligation } from '../../../core/obligation/obligation.ts';
import { briefName, ownerName } from '../../../core/obligation/owner-name.ts';
import { type Task, taskById } from '../../../core/plan/plan-book.ts';
import { fullDate, shortDate } from '../../../i18n/days.ts';
import { deadlineLine } from '../deadline-line.ts';
import type { Frame } from '../frame.ts';
import { bold, button, entry, inRows, message, paragraph, saying, shortTitle } from '../message.ts';
import { stateText } from '../report/report.ts';
import { capital } from '../subject-name.ts';
import { taskLine } from '../task-line.ts';
import { numberOnButton, planMark } from '../task-number.ts';

const PER_PAGE = 6;

/** A person's own open obligations, most urgent first, each with its button. */
export function mineMessage(
  frame: Frame,
  units: readonly string[],
  open: readonly Obligation[],
  from: number,
): Message {
  const { t } = frame;
  // The list may have grown shorter since the button was drawn.
  const skip = from < open.length ? from : 0;
  const names = capital(units.join(', '));
  if (open.length === 0) return saying(t('mine.none', { units: names }));
  const page = open.slice(skip, skip + PER_PAGE);
  const more = skip + PER_PAGE < open.length;
  return message(
    [
      entry(
        [bold(t('mine.heading', { units: names, date: fullDate(frame.today) }))],
        t('mine.count', { count: open.length }),
      ),
      ...page.map((one) => obligationEntry(frame, one, units.length > 1, tasksOf(frame, page))),
    ],
    [
      ...updateButtons(frame, page),
      [
        ...(skip > 0
          ? [button(t('button.back'), { kind: 'mine', skip: Math.max(0, skip - PER_PAGE) } as const)]
          : []),
        ...(more ? [button(t('button.more'), { kind: 'mine', skip: skip + PER_PAGE } as const)] : []),
      ],
    ],
  );
}

/** A task with its deadline and state, under the owner's name where several are shown. */
export function obligationEntry(
  frame: Frame,
  obligation: Obligation,
  named: boolean,
  beside: readonly Task[],
) {
  const task = taskById(frame.book, obligation.taskId);
  const owner = ownerName(frame.directory, obligation.owner);
  return paragraph(
    [bold(taskLine(frame, task))],
    deadlineLine(frame, obligation, 'private'),
    [named ? owner : '', planMark(frame, task, beside), stateText(frame, obligation)]
      .filter((part) => part !== '')
      .join(' · '),
  );
}

const LONGEST_LABEL = 24;

/** `6 · Cập nhật` */
export const updateButton = (frame: Frame, obligation: Obligation): Button =>
  stepsButton(obligation, frame.t('button.updateNo', { no: taskById(frame.book, obligation.taskId).no }));

/**
 * One for each, in rows. Rows of one number in two plans are told apart by their plan (`6, 29/KH-UBND · Cập nhật`); one
 * that several owe, by its owner (`6 · Cống Vị`); one that is owed for several days, by the day (`6 · 20/12`).
 */
export function updateButtons(frame: Frame, obligations: readonly Obligation[]): Button[][] {
  const tasks = tasksOf(frame, obligations);
  const numbers = tasks.map((task) => numberOnButton(frame, task, tasks));
  const labelled = obligations.map((one, at) => {
    const no = numbers[at] ?? '';
    if (numbers.indexOf(no) === numbers.lastIndexOf(no)) {
      return stepsButton(one, frame.t('button.updateNo', { no }));
    }
    const others = obligations.filter((other, place) => numbers[place] === no && other.id !== one.id);
    const isOf = ({ owner }: Obligation): boolean => owner.id === one.owner.id;
    const owner = shortTitle(briefName(ownerName(frame.directory, one.owner)), LONGEST_LABEL);
    const apart = [
      ...(others.every(isOf) ? [] : [owner]),
      ...(others.some(isOf) && one.dueOn !== null ? [shortDate(one.dueOn)] : []),
    ].join(', ');
    return stepsButton(one, frame.t('button.apartNo', { no, apart }));
  });
  return inRows(labelled);
}

const tasksOf = ({ book }: Frame, shown: readonly Obligation[]): Task[] =>
  shown.map(({ taskId }) => taskById(book, taskId));

const stepsButton = ({ id }: Obligation, label: string): Button =>
  button(label, { kind: 'steps', obligation: id });
