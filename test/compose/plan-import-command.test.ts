import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { planImportCommand } from '../../src/cli/plan-import-command.ts';
import { LIMIT_BYTES } from '../../src/importer/documents/detect-format.ts';
import { readPlanFile } from '../../src/importer/read-plan-file.ts';
import { planText } from '../support/plan-in-force.ts';
import { sampleOffice } from '../support/sample-office.ts';

let folder: string | null = null;

afterEach(async () => {
  if (folder !== null) await rm(folder, { recursive: true });
});

async function planImport(name: string, words: string, ...options: string[]) {
  const { database, dependencies, clock, read } = await sampleOffice();
  folder = await mkdtemp(join(tmpdir(), 'plan-'));
  const path = join(folder, name);
  await writeFile(path, words);
  const said: string[] = [];
  const complaints: string[] = [];
  const exit = await planImportCommand(readPlanFile, LIMIT_BYTES).run({
    args: [path, ...options],
    readInput: () => (async function* () {})(),
    print: (line) => void said.push(line),
    complain: (line) => void complaints.push(line),
    office: () => Promise.resolve({ database, dependencies }),
    clock,
  });
  return { exit, said, complaints, plans: (await read.plans.book()).plans.map(({ number }) => number) };
}

test('a refusal names the words that it is about', async () => {
  const { exit, complaints, plans } = await planImport(
    'a.csv',
    'TT;Nhiệm vụ;Chủ trì;Thời hạn\n1;=cmd|calc;Phòng Y tế;30/6/2025',
  );

  expect(exit).toBe(1);
  expect(complaints[0]).toContain('“=cmd|calc”');
  expect(plans).toEqual(['29/KH-UBND']);
});

test('a dry run lists what this office must decide, and writes nothing', async () => {
  const plan = planText('77/KH-UBND', 'năm 2025', [
    '1\tKý giao ước\tCụm trưởng\tKhối mầm non: trước 15/3/2025; cụm hành chính: trước 30/3/2025',
    '2\tTổng kết\tBan Điều phối liên vùng\tTrước ngày 20/12/2025',
  ]);
  const listed = await planImport('a.txt', plan, '--dry-run');
  const json = await planImport('a.txt', plan, '--dry-run', '--json');

  const codes = (JSON.parse(json.said.join('')) as { undecided: { what: string }[] }).undecided;
  expect(codes.map(({ what }) => what)).toEqual(['DEADLINE_FOR_UNKNOWN_KIND', 'LEAD_UNKNOWN']);
  expect(
    listed.said.filter((line) => line.startsWith('undecided')).map((line) => line.split('\t')[1]),
  ).toEqual(['task 1', 'task 2']);
  expect(listed.plans).toEqual(['29/KH-UBND']);
});
