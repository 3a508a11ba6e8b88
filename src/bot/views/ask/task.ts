import type { Audience } from '../../../app/asking/audience.ts';
import type { ListedObligation } from '../../../app/asking/list-obligations.ts';
import type { Message } from '../../../app/ports/message.ts';
import { owns } from '../../../core/access/actor.ts';
import { partiesOf, planById } from '../../../core/plan/plan-book.ts';
import { kinOf } from '../../../core/plan/same-duty.ts';
import { fullDate } from '../../../i18n/days.ts';
import type { Frame } from '../frame.ts';
import { bold, button, entry, inRows, message, paragraph, shortTitle } from '../message.ts';
import { partyNames } from '../party-name.ts';
import { stateText } from '../report/report.ts';
import { countLine } from '../standing.ts';
import { leadNames } from '../task-line.ts';
import { elsewhere, rowNumbers, rowOf } from '../task-number.ts';
import { updateButton } from './mine.ts';
import { deadlineLines, type TaskDeadlines } from './task-deadline.ts';

export interface TaskView extends TaskDeadlines {
  /** What was asked of it. */
  readonly side: 'all' | 'source' | 'deadline_change' | 'coordinators' | 'lead';
  /** Whose states may be told: what is owed from before, then what comes next. */
  readonly current: readonly ListedObligation[];
  readonly audience: Audience;
  /** What the plan's body says of it otherwise than the appendix. */
  readonly inBody: readonly string[];
}

type Lines = string[];

const LONGEST_QUOTE = 80;

/** The whole of a task, or the side of it that was asked for, under its number and full title. */
export function taskMessage(frame: Frame, view: TaskView): Message {
  const { t } = frame;
  const { task } = view;
  const lines = SIDES[view.side](frame, view).filter((line) => line !== '');
  const own = view.side === 'all' ? ownOf(view) : [];
  return message(
    [
      entry([
        bold(task.no === '' ? task.title : t('due.task', { no: rowNumbers(frame, task), title: task.title })),
      ]),
      paragraph(...lines),
    ],
    [
      ...inRows(own.slice(0, 1).map((one) => updateButton(frame, one))),
      ...(view.side === 'all' && view.audience.kind === 'everything'
        ? [
            [
              button(t('button.handling'), { kind: 'handling', task: task.id } as const),
              ...(kinOf(frame.book, task).length > 1
                ? [button(t('kin.button.kin'), { kind: 'kin', task: task.id } as const)]
                : []),
              ...steerButtons(frame, view),
            ],
          ]
        : []),
    ],
  );
}

/** A task of the day leads to its list; a task that clusters owe, to asking their units for a part of it. */
function steerButtons({ t }: Frame, { task, current }: TaskView) {
  if (task.given === true) {
    return [button(t('assign.button.list'), { kind: 'assignment_list', task: task.id } as const)];
  }
  return current.some(({ owner, stored }) => stored && owner.kind === 'cluster')
    ? [button(t('assign.button.item'), { kind: 'items', task: task.id } as const)]
    : [];
}

const SIDES: Readonly<Record<TaskView['side'], (frame: Frame, view: TaskView) => Lines>> = {
  all: (frame, view) => [
    leadLine(frame, view),
    coordinatorLine(frame, view),
    ...bodyLines(frame, view),
    ...allDeadlines(frame, view),
    ...stateLines(frame, view),
    sourceOf(frame, view),
  ],
  source: (frame, view) => [issuedLine(frame, view), ...deadlineLines(frame, view)],
  deadline_change: (frame, view) => [
    frame.t('task.notMoved'),
    ...deadlineLines(frame, view),
    sourceOf(frame, view),
  ],
  coordinators: (frame, view) => [
    coordinatorLine(frame, view) === '' ? frame.t('task.noCoordinators') : coordinatorLine(frame, view),
    leadLine(frame, view),
    ...bodyLines(frame, view),
    sourceOf(frame, view),
  ],
  lead: (frame, view) => [
    leadLine(frame, view) === '' ? frame.t('task.noLead') : leadLine(frame, view),
    ...bodyLines(frame, view),
    sourceOf(frame, view),
  ],
};

function leadLine(frame: Frame, { task, clusterIds }: TaskView): string {
  const { t, book } = frame;
  const parties = kinOf(book, task).flatMap((one) => partiesOf(one, 'lead'));
  const leads = task.given === true ? leadNames(frame, task) : partyNames(frame, parties, clusterIds);
  return leads.length === 0 ? '' : t('task.lead', { names: leads.join(', ') });
}

function coordinatorLine(frame: Frame, { task }: TaskView): string {
  const parties = kinOf(frame.book, task).flatMap((one) => partiesOf(one, 'coordinator'));
  const names = partyNames(frame, parties);
  return names.length === 0 ? '' : frame.t('task.coordinating', { names: names.join(', ') });
}

const bodyLines = ({ t }: Frame, { inBody }: TaskView): Lines =>
  inBody.map((words) => t('task.inBody', { words: shortTitle(words, LONGEST_QUOTE) }));

const ownOf = ({ current, audience }: TaskView): ListedObligation[] =>
  audience.kind === 'own' ? current.filter(({ owner, stored }) => stored && owns(audience.actor, owner)) : [];

/** One's own state in private; to the secretariat, how many of those who owe the next day are done. */
function stateLines(frame: Frame, view: TaskView): Lines {
  const { t } = frame;
  if (view.task.withdrawnOn !== null)
    return [t('task.state', { state: t('report.state.withdrawn', { percent: 0 }) })];
  if (view.audience.kind === 'cluster') return [];
  const [own] = ownOf(view);
  if (own !== undefined) return [t('task.state', { state: stateText(frame, own) })];
  if (view.audience.kind === 'own') return [];
  const [first] = view.current;
  return countLine(
    frame,
    view.current.filter(({ periodKey }) => periodKey === first?.periodKey),
  );
}

function sourceOf(frame: Frame, { task }: TaskView): string {
  const { t, book } = frame;
  const plan = task.planId === null ? null : planById(book, task.planId);
  if (task.planId === null) return t('task.noPlan');
  if (plan === null) return elsewhere(frame, task);
  const source = t('task.source', { plan: plan.number, no: rowNumbers(frame, task) });
  return [source, elsewhere(frame, task)].filter((part) => part !== '').join(' ');
}

/** The row's own words, what other rows of the same duty write of its time, then the days. */
function allDeadlines(frame: Frame, view: TaskView): Lines {
  const [own = '', ...days] = deadlineLines(frame, view);
  return [own, ...otherWords(frame, view), ...days];
}

function otherWords(frame: Frame, { task }: TaskView): Lines {
  return kinOf(frame.book, task)
    .filter(({ deadlineWords }) => deadlineWords !== task.deadlineWords && deadlineWords !== '')
    .map((other) => frame.t('kin.words', { row: rowOf(frame, other), words: other.deadlineWords }));
}

function issuedLine({ t, book }: Frame, { task }: TaskView): string {
  const plan = task.planId === null ? null : planById(book, task.planId);
  if (plan === null) return t('task.noPlan');
  const { number, issuer, issuedOn } = plan;
  return t('task.issued', { plan: number, issuer, date: fullDate(issuedOn), no: task.no });
}
