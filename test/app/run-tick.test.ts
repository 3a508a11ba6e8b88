import * as fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Line, Notice } from '../../src/app/ports/notice-repository.ts';
import { reportProgress } from '../../src/app/report/report-progress.ts';
import { runTick } from '../../src/app/tick/run-tick.ts';
import { rehearseNotices } from '../../src/app/upcoming/rehearse-notices.ts';
import { sayRehearsed } from '../../src/compose/say-rehearsed.ts';
import { ownerName } from '../../src/core/obligation/owner-name.ts';
import { calendarsOf } from '../../src/core/organisation/calendars.ts';
import { nextSlotAfter } from '../../src/core/slot/slots.ts';
import { addMs, DAY_MS, HOUR_MS, type Instant, isoInZone, type Zone } from '../../src/core/time/instant.ts';
import { dateOf } from '../../src/core/time/local-date.ts';
import { instant, type Office } from '../support/office.ts';
import { LAN, sampleOffice } from '../support/sample-office.ts';
import { obligationOf } from './obligation-of.ts';

const ZONE = 'Asia/Ho_Chi_Minh' as Zone;

let office: Office;

beforeEach(async () => {
  office = await sampleOffice();
  await tick(office.clock.now());
});

const tick = async (at: Instant | string): Promise<void> => {
  const now = typeof at === 'string' ? instant(at) : at;
  office.clock.moveTo(now);
  await runTick(office.dependencies, now);
};

/** Without a slot missed, as the scheduler does when nothing goes wrong. */
async function walk(until: string): Promise<void> {
  const { settings } = await office.directory();
  const { work } = calendarsOf(settings);
  const next = (at: Instant) => nextSlotAfter(at, settings, work);
  for (let at = next(office.clock.now()); at <= instant(until); at = next(at)) await tick(at);
  await tick(until);
}

interface Said {
  readonly notice: Notice;
  readonly lines: readonly Line[];
  readonly to: string;
}

/** All notices planned so far, by time, with whom they are for. */
async function said(kind?: Notice['kind']): Promise<Said[]> {
  const directory = await office.directory();
  const far = addMs(instant('2024-01-01T00:00:00+07:00'), 2000 * DAY_MS);
  const notices = await office.read.notices.list({ states: ['planned'], from: 0 as Instant, to: far });
  const all = [];
  for (const notice of notices.filter((one) => kind === undefined || one.kind === kind)) {
    const { addressee } = notice;
    const name =
      addressee.kind === 'person'
        ? directory.people.find(({ id }) => id === addressee.id)?.name
        : directory.chats.find(({ id }) => id === addressee.id)?.title;
    all.push({ notice, lines: await office.read.notices.linesOf(notice.id), to: name ?? '' });
  }
  return all;
}

async function linesShown(all: readonly Said[]): Promise<string[]> {
  const directory = await office.directory();
  const book = await office.read.plans.book();
  const ids = all.flatMap(({ lines }) => lines.map(({ obligationId }) => obligationId));
  const obligations = await office.read.obligations.byIds(ids);
  return all.flatMap(({ notice, lines, to }) =>
    lines.map(({ obligationId, stage, dueOn }) => {
      const one = obligations.find(({ id }) => id === obligationId);
      const task = book.tasks.find(({ id }) => id === one?.taskId);
      const owner = one === undefined ? '?' : ownerName(directory, one.owner);
      return `${notice.slot} ${to}: ${task?.no} of ${owner}, due ${dueOn}, ${stage}`;
    }),
  );
}

describe('Monday 4 November 2024', () => {
  test('before the slots nothing is planned', async () => {
    await tick('2024-11-04T08:29:59+07:00');

    expect(await said()).toEqual([]);
  });

  test('at 09:30 each group gets its digest and the secretary an overview, once', async () => {
    await tick('2024-11-04T09:29:59+07:00');
    expect(await said('digest')).toEqual([]);

    await tick('2024-11-04T09:30:00+07:00');
    await tick('2024-11-04T09:31:00+07:00');

    expect((await said()).map(({ notice, to }) => `${notice.kind} ${to}`).toSorted()).toEqual([
      'digest Cụm THCS số 1',
      'digest Cụm thi đua số 1',
      'overview Trần Thị Hương',
    ]);
    expect((await said()).every(({ notice }) => !notice.late)).toBe(true);
  });
});

test('reminders climb the ladder of a deadline, each stage once, and stop when it is done', async () => {
  await walk('2024-12-23T12:00:00+07:00');
  const cluster = await obligationOf(office, { task: '6', owner: 'Cụm thi đua số 1', dueOn: '2024-12-19' });
  await reportProgress(office.dependencies, office.request(LAN), cluster.id, { kind: 'done' });
  await walk('2025-01-06T12:00:00+07:00');

  const mine = (await linesShown(await said('reminder'))).filter((line) =>
    line.includes('Nguyễn Thị Lan: 6 '),
  );
  expect(mine).toEqual([
    '2024-12-05 Nguyễn Thị Lan: 6 of Cụm thi đua số 1, due 2024-12-19, before-14',
    '2024-12-16 Nguyễn Thị Lan: 6 of Cụm thi đua số 1, due 2024-12-19, before-3',
    '2024-12-19 Nguyễn Thị Lan: 6 of Cụm thi đua số 1, due 2024-12-19, due',
    '2024-12-23 Nguyễn Thị Lan: 6 of Cụm thi đua số 1, due 2024-12-19, after-1',
  ]);
});

test('the same lines are owed whether the clock walks, is watched closely or is restarted in between', async () => {
  const until = '2024-12-20T12:00:00+07:00';
  await walk(until);
  const walked = await linesShown(await said('reminder'));

  const other = await sampleOffice();
  office = other;
  await tick(other.clock.now());
  for (let at = other.clock.now(); at < instant(until); at = addMs(at, 337 * 60_000)) {
    await Promise.all([tick(at), tick(at), tick(addMs(at, -HOUR_MS))]);
  }
  await tick(until);

  expect(walked.length).toBeGreaterThan(5);
  expect(await linesShown(await said('reminder'))).toEqual(walked);
});

test('over any ticks, late, early, repeated or out of order, no line and no notice is owed twice', async () => {
  const minutes = fc.integer({ min: 0, max: 60 * 24 * 60 });
  await fc.assert(
    fc.asyncProperty(fc.array(minutes, { minLength: 1, maxLength: 10 }), async (all) => {
      office = await sampleOffice();
      const start = office.clock.now();
      await tick(start);
      for (const count of all) await tick(addMs(start, count * 60_000));

      const latest = addMs(start, Math.max(...all) * 60_000);
      const found = await said();
      const lines = (await linesShown(found)).map((line) => line.replace(/^\S+ /, ''));
      const slots = found.map(({ notice, to }) => `${notice.kind} ${to} ${notice.slot}`);
      expect(new Set(lines).size).toBe(lines.length);
      expect(new Set(slots).size).toBe(slots.length);
      for (const { notice } of found) expect(notice.at <= latest).toBe(true);
      await office.close();
    }),
    { numRuns: 12 },
  );
});

test('three days away are caught up in one late notice to each, of the state now', async () => {
  await tick('2024-12-04T12:00:00+07:00');
  const before = (await said()).length;

  // Down from Wednesday noon: the reminders of Thursday 5, Friday 6 and Monday 9 are missed, and Monday's digest.
  await tick('2024-12-09T14:00:00+07:00');

  const caught = (await said()).slice(before);
  const keys = caught.map(({ notice, to }) => `${notice.kind} ${to}`);
  expect(caught.length).toBeGreaterThan(3);
  expect(new Set(keys).size).toBe(keys.length);
  expect(caught.every(({ notice }) => notice.late && notice.slot === '2024-12-09')).toBe(true);
  expect(await linesShown(caught.filter(({ to }) => to === 'Nguyễn Thị Lan'))).toEqual([
    '2024-12-09 Nguyễn Thị Lan: 6 of Cụm thi đua số 1, due 2024-12-19, before-14',
  ]);
});

test('a tick a few minutes after its slot is not called late', async () => {
  await tick('2024-11-04T10:29:00+07:00');
  expect((await said('digest')).map(({ notice }) => notice.late)).toEqual([false, false]);

  await tick('2024-11-11T10:30:00+07:00');
  const monday = (await said('digest')).filter(({ notice }) => notice.slot === '2024-11-11');
  expect(monday.map(({ notice }) => notice.late)).toEqual([true, true]);
});

test('over Tết nobody is written to, and work begins with the first working day', async () => {
  await walk('2025-01-24T23:55:00+07:00');
  const before = (await said()).length;

  await walk('2025-02-02T23:55:00+07:00');
  expect((await said()).length).toBe(before);

  await walk('2025-02-03T12:00:00+07:00');
  const first = (await said()).slice(before);
  expect(first.map(({ notice }) => notice.kind)).toEqual(expect.arrayContaining(['digest', 'overview']));
  expect(first.every(({ notice }) => isoInZone(notice.at, ZONE).startsWith('2025-02-03'))).toBe(true);
});

test('the digest of a Monday that is a holiday comes on Tuesday', async () => {
  office.moveTo('2025-04-06T20:00:00+07:00');
  await tick(office.clock.now());
  const before = (await said('digest')).length;

  await walk('2025-04-09T12:00:00+07:00');

  const slots = (await said('digest')).slice(before).map(({ notice }) => notice.slot);
  expect(slots).toEqual(['2025-04-08', '2025-04-08']);
});

test('a rehearsal tells what the clock will bring, and writes nothing', async () => {
  const from = office.clock.now();
  const to = instant('2024-12-06T12:00:00+07:00');
  const rehearsed = await rehearseNotices(office.dependencies, from, to, sayRehearsed);
  expect(await said()).toEqual([]);

  await walk('2024-12-06T12:00:00+07:00');

  const shown = (notice: Notice) => `${notice.slot} ${notice.kind} ${notice.addressee.id}`;
  expect(rehearsed.length).toBeGreaterThan(12);
  expect(rehearsed.map(({ notice }) => shown(notice)).toSorted()).toEqual(
    (await said()).map(({ notice }) => shown(notice)).toSorted(),
  );
  expect(rehearsed.every(({ notice }) => !notice.late)).toBe(true);
  expect(rehearsed.some(({ text }) => text?.includes('Căn cứ nhắc'))).toBe(true);
});

test('what is merged in a rehearsal is told with what says it', async () => {
  await walk('2025-01-01T18:00:00+07:00');
  const from = office.clock.now();
  const to = instant('2025-01-02T12:00:00+07:00');

  const rehearsed = await rehearseNotices(office.dependencies, from, to, sayRehearsed);

  const handed = rehearsed.find(({ notice }) => notice.kind === 'escalation');
  const morning = rehearsed.filter(({ notice }) => notice.addressee.id === handed?.notice.addressee.id);
  const saying = morning.filter(({ text }) => text !== null);
  const merged = morning.filter(({ text, lines }) => text === null && lines.length > 0);
  expect(saying.map(({ text }) => text)).toEqual([
    expect.stringMatching(/nhiệm vụ cần cập nhật[\s\S]*đã qua lần nhắc cuối/),
  ]);
  expect(merged.length).toBeGreaterThan(0);
  expect(saying[0]?.merged).toEqual(merged.flatMap(({ lines }) => lines));
});

test('a rehearsal of a week beyond what is stored says what will be due then, and leaves nothing behind', async () => {
  const stored = await office.read.obligations.inRange(dateOf('2024-01-01'), dateOf('2030-12-31'));
  const from = instant('2025-12-14T00:00:00+07:00');

  const rehearsed = await rehearseNotices(office.dependencies, from, addMs(from, 7 * DAY_MS), sayRehearsed);

  const reminders = rehearsed.filter(({ notice, text }) => notice.kind === 'reminder' && text !== null);
  expect(reminders.map(({ text }) => text?.includes('19/12/2025'))).toContain(true);
  const after = await office.read.obligations.inRange(dateOf('2024-01-01'), dateOf('2030-12-31'));
  expect(after.length).toBe(stored.length);
});
