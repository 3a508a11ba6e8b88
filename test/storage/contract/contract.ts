import type { Database } from '../../../src/storage/open-database.ts';
import { concurrencyContract } from './concurrency.ts';
import { conversationContract } from './conversation.ts';
import { coordinationContract } from './coordination.ts';
import { handOverContract } from './hand-overs.ts';
import { livingMessageContract } from './living-messages.ts';
import { noticeContract } from './notices.ts';
import { obligationContract } from './obligations.ts';
import { organisationContract } from './organisation.ts';
import { planDraftContract } from './plan-drafts.ts';
import { planContract } from './plans.ts';
import { recordContract } from './records.ts';
import { reportingContract } from './reporting.ts';

/** What both databases do alike. Begins on an empty one, which a second process has opened too. */
export function contract(database: () => Database, other: () => Database): void {
  organisationContract(database);
  handOverContract(database);
  planContract(database);
  planDraftContract(database);
  obligationContract(database);
  recordContract(database);
  reportingContract(database);
  conversationContract(database);
  noticeContract(database);
  livingMessageContract(database);
  coordinationContract(database);
  concurrencyContract(database, other);
}
