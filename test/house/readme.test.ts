import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { COMMANDS } from '../../src/bot/commands/command-list.ts';
import { variables } from '../../src/config/variables.ts';
import { runProcess } from '../support/program-process.ts';

const readme = readFileSync('README.md', 'utf8');

function section(name: string): string {
  const [, text] = new RegExp(`<!-- ${name} -->\\n([\\s\\S]*?)<!-- /${name} -->`).exec(readme) ?? [];
  if (text === undefined) throw new Error(`the README has no section ${name}`);
  return text;
}

/** The first cells of a section's table, without its heading. */
const firstCells = (name: string): string[] =>
  section(name)
    .split('\n')
    .slice(2)
    .filter((line) => line.startsWith('|'))
    .map((line) => line.split(' | ')[0]?.slice(2) ?? '');

test('the configuration table is that of the code', () => {
  const rows = variables.map(
    ({ name, meaning, default: value }) =>
      `| \`${name}\` | ${meaning} | ${value === null ? '–' : `\`${value}\``} |`,
  );

  expect(section('configuration').trim()).toBe(
    ['| name | meaning | default |', '|---|---|---|', ...rows].join('\n'),
  );
});

test('.env.example is that of the code', () => {
  const blocks = variables.map(
    ({ name, meaning, default: value }) => `# ${meaning}\n# ${name}=${value ?? ''}\n`,
  );

  expect(readFileSync('.env.example', 'utf8')).toBe(
    ['# Copy to .env. Everything is optional; a value shown is the default.\n', ...blocks].join('\n'),
  );
});

test('every command of the chat is listed by both names, and no other', () => {
  expect(firstCells('chat commands').toSorted()).toEqual(
    COMMANDS.map(({ vi, en }) => `\`/${vi}\` \`/${en}\``).toSorted(),
  );
});

test('every command of the command line is listed with its usage, and no other', () => {
  const usages = readdirSync('src/cli').flatMap((file) =>
    [...readFileSync(join('src/cli', file), 'utf8').matchAll(/\n\s+usage: '([^']+)',\n/g)].map(
      ([, usage = '']) => usage,
    ),
  );

  expect(usages.length).toBeGreaterThan(8);
  expect(firstCells('command line').toSorted()).toEqual(usages.map((usage) => `\`${usage}\``).toSorted());
});

test('what is listed runs: the program names the same commands when it is called wrongly, with exit code 2', async () => {
  const { code, stderr } = await runProcess([], { home: '.' });

  expect(code).toBe(2);
  expect(firstCells('command line').filter((usage) => !stderr.includes(`  ${usage.slice(1, -1)}\n`))).toEqual(
    [],
  );
});

test('every npm script, file and picture that the README names exists', () => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
  const named = [...readme.matchAll(/npm (?:run (?:-s )?)?(start|test|check|bench|endurance|cli)\b/g)];
  const files = [...readme.matchAll(/\]\(([\w./-]+)\)|src="([^"]+)"/g)].map(
    ([, link, source]) => link ?? source ?? '',
  );

  expect(named.length).toBeGreaterThan(4);
  expect(named.filter(([, script = '']) => !(script in scripts))).toEqual([]);
  expect(files.length).toBeGreaterThan(5);
  expect(files.filter((file) => !existsSync(file))).toEqual([]);
});
