import * as fc from 'fast-check';
import { beforeEach, expect, test } from 'vitest';
import { giveTask } from '../../src/app/assignment/give-task.ts';
import { NOTICE_STATES } from '../../src/app/ports/notice-repository.ts';
import { reportProgress } from '../../src/app/report/report-progress.ts';
import type { Action } from '../../src/bot/buttons/action.ts';
import { instantOf } from '../../src/core/time/instant.ts';
import { dateOf } from '../../src/core/time/local-date.ts';
import { obligationOf } from '../app/obligation-of.ts';
import type { Office } from '../support/office.ts';
import { DUC, HA, LAN, LEADER, SECRETARY, STRANGER, sampleOffice, WARDS } from '../support/sample-office.ts';
import { tickAt } from '../support/time-passes.ts';
import { ACTIONS } from './buttons/arbitrary-action.ts';
import { shown } from './shown.ts';

const REASON = 'chưa có kinh phí';
const A_KIND = 3;

let office: Office;
let actions: readonly Action[];

/** Late work, a reason, a task of the day, notices: something for every button to be about. */
beforeEach(async () => {
  office = await sampleOffice();
  await tickAt(office, office.clock.now());
  const mine = await obligationOf(office, { task: '7', owner: 'UBND phường Kim Mã' });
  await reportProgress(office.dependencies, office.request(DUC), mine.id, {
    kind: 'blocked',
    reason: REASON,
  });
  const { units } = await office.directory();
  await tickAt(office, '2025-01-20T10:00:00+07:00');
  await giveTask(office.dependencies, office.request(SECRETARY), {
    title: 'Gửi danh sách CSTĐ',
    recipients: units.slice(0, 3).map(({ id }) => ({ kind: 'unit', id }) as const),
    day: { kind: 'once', on: dateOf('2025-01-22'), inclusive: false, time: '16:00', appliesTo: null },
    urgent: false,
    item: null,
  });
  actions = aboutWhatThereIs(await known(), 1);
});

type Known = Readonly<Record<string, readonly string[]>>;

/** What there is, by the name that the fields of actions have for it. */
async function known(): Promise<Known> {
  const directory = await office.directory();
  const { tasks, plans } = await office.read.plans.book();
  const late = await office.read.obligations.inRange(dateOf('2024-12-01'), dateOf('2025-02-01'));
  const open = late.filter(({ state }) => state !== 'withdrawn');
  const blocked = open.filter(({ reason }) => reason === REASON);
  const notices = await office.read.notices.list({
    states: NOTICE_STATES,
    from: instantOf(0),
    to: office.clock.now(),
  });
  const idsOf = (rows: readonly { readonly id: string }[]) => rows.map(({ id }) => id);
  const people = idsOf(directory.people);
  return {
    task: [...blocked, ...open]
      .map(({ taskId }) => taskId)
      .concat(tasks.filter((one) => one.given).map((one) => one.id)),
    obligation: [...idsOf(blocked), ...idsOf(open)],
    unit: idsOf(directory.units),
    cluster: idsOf(directory.clusters),
    clusterId: idsOf(directory.clusters),
    person: people,
    memberId: people,
    notice: idsOf(notices),
    rehearsal: idsOf(notices),
    plan: idsOf(plans),
  };
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-/;

/** Some of every kind, about what is really there. */
function aboutWhatThereIs(there: Known, seed: number): Action[] {
  const real = (name: string, value: unknown, turn: number): unknown => {
    if (typeof value === 'string' && UUID.test(value)) {
      const ids = there[name] ?? [];
      return ids[turn % Math.max(ids.length, 1)] ?? value;
    }
    if (typeof value !== 'object' || value === null) return value;
    const kind = 'kind' in value && typeof value.kind === 'string' ? value.kind : name;
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => [key, real(key === 'id' ? kind : key, inner, turn)]),
    );
  };
  return Object.values(ACTIONS).flatMap((arbitrary) =>
    fc
      .sample<Action>(arbitrary as fc.Arbitrary<Action>, { numRuns: A_KIND, seed })
      .map((action, turn) => real('', action, turn) as Action),
  );
}

async function traces() {
  const { read } = office;
  const audit = await read.audit.list({ skip: 0, limit: 1000 });
  return {
    directory: await read.organisation.directory(),
    book: await read.plans.book(),
    audit: audit.length,
    notices: await read.notices.countByState(),
    obligations: await read.obligations.inRange(dateOf('2024-11-01'), dateOf('2025-12-31')),
  };
}

test('a stranger changes nothing by any button, in a group or in private', async () => {
  const before = await traces();

  for (const action of actions) {
    for (const chat of [STRANGER, WARDS]) await office.press(STRANGER, chat, action);
  }

  expect(actions.length).toBeGreaterThan(3 * 80);
  expect(await traces()).toEqual(before);
});

test.each([STRANGER, HA, LAN, LEADER, SECRETARY])(
  'no button shows a group who is late, why, or a telephone number, whoever presses: %s',
  async (user) => {
    const seen: string[] = [];
    const leaks = new Set<string>();
    for (const action of actions) {
      const { edit, say = [], privately } = await office.press(user, WARDS, action);
      const there = [edit ?? [], say, privately?.notice ?? []].flat();
      const text = there.map(shown).join('\n');
      if (text !== '') seen.push(text);
      if (/quá hạn [1-9]|0\d{9}/.test(text) || text.includes(REASON)) leaks.add(action.kind);
    }
    expect([...leaks]).toEqual([]);
    expect(seen.length).toBeGreaterThan(5);
  },
);
