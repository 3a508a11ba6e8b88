import { beforeEach, describe, expect, test } from 'vitest';
import type { Notice } from '../../src/app/ports/notice-repository.ts';
import { judgeReports } from '../../src/app/report/judge-reports.ts';
import { recordForOwners } from '../../src/app/report/record-for-owners.ts';
import { reportProgress } from '../../src/app/report/report-progress.ts';
import type { UnitId } from '../../src/core/id.ts';
import type { Obligation } from '../../src/core/obligation/obligation.ts';
import { OPEN_ENDED } from '../../src/core/organisation/person.ts';
import { addMs, HOUR_MS } from '../../src/core/time/instant.ts';
import { outcomeShown } from '../bot/shown.ts';
import type { Office } from '../support/office.ts';
import { outcomeOf } from '../support/rendered.ts';
import { LAN, LEADER, SECRETARY, sampleOffice } from '../support/sample-office.ts';
import { obligationOf } from './obligation-of.ts';

let office: Office;
let ward: Obligation;

beforeEach(async () => {
  office = await sampleOffice();
  office.moveTo('2024-11-04T09:10:00+07:00');
  ward = await obligationOf(office, { task: '7', owner: 'UBND phường Điện Biên' });
});

const report = (user: string, claim: Parameters<typeof reportProgress>[3]) =>
  reportProgress(office.dependencies, office.request(user), ward.id, claim);

const personOf = async (user: string) =>
  (await office.directory()).identities.find((known) => known.user === user)?.personId;

async function notesTo(user: string): Promise<Notice[]> {
  const from = addMs(office.clock.now(), -48 * HOUR_MS);
  const planned = await office.read.notices.list({
    states: ['planned'],
    from,
    to: addMs(office.clock.now(), 2 * HOUR_MS),
  });
  const id = await personOf(user);
  return planned.filter(({ kind, addressee }) => kind === 'report_note' && addressee.id === id);
}

async function said(notice: Notice | undefined): Promise<string> {
  if (notice === undefined) throw new Error('nothing is to be said');
  return outcomeShown(await outcomeOf(office, notice));
}

describe('the others of the unit', () => {
  test('get one message for the reports of one hour, and whoever reported gets none', async () => {
    await report(LAN, { kind: 'percent', percent: 25 });
    office.clock.advance(60_000);
    await report(LAN, { kind: 'done' });

    const [note, ...more] = await notesTo(LEADER);
    expect(more).toEqual([]);
    expect(await notesTo(LAN)).toEqual([]);
    expect(note === undefined ? [] : await office.read.notices.linesOf(note.id)).toHaveLength(2);
    expect(await said(note)).toBe(
      'UBND phường Điện Biên vừa được ghi nhận: mục 7 đã hoàn thành (09:11 04/11, đồng chí Nguyễn Thị Lan).\n[Chưa đúng]',
    );
  });

  test('but whoever is on leave, for whom somebody stands in', async () => {
    const [lan, leader] = [await personOf(LAN), await personOf(LEADER)];
    if (lan === undefined || leader === undefined) throw new Error('nobody serves the ward');
    const unitId = ward.owner.id as UnitId;
    await office.dependencies.unitOfWork.run((tx) =>
      tx.organisation.addAppointment({
        ...OPEN_ENDED,
        personId: leader,
        role: 'focal_point',
        unitId,
        clusterId: null,
        standsInFor: lan,
      }),
    );

    await recordForOwners(office.dependencies, office.request(SECRETARY), [ward.id], {
      source: 'phone',
      saidBy: '',
    });

    expect(await notesTo(LAN)).toEqual([]);
    expect(await notesTo(LEADER)).toHaveLength(1);
  });

  test('read from where the secretariat had it, and by whom', async () => {
    await recordForOwners(office.dependencies, office.request(SECRETARY), [ward.id], {
      source: 'phone',
      saidBy: 'đ/c Bình',
    });

    const text = await said((await notesTo(LAN))[0]);
    expect(text).toContain('ghi nhận theo điện thoại lúc 09:10 04/11 (đ/c Bình)');
    expect(text).toContain('[Chưa đúng]');
  });

  test('hear nothing of a report that was contested before it was told', async () => {
    await report(LAN, { kind: 'done' });
    const [{ id } = { id: null }] = await office.read.reports.of(ward.id);
    if (id === null) throw new Error('nothing was reported');
    await office.press(LEADER, LEADER, { kind: 'contest', report: id });

    expect(await said((await notesTo(LEADER))[0])).toContain('withheld');
  });

  test('hear nothing of a report that was returned before it was told: they are told of that', async () => {
    await report(LAN, { kind: 'done' });
    const returned = { kind: 'returned', reason: 'Thiếu phụ lục' } as const;
    await judgeReports(office.dependencies, office.request(SECRETARY), [ward.id], returned);

    expect(await said((await notesTo(LEADER))[0])).toContain('overtaken');
  });
});

describe('done that is taken back', () => {
  const taken = async (at: string) => {
    await report(LAN, { kind: 'done' });
    office.moveTo(at);
    await report(LAN, { kind: 'percent', percent: 50 });
    const [entry] = await office.read.audit.about(ward.id);
    return entry?.action;
  };

  test('until 17:30 of the next working day leaves no trace', async () => {
    expect(await taken('2024-11-05T17:30:00+07:00')).toBe('obligation.reported');
    expect(await notesTo(SECRETARY)).toEqual([]);
  });

  test('later leaves a trace, and the secretariat is told', async () => {
    expect(await taken('2024-11-05T17:30:01+07:00')).toBe('obligation.corrected_late');
    expect(await notesTo(SECRETARY)).toHaveLength(1);
  });
});

test('what two say at one instant is told truly to both', async () => {
  const outcomes = await Promise.all([report(LAN, { kind: 'done' }), report(LEADER, { kind: 'done' })]);

  const changed = outcomes.map((outcome) => outcome.kind === 'done' && outcome.value.changed);
  expect(changed.filter(Boolean)).toHaveLength(1);
  expect(await office.read.reports.of(ward.id)).toHaveLength(1);
});

test('what is recorded for several by one update is recorded once, whoever takes the update again', async () => {
  const other = await obligationOf(office, { task: '7', owner: 'UBND phường Cống Vị' });
  const from = { source: 'paper', saidBy: '' } as const;
  const request = office.request(SECRETARY, SECRETARY, 'update-1');

  const first = await recordForOwners(office.dependencies, request, [ward.id, other.id], from);
  const again = await recordForOwners(office.dependencies, request, [ward.id, other.id], from);

  for (const outcome of [first, again]) {
    expect(outcome.kind === 'done' && outcome.value.recorded.length).toBe(2);
  }
  expect(await office.read.reports.of(ward.id)).toHaveLength(1);
  expect(await recordForOwners(office.dependencies, office.request(LAN), [ward.id], from)).toMatchObject({
    code: 'ACCESS_SECRETARIAT_ONLY',
  });
});
