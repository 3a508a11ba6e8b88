import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Logger } from '../../src/app/ports/logger.ts';
import { SystemTimer } from '../../src/clock/system-timer.ts';
import { type Database, openDatabase } from '../../src/storage/open-database.ts';

export interface TemporaryDatabase {
  readonly database: Database;
  readonly url: string;
  /** Closes it and deletes its folder. */
  readonly close: () => Promise<void>;
}

export const silentLogger: Logger = { debug() {}, info() {}, warn() {}, error() {} };

/** A new SQLite database with all tables, in a folder of its own. */
export async function temporaryDatabase(): Promise<TemporaryDatabase> {
  const folder = await mkdtemp(join(tmpdir(), 'dung-han-test-'));
  const url = `file:${join(folder, 'test.db')}`;
  const database = await openDatabase(url, {
    timer: new SystemTimer(),
    logger: silentLogger,
    durable: false,
  });
  return {
    database,
    url,
    close: async () => {
      await database.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
