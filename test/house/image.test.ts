import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { variables } from '../../src/config/variables.ts';
import { NODE_FLAGS } from '../support/program-process.ts';

const run = promisify(execFile);
const lines = readFileSync('Dockerfile', 'utf8').split('\n');
const copies = lines.flatMap((line) => /^COPY (?!--from)(.+) \S+$/.exec(line)?.[1]?.split(' ') ?? []);
const built = lines.flatMap((line) => /^COPY --from=\w+ \/app\/(\w+) /.exec(line)?.[1] ?? []);

test('all that the image is made of exists, and is let through to the builder', () => {
  const letThrough = readFileSync('.dockerignore', 'utf8').split('\n');

  expect(copies.length).toBeGreaterThan(8);
  expect(copies.filter((source) => !existsSync(source))).toEqual([]);
  expect(copies.filter((source) => !letThrough.includes(`!${source.replace('./', '')}`))).toEqual([]);
});

test('the image runs as nobody in particular, in production, with its data in a volume and a health check', () => {
  const text = lines.join('\n');

  expect(text).toMatch(/^USER node$/m);
  expect(text).toMatch(/^ENV NODE_ENV=production .*DATABASE_URL=file:\/data\//m);
  expect(text).toMatch(/^VOLUME \/data$/m);
  expect(text).toContain('/healthz');
});

test('is started as `npm start` starts it, and as the tests do', () => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: { start: string } };
  const command = ['node', ...NODE_FLAGS, 'dist/main.js'];

  expect(scripts.start).toContain(`&& ${command.join(' ')} start`);
  expect(lines).toContain(`ENTRYPOINT [${command.map((word) => `"${word}"`).join(', ')}]`);
});

test('compose.yaml settles or passes on every variable, those apart that the image or the sandbox settles', () => {
  const bot = /^ {2}bot:$(.+?)^ {2}\w+:$/ms.exec(readFileSync('compose.yaml', 'utf8'))?.[1] ?? '';
  const passed = [...bot.matchAll(/^ {6}([A-Z_]+): /gm)].map(([, name]) => name);

  const left = variables.map(({ name }) => name).filter((name) => !passed.includes(name));

  expect(left).toEqual(['HOST', 'PORT', 'SANDBOX_NOW']);
  expect(passed).toHaveLength(variables.length - left.length);
});

interface Locked {
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly devOptional?: boolean;
}

/** What `npm ci --omit=dev --omit=optional` installs, and the driver's binary. */
function productionPackages(): string[] {
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
    packages: Record<string, Locked>;
  };
  const required = Object.entries(packages)
    .filter(([path, { dev, optional, devOptional }]) => path !== '' && !(dev || optional || devOptional))
    .map(([path]) => path);
  return [...required, 'node_modules/@libsql'];
}

// There is no container engine where tests run: the same files are put into a folder.
test('what the last stage holds is enough to run', async () => {
  const app = await mkdtemp(join(tmpdir(), 'dung-han-image-'));
  try {
    const packages = productionPackages();
    for (const path of [...packages, 'dist', 'prisma', 'package.json']) {
      const whole = path === 'node_modules/@libsql' || !path.startsWith('node_modules/');
      // A package's own node_modules are packages of the list, or left out.
      const filter = (from: string): boolean => whole || !from.slice(path.length).includes('/node_modules');
      cpSync(path, join(app, path), { recursive: true, filter });
    }
    mkdirSync(join(app, 'data'));
    const env = { NODE_ENV: 'production', BOT_TOKEN: '1:x', DATABASE_URL: 'file:./data/office.db' };
    const { stdout, stderr } = await run(process.execPath, ['dist/main.js', 'doctor'], { cwd: app, env });

    expect(built).toEqual(['node_modules', 'dist', 'prisma']);
    expect(packages.length).toBeGreaterThan(50);
    expect(packages.filter((path) => /\/(typescript|prisma|vitest)$/.test(path))).toEqual([]);
    expect(stderr).toBe('');
    expect(stdout).toContain('! units: 0');
    expect(stdout).toContain('! clusters with a group: 0/0');
    expect(existsSync(join(app, 'data', 'office.db'))).toBe(true);
  } finally {
    await rm(app, { recursive: true, force: true });
  }
});
