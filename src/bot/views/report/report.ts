import type { Button, Message } from '../../../app/ports/message.ts';
import type { ProgressReported } from '../../../app/report/write-report.ts';
import { dueHourOf, isDoneLate } from '../../../core/obligation/due-state.ts';
import type { Obligation } from '../../../core/obligation/obligation.ts';
import { ownerName } from '../../../core/obligation/owner-name.ts';
import { handlingOf, taskById, workKindOf } from '../../../core/plan/plan-book.ts';
import { stepsOf } from '../../../core/work/step.ts';
import { PROGRESS_STEPS } from '../../../core/work/work-state.ts';
import { meetingText } from '../ask/meeting.ts';
import { deadlineLine } from '../deadline-line.ts';
import { type Frame, withSecretariat } from '../frame.ts';
import {
  bold,
  button,
  cancelling,
  entry,
  inRows,
  marked,
  message,
  paragraph,
  saying,
  shortTitle,
} from '../message.ts';
import { moment } from '../moment.ts';
import { allNumbers } from '../task-number.ts';
import { evidenceText } from './evidence.ts';

/** The choice of a step for one obligation. */
export function stepsMessage(frame: Frame, obligation: Obligation): Message {
  const { t } = frame;
  const { id } = obligation;
  const isGiven = taskById(frame.book, obligation.taskId).given === true;
  return message(
    [
      entry([bold(taskHeading(frame, obligation))], ownerName(frame.directory, obligation.owner)),
      // Of what is done the first line says so.
      paragraph(
        deadlineLine(frame, obligation, 'private'),
        ...(obligation.state === 'done' ? [] : [stateText(frame, obligation)]),
      ),
    ],
    [
      stepButtons(frame, obligation),
      ...inRows(
        [
          ...(isGiven ? [] : [button(t('button.done'), { kind: 'done', obligation: id })]),
          button(t('button.blocked'), { kind: 'blocked', obligation: id }),
          ...(obligation.dueOn === null
            ? []
            : [button(t('button.extend'), { kind: 'extend', obligation: id })]),
          ...(obligation.owner.kind === 'cluster' && !isGiven
            ? [button(t('assign.button.item'), { kind: 'item', obligation: id })]
            : []),
        ],
        2,
      ),
      [button(t('button.back'), { kind: 'mine', skip: 0 })],
    ],
  );
}

/** The steps that fit the kind of work, the one reached marked; of a task of the day, its three answers. */
function stepButtons({ t, book }: Frame, obligation: Obligation): Button[] {
  const { id } = obligation;
  const kind = workKindOf(taskById(book, obligation.taskId));
  const steps = stepsOf(kind);
  const answers =
    kind === 'given'
      ? [
          button(t('assign.button.sent'), { kind: 'done', obligation: id }),
          button(t('assign.button.nothing'), { kind: 'nothing', obligation: id }),
        ]
      : [];
  return steps.length > 0
    ? [
        ...steps.map((step) =>
          button(marked(t(`button.step.${step}`), obligation.step === step), {
            kind: 'step',
            obligation: id,
            step,
          }),
        ),
        ...answers,
      ]
    : PROGRESS_STEPS.map((percent) =>
        button(marked(t('button.percent', { percent }), obligation.percent === percent), {
          kind: 'percent',
          obligation: id,
          percent,
        }),
      );
}

/** What has just been recorded, for which unit, and how to mend it. */
export function recordedMessage(
  frame: Frame,
  { obligation, at, evidence = null }: ProgressReported,
): Message {
  const { t } = frame;
  const task = taskById(frame.book, obligation.taskId);
  const params = {
    owner: ownerName(frame.directory, obligation.owner),
    no: allNumbers(frame, task),
    percent: obligation.percent,
    state: stateText(frame, obligation),
  };
  const key =
    obligation.state === 'done' || obligation.state === 'blocked'
      ? obligation.state
      : obligation.step === null
        ? 'in_progress'
        : 'step';
  const hour = dueHourOf(obligation, frame.directory.settings.zone);
  const isLate = isDoneLate(obligation) || (hour !== null && at >= hour);
  const inTime = obligation.state !== 'done' || obligation.dueOn === null ? null : !isLate;
  return message(
    [
      entry([bold(t(`report.recorded.${key}`, params))], shortTitle(task.title)),
      ...(evidence === null ? [] : [entry(evidenceText(frame, evidence))]),
      ...(obligation.reason === null ? [] : [entry(t('report.reason', { reason: obligation.reason }))]),
      entry(
        [
          t('report.at', moment(frame, at)),
          ...(inTime === null ? [] : [` · ${t(inTime ? 'report.onTime' : 'report.late')}`]),
        ],
        ...(obligation.state === 'done' && handlingOf(task).confirmation
          ? [t('report.awaits', withSecretariat(frame))]
          : []),
        ...(obligation.state === 'done' ? [t('report.official')] : []),
      ),
    ],
    [
      ...(obligation.state === 'done' && evidence === null
        ? [[button(t('button.addEvidence'), { kind: 'evidence', obligation: obligation.id })]]
        : []),
      [
        button(t('button.correct'), { kind: 'steps', obligation: obligation.id }),
        button(t('button.mine'), { kind: 'mine', skip: 0 }),
        ...(obligation.meeting === null ? [] : [button(t('button.meetings'), { kind: 'meetings', skip: 0 })]),
      ],
    ],
  );
}

/** For a second press: nothing changed, and since when it stands. */
export function unchangedText(frame: Frame, { obligation, at }: ProgressReported): string {
  const task = taskById(frame.book, obligation.taskId);
  const owner = ownerName(frame.directory, obligation.owner);
  return frame.t('report.same', { owner, no: allNumbers(frame, task), ...moment(frame, at) });
}

export function askReasonMessage(frame: Frame, obligation: Obligation): Message {
  const task = taskById(frame.book, obligation.taskId);
  const owner = ownerName(frame.directory, obligation.owner);
  const about = { owner, no: allNumbers(frame, task), title: shortTitle(task.title) };
  const text = frame.t('report.askReason', withSecretariat(frame, about));
  const cancel = cancelling(frame.t);
  return saying(text, [[cancel]]);
}

/** In words; a named step before a percentage, with the day of an announced conference. */
export function stateText(
  frame: Frame,
  { state, percent, step, meeting }: Pick<Obligation, 'state' | 'percent' | 'step' | 'meeting'>,
): string {
  const { t } = frame;
  if (state !== 'in_progress' || step === null) return t(`report.state.${state}`, { percent });
  const name = t(`report.step.${step}`);
  return step === 'scheduled' && meeting !== null ? `${name}: ${meetingText(frame, meeting)}` : name;
}

const taskHeading = (frame: Frame, obligation: Obligation): string => {
  const task = taskById(frame.book, obligation.taskId);
  return frame.t('due.task', { no: allNumbers(frame, task), title: shortTitle(task.title) });
};
