import type { Button, Message } from '../../../app/ports/message.ts';
import type { UnitId } from '../../../core/id.ts';
import { clusterOf, clustersOn, unitById } from '../../../core/organisation/directory.ts';
import type { InvitedRole } from '../../../core/organisation/invitation.ts';
import type { Appointment } from '../../../core/organisation/person.ts';
import { fullDate } from '../../../i18n/days.ts';
import { contactLines } from '../call-list.ts';
import { type Frame, withSecretariat } from '../frame.ts';
import { asLabel, bold, button, entry, inRows, message, paragraph, saying } from '../message.ts';
import { heldName, nameToChoose } from '../person-name.ts';
import { dutyRef } from './duty.ts';
import { dutiesFrom, standInLine, standInsOf } from './duty-card.ts';
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

const dutyButton = (frame: Frame, held: Appointment): Button =>
  button(asLabel(nameToChoose(frame, held.personId)), { kind: 'duty', ...dutyRef(held) });
