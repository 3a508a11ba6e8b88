import type { Dependencies } from '../../app/dependencies.ts';
import { confirmContacts } from '../../app/people/confirm-contacts.ts';
import { dutyToPass } from '../../app/people/duty-access.ts';
import type { UnitId } from '../../core/id.ts';
import { beginPass } from '../dialogues/people/pass-duty.ts';
import { outdated, refusal } from '../refusal.ts';
import { besides, popup, type Reply } from '../reply.ts';
import { entriesText } from '../split-message.ts';
import { byThisUpdate, type Turn } from '../turn.ts';
import { contactsKept, contactsToChange } from '../views/people/contacts.ts';
import { dutyRef } from '../views/people/duty.ts';
import { dutiesFrom } from '../views/people/duty-card.ts';

/** The people of a school are still the right ones, or others are. */
export async function answerContacts(
  dependencies: Dependencies,
  turn: Turn,
  unitId: UnitId,
  answer: 'same' | 'other',
): Promise<Reply> {
  const { frame, request, incoming } = turn;
  const unit = frame.directory.units.find(({ id }) => id === unitId);
  if (unit === undefined || incoming.chat.kind === 'group') return outdated(frame);
  if (answer === 'same') {
    const outcome = await confirmContacts(dependencies, request, unitId);
    if (outcome.kind === 'refused') return refusal(frame, outcome);
    const kept = contactsKept(frame, outcome.value);
    return byThisUpdate(turn, unit.confirmedOn !== frame.today)
      ? { edit: kept }
      : popup(entriesText(kept.entries));
  }
  const mine = dutiesFrom(frame)
    .filter((held) => held.unitId === unitId)
    .filter(
      (held) => dutyToPass(frame.directory, request, frame.now, held.personId, held).kind !== 'refused',
    );
  const [only, another] = mine;
  // Whom it is about goes without asking; what was asked stays for the other units, and for who goes back.
  return only !== undefined && another === undefined
    ? besides(await beginPass(dependencies, turn, dutyRef(only), 'hand_over'))
    : { edit: contactsToChange(frame, unit, mine) };
}
