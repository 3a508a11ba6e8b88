import type { Message } from '../../../app/ports/message.ts';
import type { Person } from '../../../core/organisation/person.ts';
import { fullDate } from '../../../i18n/days.ts';
import type { Frame } from '../frame.ts';
import { bold, button, entry, inRows, message, paragraph, saying } from '../message.ts';
import { heldName } from '../person-name.ts';
import { dutyRef } from './duty.ts';
import { dutiesOf, nameOf } from './duty-card.ts';

/** All that is kept of a person, shown to that person alone. */
export function meMessage(frame: Frame, person: Person): Message {
  const { t, directory, today } = frame;
  const held = directory.appointments.filter(
    ({ personId, to }) => personId === person.id && (to === null || to >= today),
  );
  const channels = directory.identities
    .filter(({ personId }) => personId === person.id)
    .map(({ channel, user }) => `${channel} ${user}`);
  const duties = dutiesOf(frame, person.id);
  const said = (text: string) => (text === '' ? t('me.unsaid') : text);
  return message(
    [
      entry([bold(t('me.heading'))]),
      entry(t('me.address', { address: said(person.address) })),
      entry(t('me.name', { name: said(person.name) })),
      entry(t('me.title', { title: said(person.title) })),
      paragraph(t(held.length === 0 ? 'me.noRole' : 'me.roles')),
      ...held.map((one) => {
        const role = heldName(frame, one);
        const no = duties.indexOf(one) + 1;
        const mark = no > 0 && duties.length > 1 ? `${no}.` : '•';
        if (one.to === null) return entry(t('me.role', { mark, role }));
        const span = { from: fullDate(one.from ?? today), to: fullDate(one.to) };
        return entry(
          one.standsInFor === null
            ? t('me.roleFor', { mark, role, ...span })
            : t('me.standIn', { mark, role, name: nameOf(frame, one.standsInFor), ...span }),
        );
      }),
      paragraph(t('me.channels', { channels: channels.join(', ') })),
      entry(t(person.reminders ? 'me.remindersOn' : 'me.remindersOff')),
    ],
    [
      [
        button(t('me.describe'), { kind: 'me', choice: 'describe' }),
        person.reminders
          ? button(t('me.turnOff'), { kind: 'me', choice: 'reminders-off' })
          : button(t('me.turnOn'), { kind: 'me', choice: 'reminders-on' }),
      ],
      ...inRows(
        duties.map((one, index) =>
          button(duties.length === 1 ? t('me.passOnly') : t('me.pass', { no: index + 1 }), {
            kind: 'duty',
            ...dutyRef(one),
          }),
        ),
      ),
      [button(t('me.erase'), { kind: 'me', choice: 'erase' })],
    ],
  );
}

export const eraseQuestion = ({ t }: Frame): Message =>
  saying(t('me.eraseQuestion'), [
    [
      button(t('me.eraseYes'), { kind: 'me', choice: 'erase-yes' }),
      button(t('button.back'), { kind: 'me', choice: 'show' }),
    ],
  ]);
