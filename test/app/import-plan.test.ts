import { readFile } from 'node:fs/promises';
import { beforeEach, expect, test } from 'vitest';
import { importPlan } from '../../src/app/plan/import-plan.ts';
import { ownerName } from '../../src/core/obligation/owner-name.ts';
import { partiesOf } from '../../src/core/plan/plan-book.ts';
import type { PlanReading } from '../../src/core/plan/plan-reading.ts';
import { dateOf } from '../../src/core/time/local-date.ts';
import { isRefused } from '../../src/importer/import-refusal.ts';
import { readPlanFile } from '../../src/importer/read-plan-file.ts';
import type { Office } from '../support/office.ts';
import { sampleOffice } from '../support/sample-office.ts';

let office: Office;
let reading: PlanReading;

beforeEach(async () => {
  office = await sampleOffice();
  const url = new URL('../../src/sandbox/sample/plan-29-ba-dinh.docx', import.meta.url);
  const read = await readPlanFile({ name: 'plan.docx', bytes: await readFile(url) }, dateOf('2024-11-04'));
  if (isRefused(read)) throw new Error(read.code);
  reading = read;
});

const take = (some: PlanReading) => importPlan(office.dependencies, some, null);

/** The same plan under another number, so that it can be taken beside the sample's. */
const another = (some: Partial<PlanReading> = {}): PlanReading => ({
  ...reading,
  ...some,
  head: { ...reading.head, number: '30/KH-UBND' },
});

async function obligationsOf(number: string) {
  const book = await office.read.plans.book();
  const plan = book.plans.find((one) => one.number === number);
  const tasks = book.tasks.filter(({ planId }) => planId === plan?.id);
  const stored = await office.read.obligations.inRange(dateOf('2024-01-01'), dateOf('2027-01-01'));
  return stored.filter(({ taskId }) => tasks.some(({ id }) => id === taskId));
}

test('the sample plan is in force with all its tasks, parents and parties', async () => {
  const { tasks, movements, events } = await office.read.plans.book();

  expect(tasks.map(({ no }) => no)).toEqual(reading.tasks.map(({ no }) => no));
  expect(new Set(tasks.map(({ no }) => no.split('.')[0])).size).toBe(20);
  expect(tasks.filter(({ no }) => no.startsWith('9.')).every(({ parentId }) => parentId !== null)).toBe(true);
  expect(movements).toHaveLength(reading.movements.length);
  expect(events).toHaveLength(reading.events.length);
  expect(tasks.flatMap((task) => partiesOf(task, 'lead')).every(({ words }) => words !== '')).toBe(true);
});

test('a lead by name becomes the unit, however the plan spells it', async () => {
  const directory = await office.directory();
  const owners = new Set((await obligationsOf('29/KH-UBND')).map(({ owner }) => ownerName(directory, owner)));

  expect([...owners]).toEqual(
    expect.arrayContaining(['Phòng Nội vụ', 'Cụm thi đua số 1', 'Cụm thi đua THCS số 1']),
  );
});

test('task 6 is due on different days for the two kinds of cluster, and on one day for each', async () => {
  const directory = await office.directory();
  const { tasks } = await office.read.plans.book();
  const six = tasks.find(({ no }) => no === '6');
  const own = (await obligationsOf('29/KH-UBND')).filter(({ taskId }) => taskId === six?.id);

  expect(
    own.map(({ owner, dueOn, namedOn }) => `${ownerName(directory, owner)}: ${dueOn} ${namedOn}`),
  ).toEqual([
    'Cụm thi đua số 1: 2024-12-19 2024-12-20',
    'Cụm thi đua THCS số 1: 2025-05-29 2025-05-30',
    'Cụm thi đua số 1: 2025-12-19 2025-12-20',
  ]);
});

test('a plan is put in force once', async () => {
  const before = await obligationsOf('29/KH-UBND');

  expect(await take(reading)).toEqual({
    kind: 'refused',
    code: 'PLAN_ALREADY_IN_FORCE',
    params: { number: '29/KH-UBND' },
  });

  expect(await obligationsOf('29/KH-UBND')).toEqual(before);
});

test('a plan without number, day or period is not put in force', async () => {
  for (const lacking of ['number', 'issuedOn', 'period'] as const) {
    const incomplete = { ...another(), head: { ...another().head, [lacking]: null } };
    expect(await take(incomplete)).toMatchObject({ code: 'PLAN_INCOMPLETE' });
  }

  expect((await office.read.plans.book()).plans).toHaveLength(1);
});

test.each(['DEADLINE_REVIEW', 'DEADLINE_ALONE_AMONG_ROWS', 'LEAD_MISSING', 'LEAD_BY_POSITION'] as const)(
  'a row in doubt by %s keeps its words and gives nobody a deadline',
  async (code) => {
    const where = { kind: 'task', no: '6' } as const;
    const doubt = { ...reading.undecided[0], code, where } as PlanReading['undecided'][number];
    const outcome = await take(another({ undecided: [doubt] }));

    const { tasks, plans } = await office.read.plans.book();
    const plan = plans.find(({ number }) => number === '30/KH-UBND');
    const six = tasks.find(({ no, planId }) => no === '6' && planId === plan?.id);
    expect(outcome.kind).toBe('done');
    expect(six?.deadlineWords).toContain('20/12');
    expect((await obligationsOf('30/KH-UBND')).filter(({ taskId }) => taskId === six?.id)).toEqual([]);
    expect((await obligationsOf('30/KH-UBND')).length).toBeGreaterThan(10);
  },
);
