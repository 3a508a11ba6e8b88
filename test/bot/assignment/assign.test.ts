import { beforeEach, describe, expect, test } from 'vitest';
import { ASSIGNMENT_PANEL, ASSIGNMENT_POST } from '../../../src/app/notices/living-kinds.ts';
import type { Message } from '../../../src/app/ports/message.ts';
import type { NoticeKind } from '../../../src/app/ports/notice-kind.ts';
import type { Reply } from '../../../src/bot/reply.ts';
import type { TaskId } from '../../../src/core/id.ts';
import type { Obligation } from '../../../src/core/obligation/obligation.ts';
import { instant, type Office } from '../../support/office.ts';
import { FULL_CAPABILITIES } from '../../support/recording-messenger.ts';
import { livingNow, outcomeOf } from '../../support/rendered.ts';
import {
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
} from '../../support/sample-office.ts';
import { noticesOf, tickAt } from '../../support/time-passes.ts';
import { outcomeShown, pressed, replyShown, shown } from '../shown.ts';

let office: Office;

beforeEach(async () => {
  office = await sampleOffice({ now: '2024-11-11T09:00:00+07:00' });
});

const LINE = 'Các trường gửi danh sách CSTĐ trước 16h thứ Tư 13/11';

const write = (text: string, user = SECRETARY, told = {}) => office.say(user, user, text, told);
const press = (reply: Reply | Message, label: string, user = SECRETARY, told = {}) =>
  pressed(office, user, reply, label, told);
const choose = (choice: string, user = SECRETARY) => office.press(user, user, { kind: 'dialogue', choice });

const givenTasks = async () => (await office.read.plans.book()).tasks.filter(({ given }) => given === true);

async function givenTask(): Promise<TaskId> {
  const preview = await write(`/giaoviec ${LINE}`);
  await press(preview, 'Gửi');
  const [task] = await givenTasks();
  if (task === undefined) throw new Error('nothing was given');
  return task.id;
}

const answer = (task: TaskId, word: 'received' | 'sent' | 'nothing') =>
  ({ kind: 'assignment_answer', task, answer: word }) as const;

/** What the notices of a kind say now, each under the key of its chat. */
async function said(kind: NoticeKind, capabilities = FULL_CAPABILITIES): Promise<Record<string, string>> {
  const { chats } = await office.directory();
  const texts: Record<string, string> = {};
  for (const notice of await noticesOf(office, kind)) {
    const chat = chats.find(
      ({ id, personId }) => id === notice.addressee.id || personId === notice.addressee.id,
    );
    const outcome = await outcomeOf(office, notice, { capabilitiesOf: () => capabilities });
    texts[chat?.key ?? ''] = outcomeShown(outcome);
  }
  return texts;
}

async function living(kind: string, subject: TaskId, chat: string): Promise<string> {
  const { chats } = await office.directory();
  const chatId = chats.find(({ key }) => key === chat)?.id;
  if (chatId === undefined) throw new Error(`no chat ${chat}`);
  const message = await livingNow(office, { kind, subject, chatId });
  return message === null ? '' : shown(message);
}

describe('writing a task', () => {
  test('one line is previewed with what, who and when, and is sent by one more press', async () => {
    const preview = await write(`/giaoviec ${LINE}`);
    const sent = await press(preview, 'Gửi');

    expect(replyShown(preview)).toMatchSnapshot('preview');
    expect(replyShown(sent)).toMatchSnapshot('sent');
    expect(await givenTasks()).toHaveLength(1);
  });

  test('the same in English', async () => {
    await write('/ngonngu en');

    expect(
      replyShown(await write('/assign HỎA TỐC: Các trường gửi danh sách before 4pm Wednesday')),
    ).toMatchSnapshot();
  });

  test('alone it asks for the message, which may be a forwarded one', async () => {
    const asked = await write('/giaoviec');
    const preview = await write(LINE);

    expect(replyShown(asked)).toMatchSnapshot('asked');
    expect(replyShown(preview)).toContain('Xem trước (chưa gửi)');
  });

  test('in reply to a message it reads that message; from a group it goes on in private', async () => {
    const reply = await office.tell(SECRETARY, WARDS, {
      kind: 'text',
      text: '/giaoviec',
      message: 'm2',
      addressed: true,
      repliesTo: 'm1',
      repliedText: LINE,
    });
    await choose('send');

    expect(replyShown(reply)).toContain('privately:\nXem trước (chưa gửi)');
    expect(await givenTasks()).toMatchObject([{ title: 'Gửi danh sách CSTĐ' }]);
  });

  test('a forwarded picture says what its caption says', async () => {
    await write('/giaoviec');

    const preview = await office.send(SECRETARY, SECRETARY, 'a.jpg', new Uint8Array(), { caption: LINE });

    expect(replyShown(preview)).toContain('Việc: Gửi danh sách CSTĐ');
  });

  test('nothing is given before the last press', async () => {
    await write(`/giaoviec ${LINE}`);

    expect(await givenTasks()).toEqual([]);
    expect(await said('assignment')).toEqual({});
  });

  test('what, who and when are mended each by itself', async () => {
    const preview = await write(`/giaoviec ${LINE}`);

    await press(preview, 'Sửa nội dung');
    await write('Gửi danh sách chiến sĩ thi đua <cơ sở>');
    const who = await press(preview, 'Sửa đơn vị');
    await write('phường Kim Mã');
    const when = await press(preview, 'Sửa hạn');
    const mended = await write('chậm nhất 10h sáng mai');

    expect(replyShown(who)).toMatchSnapshot('who');
    expect(replyShown(when)).toMatchSnapshot('when');
    expect(replyShown(mended)).toMatchSnapshot('mended');
  });

  test.each([
    ['chậm nhất thứ 4 tuần sau', 'Hạn: hết Thứ Tư 20/11/2024'],
    ['trước 10/12', 'Hạn: trước ngày 10/12/2024'],
    ['17h thứ 6', 'Hạn: chậm nhất 17:00, Thứ Sáu 15/11/2024'],
    ['đổi thành trước 15h', 'Hạn: trước 15:00, Thứ Tư 13/11/2024'],
    ['trước 01/11', 'Giờ, ngày này đã qua'],
    ['thứ 2', 'Hạn là lúc nào ạ?'],
  ])('“%s” typed under the preview is its new time', async (words, expected) => {
    await write(`/giaoviec ${LINE}`);

    const next = replyShown(await write(words));

    expect(next).toContain(expected);
    expect(next).not.toContain('Chưa hiểu');
  });

  test('what is no time under the preview is said, and what may be sent there', async () => {
    await write(`/giaoviec ${LINE}`);

    const next = replyShown(await write('phường Kim Mã, phường Điện Biên nữa nhé'));

    expect(next).toContain('Chưa hiểu “phường Kim Mã, phường Điện Biên nữa nhé”. Ở bước này có thể gửi giờ');
    expect(next).toContain('Hạn: trước 16:00, Thứ Tư 13/11/2024');
  });

  test('a time in the words of what is its time, a day that bounds nothing is not', async () => {
    const preview = await write(`/giaoviec ${LINE}`);
    await press(preview, 'Sửa nội dung');
    const timed = replyShown(await write('Gửi danh sách lao động giỏi trước 10/12'));
    await press(preview, 'Sửa nội dung');
    const plain = replyShown(await write('Gửi báo cáo mít tinh ngày 20/11'));

    expect(timed).toContain('Việc: Gửi danh sách lao động giỏi*\n');
    expect(timed).toContain('Hạn: trước ngày 10/12/2024');
    expect(plain).toContain('Việc: Gửi báo cáo mít tinh ngày 20/11*\n');
    expect(plain).toContain('Hạn: trước ngày 10/12/2024');
  });

  test('units are ticked by cluster and one by one', async () => {
    const preview = await write(`/giaoviec ${LINE}`);
    const who = await press(preview, 'Sửa đơn vị');

    const none = await press(who, '☑ Cụm thi đua THCS số 1');
    const units = await press(none, 'Từng đơn vị');
    const ticked = await press(units, '☐ UBND phường Kim Mã');
    const next = await press(ticked, 'Xem tiếp');
    const done = await press(ticked, 'Tiếp');

    expect(replyShown(none)).toContain('Đã chọn: chưa có');
    expect(replyShown(ticked)).toContain('[☑ UBND phường Kim Mã]');
    expect(replyShown(next)).toContain('☐ UBND phường Quán Thánh');
    expect(replyShown(done)).toContain('Ai: UBND phường Kim Mã');
  });

  test('who receives it is named; of many, on demand', async () => {
    expect(replyShown(await write(`/giaoviec ${LINE}`))).toContain(
      'Ai: 7 đơn vị của Cụm thi đua THCS số 1\nTrường THCS Giảng Võ, Trường THCS Ba Đình',
    );
    const many = await write('/giaoviec Các đơn vị gửi danh sách CSTĐ trước 16h thứ Tư 13/11');
    expect(replyShown(many)).not.toContain('Trường THCS Nguyễn Trãi');

    const names = await press(many, 'Xem đơn vị');

    expect(replyShown(names)).toContain('• Trường THCS Nguyễn Trãi');
    expect(replyShown(await press(names, '◀ Quay lại'))).toContain('Xem trước (chưa gửi)');
  });

  test.each([
    ['a weekday that is not that of its date', 'trước 16h thứ Năm 13/11', 'Hạn là lúc nào ạ?'],
    ['a day that has passed', 'trước 01/11', 'đã qua'],
    ['a day that does not exist', 'trước 31/11', 'Không có giờ, ngày như vậy'],
    ['no day', '', 'Hạn lúc nào?'],
  ])('%s is asked about, nothing is taken', async (_, words, question) => {
    const reply = await write(`/giaoviec Các trường gửi danh sách ${words}`);

    expect(replyShown(reply)).toContain(question);
    expect(replyShown(await choose('send'))).toContain('popup');
    expect(await givenTasks()).toEqual([]);
  });

  test('a cluster that is named is asked about: each unit, or itself', async () => {
    const asked = await write('/giaoviec Cụm 1 cử người dự họp 14h chiều mai');

    expect(replyShown(asked)).toMatchSnapshot('asked');
    expect(replyShown(await press(asked, 'Mỗi đơn vị'))).toContain('Ai: 14 đơn vị của Cụm thi đua số 1');
    const again = await write('/giaoviec Cụm 1 cử người dự họp 14h chiều mai');
    expect(replyShown(await press(again, 'Mỗi Cụm'))).toContain('1 Cụm (mỗi Cụm một bản)');
  });

  test('an unknown unit is asked about, and may be left out', async () => {
    const asked = await write('/giaoviec Trường Chu Văn An và phường Kim Mã gửi báo cáo trước 15/11');

    expect(replyShown(asked)).toContain('“Trường Chu Văn An”');
    expect(replyShown(await press(asked, 'Bỏ tên này'))).toContain('Ai: UBND phường Kim Mã');
  });

  test('a day off and office hours are pointed out', async () => {
    office.moveTo('2024-11-11T19:00:00+07:00');

    const preview = await write('/giaoviec Các trường gửi danh sách trước 16h thứ Bảy 16/11');
    const urgent = await press(preview, '☐ Hỏa tốc');

    expect(replyShown(preview)).toContain('Thứ Bảy 16/11/2024 là ngày nghỉ');
    expect(replyShown(preview)).toContain('gửi lúc 08:00, 12/11');
    expect(replyShown(urgent)).toContain('HỎA TỐC');
  });

  test('cancelled, nothing is given and the buttons are dead', async () => {
    const preview = await write(`/giaoviec ${LINE}`);

    expect(replyShown(await press(preview, 'Huỷ'))).toContain('Chưa có gì được gửi');
    expect(replyShown(await press(preview, 'Gửi'))).toContain('đã kết thúc');
    expect(await givenTasks()).toEqual([]);
  });

  test('two presses of the last button give one task', async () => {
    const preview = await write(`/giaoviec ${LINE}`);

    await press(preview, 'Gửi');
    expect((await press(preview, 'Gửi')).answer?.popup).toBe(true);
    expect(await givenTasks()).toHaveLength(1);
  });

  test('taken again after a death it gives once and answers the same', async () => {
    const preview = await write(`/giaoviec ${LINE}`);
    const sent = await press(preview, 'Gửi', SECRETARY, { effectKey: 'update-1' });

    expect(await press(preview, 'Gửi', SECRETARY, { effectKey: 'update-1', again: true })).toEqual(sent);
    expect(await givenTasks()).toHaveLength(1);
  });

  test('an hour that has passed meanwhile is refused kindly', async () => {
    const preview = await write('/giaoviec Các trường gửi danh sách trước 10h hôm nay');
    office.moveTo('2024-11-11T10:01:00+07:00');

    expect(replyShown(await press(preview, 'Gửi'))).toContain('Chưa có gì được gửi');
    expect(await givenTasks()).toEqual([]);
  });

  test.each([LAN, LEADER, DUC, MEMBER, STRANGER])('%s may not give tasks', async (user) => {
    expect(replyShown(await office.say(user, user, `/giaoviec ${LINE}`))).toBe(
      'Chức năng này chỉ dành cho cán bộ Thường trực HĐ TĐKT.',
    );
  });

  test('what is too long or empty is told so', async () => {
    expect(replyShown(await write(`/giaoviec gửi ${'đ'.repeat(501)}`))).toContain('500 ký tự');
    await write('/giaoviec');
    expect(replyShown(await write('  '))).toContain('bằng chữ');
    expect(replyShown(await office.tell(SECRETARY, SECRETARY, { kind: 'other', addressed: true }))).toContain(
      'bằng chữ',
    );
  });
});

describe('what people see', () => {
  test('focal points in private, the group a count, the giver a panel', async () => {
    const id = await givenTask();

    expect((await said('assignment'))[HA]).toMatchSnapshot('private');
    expect((await said('assignment_post'))[SCHOOLS]).toMatchSnapshot('group');
    expect((await said('assignment_panel'))[SECRETARY]).toMatchSnapshot('panel');

    await office.press(HA, SCHOOLS, answer(id, 'received'));
    await office.press(TUAN, SCHOOLS, answer(id, 'sent'));
    expect(await living(ASSIGNMENT_POST, id, SCHOOLS)).toMatchSnapshot('group counts');
    expect(await living(ASSIGNMENT_PANEL, id, SECRETARY)).toMatchSnapshot('panel counts');
  });

  test('one unit alone is told in private; its group, where nobody of it can be written to', async () => {
    await press(await write('/giaoviec Trường THCS Giảng Võ gửi danh sách trước 16h thứ Tư 13/11'), 'Gửi');
    expect(await noticesOf(office, 'assignment_post')).toEqual([]);

    await press(await write('/giaoviec Trường THCS Thống Nhất gửi danh sách trước 16h thứ Tư 13/11'), 'Gửi');
    expect(await noticesOf(office, 'assignment_post')).toHaveLength(1);
  });

  test('a group never reads who has not answered', async () => {
    const id = await givenTask();
    await office.press(TUAN, SCHOOLS, answer(id, 'sent'));

    const post = await living(ASSIGNMENT_POST, id, SCHOOLS);
    const list = await office.press(SECRETARY, SCHOOLS, { kind: 'assignment_list', task: id });
    expect(post).not.toContain('Trường');
    expect(replyShown(list)).toContain('tin riêng');
  });

  test('outside office hours units wait for the morning, unless it is urgent', async () => {
    office.moveTo('2024-11-11T19:00:00+07:00');
    await givenTask();
    const later = JSON.stringify({ kind: 'later', at: instant('2024-11-12T08:00:00+07:00') });

    expect((await said('assignment'))[HA]).toBe(later);
    expect((await said('assignment_post'))[SCHOOLS]).toBe(later);
    const urgent = await press(await write(`/giaoviec HỎA TỐC ${LINE}`), 'Gửi');
    expect(replyShown(urgent)).toContain('GV2');
    expect((await said('assignment_post'))[SCHOOLS]).toContain('HỎA TỐC');
    expect((await said('assignment'))[HA]).toMatch(/^\*🔴 HỎA TỐC\*\n/);
  });

  test('what would be told when its hour has passed may be sent as urgent only', async () => {
    office.moveTo('2024-11-11T22:00:00+07:00');
    const preview = await write('/giaoviec Các trường gửi danh sách CSTĐ trước 7h thứ Ba 12/11');

    expect(replyShown(preview)).toContain('chỉ gửi được lúc 08:00, 12/11, khi đã qua hạn');
    expect(replyShown(preview)).not.toContain('[Gửi]');
    expect(replyShown(await choose('send'))).toContain('giao là Hỏa tốc');
    expect(await givenTasks()).toEqual([]);
    await press(await press(preview, '☐ Hỏa tốc'), 'Gửi');
    expect(await givenTasks()).toHaveLength(1);
  });

  test('it stands in every list beside the plan’s tasks', async () => {
    const id = await givenTask();

    for (const reply of [
      await write('/viec', HA),
      await office.say(HA, SCHOOLS, '/han tuần này'),
      await write('/han tuần này'),
      await write('hạn gửi danh sách CSTĐ là khi nào?'),
      await office.press(SECRETARY, SECRETARY, { kind: 'board_tasks', skip: 0 }),
      await write('/tiendo tuần này'),
    ]) {
      expect(replyShown(reply)).toMatch(/GV1|danh sách CSTĐ|Cụm thi đua THCS số 1/);
    }
    expect(
      replyShown(await office.press(SECRETARY, SECRETARY, { kind: 'task', task: id })),
    ).toMatchSnapshot();
    expect(replyShown(await office.say(LAN, WARDS, '/han tuần này'))).not.toContain('GV1');
  });

  test('a reminder says how much is left, and at the hour that nothing has come', async () => {
    await givenTask();
    await tickAt(office, '2024-11-13T14:00:00+07:00');
    expect((await said('assignment_reminder'))[HA]).toMatchSnapshot('near');
    await tickAt(office, '2024-11-13T16:00:00+07:00');
    expect((await said('assignment_reminder'))[HA]).toMatchSnapshot('hour');
    expect((await said('assignment_list'))[SECRETARY]).toMatchSnapshot('list');
  });

  test('a reminder that was overtaken is withheld', async () => {
    const id = await givenTask();
    await tickAt(office, '2024-11-13T14:00:00+07:00');
    await office.press(HA, SCHOOLS, answer(id, 'sent'));

    expect((await said('assignment_reminder'))[HA]).toBe('{"kind":"withheld","cause":"nothing_open"}');
  });
});

describe('answering', () => {
  test('a press in the group is a complete answer for the presser’s own unit', async () => {
    const id = await givenTask();

    const received = await office.press(HA, SCHOOLS, answer(id, 'received'));
    const again = await office.press(HA, SCHOOLS, answer(id, 'received'));
    const sent = await office.press(HA, SCHOOLS, answer(id, 'sent'));

    expect(replyShown(received)).toBe(
      'popup: Trường THCS Giảng Võ: đã nhận lúc 09:00, 11/11. Trân trọng cảm ơn.',
    );
    expect(replyShown(again)).toContain('Không có thay đổi');
    expect(replyShown(sent)).toContain('đã ghi nhận đã gửi');
    expect(sent.quietly === undefined ? '' : shown(sent.quietly)).toContain('[Thêm văn bản]');
  });

  test('who serves two units has received it for both, and is asked in private which of them has sent it', async () => {
    await serveToo(HA, 'THCS-NGUYENTRAI');
    const id = await givenTask();

    const received = await office.press(HA, SCHOOLS, answer(id, 'received'));
    expect(received.answer?.text).toMatch(
      /^Trường THCS Giảng Võ: đã nhận.*\nTrường THCS Nguyễn Trãi: đã nhận/,
    );

    const asked = await office.press(HA, SCHOOLS, answer(id, 'sent'));
    expect(asked.edit ?? asked.say).toBeUndefined();
    expect(await doneOf(id)).toEqual([]);
    expect(asked.quietly === undefined ? '' : shown(asked.quietly)).toBe(
      '“Gửi danh sách CSTĐ”: đơn vị nào đã gửi?\n[Trường THCS Giảng Võ]\n[Trường THCS Nguyễn Trãi]',
    );
    const recorded = await press(asked.quietly ?? asked, 'Trường THCS Nguyễn Trãi', HA);
    expect(replyShown(recorded)).toContain('✔ Trường THCS Nguyễn Trãi · mục GV1: đã hoàn thành');
    expect(await doneOf(id)).toEqual(['THCS-NGUYENTRAI']);

    // What is left is one unit's, and needs no question.
    await office.press(HA, SCHOOLS, answer(id, 'nothing'));
    expect(await doneOf(id)).toEqual(['THCS-GIANGVO', 'THCS-NGUYENTRAI']);
  });

  test('in private what was sent may be completed with its document', async () => {
    const id = await givenTask();

    const sent = await office.press(HA, HA, answer(id, 'sent'));
    await press(sent, 'Thêm văn bản', HA);
    const evidence = await write('45/BC-THCS ngày 11/11/2024', HA);

    expect(replyShown(evidence)).toContain('45/BC-THCS');
  });

  test('the steps of the unit offer the same answers, and an extension', async () => {
    const id = await givenTask();
    const own = await obligationOf(id, HA);

    const steps = await office.press(HA, HA, { kind: 'steps', obligation: own.id });
    const nothing = await press(steps, 'Không có', HA);

    expect(replyShown(steps)).toMatchSnapshot('steps');
    expect(replyShown(nothing)).toMatchSnapshot('nothing');
  });

  test('the wrong person changes nothing', async () => {
    const id = await givenTask();
    const own = await obligationOf(id, HA);

    for (const user of [LAN, SECRETARY, STRANGER]) {
      expect(replyShown(await office.press(user, SCHOOLS, answer(id, 'sent')))).toContain('popup');
    }
    for (const action of [
      { kind: 'nothing', obligation: own.id },
      { kind: 'assignment_list', task: id },
      { kind: 'assignment_hour', task: id },
      { kind: 'assignment_withdraw', task: id, answer: 'yes' },
    ] as const) {
      expect((await office.press(LAN, LAN, action)).answer?.popup).toBe(true);
    }
    const owed = await office.read.obligations.ofTasks([id]);
    expect(owed.every(({ state }) => state === 'not_started')).toBe(true);
  });

  test('forged data does nothing', async () => {
    const id = await givenTask();
    const planned = (await office.read.plans.book()).tasks.find(({ no }) => no === '10');

    for (const data of ['1ga.x.sent', `1ga.${id}.sent`, '1gw.AAAAAAAAAAAAAAAAAAAAAA.now', '1g.', '1gn.']) {
      expect(replyShown(await office.press(HA, SCHOOLS, data))).toContain('không còn dùng được');
    }
    expect(replyShown(await office.press(HA, SCHOOLS, answer(planned?.id ?? id, 'sent')))).toContain(
      'không còn',
    );
    expect(
      replyShown(
        await office.press(SECRETARY, SECRETARY, { kind: 'assignment_list', task: planned?.id ?? id }),
      ),
    ).toContain('không còn');
  });
});

async function serveToo(user: string, code: string): Promise<void> {
  const { identities, units } = await office.directory();
  const personId = identities.find((one) => one.user === user)?.personId;
  const unitId = units.find((unit) => unit.code === code)?.id;
  if (personId === undefined || unitId === undefined) throw new Error(`no ${user} or no ${code}`);
  await office.dependencies.unitOfWork.run((tx) =>
    tx.organisation.addAppointment({
      personId,
      role: 'focal_point',
      unitId,
      clusterId: null,
      from: null,
      to: null,
      standsInFor: null,
    }),
  );
}

/** The codes of the units that have done it. */
async function doneOf(task: TaskId): Promise<string[]> {
  const { units } = await office.directory();
  const done = (await office.read.obligations.ofTasks([task])).filter(({ state }) => state === 'done');
  return units.filter(({ id }) => done.some(({ owner }) => owner.id === id)).map(({ code }) => code);
}

async function obligationOf(task: TaskId, user: string): Promise<Obligation> {
  const { identities, appointments } = await office.directory();
  const person = identities.find((one) => one.user === user)?.personId;
  const unit = appointments.find(({ personId }) => personId === person)?.unitId;
  const one = (await office.read.obligations.ofTasks([task])).find(({ owner }) => owner.id === unit);
  if (one === undefined) throw new Error(`${user} owes nothing of it`);
  return one;
}

describe('the giver', () => {
  test('moves the hour, also where the words fit several', async () => {
    const id = await givenTask();

    const asked = await office.press(SECRETARY, SECRETARY, { kind: 'assignment_hour', task: id });
    const unclear = await write('lúc nào cũng được');
    const which = await write('trước 16h thứ Sáu 14/11');
    const done = await press(which, 'Trước 16:00, Thứ Sáu');

    expect(replyShown(asked)).toMatchSnapshot('asked');
    expect(replyShown(unclear)).toContain('Chưa đọc được');
    expect(replyShown(done)).toMatchSnapshot('done');
    expect(await living(ASSIGNMENT_POST, id, SCHOOLS)).toContain('Hạn được sửa lúc 09:00, 11/11');
  });

  test('moves it once by one update', async () => {
    const id = await givenTask();
    await office.press(SECRETARY, SECRETARY, { kind: 'assignment_hour', task: id });

    const done = await write('trước 10h thứ Sáu 15/11', SECRETARY, { effectKey: 'update-1' });
    const again = await write('trước 10h thứ Sáu 15/11', SECRETARY, { effectKey: 'update-1', again: true });

    expect(again).toEqual(done);
    expect(await office.read.audit.about(id)).toHaveLength(2);
  });

  test('withdraws it after one more question; the group and those who press are told', async () => {
    const id = await givenTask();

    const asked = await office.press(SECRETARY, SECRETARY, {
      kind: 'assignment_withdraw',
      task: id,
      answer: 'ask',
    });
    const kept = await press(asked, 'Giữ');
    const gone = await press(asked, 'Rút', SECRETARY, { effectKey: 'update-1' });

    expect(replyShown(kept)).toContain('giữ nguyên');
    expect(await press(asked, 'Rút', SECRETARY, { effectKey: 'update-1', again: true })).toEqual(gone);
    expect(replyShown(gone)).toMatchSnapshot('gone');
    expect(await living(ASSIGNMENT_POST, id, SCHOOLS)).toMatchSnapshot('group');
    expect(await living(ASSIGNMENT_PANEL, id, SECRETARY)).toMatchSnapshot('panel');
    expect(replyShown(await office.press(HA, SCHOOLS, answer(id, 'sent')))).toContain('đã rút');
  });
});

describe('a component item', () => {
  async function steps(): Promise<Reply> {
    const six = (await office.read.plans.book()).tasks.find(({ no }) => no === '6');
    const owed = six === undefined ? [] : await office.read.obligations.ofTasks([six.id]);
    const one = owed.find(({ dueOn }) => dueOn !== null && dueOn < '2025-01-01');
    if (one === undefined) throw new Error('the sample lacks what its first cluster owes of task 6');
    return office.press(LAN, LAN, { kind: 'steps', obligation: one.id });
  }

  async function asked(): Promise<TaskId> {
    const question = await press(await steps(), 'Hỏi các đơn vị', LAN);
    await press(question, 'Bảng tự chấm điểm', LAN);
    await press(await write('trước 10h thứ Sáu 15/11', LAN), 'Gửi', LAN);
    const [task] = await givenTasks();
    if (task === undefined) throw new Error('nothing was asked');
    return task.id;
  }

  test('is asked by the cluster’s head from the steps of what the cluster owes', async () => {
    const question = await press(await steps(), 'Hỏi các đơn vị', LAN);
    const when = await press(question, 'Báo cáo thành tích', LAN);
    const preview = await write('trước 10h thứ Sáu 15/11', LAN);

    expect(replyShown(question)).toMatchSnapshot('question');
    expect(replyShown(when)).toContain('Hạn lúc nào?');
    expect(replyShown(preview)).toMatchSnapshot('preview');
  });

  test('may have a name of its own, and goes to units of the cluster alone', async () => {
    await press(await steps(), 'Hỏi các đơn vị', LAN);
    await write('Minh chứng mô hình mới', LAN);
    const preview = await write('trước 10h thứ Sáu 15/11', LAN);

    await press(preview, 'Sửa đơn vị', LAN);
    const others = await write('các trường', LAN);
    const own = await write('phường Kim Mã', LAN);

    expect(replyShown(others)).toContain('chưa có');
    expect(replyShown(own)).toContain('Ai: UBND phường Kim Mã');
  });

  test('reads the time from the words that name it', async () => {
    await press(await steps(), 'Hỏi các đơn vị', LAN);

    const preview = replyShown(await write('Minh chứng mô hình mới, trước 10/12', LAN));

    expect(preview).toContain('Việc: Minh chứng mô hình mới*\n');
    expect(preview).toContain('Hạn: trước ngày 10/12/2024');
  });

  test('shows the head who has sent and who has not, and nothing of what was sent', async () => {
    const id = await asked();
    await office.press(DUC, WARDS, answer(id, 'sent'));

    const list = await office.press(LAN, LAN, { kind: 'assignment_list', task: id });
    expect((await said('assignment'))[DUC]).toBe('{"kind":"withheld","cause":"nothing_open"}');
    expect((await said('assignment_panel'))[LAN]).toMatchSnapshot('panel');
    expect(replyShown(list)).toContain('✔ Xong (1): UBND phường Kim Mã');
    expect(replyShown(list)).not.toContain('Ghi hộ');
  });

  test('is not offered to members, nor shows them who has not answered', async () => {
    const question = await steps();
    const id = await asked();

    expect(replyShown(await press(question, 'Hỏi các đơn vị', DUC))).toContain('Cụm trưởng');
    expect(replyShown(await office.press(DUC, DUC, { kind: 'assignment_list', task: id }))).toContain(
      'Cụm trưởng',
    );
  });

  test('is asked by the secretariat from the task, of one of its clusters', async () => {
    const six = (await office.read.plans.book()).tasks.find(({ no }) => no === '6');
    const detail = await office.press(SECRETARY, SECRETARY, {
      kind: 'task',
      task: six?.id ?? ('' as TaskId),
    });
    const clusters = await press(detail, 'Hỏi các đơn vị');
    const question = await press(clusters, 'Cụm thi đua THCS số 1');

    expect(replyShown(clusters)).toContain('[Cụm thi đua số 1]');
    expect(replyShown(question)).toContain('Cụm thi đua THCS số 1 · thuộc 6.');
  });
});

describe.each([
  ['vi', 'Ví dụ: '],
  ['en', 'Example: '],
] as const)('the example of the first question, in %s', (language, opener) => {
  test('may be sent as it stands', async () => {
    await write(`/language ${language}`);
    const asked = replyShown(await write('/giaoviec'));
    const example = asked.slice(asked.indexOf(opener) + opener.length).split('\n')[0] ?? '';

    expect(replyShown(await write(example))).toMatch(/16:00, (Thứ Tư|Wednesday) 20\/11\/2024/);
  });
});
