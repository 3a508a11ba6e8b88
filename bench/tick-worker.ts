// A process of its own, for its memory: ticks at the hour of the reminders, several times over the same due ones, and
// prints the median milliseconds and the resident megabytes.
import Libsql from 'libsql';
import { DAY, EVE, MORNING } from '../endurance/big-office.ts';
import { runTick } from '../src/app/run-tick.ts';
import { SystemTimer } from '../src/clock/system-timer.ts';
import { ids } from '../src/compose/office.ts';
import { openDatabase } from '../src/storage/open-database.ts';
import { silentLogger } from '../test/support/database.ts';
import { FixedClock } from '../test/support/fixed-clock.ts';
import { medianOf } from './measure.ts';

const [path = ''] = process.argv.slice(2);
const RUNS = 7;

const database = await openDatabase(`file:${path}`, { timer: new SystemTimer(), logger: silentLogger });
const dependencies = { unitOfWork: database.unitOfWork, clock: new FixedClock(EVE), ids };
const again = new Libsql(path);
const times: number[] = [];
for (let run = 0; run <= RUNS; run += 1) {
  again.exec(
    `DELETE FROM line; DELETE FROM notice; DELETE FROM tick;
     UPDATE obligation SET next_stage_on = '${DAY}' WHERE due_on = '${DAY}'`,
  );
  await runTick(dependencies, EVE);
  const begun = performance.now();
  await runTick(dependencies, MORNING);
  // The first is for warming up.
  if (run > 0) times.push(performance.now() - begun);
}
const { planned = 0 } = await database.unitOfWork.read.notices.countByState();
again.close();
await database.close();
const residentMb = process.memoryUsage.rss() / 2 ** 20;
process.stdout.write(`${JSON.stringify({ ms: medianOf(times), residentMb, planned })}\n`);
