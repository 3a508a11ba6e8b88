import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SystemTimer } from '../../src/clock/system-timer.ts';
import { startProgram } from '../../src/compose/program.ts';
import { readConfig } from '../../src/config/read-config.ts';
import { silentLogger } from './database.ts';
import { driveSandbox, type SandboxDriver } from './sandbox.ts';

/** The sample groups of the sandbox. */
export const ADMINISTRATIVE_GROUP = -1001000000001;
export const SCHOOL_GROUP = -2002;

const SANDBOX_TOKEN = '7000000001:sandbox';

export interface RunningProgram extends SandboxDriver {
  /** Stops the program and starts it again on the same world and database. */
  restart(): Promise<RunningProgram>;
}

/** The whole program in this process, in a new sandbox world of its own; played like a sandbox. */
export async function runningProgram(folder?: string): Promise<RunningProgram> {
  const home = folder ?? (await mkdtemp(join(tmpdir(), 'dung-han-program-')));
  const reading = readConfig({ DATABASE_URL: `file:${join(home, 'sandbox.db')}`, PORT: '0' });
  if (!reading.ok) throw new Error('the test config is wrong');
  const program = await startProgram(reading.config, { logger: silentLogger, timer: new SystemTimer() });
  const driver = await driveSandbox(program.url, SANDBOX_TOKEN, async () => {
    await program.stop();
    await rm(home, { recursive: true, force: true });
  });
  return {
    ...driver,
    restart: async () => {
      await program.stop();
      return await runningProgram(home);
    },
  };
}
