import { type Directory, peopleWithRole } from '../core/organisation/directory.ts';
import { type Planning, slotNotice } from './planning.ts';
import type { Transaction } from './ports/transaction.ts';

/** One digest to each cluster's group, one overview to each of the secretariat. What they say is decided when sent. */
export async function planDigests(tx: Transaction, planning: Planning): Promise<void> {
  const directory: Directory = await tx.organisation.directory();
  for (const chat of directory.chats) {
    if (chat.kind !== 'group' || chat.clusterId === null || chat.state !== 'active') continue;
    await tx.notices.plan(slotNotice(planning, 'digest', { kind: 'chat', id: chat.id }));
  }
  for (const person of peopleWithRole(directory, 'secretariat', planning.slot.on)) {
    await tx.notices.plan(slotNotice(planning, 'overview', { kind: 'person', id: person.id }));
  }
}
