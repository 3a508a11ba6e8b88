// What CI runs: format, lint, types, unused code, tests. Every step runs, so that all that is wrong is seen at once.
import { spawnSync } from 'node:child_process';

const steps = [
  ['build', ['node', 'scripts/build.mjs']],
  ['format', ['npx', '--no-install', 'biome', 'ci', '--linter-enabled=false']],
  ['lint', ['npx', '--no-install', 'oxlint', '--type-aware', '--deny-warnings']],
  ['types', ['npx', '--no-install', 'tsc', '-p', 'tsconfig.json']],
  ['unused code', ['npx', '--no-install', 'knip']],
  ['tests', ['npx', '--no-install', 'vitest', 'run']],
];

const skipTests = process.argv.includes('--without-tests');
const failed = [];
for (const [name, [command, ...args]] of steps) {
  if (skipTests && name === 'tests') continue;
  process.stdout.write(`\n— ${name}\n`);
  const { status } = spawnSync(command, args, { stdio: 'inherit' });
  if (status !== 0) failed.push(name);
}
process.stdout.write(failed.length === 0 ? '\ncheck passed\n' : `\ncheck failed: ${failed.join(', ')}\n`);
process.exit(failed.length === 0 ? 0 : 1);
