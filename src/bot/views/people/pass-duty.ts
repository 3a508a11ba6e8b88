import type { Message } from '../../../app/ports/message.ts';
import { nextWorkingDay } from '../../../core/calendar/work-calendar.ts';
import { calendarsOf } from '../../../core/organisation/calendars.ts';
import type { Appointment } from '../../../core/organisation/person.ts';
import { addDays, addMonths, type LocalDate, mondayOf } from '../../../core/time/local-date.ts';
import { fullDate, weekdayDate } from '../../../i18n/days.ts';
import type { Candidate, PassForm, PassStep } from '../../forms/people/pass-duty-form.ts';
import { type Frame, withSecretariat } from '../frame.ts';
import { asLabel, bold, cancelling, choice, entry, inRows, message, paragraph } from '../message.ts';
import { heldName } from '../person-name.ts';
import { capital } from '../subject-name.ts';
import { nameOf } from './duty-card.ts';

const OFFERED = 8;

interface Passing {
  readonly held: Appointment;
  readonly form: PassForm;
  readonly candidates: readonly Candidate[];
  readonly mayInvite: boolean;
}

export type PassComplaint = 'person' | 'day' | 'past';

/** What a step asks, with a line of why it asks again. */
export function passQuestion(
  frame: Frame,
  step: PassStep,
  passing: Passing,
  complaint: PassComplaint | null = null,
): Message {
  const { t } = frame;
  const { held, form } = passing;
  const cancel = cancelling(t);
  const head = entry(
    [bold(t(`staff.${form.act}Heading`))],
    capital(`${nameOf(frame, held.personId)}, ${heldName(frame, held)}`),
  );
  const again = complaint === null ? [] : [entry(t(`staff.unfit.${complaint}`))];
  const ask = (text: string, buttons: Parameters<typeof message>[1]): Message =>
    message([head, ...again, paragraph(text)], [...(buttons ?? []), [cancel]]);
  switch (step) {
    case 'who':
      return ask(t(passing.candidates.length === 0 ? 'staff.whoNobody' : 'staff.who'), [
        ...inRows(
          passing.candidates.slice(0, OFFERED).map(({ name }, index) => choice(asLabel(name), `p-${index}`)),
          2,
        ),
        ...(passing.mayInvite ? [[choice(t('staff.newPerson'), 'new')]] : []),
      ]);
    case 'from':
      return ask(t('staff.fromDay'), inRows(dayChoices(frame, firstDays(frame)), 2));
    case 'until':
      return ask(t('staff.untilDay'), inRows(dayChoices(frame, lastDays(form.from ?? frame.today)), 2));
    case 'check':
      return ask(capital(checkText(frame, passing)), [[choice(t('button.confirm'), 'yes')]]);
  }
}

const dayChoices = ({ t }: Frame, days: readonly LocalDate[]) =>
  [...new Set(days)].map((day) => choice(weekdayDate(t, day), `on-${day}`));

/** Today, the next working day, next Monday, the first of next month. */
function firstDays({ directory, today }: Frame): LocalDate[] {
  const { work } = calendarsOf(directory.settings);
  return [
    today,
    nextWorkingDay(work, addDays(today, 1)),
    addDays(mondayOf(today), 7),
    firstOfNextMonth(today),
  ];
}

const firstOfNextMonth = (day: LocalDate): LocalDate => addMonths(`${day.slice(0, 8)}01` as LocalDate, 1);

/** A few days, one week, two, a month. */
const lastDays = (from: LocalDate): LocalDate[] => [2, 6, 13, 29].map((count) => addDays(from, count));

function checkText(frame: Frame, { held, form }: Passing): string {
  const { t } = frame;
  const params = withSecretariat(frame, {
    giver: nameOf(frame, held.personId),
    taker: form.to === null || form.to === 'new' ? '' : nameOf(frame, form.to),
    duty: heldName(frame, held),
    from: fullDate(form.from ?? frame.today),
    to: fullDate(form.until ?? frame.today),
  });
  if (form.act === 'stand_in') return t('staff.checkStandIn', params);
  return t(form.to === 'new' ? 'staff.checkNew' : 'staff.checkHandOver', params);
}
