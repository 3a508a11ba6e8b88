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

const FILES = { org: 'organisation.csv', people: 'people.csv', plan: 'plan-29-ba-dinh.docx' } as const;

/** Fills the database of a real bot by the command line, as the README says. */
export async function importSample(
  home: string,
  env: ProcessEnvironment,
  what: readonly (keyof typeof FILES)[] = ['org', 'people', 'plan'],
): Promise<void> {
  for (const one of what) {
    const { code, stderr } = await runProcess([one, 'import', `${SAMPLE}/${FILES[one]}`], { home, env });
    if (code !== 0) throw new Error(`${one} import failed: ${stderr}`);
  }
}
