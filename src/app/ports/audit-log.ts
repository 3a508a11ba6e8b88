import type { ChatId, Id, PersonId } from '../../core/id.ts';
import type { Instant } from '../../core/time/instant.ts';

/** What is written down: what it was done to, a dot, what was done. */
export const AUDIT_ACTIONS = [
  'organisation.imported',
  'set_up.claimed',
  'settings.changed',
  'trial.begun',
  'trial.ended',
  'trial.changed',
  'plan.imported',
  'plan.amended',
  'plan.decided',
  'plan.rolled',
  'task.given',
  'task.item_asked',
  'task.hour_changed',
  'task.withdrawn',
  'task.joined',
  'task.parted',
  'task.handled',
  'obligation.reported',
  'obligation.corrected_late',
  'obligation.confirmed',
  'obligation.returned',
  'report.contested',
  'report.settled',
  'extension.asked',
  'extension.granted',
  'extension.refused',
  'reminder.snoozed',
  'reminder.muted',
  'reminder.unmuted',
  'escalation.taken',
  'launch.submitted',
  'launch.approved',
  'launch.declined',
  'launch.sent',
  'launch.released',
  'launch.corrected',
  'launch.withdrawn',
  'launch.reminded',
  'launch.acknowledged',
  'launch.recorded',
  'launch.registered',
  'launch.registration.approved',
  'launch.registration.returned',
  'launch.review',
  'notice.skipped',
  'notice.hastened',
  'notice.released',
  'invitation.issued',
  'invitation.taken',
  'invitation.asked',
  'appointment.confirmed',
  'appointment.declined',
  'appointment.passed_on',
  'appointment.stood_in',
  'appointment.stand_in_ended',
  'appointment.ended',
  'appointment.restored',
  'person.described',
  'person.erased',
  'office.named',
  'office.member_named',
  'office.term_set',
  'hand_over.given',
  'hand_over.taken',
  'unit.renamed',
  'unit.ended',
  'unit.restored',
  'unit.contacts_confirmed',
  'cluster.ended',
  'cluster.restored',
  'group.bound',
  'group.unbound',
  'board.pinned',
  'chat.found',
  'chat.lost',
  'chat.moved',
  'chat.renamed',
  'chat.topic_found',
  'chat.topic_lost',
  'session.changed',
  'leak.secret',
  'leak.personal',
] as const;
export type AuditAction = (typeof AUDIT_ACTIONS)[number];

/** Who did what, when, from which chat, old and new. People by id only, never by name. */
export interface AuditEntry {
  readonly id: Id<'audit'>;
  readonly at: Instant;
  /** Null where the program acted by itself. */
  readonly personId: PersonId | null;
  readonly chatId: ChatId | null;
  /** One of `AUDIT_ACTIONS`, or one that earlier versions wrote. */
  readonly action: string;
  readonly subject: string;
  readonly before: unknown;
  readonly after: unknown;
}

export type NewAuditEntry = AuditEntry & { readonly action: AuditAction };

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
  add(entry: NewAuditEntry): Promise<void>;
  /** Newest first. */
  about(subject: string): Promise<AuditEntry[]>;
  /** The last that one of these things was done to the subject; null where none was. */
  latest(subject: string, actions: readonly AuditAction[]): Promise<AuditEntry | null>;
  /** Newest first. */
  list(page: AuditFilter & { readonly skip: number; readonly limit: number }): Promise<AuditEntry[]>;
}
