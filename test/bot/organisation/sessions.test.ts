import { beforeEach, describe, expect, test } from 'vitest';
import { giveTask } from '../../../src/app/assignment/give-task.ts';
import type { Message } from '../../../src/app/ports/message.ts';
import type { Reply } from '../../../src/bot/reply.ts';
import type { Id } from '../../../src/core/id.ts';
import { sessionsOf } from '../../../src/core/organisation/council-session.ts';
import { dateOf } from '../../../src/core/time/local-date.ts';
import { quarterOf } from '../../../src/core/time/quarter.ts';
import type { Office } from '../../support/office.ts';
import { LAN, MEMBER, SECRETARY, sampleOffice, WARDS } from '../../support/sample-office.ts';
import { actionOf, messagesOf, pressed, replyShown } from '../shown.ts';

let office: Office;

const say = (text: string) => office.say(SECRETARY, SECRETARY, text);
const press = (reply: Reply | Message, label: string) => pressed(office, SECRETARY, reply, label);

/** A council member follows both of the sample's clusters. */
beforeEach(async () => {
  office = await sampleOffice();
  const { clusters } = await office.directory();
  const personId = '00000000-0000-7000-8000-00000000abcd' as Id<'person'>;
  await office.dependencies.unitOfWork.run(async ({ organisation }) => {
    await organisation.savePerson({
      id: personId,
      name: 'Đỗ Minh',
      title: '',
      address: 'đồng chí',
      reminders: true,
    });
    await organisation.saveIdentity({ channel: 'telegram', user: MEMBER, personId });
    for (const { id } of clusters.filter(({ code }) => ['CUM1', 'THCS1'].includes(code))) {
      await organisation.addAppointment({
        personId,
        role: 'council_member',
        unitId: null,
        clusterId: id,
        from: null,
        to: null,
        standsInFor: null,
      });
    }
  });
});

const list = async () => press(await say('/canxuly'), 'Làm việc quý');

test('a council member’s own list names them where they serve no unit', async () => {
  expect(replyShown(await office.say(MEMBER, MEMBER, '/viec'))).toMatch(/^\*?Thành viên Hội đồng\b/);
});

describe('the quarterly sessions of council members', () => {
  test('are listed one a cluster, each with the text to send', async () => {
    const inbox = await say('/canxuly');
    const page = await press(inbox, 'Làm việc quý');
    const one = await press(page, '1');

    expect(replyShown(inbox)).toContain('Làm việc quý với Cụm cần sắp xếp: 2');
    expect(replyShown(page)).toContain('1. Cụm thi đua số 1 · đồng chí Đỗ Minh: chưa hẹn');
    expect(replyShown(page)).toContain('2. Cụm thi đua THCS số 1 · đồng chí Đỗ Minh: chưa hẹn');
    expect(replyShown(one)).toContain(
      'Kính gửi đồng chí Đỗ Minh, thành viên Hội đồng được phân công theo dõi Cụm',
    );
    expect(replyShown(one)).toContain('Quý IV/2024 có lịch làm việc với Cụm (Kế hoạch 29/KH-UBND)');
    expect(replyShown(await say('/tonghop'))).toContain('Làm việc quý với Cụm cần sắp xếp: 2');
  });

  test('are owed by whoever the secretariat names for a cluster, who need not use the bot', async () => {
    const cluster = (await office.directory()).clusters.find(({ code }) => code === 'THCS1');
    if (cluster === undefined) throw new Error('no such cluster');
    const ask = { kind: 'office_member', cluster: cluster.id } as const;
    const byOther = await office.press(LAN, LAN, ask);
    await office.press(SECRETARY, SECRETARY, ask);
    const unread = await say('123');
    const card = await say('dong chi Trần Quốc Toản, Phó Chủ tịch UBND quận');
    await office.press(SECRETARY, SECRETARY, ask);
    const twice = await say('Trần Quốc Toản');
    const one = await press(await list(), '3');

    expect(replyShown(byOther)).toContain('popup: Chức năng này chỉ dành cho');
    expect(replyShown(unread)).toContain('Chưa đọc được họ tên');
    for (const shown of [card, twice]) {
      expect(replyShown(shown)).toContain(
        'Thành viên Hội đồng theo dõi: đồng chí Đỗ Minh, đồng chí Trần Quốc Toản',
      );
    }
    expect(replyShown(one)).toContain('Kính gửi đồng chí Trần Quốc Toản, thành viên Hội đồng');
    expect(replyShown(await office.press(SECRETARY, SECRETARY, { kind: 'staff_office' }))).toContain(
      'thành viên Hội đồng của Cụm thi đua THCS số 1: đồng chí Trần Quốc Toản',
    );
    expect((await office.directory()).people.filter(({ name }) => name === 'Trần Quốc Toản')).toMatchObject([
      { title: 'Phó Chủ tịch UBND quận', address: 'đồng chí' },
    ]);
    const [latest] = await office.read.audit.list({ actionPrefix: 'office.', skip: 0, limit: 1 });
    expect(JSON.stringify(latest)).not.toContain('Toản');
  });

  test('stay within reach of the inbox when all are arranged', async () => {
    for (const place of ['1', '2']) {
      await press(await press(await list(), place), 'Đã hẹn');
      await say('12/11');
    }

    expect(replyShown(await list())).toContain('2. Cụm thi đua THCS số 1 · đồng chí Đỗ Minh: đã hẹn');
  });

  test('are arranged, held with conclusions, and no longer wait', async () => {
    await press(await press(await list(), '1'), 'Đã hẹn');
    const past = await say('01/11/2024');
    const arranged = await say('12/11/2024');
    const waiting = replyShown(await say('/canxuly'));
    office.moveTo('2024-11-13T09:00:00+07:00');
    const overdue = replyShown(await say('/canxuly'));
    const day = await press(await press(await list(), '1'), 'Đã làm việc');
    const conclusions = await press(day, '12/11/2024');
    const held = await say('Cụm rà soát lại đăng ký thi đua.');

    expect(replyShown(past)).toContain('Chưa đọc được ngày sắp tới');
    expect(replyShown(arranged)).toContain('Hiện nay: đã hẹn Thứ Ba 12/11/2024');
    expect(waiting).toContain('cần sắp xếp: 1');
    expect(overdue).toContain('cần sắp xếp: 2');
    expect(replyShown(conclusions)).toContain('Kết luận của buổi làm việc?');
    expect(replyShown(held)).toContain('Hiện nay: đã làm việc Thứ Ba 12/11/2024');
    expect(replyShown(held)).toContain('Kết luận: Cụm rà soát lại đăng ký thi đua.');
    expect(replyShown(await say('/canxuly'))).toContain('cần sắp xếp: 1');
    const [latest] = await office.read.audit.list({ actionPrefix: 'session.', skip: 0, limit: 1 });
    expect(latest).toMatchObject({
      before: { session: 'agreed' },
      after: { session: 'held', on: '2024-11-12' },
    });
  });

  test('are held and arranged on days of their quarter alone', async () => {
    await press(await press(await list(), '1'), 'Đã làm việc');
    const notYet = await say('20/11');
    const before = await say('28/9');
    const conclusions = await say('1/11');
    await press(conclusions, 'Huỷ');
    await press(await press(await list(), '1'), 'Đã hẹn');
    const after = await say('06/01/2025');
    const arranged = await say('thứ Năm');

    for (const reply of [notYet, before]) {
      expect(replyShown(reply)).toContain('Chưa đọc được ngày đã qua trong quý IV/2024');
    }
    expect(replyShown(conclusions)).toContain('Kết luận của buổi làm việc?');
    expect(replyShown(after)).toContain('Chưa đọc được ngày sắp tới trong quý IV/2024');
    expect(replyShown(arranged)).toContain('Đồng chí Đỗ Minh làm việc với Cụm thi đua số 1, quý IV/2024');
    expect(replyShown(arranged)).toContain('đã hẹn Thứ Năm 07/11/2024');
  });

  describe('that concluded something', () => {
    const held = async (conclusions: string) => {
      office.moveTo('2024-11-13T09:00:00+07:00');
      await press(await press(await list(), '1'), 'Đã làm việc');
      await say('12/11');
      return say(conclusions);
    };

    test('have it given as a task of the day, to the cluster where nobody is named', async () => {
      const page = await held('Rà soát lại đăng ký thi đua trước 16h thứ Tư 20/11');
      const asked = await press(page, 'Giao việc');
      const preview = await press(asked, 'Mỗi đơn vị');
      await press(preview, 'Gửi');

      expect(replyShown(asked)).toContain('Cụm thi đua số 1');
      expect(replyShown(preview)).toContain('Việc: Rà soát lại đăng ký thi đua');
      expect(replyShown(preview)).toContain('Thứ Tư 20/11/2024');
      const { tasks } = await office.read.plans.book();
      expect(tasks.filter(({ given }) => given === true)).toMatchObject([
        { title: 'Rà soát lại đăng ký thi đua' },
      ]);
    });

    test('have each line given by itself, to those it names, in the next quarter too', async () => {
      const page = await held('1. Phường Kim Mã gửi báo cáo trước 15/11\n2. Cụm họp sơ kết quý');
      office.moveTo('2025-01-06T09:00:00+07:00');
      const first = await press(page, 'Giao việc 1');
      const second = await press(page, 'Giao việc 2');

      expect(replyShown(page)).toContain('Kết luận:\n1. Phường Kim Mã gửi báo cáo trước 15/11\n2. Cụm họp');
      expect(replyShown(first)).toContain('Gửi báo cáo');
      expect(replyShown(second)).toContain('Họp sơ kết quý');
    });

    test('say to whom each was given and by when, and offer what is not given', async () => {
      const page = await held('1. Phường Kim Mã gửi báo cáo trước 15/11\n2. Cụm họp sơ kết quý trước 20/11');
      const give = actionOf(page, 'Giao việc 1');
      const preview = await press(page, 'Giao việc 1');
      await press(preview, 'Gửi');
      const now = await press(await list(), '1');
      const again = await office.press(SECRETARY, SECRETARY, give);

      expect(replyShown(now)).toContain(
        '1. Phường Kim Mã gửi báo cáo trước 15/11\n✔ Đã giao GV1: UBND phường Kim Mã, trước ngày 15/11/2024',
      );
      expect(replyShown(now)).not.toContain('[Giao việc 1]');
      expect(replyShown(now)).toContain('[Giao việc 2]');
      expect(replyShown(again)).toContain('Kết luận này đã được giao');
      expect(replyShown(again)).toContain('✔ Đã giao GV1');
      expect(replyShown(await office.press(LAN, LAN, give))).toMatch(/^popup: Chức năng này chỉ dành cho/);
    });

    test('are given once, also from two previews', async () => {
      const page = await held('Phường Kim Mã gửi báo cáo trước 15/11');
      const [preview] = messagesOf(await press(page, 'Giao việc'));
      const [session] = await office.read.sessions.ofQuarter(quarterOf(dateOf('2024-11-13')));
      if (preview === undefined || session === undefined) throw new Error('nothing was concluded');
      const { units } = await office.directory();
      const { memberId, clusterId, quarter } = session;
      const order = {
        title: 'Gửi báo cáo',
        recipients: units.slice(0, 1).map(({ id }) => ({ kind: 'unit', id }) as const),
        day: { kind: 'once', on: dateOf('2024-11-15'), inclusive: false, time: null, appliesTo: null },
        urgent: false,
        item: null,
        conclusion: { memberId, clusterId, quarter, words: 'Phường Kim Mã gửi báo cáo trước 15/11' },
      } as const;
      await giveTask(office.dependencies, office.request(SECRETARY, SECRETARY), order);

      expect(replyShown(await press(preview, 'Gửi'))).toContain('Kết luận này đã được giao');
    });

    test('are offered again once the task was withdrawn', async () => {
      const page = await held('Phường Kim Mã gửi báo cáo trước 15/11');
      await press(await press(page, 'Giao việc'), 'Gửi');
      const [task] = (await office.read.plans.book()).tasks.filter(({ given }) => given === true);
      if (task === undefined) throw new Error('nothing was given');
      await office.press(SECRETARY, SECRETARY, { kind: 'assignment_withdraw', task: task.id, answer: 'yes' });

      expect(replyShown(await press(await list(), '1'))).toContain('[Giao việc]');
    });

    test('keep what was given when they are written down anew', async () => {
      const page = await held('Phường Kim Mã gửi báo cáo trước 15/11');
      await press(await press(page, 'Giao việc'), 'Gửi');
      await press(await press(await list(), '1'), 'Đã làm việc');
      await say('12/11');
      const anew = await say('- Cụm họp sơ kết quý\n- Phường Kim Mã gửi báo cáo trước 15/11');

      expect(replyShown(anew)).toContain('trước 15/11\n✔ Đã giao GV1');
      expect(replyShown(anew)).toContain('[Giao việc 1]');
      expect(replyShown(anew)).not.toContain('[Giao việc 2]');
    });

    test('offer it to the secretariat alone, in private', async () => {
      const give = actionOf(await held('Rà soát lại đăng ký thi đua trước 20/11'), 'Giao việc');

      expect(replyShown(await office.press(LAN, LAN, give))).toContain('chỉ dành cho');
      expect(replyShown(await office.press(SECRETARY, WARDS, give))).toContain('riêng');
    });

    test('offer nothing where nothing was concluded', async () => {
      office.moveTo('2024-11-13T09:00:00+07:00');
      await press(await press(await list(), '1'), 'Đã làm việc');
      const asked = await say('12/11');

      expect(replyShown(await press(asked, 'Không có'))).not.toContain('Giao việc');
    });
  });

  test('are left to the next quarter, which begins anew', async () => {
    const moved = await press(await press(await list(), '2'), 'Dời quý sau');
    const again = await press(moved, 'Dời quý sau');
    office.moveTo('2025-01-06T09:00:00+07:00');

    expect(replyShown(moved)).toContain('dời sang quý sau');
    expect(replyShown(again)).toContain('dời sang quý sau');
    expect(await office.read.audit.list({ actionPrefix: 'session.', skip: 0, limit: 9 })).toHaveLength(1);
    expect(replyShown(await say('/canxuly'))).toContain('cần sắp xếp: 2');
    expect(replyShown(await press(moved, 'Đã hẹn'))).toContain('không còn trong quý');
  });

  test('are the secretariat’s alone, in private', async () => {
    const one = await press(await list(), '1');
    const [hold, move] = [actionOf(one, 'Đã làm việc'), actionOf(one, 'Dời quý sau')];

    for (const action of [hold, move]) {
      expect(replyShown(await office.press(LAN, LAN, action))).toContain('chỉ dành cho');
      expect(replyShown(await office.press(MEMBER, MEMBER, action))).toContain('chỉ dành cho');
    }
    expect(replyShown(await office.press(SECRETARY, WARDS, hold))).toContain('riêng');
    expect(replyShown(await office.press(SECRETARY, WARDS, { kind: 'sessions' }))).toContain('riêng');
  });

  test('the same update twice asks the same question, and cancelling changes nothing', async () => {
    const action = actionOf(await press(await list(), '1'), 'Đã làm việc');
    const effectKey = office.newKey();
    const first = await office.press(SECRETARY, SECRETARY, action, { effectKey });
    const second = await office.press(SECRETARY, SECRETARY, action, { effectKey, again: true });
    const cancelled = await press(second, 'Huỷ');

    expect(replyShown(second)).toBe(replyShown(first));
    expect(replyShown(cancelled)).toContain('Chưa có gì thay đổi');
    expect(replyShown(await list())).toContain('1. Cụm thi đua số 1 · đồng chí Đỗ Minh: chưa hẹn');
  });
});

test('a session is owed by whoever follows a cluster within the quarter', async () => {
  const known = await office.directory();
  const [first] = known.appointments.filter(({ role }) => role === 'council_member');
  if (first === undefined) throw new Error('nobody follows a cluster');
  const on = (today: string, from: string | null, to: string | null) => {
    const held = { ...first, from: from === null ? null : dateOf(from), to: to === null ? null : dateOf(to) };
    const day = dateOf(today);
    return sessionsOf({ ...known, appointments: [held] }, quarterOf(day), day, []).length;
  };

  expect(on('2024-11-04', null, null)).toBe(1);
  expect(on('2024-11-04', '2024-12-01', null)).toBe(0);
  expect(on('2024-12-02', '2024-12-01', null)).toBe(1);
  expect(on('2024-11-04', null, '2024-10-15')).toBe(0);
  expect(on('2024-11-04', null, '2024-11-30')).toBe(1);
});
