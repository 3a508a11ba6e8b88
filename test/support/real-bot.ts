import { resolve } from 'node:path';
import { type ProcessEnvironment, runProcess } from './program-process.ts';
import type { SandboxDriver } from './sandbox.ts';

const SAMPLE = resolve('src/sandbox/sample');

/** What the program needs to be a real bot at the Bot API server of a sandbox. */
export const realBotEnvironment = (telegram: SandboxDriver): ProcessEnvironment => ({
  BOT_TOKEN: telegram.token,
  TELEGRAM_API_ROOT: telegram.url,
  DATABASE_URL: 'file:./real.db',
  ADMIN_IDS: '101',
});

/** Fills the database of a real bot by the command line, as the README says. */
export async function importSample(home: string, env: ProcessEnvironment): Promise<void> {
  for (const args of [
    ['org', 'import', `${SAMPLE}/organisation.csv`],
    ['people', 'import', `${SAMPLE}/people.csv`],
    ['plan', 'import', `${SAMPLE}/plan-29-ba-dinh.docx`],
  ]) {
    const { code, stderr } = await runProcess(args, { home, env });
    if (code !== 0) throw new Error(`${args.join(' ')} failed: ${stderr}`);
  }
}
