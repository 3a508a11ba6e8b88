import { beforeEach, describe, expect, test } from 'vitest';
import { seeLaunch } from '../../../src/app/launch/see-launch.ts';
import type { Action } from '../../../src/bot/buttons/action.ts';
import type { LaunchId } from '../../../src/core/id.ts';
import { dateOf } from '../../../src/core/time/local-date.ts';
import type { Office } from '../../support/office.ts';
import {
  LAN,
  LEADER,
  MEMBER,
  SECRETARY,
  STRANGER,
  sampleOffice,
  WARDS,
} from '../../support/sample-office.ts';
import { noticesOf } from '../../support/time-passes.ts';
import { replyShown, shown } from '../shown.ts';
import { launchWriter, MARK } from './launch-writer.ts';

let office: Office;

beforeEach(async () => {
  office = await sampleOffice();
});

const { write, press, approved, launchAtHand } = launchWriter(() => office);

describe('a launch in the group', () => {
  let id: LaunchId;

  beforeEach(async () => {
    await press(await approved(), 'Gửi');
    id = await launchAtHand();
  });

  const acknowledge = (user: string) => office.press(user, WARDS, { kind: 'acknowledge', launch: id });

  test('has reviews that are owed as tasks of their own, once, and withdrawn with it', async () => {
    const order = async (review: 'interim' | 'final', day: string) => {
      await office.press(SECRETARY, SECRETARY, { kind: 'launch_review', launch: id, review });
      return replyShown(await write(day));
    };
    const interim = await order('interim', 'trước ngày 20/12');
    const again = await order('interim', '25/12');
    const spoken = await order('final', 'trước thứ Bảy tuần sau');
    const owed = async () =>
      (await office.read.obligations.inRange(dateOf('2024-11-10'), dateOf('2025-02-01'))).filter(
        ({ words }) => words === 'trước ngày 20/12/2024' || words === 'trước ngày 16/11/2024',
      );
    const before = await owed();
    const ask = { kind: 'launch_withdraw', launch: id, answer: 'ask' } as const;
    const asked = await office.press(SECRETARY, SECRETARY, ask);
    await press(asked, 'Rút tin');

    expect(interim).toContain('Đã giao nhiệm vụ PT1. Sơ kết phong trào thi đua “80 năm');
    expect(spoken).toContain('trước ngày 16/11/2024');
    expect(spoken).not.toContain('tuần sau');
    expect(again).toContain('đã được giao, thời hạn: trước ngày 20/12/2024. Không có thay đổi.');
    expect(before.filter(({ dueOn }) => dueOn === '2024-12-19')).toHaveLength(21);
    expect(before).toHaveLength(42);
    expect(replyShown(asked)).toContain('Nhiệm vụ sơ kết, tổng kết đã giao cũng được rút.');
    expect((await owed()).map(({ state }) => state).filter((state) => state !== 'withdrawn')).toEqual([]);
  });

  test('is acknowledged in private by a message that stays, in whose name', async () => {
    const alone = await office.press(LAN, LAN, { kind: 'acknowledge', launch: id });
    const again = await office.press(LEADER, LEADER, { kind: 'acknowledge', launch: id });
    const retold = { again: true };
    const taken = await office.press(LEADER, LEADER, { kind: 'acknowledge', launch: id }, retold);
    const own = await office.press(LAN, LAN, { kind: 'acknowledge', launch: id }, retold);

    expect(replyShown(alone)).toMatch(
      /^UBND phường Điện Biên đã tiếp nhận “80 năm .* \(đồng chí Nguyễn Thị Lan, /,
    );
    expect(replyShown(again)).toMatch(/^popup: UBND phường Điện Biên đã tiếp nhận trước đó, lúc/);
    expect(replyShown(taken)).toBe(replyShown(again));
    expect(replyShown(own)).toBe(replyShown(alone));
  });

  test('is acknowledged by a popup that names the unit, not the person', async () => {
    const first = await acknowledge(LAN);
    office.moveTo('2024-11-04T08:31:00+07:00');
    const second = await acknowledge(LEADER);

    expect(replyShown(first)).toBe(
      'popup: UBND phường Điện Biên đã tiếp nhận lúc 07:55, 04/11. Trân trọng cảm ơn.',
    );
    expect(replyShown(second)).toContain('UBND phường Điện Biên đã tiếp nhận trước đó');
    expect(replyShown(second)).toContain('07:55');
    expect(
      (await seeLaunch(office.dependencies.unitOfWork.read, id))?.receipts.filter(
        (one) => one.acknowledgedAt !== null,
      ),
    ).toHaveLength(1);
  });

  const steer = (action: Action, user = SECRETARY) => office.press(user, user, action);

  test('is corrected through the same form, from its details', async () => {
    const details = await steer({ kind: 'launch_correct', launch: id });
    await press(details, '✔ Tên');
    await write('80 năm thành lập QĐND');
    const back = await office.press(SECRETARY, SECRETARY, { kind: 'dialogue', choice: 'back' });
    const marked = await press(back, MARK);
    const done = await press(marked, 'Gửi đính chính');

    expect(replyShown(details)).not.toContain('Nơi nhận');
    expect(replyShown(back)).toContain('Xem trước bản đính chính');
    expect(replyShown(done)).toContain('Đã đính chính “80 năm thành lập QĐND”');
    expect((await seeLaunch(office.dependencies.unitOfWork.read, id))?.launch).toMatchObject({
      title: '80 năm thành lập QĐND',
      body: 'Chủ đề: thi đua lập thành tích.\n\nTiêu chí: 1) đúng hạn; 2) thiết thực.',
      revision: 1,
    });
  });

  test('that is corrected in nothing stays as it is, and nobody is told', async () => {
    const details = await steer({ kind: 'launch_correct', launch: id });
    const sent = await press(await press(await press(details, '◀ Xem trước'), MARK), 'Gửi đính chính');

    expect(replyShown(sent)).toContain('popup: Nội dung không thay đổi. Chưa có gì được gửi.');
    expect((await seeLaunch(office.dependencies.unitOfWork.read, id))?.launch).toMatchObject({
      revision: 0,
      changedAt: null,
    });
    expect(await noticesOf(office, 'launch_correction')).toEqual([]);
  });

  test('is withdrawn after one more question', async () => {
    const question = await steer({ kind: 'launch_withdraw', launch: id, answer: 'ask' });
    const kept = await press(question, 'Không rút');
    const gone = await press(question, 'Rút tin phát động');
    const taken = await press(question, 'Rút tin phát động');

    expect(replyShown(kept)).toContain('giữ nguyên');
    expect(replyShown(gone)).toContain('Đã rút');
    expect(replyShown(taken)).toBe(replyShown(gone));
    expect(replyShown(await acknowledge(LAN))).toContain('đã rút');
  });

  test('gives the secretary names and numbers in private, nobody else and nowhere else', async () => {
    const calls = await steer({ kind: 'launch_callers', launch: id });
    const other = await steer({ kind: 'launch_callers', launch: id }, LAN);
    const group = await office.press(SECRETARY, WARDS, { kind: 'launch_callers', launch: id });

    expect(replyShown(calls)).toContain('UBND phường Điện Biên');
    expect(other.answer?.popup).toBe(true);
    expect(other.say).toBeUndefined();
    expect(group.say).toBeUndefined();
  });

  test('is reviewed by a task that each addressed unit owes once, by the day given', async () => {
    const review = { kind: 'launch_review', launch: id, review: 'final' } as const;
    await steer(review);
    const unclear = await write('cuối năm gì đó');
    const given = await write('truoc 20/12');
    await steer(review);
    const again = await write('25/12');
    const { tasks } = await office.read.plans.book();
    const task = tasks.find(({ planId }) => planId === null);
    const owed = await office.read.obligations.ofTasks(task === undefined ? [] : [task.id]);

    expect(replyShown(unclear)).toContain('Chưa đọc được ngày');
    expect(replyShown(given)).toContain('tới 21 đơn vị, thời hạn: trước ngày 20/12/2024');
    expect(replyShown(again)).toContain('đã được giao');
    expect(new Set(owed.map(({ owner }) => owner.id)).size).toBe(21);
    expect(new Set(owed.map(({ dueOn, namedOn }) => `${dueOn} ${namedOn}`))).toEqual(
      new Set(['2024-12-19 2024-12-20']),
    );
  });

  test('is registered for in private, and decided by the secretary', async () => {
    const details = await steer({ kind: 'launch_correct', launch: id });
    const asked = await press(details, '☐ Đề nghị các đơn vị đăng ký');
    const marked = await press(await press(asked, '◀ Xem trước'), MARK);
    await press(marked, 'Gửi đính chính');
    const answered = await office.press(LAN, WARDS, { kind: 'launch_register', launch: id });
    const taken = await office.say(LAN, LAN, '02 công trình chào mừng');
    const waiting = await steer({ kind: 'launch_registrations', launch: id });
    const question = await press(waiting, 'Đề nghị bổ sung');
    const returned = await write('Ghi rõ tên công trình');
    const none = await steer({ kind: 'launch_registrations', launch: id });

    expect(replyShown(answered)).toContain('tin riêng');
    expect(answered.quietly === undefined ? '' : shown(answered.quietly)).toContain('UBND phường Điện Biên');
    expect(replyShown(taken)).toContain('chờ duyệt');
    expect(replyShown(waiting)).toContain('02 công trình chào mừng');
    expect(replyShown(question)).toContain('bổ sung nội dung gì');
    expect(replyShown(returned)).toContain('UBND phường Điện Biên');
    expect(replyShown(none)).toContain('Không có đăng ký nào chờ duyệt');
  });

  test.each([SECRETARY, MEMBER, STRANGER])('is not for %s to acknowledge', async (user) => {
    const reply = await acknowledge(user);

    expect(reply.answer?.popup).toBe(true);
    expect(
      (await seeLaunch(office.dependencies.unitOfWork.read, id))?.receipts.filter(
        (one) => one.acknowledgedAt !== null,
      ),
    ).toEqual([]);
  });
});
