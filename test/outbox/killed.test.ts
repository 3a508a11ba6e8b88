import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync, watch } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ChatId, NoticeId } from '../../src/core/id.ts';
import { defaultSettings } from '../../src/core/organisation/settings-default.ts';
import type { Zone } from '../../src/core/time/instant.ts';
import { type TemporaryDatabase, temporaryDatabase } from '../support/database.ts';
import { chatOf, noticeTo, REPEATED } from './relay-world.ts';

const KILLS = 10;
const NOTICES = 60;

let temporary: TemporaryDatabase;
let arrivals: string;
beforeAll(async () => {
  temporary = await temporaryDatabase();
  arrivals = join(dirname(temporary.url.slice('file:'.length)), 'arrivals.txt');
  await writeFile(arrivals, '');
});
afterAll(() => temporary.close());

const arrived = (): string[] =>
  readFileSync(arrivals, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as string);

function startRelay(): ChildProcess {
  const script = fileURLToPath(new URL('./killed-relay.ts', import.meta.url));
  return spawn(process.execPath, ['--import', 'tsx', script, temporary.url, arrivals], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

const ended = (child: ChildProcess): Promise<number | null> =>
  new Promise((resolve) => {
    child.once('exit', (code) => resolve(code));
  });

/** Resolves when so many messages have arrived in all, or no more will. */
async function untilArrived(count: number, end: Promise<unknown>): Promise<void> {
  const over = new AbortController();
  const enough = new Promise<void>((resolve) => {
    watch(arrivals, { signal: over.signal }, () => {
      if (arrived().length >= count) resolve();
    });
  });
  await Promise.race([enough, end]);
  over.abort();
}

async function planAll(): Promise<NoticeId[]> {
  return temporary.database.unitOfWork.run(async (tx) => {
    await tx.organisation.saveSettings(defaultSettings('Asia/Ho_Chi_Minh' as Zone, 'vi'));
    const ids: NoticeId[] = [];
    for (let index = 0; index < NOTICES; index += 1) {
      const chat = chatOf(uuidv7(), { id: uuidv7() as ChatId });
      await tx.organisation.saveChat(chat);
      ids.push(await tx.notices.plan(noticeTo(chat, uuidv7())));
    }
    return ids;
  });
}

test('ten kills lose nothing, and each leaves at most one message repeated, marked', async () => {
  const ids = await planAll();

  for (let kill = 1; kill <= KILLS; kill += 1) {
    const child = startRelay();
    const end = ended(child);
    await untilArrived(arrived().length + 3, end);
    child.kill('SIGKILL');
    await end;
  }
  const code = await ended(startRelay());

  const unmarked = arrived().filter((text) => !text.includes(REPEATED));
  const marked = arrived().filter((text) => text.includes(REPEATED));
  expect(code).toBe(0);
  expect(await temporary.database.unitOfWork.read.notices.countByState()).toEqual({ sent: NOTICES });
  expect(new Set(unmarked).size).toBe(unmarked.length);
  expect(new Set(marked).size).toBe(marked.length);
  expect(marked.length).toBeLessThanOrEqual(KILLS);
  expect(new Set(arrived().map((text) => text.split('/')[0]))).toEqual(new Set(ids));
});
