import type { AuditLog } from '../app/ports/audit-log.ts';
import type { LivingMessageRepository } from '../app/ports/living-message-repository.ts';
import type { NoticeRepository } from '../app/ports/notice-repository.ts';
import type { OrganisationRepository } from '../app/ports/organisation-repository.ts';
import type { Chat } from '../core/organisation/chat.ts';

/** What the relays need of the unit of work; `UnitOfWork` is one. */
export interface OutboxWork {
  run<Result>(work: (tx: OutboxTransaction) => Promise<Result>): Promise<Result>;
  alone<Result>(statement: (tx: OutboxTransaction) => Promise<Result>): Promise<Result>;
  readonly read: { readonly organisation: Pick<ChatBook, 'directory'> };
}

export interface OutboxTransaction {
  readonly notices: NoticeRepository;
  readonly living: LivingMessageRepository;
  readonly organisation: ChatBook;
  readonly audit: Pick<AuditLog, 'add'>;
}

export interface ChatBook extends Pick<OrganisationRepository, 'moveChat' | 'loseChat'> {
  directory(): Promise<{ readonly chats: readonly Chat[] }>;
}
