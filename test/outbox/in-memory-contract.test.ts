import type { Transaction } from '../../src/app/ports/transaction.ts';
import type { Database } from '../../src/storage/open-database.ts';
import { livingMessageContract } from '../storage/contract/living-messages.ts';
import { noticeContract } from '../storage/contract/notices.ts';
import { InMemoryOutbox } from '../support/in-memory-outbox.ts';

// The fakes of this folder's tests keep the rules of the databases: the same suite. What the suite saves beside
// notices and living messages, only for a database to refer to, goes nowhere.
const outbox = new InMemoryOutbox([]);
const nowhere = new Proxy({}, { get: () => async () => undefined }) as never;
const tx = {
  notices: outbox.notices,
  living: outbox.living,
  organisation: nowhere,
  plans: nowhere,
  obligations: nowhere,
} as unknown as Transaction;
const database = {
  unitOfWork: {
    run: <Result>(work: (given: Transaction) => Promise<Result>) => outbox.run(() => work(tx)),
    read: tx,
  },
} as unknown as Database;

noticeContract(() => database);
livingMessageContract(() => database);
