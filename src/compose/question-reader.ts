import { existsSync } from 'node:fs';
import { namesOf } from '../bot/names.ts';
import type { ReadQuestion } from '../cli/understand-command.ts';
import { SystemClock } from '../clock/system-clock.ts';
import { SystemTimer } from '../clock/system-timer.ts';
import type { Config } from '../config/config.ts';
import { buildNameIndex } from '../core/question/name-index.ts';
import type { NameEntry } from '../core/question/names/name-entry.ts';
import { understand } from '../core/question/understand.ts';
import type { Zone } from '../core/time/instant.ts';
import { createLogger } from '../observability/logger.ts';
import { openOffice } from './office.ts';
import { sampleNames } from './sample-world.ts';

/** Reads questions with the names of the office's database; without one, with those of the sample. */
export async function openQuestionReader(config: Config): Promise<ReadQuestion> {
  const stored = hasDatabase(config.databaseUrl) ? await storedNames(config) : [];
  const names = buildNameIndex(stored.length > 0 ? stored : await sampleNames());
  const zone = config.timeZone as Zone;
  return (text, spokenTo, now) => understand(text, { now, zone, spokenTo, botNames: ['bot'], names });
}

async function storedNames(config: Config): Promise<NameEntry[]> {
  const office = await openOffice(config, null, {
    clock: new SystemClock(),
    timer: new SystemTimer(),
    logger: createLogger('warn', process.stderr),
  });
  try {
    const { read } = office.dependencies.unitOfWork;
    return namesOf(await read.organisation.directory(), await read.plans.book());
  } finally {
    await office.database.close();
  }
}

/** Understanding a message is no reason to make a database. */
const hasDatabase = (url: string): boolean =>
  !url.startsWith('file:') || existsSync(url.slice('file:'.length));
