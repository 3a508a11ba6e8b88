import { writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { LogSync } from '../../src/storage/database/log-sync.ts';
import { FakeTimer } from '../support/fake-timer.ts';
import { turnsOfLoop } from '../support/turns-of-loop.ts';

/** What the disk has been asked to write and has not yet written. */
let asked: ((refused: Error | null) => void)[];

let folder: string;
let log: string;
let timer: FakeTimer;
let sync: LogSync;
let ended: string[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dung-han-sync-'));
  const database = join(folder, 'x.db');
  log = `${database}-wal`;
  for (const file of [database, log]) writeFileSync(file, '');
  timer = new FakeTimer();
  asked = [];
  sync = new LogSync(database, timer, diskWrites);
  ended = [];
});
afterEach(async () => {
  sync.close();
  await rm(folder, { recursive: true });
});

const diskWrites = (): Promise<void> =>
  new Promise((resolve, reject) => {
    asked.push((refused) => (refused === null ? resolve() : reject(refused)));
  });

/** Something is written, and noted when it is on the disk. */
function write(name: string): void {
  sync.written();
  void sync.done().then(
    () => ended.push(name),
    () => ended.push(`${name} failed`),
  );
}

async function aMomentLater(): Promise<void> {
  await timer.advance(10);
  await turnsOfLoop();
}

async function theDiskSays(error: Error | null = null): Promise<void> {
  asked.shift()?.(error);
  await turnsOfLoop();
}

test('what is written within a moment goes to the disk together, what comes after that by itself', async () => {
  write('first');
  write('second');
  expect(asked).toHaveLength(0);
  await aMomentLater();
  write('third');
  await theDiskSays();
  expect([ended, asked.length]).toEqual([['first', 'second'], 0]);

  await aMomentLater();
  await theDiskSays();
  expect(ended).toEqual(['first', 'second', 'third']);
});

test('what a commit that waits for the disk takes along is not asked for again', async () => {
  write('first');
  sync.settled();
  await turnsOfLoop();
  expect(ended).toEqual(['first']);

  await aMomentLater();
  expect(asked).toHaveLength(0);
});

test('a failure is told to whoever waits for what it should have written; the next may succeed', async () => {
  await rm(log);
  write('without a log');
  await aMomentLater();
  writeFileSync(log, '');
  write('refused');
  await aMomentLater();
  await theDiskSays(new Error('EIO'));
  write('written');
  await aMomentLater();
  await theDiskSays();

  expect(ended).toEqual(['without a log failed', 'refused failed', 'written']);
});
