import type { ChatId, Id, PersonId } from '../../core/id.ts';
import type { Instant } from '../../core/time/instant.ts';

/** Who did what, when, from which chat, old and new. People by id only, never by name. */
export interface AuditEntry {
  readonly id: Id<'audit'>;
  readonly at: Instant;
  /** Null where the program acted by itself. */
  readonly personId: PersonId | null;
  readonly chatId: ChatId | null;
  /** `obligation.reported`, `launch.sent`, … */
  readonly action: string;
  readonly subject: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** What is left out is not asked for. */
export interface AuditFilter {
  /** Done by one of the people, or to the subject. */
  readonly concerning?: { readonly personIds: readonly PersonId[]; readonly subject: string };
  readonly actionPrefix?: string;
  readonly from?: Instant;
  readonly before?: Instant;
}

/** Only ever added to. */
export interface AuditLog {
  add(entry: AuditEntry): Promise<void>;
  /** Newest first. */
  about(subject: string): Promise<AuditEntry[]>;
  /** Newest first. */
  list(page: AuditFilter & { readonly skip: number; readonly limit: number }): Promise<AuditEntry[]>;
}
