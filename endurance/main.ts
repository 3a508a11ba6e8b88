// `npm run endurance`: long runs of faults; with `-- --write` the tables go to docs/benchmarks.md. Two numbers after
// it make the run shorter or longer: how many kills, how many days.
import { readFile, writeFile } from 'node:fs/promises';
import { startPostgres } from '../test/support/postgres-server.ts';
import { killedDay } from './kills.ts';
import { sharedDays } from './month.ts';

const REPORT = 'docs/benchmarks.md';
const MARK = /(<!-- endurance -->\n)[\s\S]*(<!-- \/endurance -->)/;
const REMINDERS = 500;

const [kills = 200, days = 31] = process.argv.slice(2).map(Number).filter(Number.isFinite);

const rows = [...(await killedDay(REMINDERS, kills)), ...(await month())];
const table = ['| run | result |', '|---|---|', ...rows.map((row) => `| ${row.join(' | ')} |`)].join('\n');
process.stdout.write(`${table}\n`);
if (process.argv.includes('--write')) {
  const report = await readFile(REPORT, 'utf8');
  await writeFile(REPORT, report.replace(MARK, `$1\n${table}\n\n$2`));
}
process.exitCode = rows.some(([, result]) => result === 'NO') ? 1 : 0;

async function month(): Promise<[string, string][]> {
  const server = await startPostgres();
  try {
    await server.createDatabase('month');
    const { user, password, host, port } = server;
    return await sharedDays(`postgresql://${user}:${password}@${host}:${port}/month`, days);
  } finally {
    await server.stop();
  }
}
