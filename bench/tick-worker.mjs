// A process of its own, for its memory, and of the build, as the program runs: what reads TypeScript takes 40 MB itself.
// Ticks at the hour of the reminders, several times over the same due ones; prints each run's milliseconds and the
// resident megabytes.
import Libsql from 'libsql';
import { runTick } from '../dist/app/tick/run-tick.js';
import { SystemTimer } from '../dist/clock/system-timer.js';
import { ids } from '../dist/compose/office.js';
import { openDatabase } from '../dist/storage/open-database.js';

const [path = '', day = '', eve = '', morning = ''] = process.argv.slice(2);
const RUNS = 7;

const log = () => undefined;
const logger = { debug: log, info: log, warn: log, error: log };
const database = await openDatabase(`file:${path}`, { timer: new SystemTimer(), logger });
const dependencies = { unitOfWork: database.unitOfWork, clock: { now: () => Number(eve) }, ids };
const again = new Libsql(path);
const times = [];
for (let run = 0; run <= RUNS; run += 1) {
  again.exec(
    `DELETE FROM line; DELETE FROM notice; DELETE FROM tick;
     UPDATE obligation SET next_stage_on = '${day}' WHERE due_on = '${day}'`,
  );
  await runTick(dependencies, Number(eve));
  const begun = performance.now();
  await runTick(dependencies, Number(morning));
  // The first is for warming up.
  if (run > 0) times.push(performance.now() - begun);
}
const { planned = 0 } = await database.unitOfWork.read.notices.countByState();
again.close();
await database.close();
const residentMb = process.memoryUsage.rss() / 2 ** 20;
process.stdout.write(`${JSON.stringify({ times, residentMb, planned })}\n`);
