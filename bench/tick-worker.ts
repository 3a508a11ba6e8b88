// A process of its own, for its memory, and bundled as the program is: what reads TypeScript takes 40 MB itself.
// Ticks at the hour of the reminders, several times over the same due ones; prints each run's milliseconds and the
// resident megabytes.
import Libsql from 'libsql';
import { runTick } from '../src/app/tick/run-tick.ts';
import { SystemTimer } from '../src/clock/system-timer.ts';
import { ids } from '../src/compose/office.ts';
import { instantOf } from '../src/core/time/instant.ts';
import { openDatabase } from '../src/storage/open-database.ts';
import { silentLogger } from '../test/support/database.ts';

const [path = '', day = '', eve = '', morning = ''] = process.argv.slice(2);
const RUNS = 7;

const database = await openDatabase(`file:${path}`, { timer: new SystemTimer(), logger: silentLogger });
const dependencies = { unitOfWork: database.unitOfWork, clock: { now: () => instantOf(Number(eve)) }, ids };
const again = new Libsql(path);
const times: number[] = [];
for (let run = 0; run <= RUNS; run += 1) {
  again.exec(
    `DELETE FROM line; DELETE FROM notice; DELETE FROM tick;
     UPDATE obligation SET next_stage_on = '${day}' WHERE due_on = '${day}'`,
  );
  await runTick(dependencies, instantOf(Number(eve)));
  const begun = performance.now();
  await runTick(dependencies, instantOf(Number(morning)));
  // The first is for warming up.
  if (run > 0) times.push(performance.now() - begun);
}
const { planned = 0 } = await database.unitOfWork.read.notices.countByState();
again.close();
await database.close();
const residentMb = process.memoryUsage.rss() / 2 ** 20;
process.stdout.write(`${JSON.stringify({ times, residentMb, planned })}\n`);
