import { isOwnerGone } from '../../core/obligation/owners.ts';
import { peopleWithRole } from '../../core/organisation/directory.ts';
import { toChat, toPerson } from '../notices/plan-notice.ts';
import { type Planning, planInSlot } from '../planning.ts';
import type { Transaction } from '../ports/transaction.ts';

/** One digest to each cluster's group. What it says is decided when it is sent. */
export async function planDigests(tx: Transaction, planning: Planning): Promise<void> {
  const directory = await tx.organisation.directory();
  for (const chat of directory.chats) {
    if (chat.kind !== 'group' || chat.clusterId === null || chat.state !== 'active') continue;
    if (isOwnerGone(directory, { kind: 'cluster', id: chat.clusterId }, planning.slot.on)) continue;
    await planInSlot(tx, planning, 'digest', toChat(chat.id));
  }
}

/** One overview to each of the secretariat. */
export async function planOverviews(tx: Transaction, planning: Planning): Promise<void> {
  const directory = await tx.organisation.directory();
  for (const { id } of peopleWithRole(directory, 'secretariat', planning.slot.on)) {
    await planInSlot(tx, planning, 'overview', toPerson(id));
  }
}
