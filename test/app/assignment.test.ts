import { beforeEach, describe, expect, test } from 'vitest';
import { listObligations } from '../../src/app/asking/list-obligations.ts';
import { obligationReport } from '../../src/app/asking/obligation-report.ts';
import { changeHour, withdrawAssignment } from '../../src/app/assignment/change-assignment.ts';
import { giveTask, type TaskGiven, type TaskOrder } from '../../src/app/assignment/give-task.ts';
import { ASSIGNMENT_PANEL } from '../../src/app/notices/living-kinds.ts';
import { changeLadder } from '../../src/app/office/change-rules.ts';
import type { NoticeKind } from '../../src/app/ports/notice-kind.ts';
import { type AssignmentAnswer, answerAssignment } from '../../src/app/report/answer-assignment.ts';
import { rehearseNotices } from '../../src/app/upcoming/rehearse-notices.ts';
import type { Recipient } from '../../src/core/assignment/assignment.ts';
import type { NamedDay } from '../../src/core/deadline/named-day.ts';
import type { TaskId } from '../../src/core/id.ts';
import type { Obligation } from '../../src/core/obligation/obligation.ts';
import { ownerName } from '../../src/core/obligation/owner-name.ts';
import { DEFAULT_LADDERS } from '../../src/core/organisation/ladder.ts';
import { dateOf } from '../../src/core/time/local-date.ts';
import { instant, type Office } from '../support/office.ts';
import { livingNow } from '../support/rendered.ts';
import {
  APPROVER,
  DUC,
  HA,
  LAN,
  LEADER,
  MEMBER,
  SCHOOLS,
  SECRETARY,
  STRANGER,
  sampleOffice,
  TUAN,
  WARDS,
} from '../support/sample-office.ts';
import { allSent, linesTold, noticesOf, tickAt } from '../support/time-passes.ts';

let office: Office;

beforeEach(async () => {
  office = await sampleOffice({ now: '2024-11-11T09:00:00+07:00' });
});

const until = (on: string, time: string | null = '16:00'): NamedDay => ({
  kind: 'once',
  on: dateOf(on),
  inclusive: false,
  time,
  appliesTo: null,
});

async function recipients(...codes: string[]): Promise<Recipient[]> {
  const { units, clusters } = await office.directory();
  return [
    ...units.filter(({ code }) => codes.includes(code)).map(({ id }) => ({ kind: 'unit', id }) as const),
    ...clusters
      .filter(({ code }) => codes.includes(code))
      .map(({ id }) => ({ kind: 'cluster', id }) as const),
  ];
}

const SCHOOL_CODES = ['THCS-GIANGVO', 'THCS-BADINH', 'THCS-NGUYENTRAI'];

async function give(
  change: Partial<TaskOrder> = {},
  { user = SECRETARY, effectKey }: { user?: string; effectKey?: string } = {},
) {
  const order: TaskOrder = {
    title: 'Gửi danh sách CSTĐ',
    recipients: await recipients(...SCHOOL_CODES),
    day: until('2024-11-13'),
    urgent: false,
    item: null,
    ...change,
  };
  return giveTask(office.dependencies, office.request(user, user, effectKey), order);
}

async function given(...told: Parameters<typeof give>): Promise<TaskGiven> {
  const outcome = await give(...told);
  if (outcome.kind === 'refused') throw new Error(outcome.code);
  return outcome.value;
}

const answer = (user: string, task: TaskId, word: AssignmentAnswer, effectKey?: string) =>
  answerAssignment(office.dependencies, office.request(user, SCHOOLS, effectKey), task, word);

async function states(task: TaskId): Promise<Record<string, Obligation['state']>> {
  const directory = await office.directory();
  const owed = await office.read.obligations.ofTasks([task]);
  return Object.fromEntries(owed.map(({ owner, state }) => [ownerName(directory, owner), state]));
}

async function told(kind: NoticeKind): Promise<string[]> {
  const { people, chats } = await office.directory();
  return (await noticesOf(office, kind)).map(
    ({ addressee }) =>
      people.find(({ id }) => id === addressee.id)?.name ??
      chats.find(({ id }) => id === addressee.id)?.key ??
      '',
  );
}

describe('giving', () => {
  test('makes each unit owe it by the hour, beside the tasks of the plan', async () => {
    const { task, assignment } = await given();

    const owed = await office.read.obligations.ofTasks([task.id]);
    const range = { from: dateOf('2024-11-11'), to: dateOf('2024-11-17') };
    const listed = await listObligations(office.read, range, office.clock.now());
    const filter = { ...range, cluster: 'THCS1', unit: null, standing: false };
    const [row] = await obligationReport(office.read, filter, office.clock.now());
    expect(task).toMatchObject({ planId: null, no: 'GV1', given: true });
    expect(owed).toHaveLength(3);
    expect(owed.every(({ dueOn, dueMinute }) => dueOn === '2024-11-13' && dueMinute === 16 * 60)).toBe(true);
    expect(assignment.dueAt).toBe(instant('2024-11-13T16:00:00+07:00'));
    expect(listed.filter(({ taskId }) => taskId === task.id)).toHaveLength(3);
    expect(row).toMatchObject({
      plan: null,
      task: 'GV1',
      words: 'trước 16h00 ngày 13/11/2024',
      named: '2024-11-13',
    });
    expect(await office.read.audit.about(task.id)).toMatchObject([{ action: 'task.given' }]);
  });

  test('tells the focal points in private, the clusters’ groups, and gives the giver a panel', async () => {
    await given();

    expect((await told('assignment')).toSorted()).toEqual(['Hoàng Minh Tuấn', 'Lê Thu Hà']);
    expect(await told('assignment_post')).toEqual([SCHOOLS]);
    expect(await told('assignment_panel')).toEqual([SECRETARY]);
  });

  test('makes a cluster owe it once, by its head', async () => {
    const { task } = await given({ recipients: await recipients('CUM1') });

    expect(await states(task.id)).toEqual({ 'Cụm thi đua số 1': 'not_started' });
    expect(await told('assignment')).toEqual(['Nguyễn Thị Lan']);
    expect(await told('assignment_post')).toEqual([WARDS]);
  });

  test('is done once by one update', async () => {
    const first = await given({}, { effectKey: 'update-1' });
    const second = await given({ title: 'Khác' }, { effectKey: 'update-1' });

    expect(second).toEqual(first);
    expect(await told('assignment_post')).toHaveLength(1);
    expect((await given()).task.no).toBe('GV2');
  });

  test('is the secretariat’s', async () => {
    for (const user of [LAN, LEADER, APPROVER]) {
      expect(await give({}, { user })).toMatchObject({ code: 'ACCESS_SECRETARIAT_ONLY' });
    }
    for (const user of [MEMBER, STRANGER]) {
      expect(await give({}, { user })).toMatchObject({ code: 'ACCESS_UNKNOWN_PERSON' });
    }
  });

  test.each([
    ['an hour that has passed', { day: until('2024-11-11', '08:59') }, 'ASSIGNMENT_DAY'],
    ['a day whose last safe day has passed', { day: until('2024-11-11', null) }, 'ASSIGNMENT_DAY'],
    ['a day farther than a year', { day: until('2026-01-01') }, 'ASSIGNMENT_DAY'],
    ['nobody', { recipients: [] }, 'ASSIGNMENT_NO_RECIPIENTS'],
  ] as const)('refuses %s and makes nothing', async (_, change, code) => {
    const before = (await office.read.plans.book()).tasks.length;

    expect(await give(change)).toMatchObject({ code });
    expect((await office.read.plans.book()).tasks).toHaveLength(before);
    expect(await told('assignment')).toEqual([]);
  });
});

describe('answering', () => {
  test('received is in progress, sent and nothing are done', async () => {
    const { task } = await given();

    await answer(HA, task.id, 'received');
    await answer(TUAN, task.id, 'nothing');
    expect(await states(task.id)).toMatchObject({
      'Trường THCS Giảng Võ': 'in_progress',
      'Trường THCS Ba Đình': 'done',
      'Trường THCS Nguyễn Trãi': 'not_started',
    });

    await answer(HA, task.id, 'sent');
    expect(await states(task.id)).toMatchObject({ 'Trường THCS Giảng Võ': 'done' });
  });

  test('a second press changes nothing, and to have received it takes nothing back', async () => {
    const { task } = await given();
    await answer(HA, task.id, 'sent');

    expect(await answer(HA, task.id, 'sent')).toMatchObject({ value: [{ changed: false }] });
    expect(await answer(HA, task.id, 'received')).toMatchObject({ value: [{ changed: false }] });
    expect(await states(task.id)).toMatchObject({ 'Trường THCS Giảng Võ': 'done' });
  });

  test('one update reports once', async () => {
    const { task } = await given();

    await answer(HA, task.id, 'sent', 'update-1');
    await answer(HA, task.id, 'sent', 'update-1');

    const [one] = (await office.read.obligations.ofTasks([task.id])).filter(({ state }) => state === 'done');
    expect(one === undefined ? [] : await office.read.reports.of(one.id)).toHaveLength(1);
  });

  test('is for those who owe it alone', async () => {
    const { task } = await given();

    for (const user of [LAN, LEADER, SECRETARY]) {
      expect(await answer(user, task.id, 'sent')).toMatchObject({ code: 'ASSIGNMENT_NOT_ADDRESSED' });
    }
    expect(await answer(STRANGER, task.id, 'sent')).toMatchObject({ code: 'ACCESS_UNKNOWN_PERSON' });
    const [planned] = (await office.read.plans.book()).tasks;
    expect(await answer(HA, planned?.id ?? task.id, 'sent')).toMatchObject({ code: 'ASSIGNMENT_UNKNOWN' });
    expect(Object.values(await states(task.id))).toEqual(['not_started', 'not_started', 'not_started']);
  });

  test('with the last answer the giver gets the list, once', async () => {
    const { task } = await given({ recipients: await recipients('THCS-GIANGVO', 'THCS-BADINH') });

    await answer(HA, task.id, 'sent');
    expect(await told('assignment_list')).toEqual([]);
    await answer(TUAN, task.id, 'sent');
    await answer(TUAN, task.id, 'nothing');
    expect(await told('assignment_list')).toEqual(['Trần Thị Hương']);
  });
});

test('who has not answered goes to the secretariat that is, not to a giver who has left', async () => {
  const { people, appointments } = await office.directory();
  const held = appointments.find(({ role }) => role === 'secretariat');
  const other = people.find(({ name }) => name === 'Bùi Văn Thắng');
  if (held === undefined || other === undefined) throw new Error('no secretary');
  const { task } = await given();
  await office.dependencies.unitOfWork.run(async ({ organisation }) => {
    await organisation.addAppointment({ ...held, personId: other.id, from: dateOf('2024-11-12') });
    await organisation.endAppointments(held.personId, dateOf('2024-11-12'));
  });

  await tickAt(office, '2024-11-13T16:00:00+07:00');

  expect(await told('assignment_list')).toEqual(['Bùi Văn Thắng']);
  const { chats } = await office.directory();
  const panelOf = async (key: string) => {
    const chat = chats.find((one) => one.key === key);
    if (chat === undefined) throw new Error('no chat');
    return livingNow(office, { kind: ASSIGNMENT_PANEL, subject: task.id, chatId: chat.id });
  };
  expect(await panelOf(SECRETARY)).toBeNull();
  expect(await panelOf(APPROVER)).not.toBeNull();
});

describe('as the hour comes near', () => {
  const lines = () => linesTold(office, 'assignment_reminder');
  const stagesOf = async () => (await lines()).map((line) => line.replace(/^\S+ (.*)-\d+$/, '$1')).toSorted();

  test('those who have not done it are reminded twice, at the hour only the silent, then the giver', async () => {
    const { task } = await given();
    await answer(HA, task.id, 'received');

    await tickAt(office, '2024-11-12T12:29:00+07:00');
    expect(await lines()).toEqual([]);
    await tickAt(office, '2024-11-12T12:30:00+07:00');
    await tickAt(office, '2024-11-12T12:31:00+07:00');
    expect(await stagesOf()).toEqual([
      'Hoàng Minh Tuấn: GV1 of Trường THCS Ba Đình, half',
      'Lê Thu Hà: GV1 of Trường THCS Giảng Võ, half',
    ]);
    await tickAt(office, '2024-11-13T14:00:00+07:00');
    await tickAt(office, '2024-11-13T16:00:00+07:00');
    expect(await stagesOf()).toEqual([
      'Hoàng Minh Tuấn: GV1 of Trường THCS Ba Đình, half',
      'Hoàng Minh Tuấn: GV1 of Trường THCS Ba Đình, hour',
      'Hoàng Minh Tuấn: GV1 of Trường THCS Ba Đình, near-2',
      'Lê Thu Hà: GV1 of Trường THCS Giảng Võ, half',
      'Lê Thu Hà: GV1 of Trường THCS Giảng Võ, near-2',
    ]);
    expect(await told('assignment_list')).toEqual(['Trần Thị Hương']);
    expect((await office.read.assignments.of(task.id))?.nextStageAt).toBeNull();
  });

  test('the daily ladder does not speak of it, nor is it handed over by days', async () => {
    const { task } = await given();
    const title = (line: string) => line.includes(task.no);

    for (const day of ['12', '13', '14', '15', '18', '25', '26', '27']) {
      await tickAt(office, `2024-11-${day}T08:30:00+07:00`);
    }

    expect((await linesTold(office, 'reminder')).filter(title)).toEqual([]);
    expect((await linesTold(office, 'escalation')).filter(title)).toEqual([]);
  });

  test('two tasks of one hour are one message to one person', async () => {
    await given();
    await given({ title: 'Gửi ảnh', recipients: await recipients('THCS-GIANGVO') });

    await tickAt(office, '2024-11-13T14:00:00+07:00');

    const notices = await noticesOf(office, 'assignment_reminder');
    const counts = await Promise.all(
      notices.map(async ({ id }) => (await office.read.notices.linesOf(id)).length),
    );
    expect(counts.toSorted((one, other) => one - other)).toEqual([1, 2]);
  });

  test('the hours before it are the office’s to choose, of what is given already too', async () => {
    await given({ recipients: await recipients('THCS-GIANGVO') });
    const hours = { ...DEFAULT_LADDERS.hour, hours: [4, 1] };
    const place = { scope: { kind: 'office' }, of: 'hour' } as const;
    await changeLadder(office.dependencies, office.request(SECRETARY), place, hours);

    for (const time of ['12:00', '14:00', '15:00', '16:00'])
      await tickAt(office, `2024-11-13T${time}:00+07:00`);

    expect(await stagesOf()).toEqual([
      'Lê Thu Hà: GV1 of Trường THCS Giảng Võ, hour',
      'Lê Thu Hà: GV1 of Trường THCS Giảng Võ, near-1',
      'Lê Thu Hà: GV1 of Trường THCS Giảng Võ, near-4',
    ]);
  });

  test('after an outage the latest stage speaks alone, and says that it is late', async () => {
    await given({ recipients: await recipients('THCS-GIANGVO') });

    await tickAt(office, '2024-11-13T15:30:00+07:00');

    expect(await stagesOf()).toEqual(['Lê Thu Hà: GV1 of Trường THCS Giảng Võ, near-2']);
    expect((await noticesOf(office, 'assignment_reminder')).map(({ late }) => late)).toEqual([true]);
  });

  test('a clock that was set back says nothing again', async () => {
    await given({ recipients: await recipients('THCS-GIANGVO') });
    await tickAt(office, '2024-11-13T14:00:00+07:00');

    await tickAt(office, '2024-11-12T09:00:00+07:00');
    await tickAt(office, '2024-11-13T14:00:00+07:00');

    expect(await lines()).toHaveLength(1);
  });

  test('the rehearsal says what the stages will say, and writes nothing', async () => {
    await given({ recipients: await recipients('THCS-GIANGVO') });
    const span = [instant('2024-11-11T09:00:00+07:00'), instant('2024-11-13T16:00:00+07:00')] as const;

    const rehearsed = await rehearseNotices(office.dependencies, ...span, async (_, { kind }) => ({
      text: kind,
    }));

    const reminders = rehearsed.filter(({ text }) => text === 'assignment_reminder');
    expect(reminders.flatMap(({ lines: said }) => said.map(({ stage }) => stage.split('-')[0]))).toEqual([
      'half',
      'near',
      'hour',
    ]);
    expect(await lines()).toEqual([]);
  });

  test('what is urgent speaks at night', async () => {
    await given({ urgent: true, day: until('2024-11-12', '06:00') });

    expect((await noticesOf(office, 'assignment')).every(({ slot }) => slot.startsWith('urgent:'))).toBe(
      true,
    );
    await tickAt(office, '2024-11-12T04:00:00+07:00');
    expect(await lines()).toHaveLength(2);
  });
});

describe('another hour', () => {
  const change = (task: TaskId, day: NamedDay, user = SECRETARY, effectKey?: string) =>
    changeHour(office.dependencies, office.request(user, user, effectKey), task, day);

  test('moves what is owed with its reports, and tells those who were told', async () => {
    const { task } = await given();
    await allSent(office);
    await answer(HA, task.id, 'received');

    const outcome = await change(task.id, until('2024-11-14', '10:00'));

    const owed = await office.read.obligations.ofTasks([task.id]);
    expect(outcome).toMatchObject({
      kind: 'done',
      value: { task: { deadlineWords: 'trước 10h00 ngày 14/11/2024' } },
    });
    expect(owed.map(({ dueOn, dueMinute }) => `${dueOn} ${dueMinute}`)).toEqual(
      Array(3).fill('2024-11-14 600'),
    );
    expect(await states(task.id)).toMatchObject({ 'Trường THCS Giảng Võ': 'in_progress' });
    expect((await told('assignment_change')).toSorted()).toEqual([SCHOOLS, 'Hoàng Minh Tuấn', 'Lê Thu Hà']);
    expect(await office.read.audit.about(task.id)).toHaveLength(2);
  });

  test('on the same day lets the stages speak again', async () => {
    const { task } = await given({ recipients: await recipients('THCS-GIANGVO') });
    await tickAt(office, '2024-11-13T14:00:00+07:00');

    await change(task.id, until('2024-11-13', '17:00'));
    await tickAt(office, '2024-11-13T15:30:00+07:00');

    expect(await linesTold(office, 'assignment_reminder')).toHaveLength(2);
  });

  test('nobody is told who was not told before, nor twice of the same hour', async () => {
    const { task } = await given();

    await change(task.id, until('2024-11-14'));
    await change(task.id, until('2024-11-14'));

    expect(await told('assignment_change')).toEqual([]);
    expect(await office.read.audit.about(task.id)).toHaveLength(2);
  });

  test('is refused to others, and for an hour that has passed', async () => {
    const { task } = await given();

    expect(await change(task.id, until('2024-11-14'), HA)).toMatchObject({ code: 'ACCESS_SECRETARIAT_ONLY' });
    expect(await change(task.id, until('2024-11-10'))).toMatchObject({ code: 'ASSIGNMENT_DAY' });
    expect((await office.read.assignments.of(task.id))?.changedAt).toBeNull();
  });
});

describe('withdrawn', () => {
  const withdraw = (task: TaskId, user = SECRETARY, effectKey?: string) =>
    withdrawAssignment(office.dependencies, office.request(user, user, effectKey), task);

  test('nothing is owed any more, and whoever was told is told', async () => {
    const { task } = await given();
    await allSent(office);
    await answer(HA, task.id, 'sent');

    await withdraw(task.id, SECRETARY, 'update-1');
    const again = await withdraw(task.id, SECRETARY, 'update-1');

    expect(again).toMatchObject({ kind: 'done' });
    expect(await states(task.id)).toEqual({
      'Trường THCS Giảng Võ': 'done',
      'Trường THCS Ba Đình': 'withdrawn',
      'Trường THCS Nguyễn Trãi': 'withdrawn',
    });
    expect(await told('assignment_change')).toHaveLength(3);
    expect(await withdraw(task.id)).toMatchObject({ code: 'ASSIGNMENT_WITHDRAWN' });
    expect(await answer(TUAN, task.id, 'sent')).toMatchObject({ code: 'ASSIGNMENT_WITHDRAWN' });
    await tickAt(office, '2024-11-13T16:00:00+07:00');
    expect(await linesTold(office, 'assignment_reminder')).toEqual([]);
  });
});

describe('a component item', () => {
  async function parent() {
    const six = (await office.read.plans.book()).tasks.find(({ no }) => no === '6');
    const [cluster] = await recipients('CUM1');
    if (six === undefined || cluster?.kind !== 'cluster')
      throw new Error('the sample lacks task 6 or its cluster');
    return { clusterId: cluster.id, parentId: six.id };
  }
  const ask = async (user: string, codes = ['P-DIENBIEN', 'P-KIMMA']) =>
    give(
      { title: 'Bảng tự chấm điểm', item: await parent(), recipients: await recipients(...codes) },
      { user },
    );

  test.each([LAN, LEADER, SECRETARY])('%s may ask the units of the cluster for it', async (user) => {
    const outcome = await ask(user);

    if (outcome.kind === 'refused') throw new Error(outcome.code);
    const { task } = outcome.value;
    expect(task).toMatchObject({ parentId: (await parent()).parentId, given: true });
    expect(await states(task.id)).toEqual({
      'UBND phường Điện Biên': 'not_started',
      'UBND phường Kim Mã': 'not_started',
    });
    expect(await told('assignment_post')).toEqual([WARDS]);
    expect(await told('assignment_panel')).toEqual([user]);
  });

  test('is not for other units, other clusters’ heads or members', async () => {
    for (const user of [DUC, HA, APPROVER]) {
      expect(await ask(user)).toMatchObject({ code: 'ASSIGNMENT_HEAD_ONLY' });
    }
  });

  test('is asked of the cluster’s own units alone, for what the cluster owes', async () => {
    expect(await ask(LAN, ['THCS-GIANGVO'])).toMatchObject({ code: 'ASSIGNMENT_NO_RECIPIENTS' });
    const ten = (await office.read.plans.book()).tasks.find(({ no }) => no === '10');
    const item = { ...(await parent()), parentId: ten?.id ?? ('' as TaskId) };
    expect(await give({ item, recipients: await recipients('P-KIMMA') }, { user: LAN })).toMatchObject({
      code: 'TASK_UNKNOWN',
    });
  });

  test('leaves the cluster’s own task as it is', async () => {
    const { parentId } = await parent();
    const before = await office.read.obligations.ofTasks([parentId]);
    await ask(LAN);

    expect(await office.read.obligations.ofTasks([parentId])).toEqual(before);
  });

  test('is steered by the head and the secretariat', async () => {
    const outcome = await ask(LAN);
    const id = outcome.kind === 'done' ? outcome.value.task.id : ('' as TaskId);

    const day = until('2024-11-14');
    expect(await changeHour(office.dependencies, office.request(DUC), id, day)).toMatchObject({
      code: 'ASSIGNMENT_HEAD_ONLY',
    });
    expect(await changeHour(office.dependencies, office.request(LEADER), id, day)).toMatchObject({
      kind: 'done',
    });
    expect(await withdrawAssignment(office.dependencies, office.request(SECRETARY), id)).toMatchObject({
      kind: 'done',
    });
  });
});
