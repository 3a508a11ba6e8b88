import { expect, test } from 'vitest';
import { pairTasks } from '../../src/app/plan/pair-tasks.ts';
import { type RollRequest, rollPlan } from '../../src/app/plan/roll-plan.ts';
import { seePlanDraft } from '../../src/app/plan/see-plan-draft.ts';
import { alikeTasks } from '../../src/core/plan/alike-tasks.ts';
import { kinOf } from '../../src/core/plan/same-duty.ts';
import { dateOf } from '../../src/core/time/local-date.ts';
import type { Office } from '../support/office.ts';
import { SECRETARY, sampleOffice } from '../support/sample-office.ts';

const REQUEST: RollRequest = { number: null, as: null, issuedOn: null, period: null, confirmed: false };

async function roll(office: Office, request: Partial<RollRequest> = {}) {
  const outcome = await rollPlan(office.dependencies, { ...REQUEST, ...request });
  if (outcome.kind === 'refused') throw new Error(outcome.code);
  return outcome.value;
}

test('without a confirmation there is a page of dates, and nothing is written', async () => {
  const office = await sampleOffice();
  const before = await office.read.plans.book();
  const { reading, dates } = await roll(office);

  expect(reading.head).toMatchObject({ number: '29/KH-UBND (2026-2030)', period: { from: 2026, to: 2030 } });
  expect(reading.head.title).toContain('giai đoạn 2026-2030');
  expect(
    dates.filter(({ kind }) => kind === 'kept').map(({ no, before: old, after }) => [no, old, after]),
  ).toEqual([
    ['1', '2025-12-31', '2026-12-31'],
    ['2', '2025-02-28', '2026-02-28'],
    ['3', '2025-03-30', '2026-03-30'],
    ['3', '2025-10-30', '2026-10-30'],
    ['4', '2025-07-30', '2026-07-30'],
    ['4', '2025-01-30', '2026-01-30'],
    ['5', '2025-09-30', '2026-09-30'],
    ['6', '2025-12-20', '2026-12-20'],
    ['6', '2025-05-30', '2026-05-30'],
    ['7', '2025-01-15', '2026-01-15'],
    ['19', '2025-03-31', '2026-03-31'],
  ]);
  expect(dates.filter(({ kind }) => kind === 'once')).toMatchObject([
    { no: '9.10', before: '2021-03-30', after: null },
    { no: '10', before: '2024-11-30', after: null },
  ]);
  expect(await office.read.plans.book()).toEqual(before);
});

test('is called by its years, or by the one year', async () => {
  const office = await sampleOffice();
  const { reading } = await roll(office, { period: { from: 2026, to: 2026 } });

  expect(reading.head.number).toBe('29/KH-UBND (2026)');
});

test('confirmed, the plan of the next period is in force beside the old one; days of one time wait', async () => {
  const office = await sampleOffice();
  const { from } = await roll(office, { confirmed: true, as: '31/KH-UBND', issuedOn: dateOf('2024-11-04') });
  const { plans, tasks } = await office.read.plans.book();
  const plan = plans.find(({ number }) => number === '31/KH-UBND');

  expect(plan).toMatchObject({ periodFrom: '2026-01-01', periodTo: '2030-12-31' });
  expect(tasks.filter(({ planId }) => planId === plan?.id)).toHaveLength(31);
  expect(tasks.filter(({ planId }) => planId === from.id)).toHaveLength(40);
  const draft = plan === undefined ? null : await office.read.planDrafts.inForce(plan.id);
  const seen = draft === null ? null : await seePlanDraft(office.read, draft, office.clock.now());
  // What nobody had decided of the old plan waits in the new one; rows of single events are gone with their years.
  expect(seen?.matters.map(({ key }) => key)).toEqual([
    'DEADLINE_CYCLE_UNCLEAR task 1',
    'DEADLINE_REVIEW task 9.10',
    'DEADLINE_REVIEW task 10',
    'ROW_DUPLICATED task 20',
  ]);
  expect(draft?.reading.sections[0]?.title).toContain('phong trào thi đua');
});

test('rows that are one duty go on as one in the next period, and are not offered against the old plan', async () => {
  const office = await sampleOffice();
  const rowOf = async (number: string, no: string) => {
    const { plans, tasks } = await office.read.plans.book();
    const plan = plans.find((one) => one.number === number);
    const task = tasks.find((one) => one.planId === plan?.id && one.no === no);
    if (task === undefined) throw new Error(`${number} has no row ${no}`);
    return task;
  };
  const rows = [(await rowOf('29/KH-UBND', '11')).id, (await rowOf('29/KH-UBND', '20')).id] as const;
  await pairTasks(office.dependencies, office.request(SECRETARY), rows, true);
  await roll(office, { confirmed: true, as: '31/KH-UBND', issuedOn: dateOf('2024-11-04') });

  const book = await office.read.plans.book();
  const kin = kinOf(book, await rowOf('31/KH-UBND', '20'));
  expect(kin.map(({ no }) => no)).toEqual(['11', '20']);
  expect(alikeTasks(book, dateOf('2024-11-04'))).toEqual([]);
});

test.each([
  [{ number: '99/KH-UBND' }, 'PLAN_UNKNOWN'],
  [{ as: '29/KH-UBND' }, 'PLAN_ALREADY_IN_FORCE'],
])('%j is refused: %s', async (request, code) => {
  const office = await sampleOffice();

  expect(await rollPlan(office.dependencies, { ...REQUEST, ...request })).toMatchObject({
    kind: 'refused',
    code,
  });
});
