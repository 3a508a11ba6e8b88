import type { Chat } from '../../core/organisation/chat.ts';
import type { Instant } from '../../core/time/instant.ts';
import type { IdSource } from '../ports/id-source.ts';
import type { OrganisationRepository } from '../ports/organisation-repository.ts';
import type { Transaction } from '../ports/transaction.ts';
import { noteOf } from '../use-case.ts';

interface Writes {
  readonly organisation: Pick<OrganisationRepository, 'moveChat'>;
  readonly audit: Pick<Transaction['audit'], 'add'>;
}

/**
 * A group goes on under another id of its channel (a supergroup made of it), heard of by an update or by the refusal of
 * a message: said in the audit once, whichever comes first.
 */
export async function followMove(
  tx: Writes,
  ids: IdSource,
  at: Instant,
  { id, channel, key }: Chat,
  to: string,
): Promise<void> {
  if (!(await tx.organisation.moveChat(channel, key, to))) return;
  const note = noteOf(tx, ids, at, { personId: null, chatId: id });
  await note({ action: 'chat.moved', subject: id });
}
