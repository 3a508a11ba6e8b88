import { actorOf } from '../../core/access/actor.ts';
import type { UnitId } from '../../core/id.ts';
import { peopleWithRole, personAt } from '../../core/organisation/directory.ts';
import type { Secrecy } from '../../core/secrecy/secrecy.ts';
import type { Dependencies, Request } from '../dependencies.ts';
import type { ChatEffect } from '../ports/messenger.ts';
import { dayAt } from '../today.ts';
import { noteOf } from '../use-case.ts';

const SEPARATOR = '~';

/** The slot of the notice about it, and back. */
const slotOf = (secrecy: Secrecy, effectKey: string): string => [secrecy, effectKey].join(SEPARATOR);
export const secrecyOfSlot = (slot: string): Secrecy =>
  slot.startsWith(`personal${SEPARATOR}`) ? 'personal' : 'secret';

/**
 * Something was posted in a group that must not stand there: it is to be deleted, and the secretariat learns which
 * unit posted it, and nothing else. Neither audit nor notice names the file, the person or the chat.
 */
export async function noteLeak(
  { unitOfWork, clock, ids }: Dependencies,
  request: Request,
  secrecy: Secrecy,
  message: string,
): Promise<readonly ChatEffect[]> {
  const at = clock.now();
  await unitOfWork.run(async (tx) => {
    const directory = await tx.organisation.directory();
    const today = dayAt(at, directory);
    const sender = personAt(directory, request.channel, request.user);
    const unitId: UnitId | null =
      sender === null ? null : (actorOf(directory, sender.id, today).unitIds[0] ?? null);
    let isNew = true;
    for (const { id } of peopleWithRole(directory, 'secretariat', today)) {
      if (id === sender?.id) continue;
      const noticeId = ids.next<'notice'>();
      const planned = await tx.notices.plan({
        id: noticeId,
        kind: 'leak',
        addressee: { kind: 'person', id },
        slot: slotOf(secrecy, request.effectKey),
        at,
        subject: unitId === null ? null : { kind: 'unit', id: unitId },
        late: false,
      });
      isNew = planned === noticeId;
    }
    if (!isNew) return;
    const note = noteOf(tx, ids, at, { personId: null, chatId: null });
    await note({
      action: secrecy === 'secret' ? 'leak.secret' : 'leak.personal',
      subject: unitId ?? 'group',
    });
  });
  return [{ kind: 'delete', message }];
}
