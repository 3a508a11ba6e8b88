import type { IssuedInvitation } from '../../../app/people/issue-invitations.ts';
import type { Message } from '../../../app/ports/message.ts';
import type { ClusterId } from '../../../core/id.ts';
import {
  clusterById,
  clusterOf,
  clustersOn,
  membersOf,
  unitById,
} from '../../../core/organisation/directory.ts';
import type { InvitedRole, ServingRole } from '../../../core/organisation/invitation.ts';
import { isUnitActive, type Unit } from '../../../core/organisation/unit.ts';
import { fullDate } from '../../../i18n/days.ts';
import { type Frame, withSecretariat } from '../frame.ts';
import { asLabel, button, entry, inRows, message, paragraph, saying } from '../message.ts';

/** Of which units one is to be chosen. */
export type UnitsOf = { readonly kind: 'cluster'; readonly id: ClusterId } | { readonly kind: 'others' };

export function clusterChoice(frame: Frame): Message {
  const { t, directory, today } = frame;
  return saying(t('invite.choose'), [
    ...clustersOn(directory, today).map(({ id, name }) => [
      button(asLabel(name), { kind: 'invite_cluster', cluster: id }),
    ]),
    ...(unitsOf(frame, { kind: 'others' }).length === 0
      ? []
      : [[button(t('invite.others'), { kind: 'invite_others' })]]),
    [button(t('invite.all'), { kind: 'invite_all', role: 'focal_point' })],
  ]);
}

export function unitChoice(frame: Frame, of: UnitsOf): Message {
  const { t, directory } = frame;
  const where = of.kind === 'cluster' ? clusterById(directory, of.id).name : t('invite.others');
  const buttons = unitsOf(frame, of).map(({ id, name }) =>
    button(asLabel(name), { kind: 'invite_unit', unit: id, role: 'focal_point' }),
  );
  return saying(t('invite.chooseUnit', { where }), [
    ...inRows(buttons, 2),
    [button(t('invite.back'), { kind: 'invite' })],
  ]);
}

export function unitsOf({ directory, today }: Frame, of: UnitsOf): Unit[] {
  if (of.kind === 'cluster') return membersOf(directory, of.id, today);
  return directory.units.filter(
    (unit) => isUnitActive(unit, today) && clusterOf(directory, unit.id, today) === null,
  );
}

/** Which of the units that bear the name is meant. */
export const whichUnit = ({ t }: Frame, written: string, units: readonly Unit[]): Message =>
  saying(t('invite.whichUnit', { written }), [
    ...units.map(({ id, name }) => [
      button(asLabel(name), {
        kind: 'invite_unit',
        unit: id,
        role: 'focal_point',
      } as const),
    ]),
    [button(t('invite.back'), { kind: 'invite' })],
  ]);

const besides = (role: InvitedRole): ServingRole => (role === 'leader' ? 'focal_point' : 'leader');

/** What the sheet is; the one for the other role is a press away. */
export function sheetMessage({ t }: Frame, role: ServingRole, count: number): Message {
  const other = besides(role);
  return saying(t('invite.sheet', { count, role: t(`role.${role}`) }), [
    [button(t('invite.otherSheet', { role: t(`role.${other}`) }), { kind: 'invite_all', role: other })],
  ]);
}

/** The link, to be passed on to one person. */
export function invitationMessage(
  frame: Frame,
  { unitId, role, lastOn }: IssuedInvitation,
  link: string,
): Message {
  const { t, directory } = frame;
  const unit = unitById(directory, unitId).name;
  const other = besides(role);
  return message(
    [
      entry(t('invite.issued', { role: t(`role.${role}`), unit })),
      paragraph(link),
      paragraph(t('invite.once', withSecretariat(frame, { until: fullDate(lastOn) }))),
    ],
    [
      [
        button(t('invite.otherRole', { role: t(`role.${other}`) }), {
          kind: 'invite_unit',
          unit: unitId,
          role: other,
        }),
      ],
      [button(t('invite.back'), { kind: 'invite' })],
    ],
  );
}
