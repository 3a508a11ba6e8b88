import type { Button, Message } from '../../../app/ports/message.ts';
import type { PersonId, UnitId } from '../../../core/id.ts';
import { clusterOf, clustersOn, personById, unitById } from '../../../core/organisation/directory.ts';
import { isSameDuty } from '../../../core/organisation/hand-over.ts';
import type { InvitedRole } from '../../../core/organisation/invitation.ts';
import type { Appointment } from '../../../core/organisation/person.ts';
import { addDays, type LocalDate } from '../../../core/time/local-date.ts';
import { fullDate } from '../../../i18n/days.ts';
import { contactLines } from '../call-list.ts';
import { type Frame, withSecretariat } from '../frame.ts';
import { asLabel, bold, button, entry, inRows, message, paragraph, saying } from '../message.ts';
import { calledAs, heldName, nameToChoose } from '../person-name.ts';
import { capital } from '../subject-name.ts';
import { dutyRef } from './duty.ts';
import { type UnitsOf, unitsOf } from './invite.ts';

/** Whose people to look at. */
export function staffChoice({ t, directory, today }: Frame): Message {
  return saying(t('staff.choose'), [
    ...clustersOn(directory, today).map(({ id, name }) => [
      button(asLabel(name), { kind: 'staff_cluster', cluster: id }),
    ]),
    [
      button(t('staff.others'), { kind: 'staff_others' }),
      button(t('staff.office'), { kind: 'staff_office' }),
    ],
    [button(t('button.back'), { kind: 'setting', name: 'all' })],
  ]);
}

export function staffUnits(frame: Frame, of: UnitsOf): Message {
  const { t } = frame;
  const buttons = unitsOf(frame, of).map(({ id, name }) =>
    button(asLabel(name), { kind: 'staff_unit', unit: id }),
  );
  return saying(t('staff.chooseUnit'), [
    ...inRows(buttons, 2),
    [button(t('button.back'), { kind: 'staff' })],
  ]);
}

/** The secretariat itself, approvers and council members. */
export function staffOffice(frame: Frame): Message {
  const { t } = frame;
  const held = dutiesFrom(frame).filter(({ role }) => role !== 'focal_point' && role !== 'leader');
  return message(
    [
      entry([bold(t('staff.officeHeading'))]),
      ...held.map((one) => entry(`• ${dutyLine(frame, one)}`)),
      paragraph(t('staff.officeHint')),
    ],
    [
      ...inRows(
        held.map((one) => dutyButton(frame, one)),
        2,
      ),
      [button(t('staff.others'), { kind: 'staff_others' })],
      [button(t('button.back'), { kind: 'staff' })],
    ],
  );
}

/** A unit: who acts for it, what it was called, what becomes of it. */
export function unitCard(frame: Frame, unitId: UnitId): Message {
  const { t, directory, today } = frame;
  const unit = unitById(directory, unitId);
  const held = dutiesFrom(frame).filter((one) => one.unitId === unitId);
  const cluster = clusterOf(directory, unitId, today);
  const heirs = unit.successorIds.map((id) => unitById(directory, id).name).join(', ');
  return message(
    [
      entry([bold(unit.name)], ...(cluster === null ? [] : [cluster.name])),
      ...(held.length === 0 ? [entry(t('staff.nobody', withSecretariat(frame)))] : []),
      ...held.map((one) => entry(`• ${dutyLine(frame, one)}`)),
      ...(unit.contact === null ? [] : contactLines(unit.contact).map((line) => entry(`☎ ${line}`))),
      ...unit.formerNames.map(({ name, until }) =>
        entry(t('staff.former', { name, until: fullDate(until) })),
      ),
      ...(unit.validTo === null
        ? []
        : [entry(t(heirs === '' ? 'staff.ends' : 'staff.endsInto', { to: fullDate(unit.validTo), heirs }))]),
    ],
    [
      ...inRows(
        held.map((one) => dutyButton(frame, one)),
        2,
      ),
      [inviteButton(frame, unitId, 'focal_point')],
      // The standing agency and whoever approves stand above the clusters.
      cluster === null
        ? [inviteButton(frame, unitId, 'approver'), inviteButton(frame, unitId, 'secretariat')]
        : [],
      [
        button(t('staff.rename'), { kind: 'unit_rename', unit: unitId }),
        unit.validTo === null
          ? button(t('staff.end'), { kind: 'unit_end', unit: unitId })
          : button(t('unit.takeBack'), { kind: 'unit_restore', unit: unitId }),
      ],
      [
        cluster === null
          ? button(t('button.back'), { kind: 'staff_others' })
          : button(t('button.back'), { kind: 'staff_cluster', cluster: cluster.id }),
      ],
    ],
  );
}

const inviteButton = ({ t }: Frame, unit: UnitId, role: InvitedRole): Button =>
  button(t('invite.otherRole', { role: t(`role.${role}`) }), { kind: 'invite_unit', unit, role });

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

const standInsOf = ({ directory, today }: Frame, held: Appointment): Appointment[] =>
  directory.appointments.filter(
    (one) => one.standsInFor === held.personId && isSameDuty(one, held) && (one.to ?? today) >= today,
  );

function dutyLine(frame: Frame, held: Appointment): string {
  const { t, today } = frame;
  const role = held.clusterId === null ? t(`role.${held.role}`) : heldName(frame, held);
  const line = t('staff.line', { role, name: nameToChoose(frame, held.personId) });
  const away = standInsOf(frame, held).map((one) => standInLine(frame, one));
  const days = [
    ...(held.from !== null && held.from > today ? [t('staff.since', { from: fullDate(held.from) })] : []),
    ...(held.to === null ? [] : [t('staff.until', { to: fullDate(held.to) })]),
  ];
  return [line, ...days, ...away].join('; ');
}

const standInLine = (frame: Frame, { personId, from, to }: Appointment): string =>
  frame.t('staff.standInLine', {
    name: nameOf(frame, personId),
    from: dayText(from, frame.today),
    to: dayText(to, frame.today),
  });

export const dayText = (day: LocalDate | null, today: LocalDate): string => fullDate(day ?? today);

const dutyButton = (frame: Frame, held: Appointment): Button =>
  button(asLabel(nameToChoose(frame, held.personId)), { kind: 'duty', ...dutyRef(held) });

export function nameOf(frame: Frame, id: PersonId): string {
  const person = personById(frame.directory, id);
  return person === null || person.name === '' ? frame.t('staff.unnamed') : calledAs(frame, person);
}
