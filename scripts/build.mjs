// Builds what `npm start`, `npm test` and the command line need, and only when a source is newer than the
// last build: the PostgreSQL schema, the two Prisma clients, then `dist/`. Plain JavaScript, as it runs first.
import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundle } from './bundle.mjs';
import { derivePostgresSchema } from './postgres-schema.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
process.chdir(root);
const stamp = 'dist/.built';
const sources = ['src', 'prisma', 'scripts', 'package-lock.json', 'tsconfig.json'];

const isSource = (path) => !path.includes('/generated/');
const filesUnder = (path) =>
  statSync(path).isFile()
    ? [path]
    : readdirSync(path, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name))
        .filter(isSource);
const bin = (name, args, env = {}) =>
  execFileSync(process.execPath, [`node_modules/${name}`, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  });

derivePostgresSchema();
const builtAt = existsSync(stamp) ? statSync(stamp).mtimeMs : 0;
const files = sources.flatMap(filesUnder);
// The list of files is compared as well, so that a deleted source is noticed.
const list = files.join('\n');
const fresh =
  builtAt > 0 &&
  readFileSync(stamp, 'utf8') === list &&
  files.every((file) => statSync(file).mtimeMs <= builtAt);

if (!fresh) {
  try {
    for (const schema of ['prisma/schema.prisma', 'prisma/postgresql/schema.prisma']) {
      // Generating needs no schema engine, but looks for one: any existing file will do.
      bin('prisma/build/index.js', ['generate', '--schema', schema], {
        PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
        PRISMA_HIDE_UPDATE_MESSAGE: '1',
      });
    }
    rmSync('dist', { recursive: true, force: true });
    await bundle(['src/main.ts'], 'dist', 'src');
  } catch (error) {
    process.stderr.write(`${error.stdout ?? ''}${error.stderr ?? error.stack}\n`);
    process.exit(1);
  }
  for (const file of filesUnder('src').filter((file) => !file.endsWith('.ts'))) {
    const target = file.replace(/^src/, 'dist');
    mkdirSync(dirname(target), { recursive: true });
    cpSync(file, target);
  }
  writeFileSync(stamp, list);
}
