import type { Message } from '../../../app/ports/message.ts';
import type { Appointment } from '../../../core/organisation/person.ts';
import type { Unit } from '../../../core/organisation/unit.ts';
import { fullDate } from '../../../i18n/days.ts';
import { type Frame, withSecretariat } from '../frame.ts';
import { asLabel, bold, button, entry, message, paragraph, saying } from '../message.ts';
import { nameToChoose } from '../person-name.ts';
import { dutyRef } from './duty.ts';
import { dutiesFrom } from './duty-card.ts';

/** Whether the people of units are still right, for the school year that begins; of several, each by its number. */
export function contactQuestion(frame: Frame, units: readonly Unit[]): Message {
  const { t } = frame;
  const numbered = (index: number, text: string) => (units.length === 1 ? text : `${index + 1} · ${text}`);
  return message(
    [
      entry(t('contacts.ask', { unit: units.map(({ name }) => name).join(', ') })),
      ...units.flatMap((unit, index) => [
        ...(units.length === 1 ? [] : [entry([bold(numbered(index, unit.name))])]),
        ...peopleOf(frame, unit),
      ]),
      paragraph(t('contacts.hint', withSecretariat(frame))),
    ],
    units.map(({ id }, index) => [
      button(numbered(index, t('contacts.same')), { kind: 'contacts', unit: id, answer: 'same' }),
      button(numbered(index, t('contacts.other')), { kind: 'contacts', unit: id, answer: 'other' }),
    ]),
  );
}

const peopleOf = (frame: Frame, { id }: Unit) =>
  dutiesFrom(frame)
    .filter(({ unitId }) => unitId === id)
    .map(({ role, personId }) =>
      entry(
        `• ${frame.t('staff.line', { role: frame.t(`role.${role}`), name: nameToChoose(frame, personId) })}`,
      ),
    );

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
      button(asLabel(nameToChoose(frame, one.personId)), {
        kind: 'duty_pass',
        ...dutyRef(one),
        act: 'hand_over',
      }),
    ]),
    [button(t('contacts.same'), { kind: 'contacts', unit: unit.id, answer: 'same' })],
  ]);
}
