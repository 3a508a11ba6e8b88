import type { Transaction } from '../../app/ports/transaction.ts';
import type { CachedReads } from '../cached-reads.ts';
import type { Client } from '../database/client.ts';
import { PrismaAssignmentRepository } from './prisma-assignment-repository.ts';
import { PrismaAuditLog } from './prisma-audit-log.ts';
import { PrismaCouncilSessionRepository } from './prisma-council-session-repository.ts';
import { PrismaDialogueStore } from './prisma-dialogue-store.ts';
import { PrismaExtensionRepository } from './prisma-extension-repository.ts';
import { PrismaFileStore } from './prisma-file-store.ts';
import { PrismaHandOverRepository } from './prisma-hand-over-repository.ts';
import { PrismaInbox } from './prisma-inbox.ts';
import { PrismaInvitationRepository } from './prisma-invitation-repository.ts';
import { PrismaLaunchRepository } from './prisma-launch-repository.ts';
import { PrismaLivingMessageRepository } from './prisma-living-message-repository.ts';
import { PrismaMenuStore } from './prisma-menu-store.ts';
import { PrismaNoticeRepository } from './prisma-notice-repository.ts';
import { PrismaObligationRepository } from './prisma-obligation-repository.ts';
import { PrismaOrganisationRepository } from './prisma-organisation-repository.ts';
import { PrismaPlanDraftRepository } from './prisma-plan-draft-repository.ts';
import { PrismaPlanRepository } from './prisma-plan-repository.ts';
import { PrismaReminderHolds } from './prisma-reminder-holds.ts';
import { PrismaReportRepository } from './prisma-report-repository.ts';
import { PrismaTickLedger } from './prisma-tick-ledger.ts';

/** All repositories over one client: of a transaction, or of reads outside any. `onPlanned`: something is now to be sent. */
export const repositoriesOf = (
  client: Client,
  cached: CachedReads,
  onPlanned: () => void = () => undefined,
): Transaction => ({
  organisation: new PrismaOrganisationRepository(client, cached),
  invitations: new PrismaInvitationRepository(client),
  handOvers: new PrismaHandOverRepository(client),
  plans: new PrismaPlanRepository(client, cached),
  planDrafts: new PrismaPlanDraftRepository(client, cached.readings),
  obligations: new PrismaObligationRepository(client, cached),
  holds: new PrismaReminderHolds(client),
  reports: new PrismaReportRepository(client),
  extensions: new PrismaExtensionRepository(client),
  sessions: new PrismaCouncilSessionRepository(client),
  launches: new PrismaLaunchRepository(client),
  notices: new PrismaNoticeRepository(client, onPlanned),
  living: new PrismaLivingMessageRepository(client, onPlanned),
  assignments: new PrismaAssignmentRepository(client),
  inbox: new PrismaInbox(client),
  dialogues: new PrismaDialogueStore(client),
  menus: new PrismaMenuStore(client),
  files: new PrismaFileStore(client),
  audit: new PrismaAuditLog(client),
  ticks: new PrismaTickLedger(client),
});
