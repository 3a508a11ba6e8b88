import type { EndedStandIn } from '../../../app/people/stand-in.ts';
import type { Leaving } from '../../../app/people/tell-leaving.ts';
import type { Message } from '../../../app/ports/message.ts';
import type { PersonId } from '../../../core/id.ts';
import { personById, servingPeople } from '../../../core/organisation/directory.ts';
import type { Appointment } from '../../../core/organisation/person.ts';
import { addDays } from '../../../core/time/local-date.ts';
import { fullDate } from '../../../i18n/days.ts';
import { type Frame, withSecretariat } from '../frame.ts';
import { button, entry, message, saying } from '../message.ts';
import { heldName, namedInHistory } from '../person-name.ts';
import { capital } from '../subject-name.ts';
import { dayText, nameOf } from './duty-card.ts';

/** Tells whoever stands in, and whom they stand in for, what holds from when to when. */
export function standInTold(frame: Frame, held: Appointment, reader: PersonId): Message {
  const params = {
    name: nameOf(frame, held.personId),
    absent: held.standsInFor === null ? '' : nameOf(frame, held.standsInFor),
    duty: heldName(frame, held),
    from: dayText(held.from, frame.today),
    to: dayText(held.to, frame.today),
  };
  return saying(frame.t(reader === held.personId ? 'staff.standInYou' : 'staff.standInFor', params));
}

/** Tells whoever stood in, and whom they stood in for, that it is over, or that nothing will come of it. */
export function standInEnded(
  frame: Frame,
  { on, from, to, duty, personId }: EndedStandIn,
  absent: PersonId,
  reader: PersonId,
): Message {
  const params = {
    name: nameOf(frame, personId),
    absent: namedInHistory(frame, absent),
    duty: heldName(frame, duty),
    on: fullDate(on),
    from: fullDate(from),
    to: fullDate(to),
  };
  if (from >= on) return saying(frame.t('staff.standInDropped', params));
  return saying(frame.t(reader === personId ? 'staff.standInEndedYou' : 'staff.standInEndedFor', params));
}

/** Tells whoever leaves; those whose the unit's work is now; and the secretariat, which finds somebody. */
export function dutyEnded(frame: Frame, { holder, duty, lastOn }: Leaving, reader: PersonId): Message {
  const { t, directory } = frame;
  const { unitId } = duty;
  const to = fullDate(lastOn);
  if (reader === holder) {
    return saying(t('staff.gone.you', withSecretariat(frame, { duty: heldName(frame, duty), to })));
  }
  const isErased = (personById(directory, holder)?.name ?? '') === '';
  const head = isErased
    ? t('staff.gone.erased', { duty: capital(heldName(frame, duty)) })
    : t('staff.gone.other', { name: capital(nameOf(frame, holder)), duty: heldName(frame, duty), to });
  const serves =
    unitId !== null && servingPeople(directory, unitId, addDays(lastOn, 1)).some(({ id }) => id === reader);
  if (serves) return message([entry(head), entry(t('staff.gone.yours', withSecretariat(frame)))]);
  const { role } = duty;
  const isServing = role === 'focal_point' || role === 'leader';
  return message(
    [entry(head)],
    unitId !== null && isServing
      ? [
          [
            button(t('invite.otherRole', { role: t(`role.${role}`) }), {
              kind: 'invite_unit',
              unit: unitId,
              role,
            }),
          ],
        ]
      : [],
  );
}

/** That they stay after all. */
export function dutyKept(frame: Frame, { holder, duty }: Leaving, reader: PersonId): Message {
  const params = { name: capital(nameOf(frame, holder)), duty: heldName(frame, duty) };
  return saying(frame.t(reader === holder ? 'staff.stays.you' : 'staff.stays.other', params));
}
