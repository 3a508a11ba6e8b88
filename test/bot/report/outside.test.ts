import { beforeEach, describe, expect, test } from 'vitest';
import { runTick } from '../../../src/app/tick/run-tick.ts';
import { saying } from '../../../src/bot/views/message.ts';
import { plainCopy } from '../../../src/bot/views/notice/plain-copy.ts';
import { obligationOf } from '../../app/obligation-of.ts';
import { launched } from '../../support/launch.ts';
import type { Office } from '../../support/office.ts';
import { relayOver } from '../../support/relay-over.ts';
import {
  DUC,
  HA,
  LAN,
  MEMBER,
  SCHOOLS,
  SECRETARY,
  STRANGER,
  sampleOffice,
  WARDS,
} from '../../support/sample-office.ts';
import { noticesOf, tickAt } from '../../support/time-passes.ts';
import { actionOf, messagesOf, pressed, replyShown, shown } from '../shown.ts';

let office: Office;

beforeEach(async () => {
  office = await sampleOffice();
  await runTick(office.dependencies, office.clock.now());
});

describe('answers from elsewhere', () => {
  test('are pasted at the ticks; the secretary looks them over and confirms', async () => {
    const { taskId } = await obligationOf(office, { task: '7', owner: 'UBND phường Cống Vị' });
    await office.press(SECRETARY, SECRETARY, { kind: 'record', task: taskId });

    const ticks = await office.say(
      SECRETARY,
      SECRETARY,
      'phuong cong vi da gui roi a\nUBND phường Điện Biên: chưa xong\nPhường Kim Mã\nĐã xong',
    );
    expect(replyShown(ticks)).toContain('2/');
    expect(replyShown(ticks)).toContain('UBND phường Điện Biên: chưa xong');
    const source = await pressed(office, SECRETARY, ticks, 'Tiếp');
    await pressed(office, SECRETARY, source, 'Zalo');
    const done = await office.say(SECRETARY, SECRETARY, 'nhóm Cụm 1');

    expect(replyShown(done)).toContain('Đã ghi hộ 2 đơn vị');
    for (const [owner, state] of [
      ['UBND phường Cống Vị', 'done'],
      ['UBND phường Kim Mã', 'done'],
      ['UBND phường Điện Biên', 'not_started'],
    ] as const) {
      expect(await obligationOf(office, { task: '7', owner })).toMatchObject({ state });
    }
  });

  test('to a launch are recorded as received, once, with the source in the audit', async () => {
    const launch = await launched(office, {}, { to: ['CUM1'] });
    const ticks = await office.press(SECRETARY, SECRETARY, { kind: 'launch_record', launch: launch.id });
    await pressed(office, SECRETARY, ticks, '☐ Điện Biên');
    const source = await pressed(
      office,
      SECRETARY,
      await office.say(SECRETARY, SECRETARY, 'Kim Mã ok'),
      'Tiếp',
    );
    const done = await pressed(office, SECRETARY, source, 'Điện thoại');

    const received = (await office.read.launches.receipts(launch.id)).filter((one) => one.acknowledgedAt);
    expect(replyShown(done)).toContain('Đã ghi hộ 2 đơn vị: đã tiếp nhận');
    expect(received).toHaveLength(2);
    const audit = (await office.read.audit.about(launch.id)).filter(
      (one) => one.action === 'launch.recorded',
    );
    expect(audit.map(({ after }) => after)).toMatchObject([{ source: 'phone' }, { source: 'phone' }]);
    const again = await office.press(SECRETARY, SECRETARY, { kind: 'launch_record', launch: launch.id });
    expect(replyShown(again)).not.toContain('Kim Mã');
  });

  test('are recorded by nobody else, and not in a group', async () => {
    const launch = await launched(office, {}, { to: ['CUM1'] });

    for (const user of [LAN, DUC, STRANGER]) {
      const refused = await office.press(user, user, { kind: 'launch_record', launch: launch.id });
      expect(refused).toEqual({ answer: { text: expect.stringContaining('chỉ dành cho'), popup: true } });
    }
    const inGroup = await office.press(SECRETARY, WARDS, { kind: 'launch_record', launch: launch.id });
    expect(inGroup.answer?.text).toContain('tin riêng');
  });
});

describe('the plain text', () => {
  test('of a reminder is what was said, without marks, with how to answer', async () => {
    await tickAt(office, '2024-12-05T08:30:00+07:00');
    const { identities } = await office.directory();
    const lan = identities.find(({ user }) => user === LAN)?.personId;
    const notice = (await noticesOf(office, 'reminder')).find(({ addressee }) => addressee.id === lan);
    if (notice === undefined) throw new Error('no reminder');
    await relayOver(office).drain();

    const copy = await office.press(LAN, LAN, { kind: 'plain_copy', notice: notice.id });
    const refused = await office.press(STRANGER, STRANGER, { kind: 'plain_copy', notice: notice.id });

    expect(replyShown(copy)).not.toMatch(/[*▇▁]/u);
    expect(replyShown(copy)).toContain('Cách trả lời: ghi tên đơn vị');
    expect(refused.answer?.popup).toBe(true);
    expect(refused.say).toBeUndefined();
  });

  test('of a group’s digest goes to whoever presses, in private, and to nobody of another group', async () => {
    await tickAt(office, '2024-12-09T09:30:00+07:00');
    const directory = await office.directory();
    const group = directory.chats.find(({ key }) => key === WARDS);
    const digest = (await noticesOf(office, 'digest')).find(({ addressee }) => addressee.id === group?.id);
    if (digest === undefined) throw new Error('no digest');
    await relayOver(office).drain();

    const copy = await office.press(LAN, WARDS, { kind: 'plain_copy', notice: digest.id });
    const elsewhere = await office.press(LAN, SCHOOLS, { kind: 'plain_copy', notice: digest.id });

    expect(copy.say).toBeUndefined();
    expect(shown(copy.quietly ?? saying(''))).toContain('Cụm thi đua số 1');
    expect(copy.quietly?.buttons).toEqual([]);
    expect(elsewhere.quietly).toBeUndefined();
  });

  test('of a launch is for the secretariat, under 2,000 characters, and says that there is more', async () => {
    const launch = await launched(office, {}, { to: ['CUM1'] });
    const copy = await office.press(SECRETARY, SECRETARY, { kind: 'launch_copy', launch: launch.id });
    const refused = await office.press(LAN, LAN, { kind: 'launch_copy', launch: launch.id });

    expect(replyShown(copy)).toContain('“80 năm QĐND”');
    expect(replyShown(copy)).toContain('đã tiếp nhận');
    expect(refused.answer?.text).toContain('chỉ dành cho');
  });

  test('of something long ends between entries', () => {
    const entries = Array.from({ length: 80 }, (_, index) => [`${index}. ${'ạ'.repeat(60)}`]);

    const copy = plainCopy([{ entries, buttons: [] }], { how: 'trả lời', more: '(còn nữa)' }, []);

    const text = shown(copy);
    expect(Array.from(text).length).toBeLessThan(2_000);
    expect(text).toMatch(/ạ\n\(còn nữa\)\n\ntrả lời$/u);
  });
});

describe('the call list', () => {
  test('has names and numbers of whom is silent, for the secretariat in private alone', async () => {
    office.moveTo('2025-01-20T09:00:00+07:00');
    const { taskId } = await obligationOf(office, { task: '7', owner: 'UBND phường Cống Vị' });

    const all = await office.press(SECRETARY, SECRETARY, { kind: 'calls' });
    const ofTask = await office.press(SECRETARY, SECRETARY, { kind: 'task_calls', task: taskId });

    const contacts = (await office.directory()).units.flatMap(({ contact }) => contact ?? []);
    const phone = contacts.find((contact) => contact.phone !== '')?.phone ?? 'none';
    expect(replyShown(all)).toContain('mục 7');
    expect(replyShown(ofTask)).toContain(phone);
    expect(replyShown(ofTask)).toContain('[Ghi hộ mục 7]');
    for (const [user, chat] of [
      [LAN, LAN],
      [STRANGER, STRANGER],
      [SECRETARY, WARDS],
    ] as const) {
      expect(replyShown(await office.press(user, chat, { kind: 'calls' }))).not.toContain(phone);
      expect(replyShown(await office.press(user, chat, { kind: 'task_calls', task: taskId }))).not.toContain(
        phone,
      );
    }
  });
});

describe('the calendar of conferences', () => {
  test('lists what clusters announced, by day, and warns of one half-day', async () => {
    const [cluster, other] = await Promise.all([
      obligationOf(office, { task: '6', owner: 'Cụm thi đua số 1', dueOn: '2024-12-19' }),
      obligationOf(office, { task: '6', owner: 'Cụm thi đua THCS số 1', dueOn: '2025-05-29' }),
    ]);
    expect(replyShown(await office.press(LAN, LAN, { kind: 'meetings', skip: 0 }))).toContain(
      'Chưa có hội nghị',
    );
    for (const [user, { id }, when] of [
      [LAN, cluster, '8h30 12/12'],
      [HA, other, '10h 12/12'],
    ] as const) {
      await office.press(user, user, { kind: 'step', obligation: id, step: 'scheduled' });
      await office.say(user, user, when);
      await office.say(user, user, 'Hội trường');
      await office.press(user, user, { kind: 'dialogue', choice: 'skip' });
    }

    const events = await office.say(LAN, WARDS, '/sukien');
    const calendar = await office.press(LAN, WARDS, actionOf(events, 'Lịch hội nghị'));

    expect(replyShown(calendar)).toMatch(/08:30, Thứ Năm 12\/12\/2024[\s\S]+cùng buổi với[\s\S]+10:00/u);
    expect(messagesOf(calendar)).toHaveLength(1);
    expect(replyShown(await office.say(LAN, WARDS, '/hoinghi'))).toBe(replyShown(calendar));
    const stranger = await office.press(STRANGER, STRANGER, { kind: 'meetings', skip: 0 });
    expect(replyShown(stranger)).not.toContain('12/12');
  });
});

test('a greeting promises a stranger nothing that is then refused', async () => {
  expect(replyShown(await office.say(STRANGER, STRANGER, 'xin chào'))).toContain('chưa có trong danh sách');
});

describe('evidence that nobody asked for', () => {
  const number = '152/BC-UBND ngày 03/11/2024';
  const sendPhoto = (chat: string, addressed = true) =>
    office.send(LAN, chat, 'anh.jpg', new Uint8Array([1, 2, 3]), { type: 'image/jpeg', addressed });

  test.each([
    [
      'a number',
      () => office.say(LAN, LAN, number),
      { kind: 'document', number: '152/BC-UBND', on: '2024-11-03' },
    ],
    [
      'a link',
      () => office.say(LAN, LAN, 'https://badinh.vn/45'),
      { kind: 'link', url: 'https://badinh.vn/45' },
    ],
    ['a photo', () => sendPhoto(LAN), { kind: 'file', name: 'anh.jpg' }],
  ])('%s is recorded with the task that is pressed, and no sooner', async (_, send, evidence) => {
    const { id } = await obligationOf(office, { task: '6', owner: 'Cụm thi đua số 1', dueOn: '2024-12-19' });
    const asked = await send();
    expect(replyShown(asked)).toContain('Chưa có gì được ghi nhận');
    expect(await office.read.obligations.byId(id)).toMatchObject({ state: 'not_started' });

    await pressed(office, LAN, asked, 'Mục 6');

    expect(await office.read.obligations.byId(id)).toMatchObject({ state: 'done' });
    expect((await office.read.reports.of(id))[0]?.evidence).toMatchObject(evidence);
    const late = await pressed(office, LAN, asked, 'Mục 3');
    expect(late.answer?.popup).toBe(true);
  });

  test('may be left, and is nothing from who owes nothing, in a group, or of no day in the calendar', async () => {
    const asked = await office.say(LAN, LAN, number);
    expect(replyShown(await pressed(office, LAN, asked, 'Huỷ'))).toContain('Chưa có gì được ghi nhận');
    for (const user of [STRANGER, MEMBER]) {
      expect(replyShown(await office.say(user, user, number))).not.toContain('minh chứng');
    }
    expect(await sendPhoto(WARDS, false)).toEqual({ forget: true });
    expect(replyShown(await office.say(LAN, LAN, '152/BC-UBND ngày 30/02/2024'))).toContain(
      'không có trong lịch',
    );
  });
});
