// What CI runs: format, lint, types, unused code, tests. Every step runs, so that all that is wrong is seen at once.
import { spawnSync } from 'node:child_process';

const steps = [
  { name: 'build', command: 'node', args: ['scripts/build.mjs'] },
  { name: 'format', command: 'npx', args: ['--no-install', 'biome', 'ci', '--linter-enabled=false'] },
  { name: 'lint', command: 'npx', args: ['--no-install', 'oxlint', '--type-aware', '--deny-warnings'] },
  { name: 'types', command: 'npx', args: ['--no-install', 'tsc', '-p', 'tsconfig.json'] },
  {
    name: 'types of the page',
    command: 'npx',
    args: ['--no-install', 'tsc', '-p', 'src/sandbox/page/tsconfig.json'],
  },
  { name: 'unused code', command: 'npx', args: ['--no-install', 'knip'] },
  { name: 'tests', command: 'npx', args: ['--no-install', 'vitest', 'run'] },
];

const skipTests = process.argv.includes('--without-tests');
const failed = [];
for (const { name, command, args } of steps) {
  if (skipTests && name === 'tests') continue;
  process.stdout.write(`\n— ${name}\n`);
  const { status } = spawnSync(command, args, { stdio: 'inherit' });
  if (status !== 0) failed.push(name);
}
process.stdout.write(failed.length === 0 ? '\ncheck passed\n' : `\ncheck failed: ${failed.join(', ')}\n`);
process.exit(failed.length === 0 ? 0 : 1);
