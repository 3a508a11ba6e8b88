import type { AssignmentRepository } from './assignment-repository.ts';
import type { AuditLog } from './audit-log.ts';
import type { CouncilSessionRepository } from './council-session-repository.ts';
import type { DialogueStore } from './dialogue-store.ts';
import type { ExtensionRepository } from './extension-repository.ts';
import type { FileStore } from './file-store.ts';
import type { HandOverRepository } from './hand-over-repository.ts';
import type { Inbox } from './inbox.ts';
import type { InvitationRepository } from './invitation-repository.ts';
import type { LaunchRepository } from './launch-repository.ts';
import type { LivingMessageRepository } from './living-message-repository.ts';
import type { MenuStore } from './menu-store.ts';
import type { NoticeRepository } from './notice-repository.ts';
import type { ObligationRepository } from './obligation-repository.ts';
import type { OrganisationRepository } from './organisation-repository.ts';
import type { PlanDraftRepository } from './plan-draft-repository.ts';
import type { PlanRepository } from './plan-repository.ts';
import type { ReminderHolds } from './reminder-holds.ts';
import type { ReportRepository } from './report-repository.ts';
import type { TickLedger } from './tick-ledger.ts';

/** All repositories, bound to one transaction. */
export interface Transaction {
  readonly organisation: OrganisationRepository;
  readonly invitations: InvitationRepository;
  readonly handOvers: HandOverRepository;
  readonly plans: PlanRepository;
  readonly planDrafts: PlanDraftRepository;
  readonly obligations: ObligationRepository;
  readonly holds: ReminderHolds;
  readonly reports: ReportRepository;
  readonly extensions: ExtensionRepository;
  readonly sessions: CouncilSessionRepository;
  readonly launches: LaunchRepository;
  readonly assignments: AssignmentRepository;
  readonly notices: NoticeRepository;
  readonly living: LivingMessageRepository;
  readonly inbox: Inbox;
  readonly dialogues: DialogueStore;
  readonly menus: MenuStore;
  readonly files: FileStore;
  readonly audit: AuditLog;
  readonly ticks: TickLedger;
}
