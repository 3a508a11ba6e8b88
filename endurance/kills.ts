import { watch } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SystemTimer } from '../src/clock/system-timer.ts';
import { openDatabase } from '../src/storage/open-database.ts';
import { silentLogger } from '../test/support/database.ts';
import { readArrivals, repeats } from './arrivals.ts';
import { EVE, fillOffice, MORNING } from './big-office.ts';
import { WorkerProcess } from './worker-process.ts';

/** A day of so many reminders, sent by a process that is killed again and again. Rows of the report. */
export async function killedDay(reminders: number, kills: number): Promise<[string, string][]> {
  const folder = await mkdtemp(join(tmpdir(), 'dung-han-endurance-'));
  const [url, arrivals] = [`file:${join(folder, 'office.db')}`, join(folder, 'arrivals.txt')];
  await writeFile(arrivals, '');
  const database = await openDatabase(url, { timer: new SystemTimer(), logger: silentLogger });
  try {
    await fillOffice(database, reminders);
    const first = new WorkerProcess(url, arrivals, 'bot');
    await first.doUntil(EVE);
    await first.stop();
    const each = Math.max(1, Math.floor(reminders / (kills + 1)));
    // The next one makes itself ready while this one works: most of a life is its start.
    let next = new WorkerProcess(url, arrivals, 'bot');
    for (let kill = 0; kill < kills; kill += 1) {
      const worker = next;
      next = new WorkerProcess(url, arrivals, 'bot');
      const before = await countLines(arrivals);
      // Sometimes at once, before anything was sent.
      const looking = new AbortController();
      const enough = untilLines(arrivals, before + (kill % 10 === 9 ? 0 : each), looking.signal);
      await Promise.race([enough, worker.doUntil(MORNING)]);
      looking.abort();
      await worker.kill();
    }
    await next.doUntil(MORNING);
    await next.stop();
    const seen = await readArrivals(arrivals);
    const { total, unmarked } = repeats(seen);
    const states = await database.unitOfWork.read.notices.countByState();
    const reached = new Set(seen.map(({ chat }) => chat)).size;
    const isKept = reached === reminders && total <= kills && unmarked === 0;
    return [
      ['reminders of the day; SIGKILLs', `${reminders}; ${kills}`],
      ['people who got theirs', `${reached}`],
      ['repeated, each said to be perhaps a repeat', `${total} (without the remark: ${unmarked})`],
      ['notices by state at the end', JSON.stringify(states)],
      ['none lost, at most one repeat a kill', isKept ? 'yes' : 'NO'],
    ];
  } finally {
    await database.close();
    await rm(folder, { recursive: true, force: true });
  }
}

const countLines = async (file: string): Promise<number> =>
  (await readFile(file, 'utf8')).split('\n').length - 1;

/** Never settles where it is told to look no more before. */
function untilLines(file: string, count: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const look = async () => {
      if (signal.aborted || (await countLines(file)) < count) return;
      watcher.close();
      resolve();
    };
    const watcher = watch(file, { signal }, () => void look().catch(reject));
    void look().catch(reject);
  });
}
