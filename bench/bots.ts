import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { startProcess } from '../test/support/program-process.ts';
import { realBotEnvironment } from '../test/support/real-bot.ts';
import type { Telegram } from './telegram.ts';

/** A bot under measurement, in a process of its own. */
export interface Contestant {
  readonly name: string;
  start(telegram: Telegram): Promise<{ stop(): Promise<void> }>;
}

export const dungHan = (home: string): Contestant => ({
  name: 'Đúng Hạn',
  start: async (telegram) => {
    const bot = await startProcess(home, realBotEnvironment(telegram));
    return { stop: async () => void (await bot.stop()) };
  },
});

export const floorBot = (database: string): Contestant => ({
  name: 'floor',
  start: async ({ token, url }) => {
    const bot = spawn(process.execPath, ['--import', 'tsx', 'bench/floor-bot.ts', token, url, database], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await ready(bot);
    return {
      stop: async () => {
        bot.kill('SIGTERM');
        await once(bot, 'close');
      },
    };
  },
});

async function ready(bot: ChildProcess): Promise<void> {
  for await (const text of bot.stdout ?? []) if (String(text).includes('ready')) return;
  throw new Error('the floor bot ended before it was ready');
}
