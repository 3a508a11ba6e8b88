import type { Message } from '../../../app/ports/message.ts';
import type { DaySpan } from '../../../core/calendar/read-days.ts';
import { DEFAULT_SCHOOL_CALENDAR, type SchoolCalendar } from '../../../core/calendar/school-calendar.ts';
import { isWorkingDay } from '../../../core/calendar/work-calendar.ts';
import { calendarsOf, publicCalendar } from '../../../core/organisation/calendars.ts';
import { addDays, type LocalDate, weekdayOf } from '../../../core/time/local-date.ts';
import { fullDate, weekdayDate } from '../../../i18n/days.ts';
import type { Frame } from '../frame.ts';
import { bold, button, cancelling, entry, inRows, message } from '../message.ts';
import { pageOf, turning } from '../page.ts';
import { toSettings } from './settings.ts';

const PER_PAGE = 8;
const MONTHS_SHOWN_DAYS = 365;

/** The days off on which the office would work, and the days made up, of the coming year; each opens by its day. */
export function daysPage(frame: Frame, skip: number): Message {
  const { t, directory, today } = frame;
  const { settings } = directory;
  const { work, school } = calendarsOf(settings);
  const own = new Set([...settings.ownDays.off, ...settings.ownDays.worked]);
  const days = Array.from({ length: MONTHS_SHOWN_DAYS }, (_, count) => addDays(today, count)).filter(
    (day) => own.has(day) || isWorkingDay(work, day) !== weekdayOf(day) <= 5,
  );
  const page = pageOf(days, skip, PER_PAGE);
  const isDefault = JSON.stringify(school) === JSON.stringify(DEFAULT_SCHOOL_CALENDAR);
  return message(
    [
      entry([bold(t('rules.days.heading'))], t('rules.days.about')),
      ...(days.length === 0 ? [entry(t('rules.days.none'))] : []),
      ...page.items.map((day) => entry(`• ${dayLine(frame, day)}`)),
      entry(t(`rules.days.school.${isDefault ? 'frame' : 'own'}`, schoolParams(school))),
    ],
    [
      ...inRows(page.items.map((day) => button(fullDate(day), { kind: 'day', from: day, to: day }))),
      turning(frame, page, (next) => ({ kind: 'days', skip: next })),
      [
        button(t('rules.days.add'), { kind: 'day_add' }),
        button(t('rules.days.school.set'), { kind: 'school_year' }),
      ],
      [toSettings(frame)],
    ],
  );
}

const schoolParams = (school: SchoolCalendar) => ({
  start: shortDay(school.startsOn),
  end1: shortDay(school.semester1EndsOn),
  start2: shortDay(school.semester2StartsOn),
  end: shortDay(school.endsOn),
});

/** Asks for the four days, with those that hold now as the example. */
export const askSchoolYearMessage = ({ t, directory }: Frame, isUnread: boolean): Message =>
  message(
    [
      ...(isUnread ? [entry(t('rules.days.school.unread'))] : []),
      entry(t('rules.days.school.ask', schoolParams(calendarsOf(directory.settings).school))),
    ],
    [[cancelling(t)]],
  );

/** `MM-DD` as people write it. */
const shortDay = (monthDay: string): string => {
  const [month = '', day = ''] = monthDay.split('-');
  return `${day}/${Number(month) > 2 ? Number(month) : month}`;
};

function dayLine(frame: Frame, day: LocalDate): string {
  const { t, directory } = frame;
  const { settings } = directory;
  const { off, worked } = settings.ownDays;
  const isWorked = isWorkingDay(calendarsOf(settings).work, day);
  return t(off.includes(day) || worked.includes(day) ? 'rules.days.ownLine' : 'rules.days.line', {
    day: weekdayDate(t, day),
    what: t(isWorked ? 'rules.days.is.worked' : 'rules.days.is.off'),
  });
}

/** A day or a span, and what may be chosen for it. */
export function dayPage(frame: Frame, { from, to }: DaySpan): Message {
  const { t, directory } = frame;
  const usual = publicCalendar(directory.settings);
  const set = (kind: 'off' | 'worked' | 'usual') =>
    button(t(`rules.days.set.${kind}`), { kind: 'day_set', from, to, as: kind });
  return message(
    from === to
      ? [
          entry([bold(dayLine(frame, from))]),
          entry(
            t('rules.days.public', {
              what: t(isWorkingDay(usual, from) ? 'rules.days.is.worked' : 'rules.days.is.off'),
            }),
          ),
        ]
      : [entry([bold(t('rules.days.span', { from: weekdayDate(t, from), to: weekdayDate(t, to) }))])],
    [[set('off'), set('worked')], [set('usual')], [button(t('button.back'), { kind: 'days', skip: 0 })]],
  );
}

export const askDaysMessage = ({ t }: Frame, isUnread: boolean): Message =>
  message(
    [...(isUnread ? [entry(t('rules.days.unread'))] : []), entry(t('rules.days.ask'))],
    [[cancelling(t)]],
  );
