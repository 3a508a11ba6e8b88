import type { Button, Message } from '../../../app/ports/message.ts';
import { peopleWithRole, personById, unitById } from '../../../core/organisation/directory.ts';
import type { Invitation } from '../../../core/organisation/invitation.ts';
import { fullDate } from '../../../i18n/days.ts';
import { type Frame, withSecretariat } from '../frame.ts';
import { bold, button, entry, message, paragraph, saying } from '../message.ts';
import { calledAs, namedInHistory } from '../person-name.ts';

/** Asks the secretariat whether somebody is who they say. */
export function joinRequest(frame: Frame, invitation: Invitation): Message {
  const { t } = frame;
  return message(
    [
      entry([bold(t('join.heading', { role: t(`role.${invitation.role}`) }))]),
      ...whoAndWhere(frame, invitation),
      paragraph(t('join.check')),
    ],
    [
      [
        button(t('join.yes'), { kind: 'join', invitation: invitation.id, answer: 'yes' }),
        button(t('join.no'), { kind: 'join', invitation: invitation.id, answer: 'no' }),
      ],
    ],
  );
}

/** The same once it is decided. */
export const joinDecided = (frame: Frame, invitation: Invitation): Message =>
  message(
    [...whoAndWhere(frame, invitation), paragraph(decidedText(frame, invitation))],
    invitation.state === 'declined' ? inviteAgain(frame, invitation) : [],
  );

/** Another link is a press away; whose place was to be taken passes it on anew. */
function inviteAgain({ t }: Frame, { unitId: unit, role, succession }: Invitation): Button[][] {
  if (succession !== null) return [];
  return [[button(t('join.again', { role: t(`role.${role}`) }), { kind: 'invite_unit', unit, role })]];
}

function decidedText({ t, today }: Frame, { state, role, succession }: Invitation): string {
  if (state !== 'confirmed') return t('join.declined');
  const isOffice = role === 'approver' || role === 'secretariat';
  return succession === null || succession.on <= today
    ? t(isOffice ? 'join.confirmedOffice' : 'join.confirmed')
    : t('join.confirmedFrom', { on: fullDate(succession.on) });
}

function whoAndWhere(frame: Frame, { personId, role, unitId, succession }: Invitation) {
  const { t, directory, today } = frame;
  const person = personId === null ? null : personById(directory, personId);
  const others = peopleWithRole(directory, role, today, unitId)
    .filter(({ id }) => id !== personId && id !== succession?.from)
    .map((one) => calledAs(frame, one))
    .join(', ');
  return [
    entry(t('join.unit', { unit: unitById(directory, unitId).name })),
    entry(t('join.role', { role: t(`role.${role}`) })),
    entry(t('join.name', { name: person?.name ?? '' })),
    entry(t('join.title', { title: person?.title ?? '' })),
    ...(others.length === 0 ? [] : [entry(t('join.others', { role: t(`role.${role}`), names: others }))]),
    ...(succession === null
      ? []
      : [
          entry(
            t('join.takesOver', {
              name: namedInHistory(frame, succession.from),
              on: fullDate(succession.on),
            }),
          ),
        ]),
  ];
}

/** Tells whoever asked what has become of it. */
export function joinAnswer(frame: Frame, { state, personId, role, unitId, succession }: Invitation): Message {
  const { t, directory, today } = frame;
  const person = personId === null ? null : personById(directory, personId);
  const isLater = succession !== null && succession.on > today;
  const params = withSecretariat(frame, {
    name: person === null ? t('welcome.nameless') : calledAs(frame, person),
    role: t(`role.${role}`),
    unit: unitById(directory, unitId).name,
    on: isLater ? fullDate(succession.on) : '',
  });
  if (state !== 'confirmed') return saying(t('join.sorry', params));
  const isServing = role === 'focal_point' || role === 'leader';
  return saying(
    [
      t(isLater ? 'join.welcomeFrom' : 'join.welcome', params),
      t(`join.whatNow.${isServing ? 'serving' : role}`),
    ].join(' '),
  );
}
