import type { ChatId } from '../../core/id.ts';
import type { Instant } from '../../core/time/instant.ts';
import type { IdSource } from '../ports/id-source.ts';
import type { OrganisationRepository } from '../ports/organisation-repository.ts';
import type { Transaction } from '../ports/transaction.ts';
import { noteOf } from '../use-case.ts';

interface Writes {
  readonly organisation: Pick<OrganisationRepository, 'loseChat'>;
  readonly audit: Pick<Transaction['audit'], 'add'>;
}

/**
 * The bot was removed from a chat or blocked there, heard of by the refusal of a message: said in the audit once, and
 * not where an update has said so before.
 */
export async function loseChat(tx: Writes, ids: IdSource, at: Instant, chatId: ChatId): Promise<void> {
  if (!(await tx.organisation.loseChat(chatId))) return;
  const note = noteOf(tx, ids, at, { personId: null, chatId });
  await note({ action: 'chat.lost', subject: chatId });
}
