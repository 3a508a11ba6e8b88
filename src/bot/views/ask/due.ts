import { type Audience, clustersOf } from '../../../app/asking/audience.ts';
import type { DueInRange } from '../../../app/asking/due-in-range.ts';
import type { ListedObligation } from '../../../app/asking/list-obligations.ts';
import type { Subject } from '../../../app/asking/subject.ts';
import type { Button, Message } from '../../../app/ports/message.ts';
import { byTaskAndDay, type TaskDay } from '../../../core/obligation/task-day.ts';
import { clusterById } from '../../../core/organisation/directory.ts';
import { taskById } from '../../../core/plan/plan-book.ts';
import type { DayRange } from '../../../core/time/local-date.ts';
import { fullDate } from '../../../i18n/days.ts';
import type { Action } from '../../buttons/action.ts';
import { timeLeft } from '../deadline-line.ts';
import { deadlineWords } from '../due-text.ts';
import type { Frame } from '../frame.ts';
import { bold, button, entry, inRows, message, paragraph } from '../message.ts';
import { neighbour, periodLabel, periodName } from '../period.ts';
import { standingLines } from '../standing.ts';
import { sourceLine, taskLine } from '../task-line.ts';
import { numberOnButton } from '../task-number.ts';

const PER_PAGE = 8;

export interface DueView {
  readonly range: DayRange;
  /** For whom: `Cụm thi đua số 1`. */
  readonly scope: string;
  /** The subject that the question named; null for what the chat itself is for. */
  readonly about: Subject | null;
  readonly due: DueInRange;
  readonly skip: number;
  readonly audience: Audience | null;
}

export interface NearestView {
  readonly scope: string;
  /** By day, from today on. */
  readonly obligations: readonly ListedObligation[];
  readonly limit: number;
  readonly audience: Audience | null;
}

/** What falls due in a period, by day, and what comes next; long lists by pages. */
export function dueMessage(frame: Frame, view: DueView): Message {
  const { t } = frame;
  const period = periodName(t, view.range);
  const groups = byTaskAndDay(view.due.obligations, frame.book);
  // The list may have grown shorter since the button was drawn.
  const skip = view.skip < groups.length ? view.skip : 0;
  const page = groups.slice(skip, skip + PER_PAGE);
  const heading = [bold(`📌 ${t('due.heading', { period, scope: view.scope })}`)];
  if (groups.length === 0) {
    return message(
      [entry(`📌 ${t('due.none', { period, scope: view.scope })}`), nextEntry(frame, view)],
      [navigation(frame, view)],
    );
  }
  const count =
    groups.length <= PER_PAGE
      ? t('due.count', { count: groups.length })
      : t('due.part', { count: groups.length, from: skip + 1, to: skip + page.length });
  return message(
    [
      entry(heading, count),
      ...page.map((group) => groupEntry(frame, group, view.audience)),
      ...(skip + PER_PAGE >= groups.length ? [nextEntry(frame, view)] : []),
    ],
    [...detailButtons(frame, page), navigation(frame, { ...view, skip }, groups.length)],
  );
}

/** The next deadlines, a few, however far. */
export function nearestMessage(frame: Frame, { scope, obligations, limit, audience }: NearestView): Message {
  const { t } = frame;
  const groups = byTaskAndDay(obligations, frame.book).slice(0, limit);
  if (groups.length === 0) return message([entry(`📌 ${t('due.noneAhead', { scope })}`)]);
  return message(
    [
      entry([bold(`📌 ${t('due.nearest', { scope })}`)]),
      ...groups.map((group) => groupEntry(frame, group, audience)),
    ],
    detailButtons(frame, groups),
  );
}

function groupEntry(frame: Frame, group: TaskDay<ListedObligation>, audience: Audience | null) {
  const task = taskById(frame.book, group.taskId);
  const lines = audience === null ? [] : standingLines(frame, group.obligations, audience);
  const [deadline = '', ...states] = lines;
  return paragraph(
    deadline,
    bold(taskLine(frame, task)),
    [sourceLine(frame, task), ...oneCluster(frame, group, audience)].join(' · '),
    ...states,
  );
}

/** Whose it is, for whoever sees several clusters: the days of a task differ between them. */
function oneCluster(
  { directory }: Frame,
  { obligations }: TaskDay<ListedObligation>,
  audience: Audience | null,
): string[] {
  const [{ clusterId }] = obligations;
  const isOne = obligations.every((one) => one.clusterId === clusterId);
  const isOurs = audience !== null && clusterId !== null && clustersOf(audience).includes(clusterId);
  return isOurs || clusterId === null || !isOne ? [] : [clusterById(directory, clusterId).name];
}

const nextEntry = (frame: Frame, { due }: DueView) =>
  paragraph(due.next === null ? nothingNext(frame) : nextLine(frame, due.next));

/** What comes next, and how long it is until then; no count once its last safe day is over. */
export function nextLine(frame: Frame, next: ListedObligation): string {
  const left = timeLeft(frame, next, 'group');
  return frame.t(left === '' ? 'due.nextPast' : 'due.next', {
    words: deadlineWords(frame, next),
    task: taskLine(frame, taskById(frame.book, next.taskId)),
    left,
  });
}

function detailButtons(frame: Frame, page: readonly TaskDay<ListedObligation>[]): Button[][] {
  const { t, book } = frame;
  const tasks = [...new Set(page.map((group) => group.taskId))].map((id) => taskById(book, id));
  return inRows(
    tasks.map((task) =>
      button(t('button.detail', { no: numberOnButton(frame, task, tasks) }), { kind: 'task', task: task.id }),
    ),
  );
}

function navigation({ t }: Frame, { range, about, skip }: DueView, total = 0): Button[] {
  const before = neighbour(range, -1);
  const after = neighbour(range, 1);
  const to = (target: DayRange, from = 0): Action =>
    about === null
      ? { kind: 'due', ...target, skip: from }
      : { kind: 'due_of', about, ...target, skip: from };
  return [
    button(t('button.previous', { label: periodLabel(t, before) }), to(before)),
    ...(skip + PER_PAGE < total ? [button(t('button.more'), to(range, skip + PER_PAGE))] : []),
    button(t('button.next', { label: periodLabel(t, after) }), to(after)),
  ];
}

/** Why nothing comes after: no plan reaches further, or none names a day there. */
function nothingNext({ t, book }: Frame): string {
  const last = book.plans.toSorted((a, b) => (a.periodTo < b.periodTo ? 1 : -1))[0];
  return last === undefined
    ? t('due.noNext')
    : t('due.plansEnd', { plan: last.number, date: fullDate(last.periodTo) });
}
