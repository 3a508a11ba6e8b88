import type { ListedObligation } from '../../app/asking/list-obligations.ts';
import { daysOverdue, dueState, isPastHour } from '../../core/obligation/due-state.ts';
import { isSeenExtended } from '../../core/obligation/extension.ts';
import type { Obligation } from '../../core/obligation/obligation.ts';
import { isCourteous } from '../../core/organisation/courteous.ts';
import { taskById } from '../../core/plan/plan-book.ts';
import { daysBetween } from '../../core/time/local-date.ts';
import { timeOfDayOf, weekdayDate } from '../../i18n/days.ts';
import { deadlineWords } from './due-text.ts';
import type { Frame } from './frame.ts';

/** `stored` false where it is computed only: nobody owes what fell due before the plan came here. */
type Shown = Obligation & Partial<Pick<ListedObligation, 'stored'>>;

/** Where a text will stand: what is late is called so only in private. */
export type Tone = 'group' | 'private';

/** The plan's own words beside the last safe day and the time that is left; of a task of the day, its hour. */
export function deadlineLine(frame: Frame, obligation: Shown, tone: Tone): string {
  const { t } = frame;
  if (obligation.dueOn === null) return obligation.words;
  const left = timeLeft(frame, obligation, tone);
  const task = taskById(frame.book, obligation.taskId);
  if (task.given === true)
    return [deadlineWords(frame, obligation), left].filter((part) => part !== '').join(' · ');
  const isExtended = tone === 'private' && isSeenExtended(obligation, task);
  const usual = obligation.dueOn === obligation.namedOn ? 'due.whenNamed' : 'due.when';
  const line = t(isExtended ? 'due.whenExtended' : usual, {
    words: obligation.words,
    day: weekdayDate(t, obligation.dueOn),
    left,
  });
  return left === '' ? line.replace(/ · $/, '') : line;
}

/** `còn 25 ngày`, `hạn hôm nay`, in private also what is past; empty where nothing should be said. */
export function timeLeft(frame: Frame, obligation: Shown, tone: Tone): string {
  const { t, today, directory } = frame;
  if (obligation.dueOn === null) return '';
  if (tone === 'private' && (obligation.state === 'done' || obligation.state === 'confirmed')) {
    return t('due.done');
  }
  if (obligation.dueOn > today) return t('day.left', { count: daysBetween(today, obligation.dueOn) });
  if (obligation.dueOn === today) return dueToday(frame, obligation, tone);
  if (tone === 'group' || obligation.stored === false) return '';
  if (isCourteous(directory, obligation.owner)) return t('due.courteous');
  return dueState(obligation, today) === 'overdue'
    ? t('due.overdue', { count: daysOverdue(obligation, today) })
    : t('due.grace');
}

function dueToday({ t, now, directory }: Frame, obligation: Shown, tone: Tone): string {
  const { dueMinute, owner } = obligation;
  if (dueMinute === null) return t('due.dueToday');
  const isCalledLate = tone === 'private' && !isCourteous(directory, owner);
  const isPast = isCalledLate && isPastHour(obligation, now, directory.settings.zone);
  return t(isPast ? 'due.pastTodayAt' : 'due.dueTodayAt', { time: timeOfDayOf(dueMinute) });
}
