import { isToldInTime } from '../../../app/assignment/give-task.ts';
import type { Button, Message } from '../../../app/ports/message.ts';
import { dueAtOf, toldAtOf } from '../../../core/assignment/assignment.ts';
import { isWorkingDay } from '../../../core/calendar/work-calendar.ts';
import { calendarsOf } from '../../../core/organisation/calendars.ts';
import { clusterOf } from '../../../core/organisation/directory.ts';
import { taskById } from '../../../core/plan/plan-book.ts';
import { remindedOf } from '../../../core/reminder/addressees.ts';
import { localDateAt } from '../../../core/time/instant.ts';
import { weekdayDate } from '../../../i18n/days.ts';
import type { AssignForm } from '../../forms/assignment/assign-form.ts';
import { wordsFor } from '../ask/task-deadline.ts';
import { dueAndLeft } from '../due-text.ts';
import type { Frame } from '../frame.ts';
import { bold, cancelling, choice, entry, inRows, message, paragraph } from '../message.ts';
import { moment } from '../moment.ts';
import { taskLine } from '../task-line.ts';
import { isCounted, namesText, whoText } from './assign-who.ts';

/** What, who, when, as they were understood, each with a way to mend it. */
export function assignPreview(frame: Frame, form: AssignForm): Message {
  const { t, book } = frame;
  const { title, recipients, day, item } = form;
  const parent = item === null ? null : taskById(book, item.parentId);
  return message(
    [
      entry(t('assign.preview.heading')),
      paragraph([bold(t('assign.preview.what', { title }))]),
      ...(parent === null || item === null
        ? []
        : [
            entry(
              t('assign.preview.part', {
                task: taskLine(frame, parent),
                words: wordsFor(frame, parent, [item.clusterId]),
              }),
            ),
          ]),
      entry(
        t('assign.preview.who', { who: whoText(frame, recipients) }),
        ...(isNamedHere(recipients) ? [namesText(frame, recipients)] : []),
        reachText(frame, form),
      ),
      ...(day === null ? [] : [entry(t('assign.preview.when', { due: dueAndLeft(frame, day) }))]),
      ...notesOf(frame, form).map((note) => entry(note)),
    ],
    buttonsOf(frame, form, toldInTime(frame, form)),
  );
}

const toldInTime = ({ directory, now }: Frame, { day, urgent }: AssignForm): boolean =>
  day === null || isToldInTime({ day, urgent }, directory, now);

/** How many of them somebody can be written to for. */
function reachText({ t, directory, today }: Frame, { recipients }: AssignForm): string {
  const people = recipients.map((owner) =>
    remindedOf(
      {
        owner,
        clusterId: owner.kind === 'cluster' ? owner.id : (clusterOf(directory, owner.id, today)?.id ?? null),
      },
      directory,
      today,
    ),
  );
  const reached = people.filter((ones) => ones.length > 0).length;
  const unreached = recipients.length - reached;
  return unreached === 0 ? t('assign.preview.reachAll') : t('assign.preview.reach', { reached, unreached });
}

function notesOf(frame: Frame, form: AssignForm): string[] {
  const { t, directory, now } = frame;
  const { day, urgent } = form;
  const { settings } = directory;
  const { work } = calendarsOf(settings);
  const dueOn = day === null ? null : localDateAt(dueAtOf(day, settings), settings.zone);
  const toldAt = toldAtOf(form, now, settings, work);
  const later = toldInTime(frame, form) ? 'assign.preview.officeHours' : 'assign.preview.tooLate';
  return [
    ...(dueOn !== null && !isWorkingDay(work, dueOn)
      ? [t('assign.preview.dayOff', { day: weekdayDate(t, dueOn) })]
      : []),
    ...(urgent ? [t('assign.preview.urgent')] : toldAt > now ? [t(later, moment(frame, toldAt))] : []),
  ];
}

/** More than these are named on a screen of their own. */
const MOST_NAMED = 10;

/** Counted above, and few enough to be named below. */
const isNamedHere = (recipients: AssignForm['recipients']): boolean =>
  isCounted(recipients) && recipients.length <= MOST_NAMED;

/** What would be told when its hour has passed is not sent. */
function buttonsOf({ t }: Frame, { urgent, item, recipients }: AssignForm, maySend: boolean): Button[][] {
  return [
    ...inRows(
      [
        choice(t('assign.button.editWhat'), 'what'),
        choice(t('assign.button.editWho'), 'who'),
        choice(t('assign.button.editWhen'), 'when'),
      ],
      3,
    ),
    [
      ...(recipients.length > MOST_NAMED ? [choice(t('assign.button.names'), 'names')] : []),
      ...(item === null
        ? [choice(t(urgent ? 'assign.button.urgentOn' : 'assign.button.urgentOff'), 'urgent')]
        : []),
    ],
    [...(maySend ? [choice(t('button.send'), 'send')] : []), cancelling(t)],
  ];
}
