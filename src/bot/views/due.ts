import type { DayRange, DueInRange } from '../../app/due-in-range.ts';
import type { ListedObligation } from '../../app/list-obligations.ts';
import type { Button, Message } from '../../app/ports/message.ts';
import { byTaskAndDay, type TaskDay } from '../../core/obligation/task-day.ts';
import { taskById } from '../../core/plan/plan-book.ts';
import { deadlineLine, timeLeft, type Tone } from './deadline-line.ts';
import type { Frame } from './frame.ts';
import { bold, button, entry, inRows, message, paragraph } from './message.ts';
import { neighbour, periodLabel, periodName } from './period.ts';
import { sourceLine, taskLine } from './task-line.ts';

const PER_PAGE = 8;

export interface DueView {
  readonly range: DayRange;
  /** For whom: `Cụm thi đua số 1`. */
  readonly scope: string;
  readonly due: DueInRange;
  readonly skip: number;
  readonly tone: Tone;
}

/** What falls due in a period, by day, and what comes next; long lists by pages. */
export function dueMessage(frame: Frame, view: DueView): Message {
  const { t } = frame;
  const period = periodName(t, view.range);
  const groups = byTaskAndDay(view.due.obligations);
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
      ...page.map((group) => groupEntry(frame, group, view.tone)),
      ...(skip + PER_PAGE >= groups.length ? [nextEntry(frame, view)] : []),
    ],
    [...detailButtons(frame, page), navigation(frame, { ...view, skip }, groups.length)],
  );
}

function groupEntry(frame: Frame, group: TaskDay<ListedObligation>, tone: Tone) {
  const task = taskById(frame.book, group.taskId);
  const [first] = group.obligations;
  return paragraph(deadlineLine(frame, first, tone), bold(taskLine(frame, task)), sourceLine(frame, task));
}

function nextEntry(frame: Frame, { due, tone }: DueView) {
  const { t, book } = frame;
  if (due.next === null) return paragraph(t('due.noNext'));
  const left = timeLeft(frame, due.next, tone);
  return paragraph(
    t(left === '' ? 'due.nextPast' : 'due.next', {
      words: due.next.words,
      task: taskLine(frame, taskById(book, due.next.taskId)),
      left,
    }),
  );
}

function detailButtons({ t, book }: Frame, page: readonly TaskDay<ListedObligation>[]): Button[][] {
  const tasks = [...new Set(page.map((group) => group.taskId))].map((id) => taskById(book, id));
  return inRows(
    tasks.map((task) => button(t('button.detail', { no: task.no }), { kind: 'task', task: task.id })),
  );
}

function navigation({ t }: Frame, { range, skip }: DueView, total = 0): Button[] {
  const before = neighbour(range, -1);
  const after = neighbour(range, 1);
  const to = (target: DayRange, from = 0) => ({ kind: 'due', ...target, skip: from }) as const;
  return [
    button(t('button.previous', { label: periodLabel(t, before) }), to(before)),
    ...(skip + PER_PAGE < total ? [button(t('button.more'), to(range, skip + PER_PAGE))] : []),
    button(t('button.next', { label: periodLabel(t, after) }), to(after)),
  ];
}
