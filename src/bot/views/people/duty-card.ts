import type { Button, Message } from '../../../app/ports/message.ts';
import type { PersonId } from '../../../core/id.ts';
import { personById, unitById } from '../../../core/organisation/directory.ts';
import { isSameDuty } from '../../../core/organisation/hand-over.ts';
import type { Appointment } from '../../../core/organisation/person.ts';
import { addDays, type LocalDate } from '../../../core/time/local-date.ts';
import { fullDate } from '../../../i18n/days.ts';
import { type Frame, withSecretariat } from '../frame.ts';
import { bold, button, entry, message, paragraph, saying } from '../message.ts';
import { calledAs, heldName, nameToChoose } from '../person-name.ts';
import { capital } from '../subject-name.ts';
import { dutyRef } from './duty.ts';

/** One duty of one person: to its holder, and with more to the secretariat. */
export function dutyCard(frame: Frame, held: Appointment, isSecretariat: boolean): Message {
  const { t } = frame;
  const standIns = standInsOf(frame, held);
  const ref = dutyRef(held);
  return message(
    [
      entry([bold(capital(nameToChoose(frame, held.personId)))], capital(heldName(frame, held))),
      ...(held.from === null ? [] : [entry(t('staff.since', { from: fullDate(held.from) }))]),
      ...(held.to === null ? [] : [entry(t('staff.until', { to: fullDate(held.to) }))]),
      ...standIns.map((one) => entry(standInLine(frame, one))),
      paragraph(t('staff.passHint')),
    ],
    [
      [
        button(t('staff.handOver'), { kind: 'duty_pass', ...ref, act: 'hand_over' }),
        button(t('staff.standIn'), { kind: 'duty_pass', ...ref, act: 'stand_in' }),
      ],
      [
        ...(standIns.length === 0
          ? []
          : [button(t('staff.isBack'), { kind: 'duty_end', ...ref, answer: 'back' } as const)]),
        ...(isSecretariat && held.to === null
          ? [button(t('staff.leaves'), { kind: 'duty_end', ...ref, answer: 'ask' } as const)]
          : []),
        ...(isSecretariat && isLeavingToday(frame, held)
          ? [button(t('unit.takeBack'), { kind: 'duty_end', ...ref, answer: 'stay' } as const)]
          : []),
      ],
      [backFrom(frame, held, isSecretariat)],
    ],
  );
}

/** Said to leave with nobody in their place: neither does the unit end, nor does somebody take over tomorrow. */
const isLeavingToday = ({ directory, today }: Frame, held: Appointment): boolean =>
  held.to === today &&
  (held.unitId === null || unitById(directory, held.unitId).validTo === null) &&
  !directory.appointments.some(
    (one) => one.standsInFor === null && isSameDuty(one, held) && one.from === addDays(today, 1),
  );

function backFrom({ t }: Frame, { unitId, role }: Appointment, isSecretariat: boolean): Button {
  if (!isSecretariat) return button(t('button.back'), { kind: 'me', choice: 'show' });
  return unitId !== null && (role === 'focal_point' || role === 'leader')
    ? button(t('button.back'), { kind: 'staff_unit', unit: unitId })
    : button(t('button.back'), { kind: 'staff_office' });
}

export function leaveQuestion(frame: Frame, held: Appointment): Message {
  const { t } = frame;
  const ref = dutyRef(held);
  return saying(
    t(
      held.role === 'approver' ? 'staff.leaveAskApprover' : 'staff.leaveAsk',
      withSecretariat(frame, {
        name: capital(nameToChoose(frame, held.personId)),
        duty: heldName(frame, held),
      }),
    ),
    [
      [
        button(t('staff.leaveYes'), { kind: 'duty_end', ...ref, answer: 'yes' }),
        button(t('button.back'), { kind: 'duty', ...ref }),
      ],
    ],
  );
}

/** What somebody holds or will hold, by themselves. */
export const dutiesFrom = ({ directory, today }: Frame): Appointment[] =>
  directory.appointments.filter((one) => one.standsInFor === null && (one.to === null || one.to >= today));

export const dutiesOf = (frame: Frame, personId: PersonId): Appointment[] =>
  dutiesFrom(frame).filter((one) => one.personId === personId);

export const standInsOf = ({ directory, today }: Frame, held: Appointment): Appointment[] =>
  directory.appointments.filter(
    (one) => one.standsInFor === held.personId && isSameDuty(one, held) && (one.to ?? today) >= today,
  );

export const standInLine = (frame: Frame, { personId, from, to }: Appointment): string =>
  frame.t('staff.standInLine', {
    name: nameOf(frame, personId),
    from: dayText(from, frame.today),
    to: dayText(to, frame.today),
  });

export const dayText = (day: LocalDate | null, today: LocalDate): string => fullDate(day ?? today);

export function nameOf(frame: Frame, id: PersonId): string {
  const person = personById(frame.directory, id);
  return person === null || person.name === '' ? frame.t('staff.unnamed') : calledAs(frame, person);
}
