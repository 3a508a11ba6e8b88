import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { firstStart } from '../src/app/office/first-start.ts';
import { SystemTimer } from '../src/clock/system-timer.ts';
import { ids } from '../src/compose/office.ts';
import { readWorldSeed, seedSample } from '../src/compose/sample-world.ts';
import { calendarsOf } from '../src/core/organisation/calendars.ts';
import { nextSlotAfter } from '../src/core/slot/slots.ts';
import { addMs, DAY_MS, type Instant, parseInstant } from '../src/core/time/instant.ts';
import { openDatabase } from '../src/storage/open-database.ts';
import { silentLogger } from '../test/support/database.ts';
import { FixedClock } from '../test/support/fixed-clock.ts';
import { CHANNEL, readArrivals, repeats } from './arrivals.ts';
import { ZONE } from './big-office.ts';
import { WorkerProcess } from './worker-process.ts';

const START = '2024-12-01T00:00:00+07:00';

/** The sample office lived for so many days by two processes on one database. Rows of the report. */
export async function sharedDays(url: string, days: number): Promise<[string, string][]> {
  const folder = await mkdtemp(join(tmpdir(), 'dung-han-endurance-'));
  const arrivals = join(folder, 'arrivals.txt');
  await writeFile(arrivals, '');
  const start = parseInstant(START);
  if (start === null) throw new Error(`not an instant: ${START}`);
  const database = await openDatabase(url, { timer: new SystemTimer(), logger: silentLogger });
  const workers = ['one', 'two'].map((name) => new WorkerProcess(url, arrivals, name));
  try {
    const dependencies = { unitOfWork: database.unitOfWork, clock: new FixedClock(start), ids };
    const admins = { channel: CHANNEL, users: [] };
    await firstStart(dependencies, { kind: 'sandbox', zone: ZONE, locale: 'vi', admins });
    await seedSample(dependencies, await readWorldSeed());
    const { settings } = await database.unitOfWork.read.organisation.directory();
    const { work } = calendarsOf(settings);
    const until = addMs(start, days * DAY_MS);
    let slots = 0;
    for (let at: Instant = start; at <= until; at = nextSlotAfter(at, settings, work), slots += 1) {
      await Promise.all(workers.map((worker) => worker.doUntil(at)));
    }
    const seen = await readArrivals(arrivals);
    const states = await database.unitOfWork.read.notices.countByState();
    const { total } = repeats(seen);
    const isKept = total === 0 && seen.length > 0 && seen.length >= (states.sent ?? 0);
    return [
      ['days lived by two processes; instants at which both worked', `${days}; ${slots}`],
      ['messages', `${seen.length}`],
      ['repeated', `${total}`],
      ['notices by state at the end', JSON.stringify(states)],
      ['no duplicate', isKept ? 'yes' : 'NO'],
    ];
  } finally {
    for (const worker of workers) await worker.stop();
    await database.close();
    await rm(folder, { recursive: true, force: true });
  }
}
