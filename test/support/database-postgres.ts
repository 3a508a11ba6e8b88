import { PrismaPg } from '@prisma/adapter-pg';
import { inject } from 'vitest';
import { SystemTimer } from '../../src/clock/system-timer.ts';
import { openDatabase } from '../../src/storage/open-database.ts';
import { silentLogger, type TemporaryDatabase } from './database.ts';

/** The URL of a new, empty database on the run's PostgreSQL, which goes with the run. */
export async function temporaryPostgresUrl(): Promise<string> {
  const server = inject('postgres');
  if (server === null) throw new Error('PostgreSQL runs for test files whose name says postgres');
  const { host, port, user, password } = server;
  const name = `test_${crypto.randomUUID().replaceAll('-', '')}`;
  const admin = await new PrismaPg({ host, port, user, password, database: 'postgres' }).connect();
  await admin.executeScript(`CREATE DATABASE ${name}`);
  await admin.dispose();
  return `postgresql://${user}:${password}@${host}:${port}/${name}`;
}

/** A new PostgreSQL database with all tables. */
export async function temporaryPostgres(): Promise<TemporaryDatabase> {
  const url = await temporaryPostgresUrl();
  const database = await openDatabase(url, { timer: new SystemTimer(), logger: silentLogger });
  return { database, url, close: () => database.close() };
}
