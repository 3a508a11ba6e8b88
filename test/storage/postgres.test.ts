import { afterAll, beforeAll, describe } from 'vitest';
import { SystemTimer } from '../../src/clock/system-timer.ts';
import { type Database, openDatabase } from '../../src/storage/open-database.ts';
import { silentLogger, type TemporaryDatabase } from '../support/database.ts';
import { temporaryPostgres } from '../support/database-postgres.ts';
import { contract } from './contract/contract.ts';
import { sharedPaceContract } from './contract/coordination.ts';

describe('PostgreSQL', () => {
  let temporary: TemporaryDatabase;
  let other: Database;
  beforeAll(async () => {
    temporary = await temporaryPostgres();
    other = await openDatabase(temporary.url, { timer: new SystemTimer(), logger: silentLogger });
  });
  afterAll(async () => {
    await other.close();
    await temporary.close();
  });

  contract(
    () => temporary.database,
    () => other,
  );
  sharedPaceContract(() => temporary.database);
});
