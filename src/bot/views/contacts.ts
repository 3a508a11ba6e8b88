import type { Message } from '../../app/ports/message.ts';
import type { Appointment } from '../../core/organisation/person.ts';
import type { Unit } from '../../core/organisation/unit.ts';
import { fullDate } from '../../i18n/days.ts';
import { dutyRef } from './duty.ts';
import { type Frame, withSecretariat } from './frame.ts';
import { button, entry, message, paragraph, saying, shortTitle } from './message.ts';
import { dutiesFrom, nameOf } from './staff.ts';

const LONGEST_LABEL = 30;

/** Whether the people of a unit are still right, for the school year that begins. */
export function contactQuestion(frame: Frame, unit: Unit): Message {
  const { t } = frame;
  return message(
    [
      entry(t('contacts.ask', { unit: unit.name })),
      ...dutiesFrom(frame)
        .filter(({ unitId }) => unitId === unit.id)
        .map(({ role, personId }) =>
          entry(`• ${t('staff.line', { role: t(`role.${role}`), name: nameOf(frame, personId) })}`),
        ),
      paragraph(t('contacts.hint', withSecretariat(frame))),
    ],
    [
      [
        button(t('contacts.same'), { kind: 'contacts', unit: unit.id, answer: 'same' }),
        button(t('contacts.other'), { kind: 'contacts', unit: unit.id, answer: 'other' }),
      ],
    ],
  );
}

export const contactsKept = (frame: Frame, unit: Unit): Message =>
  saying(
    frame.t(
      'contacts.kept',
      withSecretariat(frame, { unit: unit.name, on: fullDate(unit.confirmedOn ?? frame.today) }),
    ),
  );

/** Whose place somebody else takes. */
export function contactsToChange(frame: Frame, unit: Unit, held: readonly Appointment[]): Message {
  const { t } = frame;
  return saying(t(held.length === 0 ? 'contacts.askSecretariat' : 'contacts.who', withSecretariat(frame)), [
    ...held.map((one) => [
      button(shortTitle(nameOf(frame, one.personId), LONGEST_LABEL), {
        kind: 'duty_pass',
        ...dutyRef(one),
        act: 'hand_over',
      }),
    ]),
    [button(t('contacts.same'), { kind: 'contacts', unit: unit.id, answer: 'same' })],
  ]);
}
