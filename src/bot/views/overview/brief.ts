import type { Message } from '../../../app/ports/message.ts';
import { isPastHour, liesIn } from '../../../core/obligation/due-state.ts';
import type { Obligation } from '../../../core/obligation/obligation.ts';
import { byTaskAndDay } from '../../../core/obligation/task-day.ts';
import { taskById } from '../../../core/plan/plan-book.ts';
import { addDays } from '../../../core/time/local-date.ts';
import { isOpen } from '../../../core/work/work-state.ts';
import { deadlineWords } from '../due-text.ts';
import type { Frame } from '../frame.ts';
import { entry, message, shortTitle } from '../message.ts';
import { moment } from '../moment.ts';
import { weekName, weekOfDay } from '../period.ts';
import { taskLine } from '../task-line.ts';

export interface BriefView {
  /** Of this week and the next. */
  readonly listed: readonly Obligation[];
  /** Done this week, also ahead of time and late. */
  readonly done: number;
  readonly overdue: readonly Obligation[];
  /** Whatever their day. */
  readonly blocked: number;
  /** Requests for a later day that nobody has decided. */
  readonly extensions: number;
}

const TASKS_NAMED = 3;

/** Plain lines without buttons, ten at most: they are forwarded. Units are counted, not named. */
export function briefMessage(
  frame: Frame,
  { listed, done, overdue, blocked, extensions }: BriefView,
): Message {
  const { t, today } = frame;
  const week = weekOfDay(today);
  const next = { from: addDays(week.from, 7), to: addDays(week.to, 7) };
  const { zone } = frame.directory.settings;
  const pastHour = listed.filter((one) => isPastHour(one, frame.now, zone));
  const open = listed.filter((one) => isOpen(one.state) && !pastHour.includes(one));
  const ahead = byTaskAndDay(
    open.filter((one) => liesIn(one, next.from, next.to)),
    frame.book,
  );
  const lines = [
    t('brief.opening', { week: weekName(t, week.from) }),
    t('brief.done', { count: done }),
    t('brief.dueThisWeek', { count: open.filter((one) => liesIn(one, today, week.to)).length }),
    t('brief.ahead', { count: ahead.length }),
    ...ahead
      .slice(0, TASKS_NAMED)
      .map(
        ({ taskId, obligations: [first] }) =>
          `– ${deadlineWords(frame, first)}: ${shortTitle(taskLine(frame, taskById(frame.book, taskId)), 60)}`,
      ),
    pastHour.length === 0
      ? t('brief.overdue', { count: overdue.length })
      : t('brief.overdueAndHour', { count: overdue.length, pastHour: pastHour.length }),
    t('brief.opinion', { blocked, extensions }),
    t('overview.asOf', moment(frame, frame.now)),
  ];
  return message(lines.map((line) => entry(line)));
}
