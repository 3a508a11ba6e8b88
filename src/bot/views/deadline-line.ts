import type { ListedObligation } from '../../app/asking/list-obligations.ts';
import { isCourteous } from '../../core/obligation/courteous.ts';
import { daysOverdue, dueState, isPastHour } from '../../core/obligation/due-state.ts';
import { isSeenExtended } from '../../core/obligation/extension.ts';
import type { Obligation } from '../../core/obligation/obligation.ts';
import type { ChatKind } from '../../core/organisation/chat.ts';
import { type Task, taskById } from '../../core/plan/plan-book.ts';
import { daysBetween, type LocalDate } from '../../core/time/local-date.ts';
import { timeOfDayOf, weekdayDate } from '../../i18n/days.ts';
import { deadlineWords } from './due-text.ts';
import type { Frame } from './frame.ts';

/** `stored` false where it is computed only: nobody owes what fell due before the plan came here. */
type Shown = Obligation & Partial<Pick<ListedObligation, 'stored'>>;

/**
 * The plan's own words beside the last safe day and the time that is left; of a task of the day, its hour. What is late
 * is called so only in private.
 */
export function deadlineLine(frame: Frame, obligation: Shown, where: ChatKind): string {
  if (obligation.dueOn === null) return obligation.words;
  return [wordsAndDay(frame, obligation, obligation.dueOn, where), timeLeft(frame, obligation, where)]
    .filter((part) => part !== '')
    .join(' · ');
}

function wordsAndDay(frame: Frame, obligation: Shown, dueOn: LocalDate, where: ChatKind): string {
  const { t, book } = frame;
  const task = taskById(book, obligation.taskId);
  if (task.given === true) return deadlineWords(frame, obligation);
  if (where === 'private' && isSeenExtended(obligation, task)) return extendedWords(frame, obligation, task);
  const key = dueOn === obligation.namedOn ? 'due.whenNamed' : 'due.when';
  return t(key, { words: obligation.words, day: weekdayDate(t, dueOn) });
}

/** The plan's own words, and the day granted in their place where there is one; for the private chat alone. */
export const extendedWords = ({ t }: Frame, obligation: Obligation, task: Task): string =>
  obligation.dueOn !== null && isSeenExtended(obligation, task)
    ? t('due.whenExtended', { words: obligation.words, day: weekdayDate(t, obligation.dueOn) })
    : obligation.words;

/** `còn 25 ngày`, `hạn hôm nay`, in private also what is past; empty where nothing should be said. */
export function timeLeft(frame: Frame, obligation: Shown, where: ChatKind): string {
  const { t, today, directory } = frame;
  if (obligation.dueOn === null) return '';
  if (where === 'private' && (obligation.state === 'done' || obligation.state === 'confirmed')) {
    return t('due.done');
  }
  if (obligation.dueOn > today) return t('day.left', { count: daysBetween(today, obligation.dueOn) });
  if (obligation.dueOn === today) return dueToday(frame, obligation, where);
  if (where === 'group' || obligation.stored === false) return '';
  if (isCourteous(directory, obligation.owner)) return t('due.courteous');
  return dueState(obligation, today) === 'overdue'
    ? t('due.overdue', { count: daysOverdue(obligation, today) })
    : t('due.grace');
}

function dueToday({ t, now, directory }: Frame, obligation: Shown, where: ChatKind): string {
  const { dueMinute, owner } = obligation;
  if (dueMinute === null) return t('due.dueToday');
  const isCalledLate = where === 'private' && !isCourteous(directory, owner);
  const isPast = isCalledLate && isPastHour(obligation, now, directory.settings.zone);
  return t(isPast ? 'due.pastTodayAt' : 'due.dueTodayAt', { time: timeOfDayOf(dueMinute) });
}
