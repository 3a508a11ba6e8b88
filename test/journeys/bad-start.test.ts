import { once } from 'node:events';
import { chmod, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { killStrays, runProcess, startProcess } from '../support/program-process.ts';
import { realBotEnvironment } from '../support/real-bot.ts';
import { startSandbox } from '../support/sandbox.ts';

const TOKEN = '123456:a-token-that-is-nobodys';

let home: string;

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'dung-han-bad-start-'));
});

afterEach(async () => {
  await killStrays();
  await rm(home, { recursive: true, force: true });
});

const start = (env: Readonly<Record<string, string>> = {}) =>
  runProcess(['start'], { home, env: { PORT: '0', ...env } });

test('a wrong environment is refused whole, by names and never by values, before anything is done', async () => {
  const { code, stdout, stderr } = await start({ BOT_TOKEN: 's3cret', PORT: '70000', LOCALE: 'fr' });

  expect(code).toBe(78);
  expect(stdout).toBe('');
  expect(
    stderr
      .trim()
      .split('\n')
      .map((line) => line.split(' ')[0]),
  ).toEqual(['BOT_TOKEN', 'PORT', 'LOCALE']);
  expect(stderr).not.toMatch(/s3cret|70000|fr\b/);
  expect(await readdir(home)).toEqual([]);
});

test('in production a missing token is an error, not a sandbox', async () => {
  const { code, stderr } = await start({ NODE_ENV: 'production' });

  expect(code).toBe(78);
  expect(stderr).toMatch(/^BOT_TOKEN is missing/);
  expect(await readdir(home)).toEqual([]);
});

test('a folder that cannot be made is named, and nothing is made instead', async () => {
  await writeFile(join(home, 'data'), 'a file where the folder should be');

  const { code, stderr } = await start();

  expect(code).toBe(1);
  expect(stderr).toBe(`the folder ${join(home, 'data')} cannot be made or written to\n`);
  expect(await readdir(home)).toEqual(['data']);
});

// Root may write everywhere.
test.skipIf(process.getuid?.() === 0)('a folder that is read-only is named', async () => {
  await chmod(home, 0o555);

  const { code, stderr } = await start({ DATABASE_URL: 'file:./office.db' });

  expect(code).toBe(1);
  expect(stderr).toBe(`the folder ${home} cannot be made or written to\n`);
});

test('a database that is a folder, or no database, is named and left as it is', async () => {
  await writeFile(join(home, 'letter.txt'), 'Kính gửi các đơn vị trong Cụm');

  const folder = await start({ DATABASE_URL: 'file:.' });
  const letter = await start({ DATABASE_URL: 'file:./letter.txt' });

  expect(folder).toMatchObject({ code: 1, stderr: `${home} cannot be written to\n` });
  expect(letter).toMatchObject({
    code: 1,
    stderr: `${join(home, 'letter.txt')} is not an SQLite database\n`,
  });
  expect(await readdir(home)).toEqual(['letter.txt']);
});

// Root may write everywhere.
test.skipIf(process.getuid?.() === 0)('a database that may only be read is named', async () => {
  await writeFile(join(home, 'office.db'), '', { mode: 0o444 });

  const { code, stderr } = await start({ DATABASE_URL: 'file:./office.db' });

  expect(code).toBe(1);
  expect(stderr).toBe(`${join(home, 'office.db')} cannot be written to\n`);
});

test('a world of the sandbox that cannot be read is named, and left as it is', async () => {
  await writeFile(join(home, 'office.db.world.json'), '{"version":');

  const { code, stderr } = await start({ DATABASE_URL: 'file:./office.db' });

  expect(code).toBe(1);
  expect(stderr).toBe('./office.db.world.json is not the world of a sandbox\n');
  expect(await readFile(join(home, 'office.db.world.json'), 'utf8')).toBe('{"version":');
});

test('a port in use is named, and nothing is made', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const address = other.address();
  const port = typeof address === 'object' ? address?.port : null;

  const { code, stderr } = await start({ PORT: String(port) });
  other.close();

  expect(code).toBe(1);
  expect(stderr).toContain(`127.0.0.1:${port}: the port is in use by another program`);
  expect(await readdir(home)).toEqual([]);
});

test('a PostgreSQL that does not answer is told without its password', async () => {
  const { code, stderr } = await start({ DATABASE_URL: 'postgresql://bot:s3cret@127.0.0.1:1/office' });

  expect(code).toBe(1);
  expect(stderr).toBe('PostgreSQL cannot be reached\n');
});

test('a database of the other kind is refused, both ways', async () => {
  const DATABASE_URL = 'file:./office.db';
  const real = { DATABASE_URL, BOT_TOKEN: TOKEN, TELEGRAM_API_ROOT: 'http://127.0.0.1:1' };
  await (await startProcess(home, real)).stop();

  const sandbox = await start({ DATABASE_URL });
  await (await startProcess(home)).stop();
  const bot = await start({ ...real, DATABASE_URL: 'file:./data/sandbox.db' });

  expect(sandbox).toMatchObject({
    code: 1,
    stderr: 'the database belongs to a real bot, not to a sandbox one\n',
  });
  expect((await readdir(home)).filter((name) => name.includes('world'))).toEqual([]);
  expect(bot).toMatchObject({
    code: 1,
    stderr: 'the database belongs to a sandbox bot, not to a real one\n',
  });
});

test('a second start on one SQLite file is refused while the first lives, however that one ends', async () => {
  const first = await startProcess(home);

  const second = await start();
  const tool = await runProcess(['doctor'], { home });
  await first.kill();
  const third = await startProcess(home);
  const code = await third.stop();

  expect(second).toMatchObject({ code: 1 });
  expect(second.stderr).toMatch(/^another start is already running on .*sandbox\.db;/);
  expect(tool.code).toBe(0);
  expect(code).toBe(0);
});

test('a database of a newer version is refused and left as it is', async () => {
  await (await startProcess(home)).stop();
  const database = new Database(join(home, 'data', 'sandbox.db'));
  database.exec(
    "INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count) VALUES ('9', '9', '9999_from_the_future', 1, 1)",
  );
  database.close();

  const { code, stderr } = await start();

  expect(code).toBe(1);
  expect(stderr).toBe('the database was written by a newer version: it has 9999_from_the_future\n');
});

test('a token that Telegram refuses ends the program, which says what to do', async () => {
  const telegram = await startSandbox();

  const { code, stderr } = await start({ ...realBotEnvironment(telegram), BOT_TOKEN: TOKEN });
  await telegram.close();

  expect(code).toBe(1);
  expect(stderr).toBe('Telegram does not accept BOT_TOKEN; ask @BotFather for the present one\n');
});

test('a Telegram that cannot be reached leaves the program alive, and its readiness says so', async () => {
  const bot = await startProcess(home, { BOT_TOKEN: TOKEN, TELEGRAM_API_ROOT: 'http://127.0.0.1:1' });

  const alive = await fetch(`${bot.url}/healthz`);
  const ready = await fetch(`${bot.url}/readyz`);
  const said = await ready.text();
  const code = await bot.stop();

  expect(alive.status).toBe(200);
  expect(ready.status).toBe(503);
  expect(said).toContain('telegram');
  expect(said).not.toContain('database');
  expect(bot.output()).toContain('Receiving from Telegram failed');
  expect(bot.output()).not.toContain(TOKEN);
  expect(code).toBe(0);
});
