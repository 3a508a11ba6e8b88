import { rm } from 'node:fs/promises';
import Database from 'libsql';
import { medianOf } from './measure.ts';

const COMMITS = 300;

/** What one durable commit costs on the disk of `path` (WAL, `synchronous=FULL`), in ms. */
export async function measureCommit(path: string): Promise<number> {
  const database = new Database(path);
  database.prepare('PRAGMA journal_mode = WAL').get();
  database.exec('PRAGMA synchronous = FULL; CREATE TABLE fact (id INTEGER PRIMARY KEY, said TEXT)');
  const insert = database.prepare('INSERT INTO fact (said) VALUES (?)');
  const taken: number[] = [];
  for (let commit = 0; commit < COMMITS; commit += 1) {
    const from = performance.now();
    insert.run(['đúng hạn']);
    taken.push(performance.now() - from);
  }
  database.close();
  await rm(path, { force: true });
  return medianOf(taken);
}
