import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { importPlan } from '../src/app/plan/import-plan.ts';
import { SystemClock } from '../src/clock/system-clock.ts';
import { SystemTimer } from '../src/clock/system-timer.ts';
import { openOffice } from '../src/compose/office.ts';
import { readConfig } from '../src/config/read-config.ts';
import { localDateAt, parseZone } from '../src/core/time/instant.ts';
import { isRefused } from '../src/importer/import-refusal.ts';
import { readPlanFile } from '../src/importer/read-plan-file.ts';
import { silentLogger } from '../test/support/database.ts';
import { importSample, realBotEnvironment } from '../test/support/real-bot.ts';
import type { Telegram } from './telegram.ts';

/** A real bot's database with the sample's organisation and its plan, prolonged to the years around today. */
export async function prepareOffice(home: string, telegram: Telegram): Promise<void> {
  const env = realBotEnvironment(telegram);
  await importSample(home, env, ['org', 'people']);
  const reading = readConfig({ ...env, DATABASE_URL: `file:${join(home, 'real.db')}` });
  if (!reading.ok) throw new Error('the config of the benchmark is wrong');
  const clock = new SystemClock();
  const zone = parseZone(reading.config.timeZone);
  if (zone === null) throw new Error('the zone of the benchmark does not exist');
  const today = localDateAt(clock.now(), zone);
  const year = Number(today.slice(0, 4));
  const office = await openOffice(reading.config, 'real', {
    clock,
    timer: new SystemTimer(),
    logger: silentLogger,
  });
  const name = 'plan-29-ba-dinh.docx';
  const plan = await readPlanFile(
    { name, bytes: await readFile(resolve('src/sandbox/sample', name)) },
    today,
  );
  if (isRefused(plan)) throw new Error('the sample plan was refused');
  await importPlan(
    office.dependencies,
    { ...plan, head: { ...plan.head, period: { from: year - 3, to: year + 2 } } },
    null,
  );
  await office.database.close();
}
