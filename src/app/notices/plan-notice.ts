import type { ChatId, NoticeId, PersonId } from '../../core/id.ts';
import type { Instant } from '../../core/time/instant.ts';
import type { IdSource } from '../ports/id-source.ts';
import type { NoticeKind } from '../ports/notice-kind.ts';
import type { Addressee, PlannedNotice } from '../ports/notice-repository.ts';
import type { Transaction } from '../ports/transaction.ts';

/** In which transaction and when something is told. */
export interface Telling {
  readonly tx: Pick<Transaction, 'notices'>;
  readonly ids: IdSource;
  readonly at: Instant;
}

export const toPerson = (id: PersonId): Addressee => ({ kind: 'person', id });
export const toChat = (id: ChatId): Addressee => ({ kind: 'chat', id });

/** Plans a notice, due now where nothing else is said. Gives the id of the one in that slot, planned now or before. */
export const planNotice = (
  { tx, ids, at }: Telling,
  kind: NoticeKind,
  addressee: Addressee,
  what: Pick<PlannedNotice, 'slot'> & Partial<Pick<PlannedNotice, 'at' | 'subject' | 'late'>>,
): Promise<NoticeId> =>
  tx.notices.plan({ id: ids.next<'notice'>(), kind, addressee, at, subject: null, late: false, ...what });
