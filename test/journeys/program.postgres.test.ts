import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { temporaryPostgresUrl } from '../support/database-postgres.ts';
import { ADMINISTRATIVE_GROUP } from '../support/program.ts';
import { type ProgramProcess, startProcess } from '../support/program-process.ts';
import { importSample, realBotEnvironment } from '../support/real-bot.ts';
import { type SandboxDriver, type SeenMessage, startSandbox } from '../support/sandbox.ts';

const SECRETARY = 101;
const FOCAL_POINT = 103;

let telegram: SandboxDriver;
let home: string;
let processes: ProgramProcess[] = [];

beforeEach(async () => {
  telegram = await startSandbox();
  home = await mkdtemp(join(tmpdir(), 'dung-han-postgres-'));
});

afterEach(async () => {
  await Promise.all(processes.map((process) => process.stop()));
  processes = [];
  await telegram.close();
  await rm(home, { recursive: true, force: true });
});

const saying =
  (words: string) =>
  ({ text = '' }: SeenMessage) =>
    text.includes(words);

test('two processes on one PostgreSQL are one bot: it answers once, and a death of the one that listens is made good', async () => {
  const env = { ...realBotEnvironment(telegram), DATABASE_URL: await temporaryPostgresUrl() };
  await importSample(home, env);
  processes = [await startProcess(home, env), await startProcess(home, env)];

  await telegram.say(SECRETARY, ADMINISTRATIVE_GROUP, '/dangky@dung_han_bot CUM1');
  await telegram.waitForMessage(ADMINISTRATIVE_GROUP, saying('Cụm thi đua số 1'));
  await telegram.say(FOCAL_POINT, ADMINISTRATIVE_GROUP, '/han@dung_han_bot năm 2025');
  await telegram.waitForMessage(ADMINISTRATIVE_GROUP, saying('Năm 2025'));
  await telegram.start(FOCAL_POINT);
  await telegram.waitForMessage(FOCAL_POINT, saying('Nguyễn Thị Lan'));
  const answers = (await telegram.messages(ADMINISTRATIVE_GROUP)).filter(saying('Năm 2025'));

  expect(answers).toHaveLength(1);
  expect(answers[0]?.text).toContain('29/KH-UBND');
});
