import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import Libsql from 'libsql';
import { DAY, EVE, fillOffice, MORNING } from '../endurance/big-office.ts';
import { SystemTimer } from '../src/clock/system-timer.ts';
import { openDatabase } from '../src/storage/open-database.ts';
import { silentLogger } from '../test/support/database.ts';
import { NODE_FLAGS } from '../test/support/program-process.ts';
import { bundled } from './bundled.ts';
import { type Measure, medianOf } from './measure.ts';

const DUE = 100;
const FEW = 36_000;
const MANY = 1_000_000;

interface Ticked {
  readonly ms: number;
  readonly residentMb: number;
}

/** A tick with as many due in a small database and in a large one. */
export async function benchTick(): Promise<Measure[]> {
  const worker = await bundled('tick-worker');
  const few = await tickWith(worker, FEW);
  const many = await tickWith(worker, MANY);
  const shown = (ms: number) => `${ms.toFixed(0)} ms`;
  return [
    {
      name: `a tick with ${DUE} due of 1,000,000 stored obligations, of 36,000`,
      result: `${shown(many.ms)}, ${shown(few.ms)}: ${(many.ms / few.ms).toFixed(2)} ×`,
      aim: '≤ 1.5 ×',
    },
    {
      name: 'resident memory after it, with 1,000,000',
      result: `${many.residentMb.toFixed(0)} MB`,
      aim: '< 150 MB',
    },
  ];
}

async function tickWith(worker: string, stored: number): Promise<Ticked> {
  const folder = await mkdtemp(join(tmpdir(), 'dung-han-tick-'));
  const path = join(folder, 'office.db');
  try {
    const database = await openDatabase(`file:${path}`, { timer: new SystemTimer(), logger: silentLogger });
    await fillOffice(database, DUE);
    await database.close();
    storeMore(path, stored - DUE);
    const args = [...NODE_FLAGS, worker, path, DAY, String(EVE), String(MORNING)];
    const { stdout } = await promisify(execFile)(process.execPath, args);
    const { times, residentMb, planned } = JSON.parse(stdout) as {
      times: number[];
      residentMb: number;
      planned: number;
    };
    if (planned !== DUE) throw new Error(`the tick planned ${planned} of ${DUE}`);
    return { ms: medianOf(times), residentMb };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Copies of those there are, of other cycles and with stages on other days. */
function storeMore(path: string, count: number): void {
  const database = new Libsql(path);
  const columns = (database.pragma('table_info(obligation)') as { name: string }[]).map(({ name }) => name);
  const changed: Readonly<Record<string, string>> = {
    id: "lower(hex(randomblob(4)) || '-' || hex(randomblob(12)))",
    period_key: "'c' || n.i",
    due_on: "date('2024-12-11', '+' || (n.i % 400) || ' days')",
    named_on: "date('2024-12-11', '+' || (n.i % 400) || ' days')",
    last_on: "date('2024-12-11', '+' || (n.i % 400) || ' days')",
    overdue_from: "date('2024-12-12', '+' || (n.i % 400) || ' days')",
    next_stage_on: "date('2024-12-11', '+' || (n.i % 400) || ' days')",
  };
  database.exec(
    `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${Math.ceil(count / DUE)})
     INSERT INTO obligation (${columns.map((name) => `"${name}"`).join(', ')})
     SELECT ${columns.map((name) => changed[name] ?? `o."${name}"`).join(', ')}
     FROM n, (SELECT * FROM obligation) o`,
  );
  database.close();
}
