import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { dungHan, floorBot } from './bots.ts';
import { benchBroadcast } from './broadcast.ts';
import { bundled } from './bundled.ts';
import { measureCommit } from './commit.ts';
import { measureExchanges } from './exchanges.ts';
import type { Measure } from './measure.ts';
import { prepareOffice } from './office.ts';
import { measureRunning } from './running.ts';
import { openTelegram } from './telegram.ts';
import { benchTick } from './tick.ts';

const REPORT = 'docs/benchmarks.md';
const READERS = ['deadline', 'question'];
const MARK = /(<!-- bench -->\n)[\s\S]*(<!-- \/bench -->)/;

const PARTS: Readonly<Record<string, () => Promise<Measure[]>>> = {
  program: benchProgram,
  tick: benchTick,
  broadcast: benchBroadcast,
  readers: async () => (await Promise.all(READERS.map(bundled))).flatMap(benchReader),
};

const named = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const unknown = named.filter((name) => !Object.hasOwn(PARTS, name));
if (unknown.length > 0) throw new Error(`no such part: ${unknown.join(', ')}`);
const measures: Measure[] = [];
for (const [name, measure] of Object.entries(PARTS)) {
  if (named.length === 0 || named.includes(name)) measures.push(...(await measure()));
}
const table = [
  '| measure | result | aim |',
  '|---|---|---|',
  ...measures.map(({ name, result, aim }) => `| ${name} | ${result} | ${aim} |`),
].join('\n');
process.stdout.write(`${table}\n`);
// A part alone would leave a table without the rest.
if (process.argv.includes('--write') && named.length === 0) {
  const machine = `Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown processor'}`;
  const report = await readFile(REPORT, 'utf8');
  await writeFile(REPORT, report.replace(MARK, `$1\n${machine}\n\n${table}\n\n$2`));
}

/** The whole program against the floor, at the same time and on one database. */
async function benchProgram(): Promise<Measure[]> {
  const home = await mkdtemp(join(tmpdir(), 'dung-han-bench-'));
  const [telegram, floorTelegram] = await Promise.all([openTelegram(), openTelegram()]);
  try {
    await prepareOffice(home, telegram);
    const contestant = floorBot(`file:${join(home, 'real.db')}`);
    const entrants = [
      { telegram: floorTelegram, contestant },
      { telegram, contestant: dungHan(home) },
    ];
    const [floor, ours] = await measureExchanges(entrants);
    if (floor === undefined || ours === undefined) throw new Error('nothing was measured');
    const running = await measureRunning(home, telegram);
    const commitMs = await measureCommit(join(home, 'commit.db'));
    return [
      compared('a question, update to accepted sendMessage', 'ms', ours.questionMs, floor.questionMs),
      compared('the same, straight after another', 'ms', ours.questionAtOnceMs, floor.questionAtOnceMs),
      compared('a button, update to accepted answer and edit', 'ms', ours.pressMs, floor.pressMs),
      compared('the same, straight after another', 'ms', ours.pressAtOnceMs, floor.pressAtOnceMs),
      compared('burst of 500 questions in 7 chats', '/s', ours.burstPerSecond, floor.burstPerSecond),
      { name: 'one durable commit on this disk (median)', result: `${commitMs.toFixed(1)} ms`, aim: '' },
      {
        name: 'start to ready on an existing database (median)',
        result: `${Math.round(running.readyMs)} ms`,
        aim: '< 2000 ms',
      },
      {
        name: 'resident memory, idle',
        result:
          running.residentMb === null ? 'not told by this system' : `${Math.round(running.residentMb)} MB`,
        aim: '< 200 MB',
      },
    ];
  } finally {
    await Promise.all([telegram.close(), floorTelegram.close()]);
    await rm(home, { recursive: true, force: true });
  }
}

function compared(name: string, unit: string, ours: number, floor: number): Measure {
  const slower = unit === 'ms' ? ours / floor : floor / ours;
  const shown = (value: number): string => (value < 100 ? value.toFixed(1) : String(Math.round(value)));
  return {
    name,
    result: `${shown(ours)} ${unit}, floor ${shown(floor)} ${unit}: ${slower.toFixed(2)} ×`,
    aim: '≤ 2.5 ×',
  };
}

/** Each in a process without a loader. */
function benchReader(path: string): Measure[] {
  return execFileSync(process.execPath, [path], { encoding: 'utf8' }).split('\n').map(asMeasure);
}

/** `name   result`, as the benches of single readers print. */
function asMeasure(line: string): Measure {
  const [name = '', ...result] = line.split(/\s{2,}/);
  return { name, result: result.join(' '), aim: '' };
}
