import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';

const RUN = `
  const { startPostgres } = await import('./test/support/postgres-server.ts');
  const server = await startPostgres();
  await server.stop();
  process.exitCode = 3;
`;

test('the server of the tests leaves the exit code of a run as it is: failed tests fail the run', async () => {
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', RUN], {
    stdio: 'ignore',
  });

  const [code] = await once(child, 'exit');

  expect(code).toBe(3);
});
