import { readFile } from 'node:fs/promises';
import { setTimeout as after } from 'node:timers/promises';
import { startProcess } from '../test/support/program-process.ts';
import { realBotEnvironment } from '../test/support/real-bot.ts';
import { medianOf } from './measure.ts';
import type { Telegram } from './telegram.ts';

export interface Running {
  /** From the start of the process until `/readyz` says so, on a database that exists. */
  readonly readyMs: number;
  /** Resident memory five seconds later, nothing being asked; null where the system does not tell. */
  readonly residentMb: number | null;
}

const STARTS = 5;
const IDLE_MS = 5_000;

export async function measureRunning(home: string, telegram: Telegram): Promise<Running> {
  const taken: number[] = [];
  let residentMb: number | null = null;
  for (let start = 0; start < STARTS; start += 1) {
    const from = performance.now();
    const bot = await startProcess(home, realBotEnvironment(telegram));
    while (!(await fetch(`${bot.url}/readyz`)).ok) await after(5);
    taken.push(performance.now() - from);
    if (start === STARTS - 1) {
      await after(IDLE_MS);
      residentMb = await residentMbOf(bot.pid);
    }
    await bot.stop();
  }
  return { readyMs: medianOf(taken), residentMb };
}

async function residentMbOf(pid: number): Promise<number | null> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  const kilobytes = /^VmRSS:\s+(\d+) kB/m.exec(status)?.[1];
  return kilobytes === undefined ? null : Number(kilobytes) / 1024;
}
