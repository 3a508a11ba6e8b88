import { createInterface } from 'node:readline';
import { askCommand } from '../cli/ask-command.ts';
import type { Command } from '../cli/command.ts';
import { deadlineCommand } from '../cli/deadline-command.ts';
import { doctorCommand } from '../cli/doctor-command.ts';
import { migrateCommand } from '../cli/migrate-command.ts';
import { noticesCommand } from '../cli/notices-command.ts';
import { obligationsCommand } from '../cli/obligations-command.ts';
import { orgImportCommand } from '../cli/org-import-command.ts';
import { peopleImportCommand } from '../cli/people-import-command.ts';
import { planImportCommand } from '../cli/plan-import-command.ts';
import { planRollCommand } from '../cli/plan-roll-command.ts';
import { runCli } from '../cli/run-cli.ts';
import { startCommand } from '../cli/start-command.ts';
import { understandCommand } from '../cli/understand-command.ts';
import { SystemClock } from '../clock/system-clock.ts';
import { SystemTimer } from '../clock/system-timer.ts';
import type { Config } from '../config/config.ts';
import { environment } from '../config/environment.ts';
import { readConfig } from '../config/read-config.ts';
import type { Instant } from '../core/time/instant.ts';
import { LIMIT_BYTES } from '../importer/documents/detect-format.ts';
import { readOrganisationFile } from '../importer/organisation/read-organisation.ts';
import { readPeopleCsv } from '../importer/organisation/read-people.ts';
import { readPlanFile } from '../importer/read-plan-file.ts';
import { createLogger } from '../observability/logger.ts';
import { askConversation } from './ask.ts';
import { explain } from './explain.ts';
import { type Office, openOffice } from './office.ts';
import { startProgram } from './program.ts';
import { openQuestionReader } from './question-reader.ts';
import { sayRehearsed } from './say-rehearsed.ts';

/** sysexits.h, EX_CONFIG */
const WRONG_CONFIG = 78;

const print = (line: string): void => void process.stdout.write(`${line}\n`);
const complain = (line: string): void => void process.stderr.write(`${line}\n`);

/** Runs one command of the program and returns its exit code; everything it opened is closed by then. */
export async function runProgram(args: readonly string[]): Promise<number> {
  const reading = readConfig(environment());
  if (!reading.ok) {
    for (const { name, problem } of reading.problems) complain(`${name} ${problem}`);
    return WRONG_CONFIG;
  }
  const { config } = reading;
  // Whoever reads may read no further (`… | head`): the command ends its work all the same.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
  const offices: Office[] = [];
  try {
    return await runCli(args, commandsOf(config), {
      print,
      complain,
      clock: new SystemClock(),
      readInput: () => createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY }),
      office: async (now) => {
        const office = await openOffice(config, null, {
          clock: standingAt(now),
          timer: new SystemTimer(),
          logger: createLogger('warn', process.stderr),
        });
        offices.push(office);
        return office;
      },
    });
  } catch (error) {
    const reason = explain(error);
    if (reason === null) throw error;
    complain(reason);
    return 1;
  } finally {
    for (const office of offices) await office.database.close();
  }
}

function commandsOf(config: Config): ReadonlyMap<string, Command> {
  const start = () =>
    startProgram(config, { logger: createLogger(config.logLevel), timer: new SystemTimer() });
  return new Map([
    ['start', startCommand(start)],
    ['migrate', migrateCommand],
    ['doctor', doctorCommand],
    ['plan import', planImportCommand(readPlanFile, LIMIT_BYTES)],
    ['plan roll', planRollCommand],
    ['org import', orgImportCommand(readOrganisationFile, LIMIT_BYTES)],
    ['people import', peopleImportCommand(readPeopleCsv, LIMIT_BYTES)],
    ['obligations', obligationsCommand],
    ['understand', understandCommand(() => openQuestionReader(config))],
    ['ask', askCommand(askConversation)],
    ['deadline', deadlineCommand],
    ['notices', noticesCommand(sayRehearsed)],
  ]);
}

const standingAt = (now: Instant | null) => (now === null ? new SystemClock() : { now: () => now });
