import { readFile } from 'node:fs/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { SystemTimer } from '../../src/clock/system-timer.ts';
import { dateOf } from '../../src/core/time/local-date.ts';
import { SqliteAdapter } from '../../src/storage/database/sqlite-adapter.ts';
import { migrationsFolder } from '../../src/storage/migrations/migration-files.ts';
import { type TemporaryDatabase, temporaryDatabase } from '../support/database.ts';
import { anObligation, aWorld, standing } from './contract/rows.ts';

let temporary: TemporaryDatabase;
beforeEach(async () => {
  temporary = await temporaryDatabase();
});
afterEach(() => temporary.close());

test('what was stored without a day before it was asked about is looked at by the next tick', async () => {
  const { unitOfWork } = temporary.database;
  const { task } = await aWorld(temporary.database);
  const rows = {
    open: anObligation(task.id, standing),
    done: anObligation(task.id, { ...standing, state: 'confirmed' }),
    asked: anObligation(task.id, { ...standing, nextStageOn: dateOf('2024-12-24') }),
    ended: anObligation(task.id, { nextStageOn: null }),
  };
  await unitOfWork.run((tx) => tx.obligations.addMissing(Object.values(rows)));

  await migrateAgain('0013_ask_standing');

  const looked = await unitOfWork.read.obligations.withStageBy(dateOf('2024-11-04'));
  expect(looked.map(({ id }) => id)).toEqual([rows.open.id]);
});

/** Applies one migration's script to a database that has it already. */
async function migrateAgain(name: string): Promise<void> {
  const sql = await readFile(new URL(`${name}/migration.sql`, migrationsFolder('sqlite')), 'utf8');
  const connection = await new SqliteAdapter({ path: temporary.url, timer: new SystemTimer() }).connect();
  await connection.executeScript(sql);
  await connection.dispose();
}
