import type { Dependencies } from '../../../app/dependencies.ts';
import type { Message } from '../../../app/ports/message.ts';
import { type Actor, ownOwnerIds } from '../../../core/access/actor.ts';
import type { Turn } from '../../turn.ts';
import { mineMessage } from '../../views/ask/mine.ts';
import { strangerMessage } from '../../views/ask/welcome.ts';
import { type Frame, withSecretariat } from '../../views/frame.ts';
import { saying } from '../../views/message.ts';
import { unitNames } from '../../views/unit-names.ts';
import { atHand } from './at-hand.ts';

/** The asker's own open obligations, the turn of each task that is at hand, most urgent first. For the private chat only. */
export async function answerMine(
  { unitOfWork }: Dependencies,
  { frame, actor }: Turn,
  skip = 0,
): Promise<Message> {
  if (actor === null) return strangerMessage(frame);
  if (actor.unitIds.length === 0 && !actor.roles.includes('council_member')) {
    return saying(frame.t('mine.notServing', withSecretariat(frame)));
  }
  const owed = await unitOfWork.read.obligations.ofOwners(ownOwnerIds(actor));
  return mineMessage(frame, servedNames(frame, actor), atHand(frame, owed), skip);
}

/** Whose work it is; a council member has some without a unit. */
const servedNames = ({ t, directory }: Frame, actor: Actor): string[] => [
  ...unitNames(directory, actor),
  ...(actor.roles.includes('council_member') ? [t('role.council_member')] : []),
];
