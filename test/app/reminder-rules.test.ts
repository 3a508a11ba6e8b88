import { beforeEach, expect, test } from 'vitest';
import { rollForward } from '../../src/app/plan/roll-forward.ts';
import type { Notice } from '../../src/app/ports/notice-repository.ts';
import { askExtension } from '../../src/app/report/ask-extension.ts';
import { decideExtension } from '../../src/app/report/decide-extension.ts';
import { muteObligation, snoozeNotice, takeEscalation } from '../../src/app/report/hold-reminders.ts';
import type { Obligation } from '../../src/core/obligation/obligation.ts';
import type { Task } from '../../src/core/plan/plan-book.ts';
import { dateOf } from '../../src/core/time/local-date.ts';
import { textOf } from '../support/message-text.ts';
import type { Office } from '../support/office.ts';
import { relayOver } from '../support/relay-over.ts';
import { DUC, HA, LAN, LEADER, SECRETARY, sampleOffice, WARDS } from '../support/sample-office.ts';
import { linesTold, noticesOf, tickAt, walkTo } from '../support/time-passes.ts';
import { obligationOf } from './obligation-of.ts';

let office: Office;
let review: Obligation;

beforeEach(async () => {
  office = await sampleOffice();
  await tickAt(office, office.clock.now());
  review = await obligationOf(office, { task: '6', owner: 'Cụm thi đua số 1', dueOn: '2024-12-19' });
});

const reviewLines = async (kind: Notice['kind']) =>
  (await linesTold(office, kind)).filter((line) => line.includes(': 6 of Cụm thi đua số 1,'));

const idOf = async (user: string) =>
  (await office.directory()).identities.find((known) => known.user === user)?.personId;

async function noticeTo(user: string, kind: Notice['kind'], slot: string): Promise<Notice> {
  const personId = await idOf(user);
  const found = (await noticesOf(office, kind)).find(
    (notice) => notice.addressee.id === personId && notice.slot === slot,
  );
  if (found === undefined) throw new Error(`no ${kind} to ${user} on ${slot}`);
  return found;
}

test('the last word goes to the leader too, then only the secretary hears, and nobody above', async () => {
  await walkTo(office, '2025-01-07T12:00:00+07:00');

  expect((await reviewLines('reminder')).slice(3)).toEqual([
    '2024-12-23 Nguyễn Thị Lan: 6 of Cụm thi đua số 1, after-1',
    '2024-12-25 Nguyễn Thị Lan: 6 of Cụm thi đua số 1, after-3',
    '2024-12-31 Nguyễn Thị Lan: 6 of Cụm thi đua số 1, after-7',
    '2024-12-31 Nguyễn Văn Bình: 6 of Cụm thi đua số 1, after-7',
  ]);
  expect(await reviewLines('escalation')).toEqual([
    '2025-01-02 Trần Thị Hương: 6 of Cụm thi đua số 1, handed',
  ]);
  const stored = await office.read.obligations.byId(review.id);
  expect(stored?.nextStageOn).toBeNull();
});

test('again tomorrow: one reminder more, on the next working day, and the ladder goes on', async () => {
  await walkTo(office, '2024-12-16T10:00:00+07:00');
  const notice = await noticeTo(LAN, 'reminder', '2024-12-16');

  const outcome = await snoozeNotice(office.dependencies, office.request(LAN), notice.id, 1);
  await snoozeNotice(office.dependencies, office.request(LAN), notice.id, 1);
  await walkTo(office, '2024-12-23T10:00:00+07:00');

  expect(outcome).toEqual({ kind: 'done', value: '2024-12-17' });
  expect(await reviewLines('reminder')).toEqual([
    '2024-12-05 Nguyễn Thị Lan: 6 of Cụm thi đua số 1, before-14',
    '2024-12-16 Nguyễn Thị Lan: 6 of Cụm thi đua số 1, before-3',
    '2024-12-17 Nguyễn Thị Lan: 6 of Cụm thi đua số 1, again-2024-12-17',
    '2024-12-19 Nguyễn Thị Lan: 6 of Cụm thi đua số 1, due',
    '2024-12-23 Nguyễn Thị Lan: 6 of Cụm thi đua số 1, after-1',
  ]);
  const logged = (await office.read.audit.about(review.id)).map(({ action }) => action);
  expect(logged).toEqual(['reminder.snoozed']);
  expect((await office.read.obligations.byId(review.id))?.dueOn).toBe('2024-12-19');
});

test('whoever mutes a task hears no more of it, until they take it up again', async () => {
  await walkTo(office, '2024-12-06T10:00:00+07:00');
  await muteObligation(office.dependencies, office.request(LAN), review.id, true);
  await walkTo(office, '2024-12-20T10:00:00+07:00');
  await muteObligation(office.dependencies, office.request(LAN), review.id, false);
  await walkTo(office, '2024-12-23T10:00:00+07:00');

  expect(await reviewLines('reminder')).toEqual([
    '2024-12-05 Nguyễn Thị Lan: 6 of Cụm thi đua số 1, before-14',
    '2024-12-23 Nguyễn Thị Lan: 6 of Cụm thi đua số 1, after-1',
  ]);
  const logged = (await office.read.audit.about(review.id)).map(({ action }) => action);
  expect(logged).toEqual(['reminder.unmuted', 'reminder.muted']);
});

test('a notice obeys its addressee alone, and muting only who acts for the owner', async () => {
  await walkTo(office, '2024-12-16T10:00:00+07:00');
  const notice = await noticeTo(LAN, 'reminder', '2024-12-16');

  expect(await snoozeNotice(office.dependencies, office.request(DUC), notice.id, 1)).toMatchObject({
    code: 'NOTICE_NOT_YOURS',
  });
  expect(await takeEscalation(office.dependencies, office.request(LEADER), notice.id)).toMatchObject({
    code: 'NOTICE_NOT_YOURS',
  });
  expect(await muteObligation(office.dependencies, office.request(HA), review.id, true)).toMatchObject({
    code: 'ACCESS_NOT_OWN_UNIT',
  });
});

test('the secretary waits three working days and is told once more, or calls and is not', async () => {
  await walkTo(office, '2025-01-02T10:00:00+07:00');
  const notice = await noticeTo(SECRETARY, 'escalation', '2025-01-02');

  await takeEscalation(office.dependencies, office.request(SECRETARY), notice.id);
  await snoozeNotice(office.dependencies, office.request(SECRETARY), notice.id, 3);
  await walkTo(office, '2025-01-09T10:00:00+07:00');

  expect(await reviewLines('escalation')).toEqual([
    '2025-01-02 Trần Thị Hương: 6 of Cụm thi đua số 1, handed',
    '2025-01-07 Trần Thị Hương: 6 of Cụm thi đua số 1, handed-2025-01-07',
  ]);
  const logged = (await office.read.audit.about(review.id)).map(({ action }) => action);
  expect(logged.toSorted()).toEqual(['escalation.taken', 'reminder.snoozed']);
});

test('who waited and then calls is told no more', async () => {
  await walkTo(office, '2025-01-02T10:00:00+07:00');
  const notice = await noticeTo(SECRETARY, 'escalation', '2025-01-02');

  await snoozeNotice(office.dependencies, office.request(SECRETARY), notice.id, 3);
  await takeEscalation(office.dependencies, office.request(SECRETARY), notice.id);
  await walkTo(office, '2025-01-09T10:00:00+07:00');

  expect(await reviewLines('escalation')).toEqual([
    '2025-01-02 Trần Thị Hương: 6 of Cụm thi đua số 1, handed',
  ]);
});

test('a due day that an extension moves lets its stages speak again', async () => {
  await walkTo(office, '2024-12-19T10:00:00+07:00');
  const wanted = { reason: 'Chờ số liệu', wantedOn: dateOf('2025-01-15') };
  const asked = await askExtension(office.dependencies, office.request(LAN), review.id, wanted);
  if (asked.kind === 'refused') throw new Error(asked.code);
  await decideExtension(office.dependencies, office.request(SECRETARY), asked.value.id, 'granted');
  await walkTo(office, '2025-01-15T10:00:00+07:00');

  expect((await reviewLines('reminder')).map((line) => line.replace(/ .*, /, ' '))).toEqual([
    '2024-12-05 before-14',
    '2024-12-16 before-3',
    '2024-12-19 due',
    '2024-12-31 before-14',
    '2025-01-10 before-3',
    '2025-01-15 due',
  ]);
});

test('whoever only coordinates hears of it by the digest of their group, never in private', async () => {
  const { units } = await office.directory();
  const unitOf = (code: string) => units.find((unit) => unit.code === code)?.id;
  const [led, helped] = [unitOf('P-KIMMA'), unitOf('P-DIENBIEN')];
  const { unitOfWork, ids } = office.dependencies;
  if (led === undefined || helped === undefined) throw new Error('the sample has changed');
  const party = (part: 'lead' | 'coordinator', unitId: typeof led) => ({
    part,
    party: { kind: 'unit', unitId } as const,
    words: '',
  });
  const rule = {
    kind: 'once',
    on: dateOf('2024-11-29'),
    inclusive: true,
    time: null,
    appliesTo: null,
  } as const;
  const task: Task = {
    id: ids.next<'task'>(),
    planId: null,
    no: '31',
    parentId: null,
    section: null,
    title: 'Tổng hợp điển hình tiên tiến',
    deadlineWords: 'Chậm nhất 29/11',
    parties: [party('lead', led), party('coordinator', helped)],
    rules: [{ id: ids.next<'rule'>(), rule, appliesTo: null, words: 'Chậm nhất 29/11' }],
    withdrawnOn: null,
  };
  await unitOfWork.run(async (tx) => {
    await tx.plans.saveTask(task);
    await rollForward(tx, office.clock.now(), [task]);
  });
  const relay = relayOver(office);
  await walkTo(office, '2024-11-29T10:00:00+07:00');
  const read = await relay.drain();

  const told = (await linesTold(office, 'reminder')).filter((line) => line.includes(': 31 of '));
  expect(new Set(told.map((line) => line.replace(/^\S+ (.*): .*/, '$1')))).toEqual(new Set(['Phạm Văn Đức']));
  const heard = (chat: string) =>
    read.some(({ address, message }) => address.chat === chat && textOf(message).includes(task.title));
  expect([heard(WARDS), heard(DUC), heard(LAN)]).toEqual([true, true, false]);
});

test('of what is not due a person hears at most so often a week; the rest comes the week after', async () => {
  const { settings } = await office.directory();
  await office.dependencies.unitOfWork.run((tx) =>
    tx.organisation.saveSettings({
      ...settings,
      remindersAWeek: 1,
      ladders: { ...settings.ladders, usual: { before: [14, 13, 12], after: [1], hours: [] } },
    }),
  );
  await office.dependencies.unitOfWork.run(async (tx) => {
    const stored = await tx.obligations.byId(review.id);
    if (stored !== null) await tx.obligations.save({ ...stored, nextStageOn: dateOf('2024-12-05') });
  });
  await walkTo(office, '2024-12-19T10:00:00+07:00');

  // Thursday 5 December; the next day waits for Monday, when the latest stage speaks.
  expect((await reviewLines('reminder')).map((line) => line.replace(/ .*, /, ' '))).toEqual([
    '2024-12-05 before-14',
    '2024-12-09 before-12',
    '2024-12-19 due',
  ]);
});

test('in summer schools hear of what names them, and of what is everybody’s only when it is over', async () => {
  office.moveTo('2025-05-26T07:00:00+07:00');
  const directory = await office.directory();
  const school = directory.units.find(({ code }) => code === 'THCS-GIANGVO');
  const ward = directory.units.find(({ code }) => code === 'P-KIMMA');
  const book = await office.read.plans.book();
  const task = book.tasks.find(({ no }) => no === '6');
  const rule = task?.rules[0];
  if (task === undefined || rule === undefined || school === undefined || ward === undefined)
    throw new Error('the sample has changed');
  await office.dependencies.unitOfWork.run(async (tx) => {
    await tx.plans.saveTask({
      ...task,
      parties: [{ part: 'lead', party: { kind: 'each_unit' }, words: 'Các đơn vị' }],
      rules: [{ ...rule, appliesTo: null }],
    });
    for (const unit of [school, ward]) {
      const cluster = directory.memberships.find(({ unitId }) => unitId === unit.id)?.clusterId ?? null;
      await tx.obligations.addMissing([
        {
          ...review,
          id: office.dependencies.ids.next<'obligation'>(),
          ruleId: rule.id,
          periodKey: '2025',
          owner: { kind: 'unit', id: unit.id },
          clusterId: cluster,
          namedOn: dateOf('2025-06-20'),
          dueOn: dateOf('2025-06-20'),
          overdueFrom: dateOf('2025-06-21'),
          nextStageOn: dateOf('2025-06-06'),
        },
      ]);
    }
  });

  await tickAt(office, '2025-06-06T08:00:00+07:00');
  await tickAt(office, '2025-06-06T09:00:00+07:00');
  await tickAt(office, '2025-07-31T10:00:00+07:00');
  await walkTo(office, '2025-08-04T10:00:00+07:00');

  const told = (await linesTold(office, 'reminder')).filter((line) => line.includes(': 6 of '));
  expect(told.filter((line) => line.includes(school.name))).toEqual([
    `2025-08-01 Lê Thu Hà: 6 of ${school.name}, after-7`,
  ]);
  expect(await linesTold(office, 'escalation')).toContain(
    `2025-08-04 Trần Thị Hương: 6 of ${school.name}, handed`,
  );
  expect(told.filter((line) => line.includes(ward.name))).toContain(
    `2025-06-06 Phạm Văn Đức: 6 of ${ward.name}, before-14`,
  );
});
