import { beforeEach, describe, expect, test } from 'vitest';
import type { Message } from '../../src/app/ports/message.ts';
import type { Notice } from '../../src/app/ports/notice-repository.ts';
import type { Action } from '../../src/bot/actions/action.ts';
import { launchOf } from '../../src/bot/notices/launch-shown.ts';
import type { Reply } from '../../src/bot/reply.ts';
import type { LaunchId } from '../../src/core/id.ts';
import { personAt } from '../../src/core/organisation/directory.ts';
import { addMs, DAY_MS, instantOf } from '../../src/core/time/instant.ts';
import { dateOf } from '../../src/core/time/local-date.ts';
import type { Office } from '../support/office.ts';
import { rendered } from '../support/rendered.ts';
import {
  APPROVER,
  LAN,
  LEADER,
  MEMBER,
  SECRETARY,
  STRANGER,
  sampleOffice,
  WARDS,
} from '../support/sample-office.ts';
import { noticesOf, walkTo } from '../support/time-passes.ts';
import { actionOf, pressed, replyShown, shown } from './shown.ts';

let office: Office;

beforeEach(async () => {
  office = await sampleOffice();
});

const write = (text: string) => office.say(SECRETARY, SECRETARY, text);
const press = (reply: Reply, label: string, told = {}) => pressed(office, SECRETARY, reply, label, told);

/** Through all steps up to the preview. */
async function preview(): Promise<Reply> {
  await write('/phatdong');
  await write('80 năm <b>QĐND</b> & 🌸');
  const document = await write('Chủ đề: thi đua lập thành tích.\n\nTiêu chí: 1) đúng hạn; 2) thiết thực.');
  const audience = await press(document, 'Không có văn bản');
  return press(await press(audience, 'Tất cả các Cụm'), '3 ngày');
}

const sendPlan = () =>
  office.send(SECRETARY, SECRETARY, 'KH-45.pdf', new Uint8Array([1, 2, 3]), { type: 'application/pdf' });

const MARK = '☐ Đã có phê duyệt bằng văn bản';

/** The same, marked as approved: one press before it is sent. */
const approved = async (): Promise<Reply> => press(await preview(), MARK);

/** The one notice of a kind, as its addressee reads it. */
async function renderedOf(kind: Notice['kind']): Promise<Message> {
  const [notice] = await noticesOf(office, kind);
  if (notice === undefined) throw new Error(`no ${kind}`);
  return rendered(office, notice);
}

async function plannedNotices(): Promise<number> {
  const counts = await office.read.notices.countByState();
  return counts.planned ?? 0;
}

test('the form asks step by step, shows a preview and sends', async () => {
  const title = await write('/phatdong');
  const body = await write('80 năm xây dựng và trưởng thành');
  const document = await write('Chủ đề: thi đua.');
  const audience = await write('Kế hoạch số 45/KH-UBND ngày 04/11/2024');
  const ticked = await press(audience, '☐ Cụm thi đua số 1');
  const cutOff = await press(ticked, 'Tiếp tục');
  const shownFirst = await write('trước ngày 08/11');
  const marked = await press(shownFirst, MARK);
  const sent = await press(marked, 'Gửi');

  expect(replyShown(title)).toMatchSnapshot('title');
  expect(replyShown(body)).toMatchSnapshot('body');
  expect(replyShown(document)).toMatchSnapshot('document');
  expect(replyShown(audience)).toMatchSnapshot('audience');
  expect(replyShown(ticked)).toMatchSnapshot('ticked');
  expect(replyShown(cutOff)).toMatchSnapshot('cut-off');
  expect(replyShown(shownFirst)).toMatchSnapshot('preview');
  expect(marked.edit?.buttons.flat().map(({ label }) => label)).toContain('Gửi');
  expect(replyShown(sent)).toMatchSnapshot('sent');
  // One group, the panel, and the list at the cut-off.
  expect(await plannedNotices()).toBe(3);
});

test('the same form in English', async () => {
  await write('/language en');

  const question = await write('/launch');
  const shownLast = await (async () => {
    await write('80 years');
    const document = await write('Theme');
    return press(await press(await press(document, 'No document'), 'All clusters'), 'No cut-off');
  })();

  expect(replyShown(question)).toMatchSnapshot('title');
  expect(replyShown(shownLast)).toMatchSnapshot('preview');
});

test('nothing is sent before the last press', async () => {
  await preview();

  expect(await plannedNotices()).toBe(0);
});

test('back leads to the step before; what was written elsewhere stays', async () => {
  const last = await preview();

  const cutOff = await press(last, '◀ Quay lại');
  const audience = await press(cutOff, '◀ Quay lại');
  const document = await press(audience, '◀ Quay lại');
  const withDocument = await press(await press(await write('Công văn 12'), 'Tất cả các Cụm'), '1 ngày');

  expect(replyShown(audience)).toContain('chọn nơi nhận');
  expect(replyShown(document)).toContain('số, ngày văn bản');
  expect(replyShown(withDocument)).toContain('Theo Công văn 12');
  expect(replyShown(withDocument)).toContain('80 năm <b>QĐND</b> & 🌸');
});

test('cancelled at any step, nothing is sent and the form is gone', async () => {
  const reply = await press(await preview(), 'Huỷ');

  expect(replyShown(reply)).toBe('in place:\nĐã huỷ. Chưa có gì được gửi.');
  expect(
    replyShown(await office.press(SECRETARY, SECRETARY, { kind: 'dialogue', choice: 'send' })),
  ).toContain('đã kết thúc');
  expect(await plannedNotices()).toBe(0);
});

test('what does not fit a step is told so, and the step is asked again', async () => {
  await write('/phatdong');

  expect(replyShown(await office.tell(SECRETARY, SECRETARY, { kind: 'other', addressed: true }))).toContain(
    'bằng chữ',
  );
  expect(replyShown(await write('  '))).toContain('bằng chữ');
  expect(replyShown(await write('đ'.repeat(201)))).toContain('200 ký tự');
  const body = await write('đ'.repeat(200));
  expect(replyShown(body)).toContain('(2/5)');
  expect(replyShown(await write('đ'.repeat(4096)))).toContain('2000 ký tự');
});

test('words where a choice is wanted ask for the choice', async () => {
  await preview();

  const reply = await write('gửi đi');

  expect(replyShown(reply)).toContain('chọn bằng nút');
  expect(actionOf(reply, MARK)).toEqual({ kind: 'dialogue', choice: 'mark' });
  expect(await plannedNotices()).toBe(0);
});

test('a button of a step that has passed does nothing', async () => {
  const last = await approved();
  await press(last, '◀ Quay lại');

  const reply = await press(last, 'Gửi');

  expect(reply.answer?.popup).toBe(true);
  expect(await plannedNotices()).toBe(0);
});

test('the same update twice does not answer two steps', async () => {
  await write('/phatdong');
  const once = await office.say(SECRETARY, SECRETARY, 'Tên', { effectKey: 'update-1' });

  const again = await office.say(SECRETARY, SECRETARY, 'Tên', { effectKey: 'update-1', again: true });

  expect(again).toEqual(once);
  expect(replyShown(await write('Nội dung'))).toContain('(3/5)');
});

test('a sending taken again after a death sends once and answers the same', async () => {
  const last = await approved();
  const sent = await press(last, 'Gửi', { effectKey: 'update-1' });
  const count = await plannedNotices();

  const again = await press(last, 'Gửi', { effectKey: 'update-1', again: true });

  expect(again).toEqual(sent);
  expect(await plannedNotices()).toBe(count);
});

test('two presses of the last button send once', async () => {
  const last = await approved();

  await press(last, 'Gửi');
  const second = await press(last, 'Gửi');

  expect(second.answer?.popup).toBe(true);
  // Two groups, the panel, and the list at the cut-off.
  expect(await plannedNotices()).toBe(4);
});

test('a form is forgotten after a day', async () => {
  const last = await approved();
  office.clock.advance(86_400_000);

  expect(replyShown(await press(last, 'Gửi'))).toContain('hết hạn');
  expect(await plannedNotices()).toBe(0);
});

test.each([LAN, LEADER, MEMBER, STRANGER])('%s may not launch', async (user) => {
  expect(replyShown(await office.say(user, user, '/phatdong'))).toBe(
    'Chức năng này chỉ dành cho cán bộ Thường trực HĐ TĐKT và người duyệt.',
  );
});

test('a launch is not written in a group', async () => {
  const reply = await office.say(SECRETARY, WARDS, '/phatdong');

  expect(replyShown(reply)).toContain('tin riêng');
  expect(replyShown(await office.press(SECRETARY, WARDS, { kind: 'dialogue', choice: 'back' }))).toContain(
    'đã kết thúc',
  );
});

test('put aside, it is taken up where it was left; begun anew, what was open is kept', async () => {
  await preview();
  const other = await write('/phatdong');
  const asideOf = await press(await press(other, 'Soạn tiếp “80 năm'), 'Để sau');
  const third = await write('/phatdong');
  const takenUp = await press(third, 'Soạn tiếp “80 năm');
  const empty = await write('/phatdong');

  expect(replyShown(asideOf)).toContain('Đã lưu bản nháp');
  expect(replyShown(takenUp)).toContain('Xem trước (chưa gửi)');
  expect(empty.say?.[0]?.buttons.flat().filter(({ label }) => label.startsWith('Soạn tiếp'))).toHaveLength(1);
  expect(await plannedNotices()).toBe(0);
});

test('a file sent on the way is kept and named in the post', async () => {
  await preview();
  const reply = await sendPlan();
  await press(await press(reply, MARK), 'Gửi');

  expect(replyShown(reply)).toContain('📎 KH-45.pdf');
  // Two groups with a post and a file each, the panel, and the list at the cut-off.
  expect(await plannedNotices()).toBe(6);
});

test('asked for approval, an approver sends it by one press', async () => {
  const asked = await press(await preview(), 'Trình duyệt');
  const [notice] = await office.read.notices.list({
    states: ['planned'],
    from: office.clock.now(),
    to: office.clock.now(),
  });
  const launch = notice?.subject?.id as LaunchId;
  const before = await plannedNotices();
  const early = await office.press(SECRETARY, SECRETARY, { kind: 'launch_approve', launch, answer: 'yes' });
  const agreed = await office.press(APPROVER, APPROVER, { kind: 'launch_approve', launch, answer: 'yes' });

  expect(replyShown(asked)).toContain('Đã trình duyệt');
  expect(before).toBe(1);
  expect(replyShown(early)).toBe('popup: Chỉ người phê duyệt được quyết định việc này.');
  expect(replyShown(agreed)).toContain('Đã đồng ý gửi');
  expect(await plannedNotices()).toBe(5);
});

describe('whose approver leaves', () => {
  const endsToday = (user: string) =>
    office.dependencies.unitOfWork.run(async ({ organisation }) => {
      const all = await organisation.directory();
      const held = all.appointments.find(({ personId }) => personId === personAt(all, 'telegram', user)?.id);
      if (held === undefined) throw new Error(`nothing held by ${user}`);
      await organisation.endAppointments(held.personId, dateOf('2024-11-04'), held);
      return held;
    });
  const askedNow = async () => {
    const { people } = await office.directory();
    return (await noticesOf(office, 'launch_approval')).map(
      ({ addressee }) => people.find(({ id }) => id === addressee.id)?.name,
    );
  };

  test('is put to whoever comes after, once', async () => {
    await press(await preview(), 'Trình duyệt');
    const { unitId, clusterId } = await endsToday(APPROVER);
    await office.dependencies.unitOfWork.run(async ({ organisation }) => {
      const leader = personAt(await organisation.directory(), 'telegram', LEADER);
      if (leader === null) throw new Error('no leader');
      const from = dateOf('2024-11-05');
      const held = { role: 'approver', unitId, clusterId, from, to: null, standsInFor: null } as const;
      await organisation.addAppointment({ personId: leader.id, ...held });
    });
    await walkTo(office, '2024-11-07T09:00:00+07:00');

    expect(await askedNow()).toEqual(['Bùi Văn Thắng', 'Nguyễn Văn Bình']);
    expect(replyShown(await office.say(SECRETARY, SECRETARY, '/canxuly'))).not.toContain('phát động');
  });

  test('is the secretariat’s to see to while nobody comes after', async () => {
    await press(await preview(), 'Trình duyệt');
    await endsToday(APPROVER);
    await walkTo(office, '2024-11-05T09:00:00+07:00');
    const inbox = await office.say(SECRETARY, SECRETARY, '/canxuly');
    const first = await press(inbox, 'Từng việc');

    expect(await askedNow()).toEqual(['Bùi Văn Thắng']);
    expect(replyShown(inbox)).toContain('phát động chưa có người duyệt 1');
    expect(replyShown(first)).toContain('[Rút lại]');
  });
});

test('is read again in private, with its files, by those whom it concerns', async () => {
  await preview();
  await press(await sendPlan(), 'Trình duyệt');
  const [question] = await noticesOf(office, 'launch_approval');
  const launch = question?.subject?.id as LaunchId;
  const read = (user: string, chat = user, part: 'all' | 'files' = 'all') =>
    office.press(user, chat, { kind: 'launch_read', launch, part });
  const asked = await renderedOf('launch_approval');
  const before = await read(LAN);
  const byApprover = await pressed(office, APPROVER, asked, 'Xem tệp (1)');
  await pressed(office, APPROVER, asked, 'Đồng ý gửi');
  const byUnit = await read(LAN);

  expect(replyShown(before)).toContain('không còn trên hệ thống');
  expect(byApprover.say?.map(({ attachment }) => attachment?.name)).toEqual(['KH-45.pdf']);
  expect(byUnit.say?.map(({ attachment }) => attachment?.name)).toEqual([undefined, 'KH-45.pdf']);
  expect(replyShown(byUnit)).toContain('80 năm <b>QĐND</b> & 🌸');
  expect(replyShown(byUnit)).toContain('[Đã tiếp nhận]');
  expect(replyShown(await read(APPROVER))).not.toContain('[Đã tiếp nhận]');
  for (const other of [await read(MEMBER), await read(STRANGER)]) {
    expect(replyShown(other)).toContain('không còn trên hệ thống');
  }
  expect(replyShown(await read(LAN, WARDS))).not.toContain('80 năm');
});

describe('a registration', () => {
  let id: LaunchId;

  beforeEach(async () => {
    const details = await press(await approved(), 'Bổ sung');
    await press(await press(await press(details, '☐ Đề nghị'), '◀ Xem trước'), 'Gửi');
    const [notice] = await office.read.notices.list({
      states: ['planned'],
      from: office.clock.now(),
      to: office.clock.now(),
    });
    id = notice?.subject?.id as LaunchId;
  });

  const begin = (user: string) => office.press(user, user, { kind: 'launch_register', launch: id });
  const waiting = async () => press(await write('/canxuly'), 'Từng việc');

  test('waits among what the secretariat has to decide', async () => {
    await begin(LAN);
    await office.say(LAN, LAN, '02 công trình');
    const inbox = await write('/canxuly');
    const item = await press(inbox, 'Từng việc');
    const approvedOne = await press(item, 'Duyệt');

    expect(replyShown(inbox)).toContain('đăng ký chờ duyệt 1');
    expect(replyShown(item)).toContain('UBND phường Điện Biên: Chờ duyệt\n02 công trình');
    expect(replyShown(approvedOne)).toContain('Không có đăng ký nào chờ duyệt');
    expect(replyShown(await write('/canxuly'))).not.toContain('đăng ký');
  });

  test('shows each of the unit what stands, and what becomes of their words', async () => {
    const first = await begin(LAN);
    await office.say(LAN, LAN, '02 công trình');
    const other = await begin(LEADER);
    await press(await waiting(), 'Đề nghị bổ sung');
    await write('Ghi rõ tên');
    office.moveTo('2024-11-04T09:00:00+07:00');
    const told = await renderedOf('registration');
    const more = await pressed(office, LAN, told, 'Bổ sung');

    expect(replyShown(first)).toContain('UBND phường Điện Biên\n\nĐề nghị gửi nội dung đăng ký.');
    expect(replyShown(other)).toContain('Chờ duyệt\n02 công trình');
    expect(replyShown(other)).toContain('thay nội dung trên');
    expect(replyShown(more)).toContain('Ý kiến của Thường trực HĐ TĐKT: Ghi rõ tên');
    expect(replyShown(more)).toContain('Đề nghị gửi phần bổ sung; nội dung đã gửi được giữ nguyên.');
  });

  test('that was approved meanwhile is not said to be sent back', async () => {
    await begin(LAN);
    await office.say(LAN, LAN, '02 công trình');
    const item = await waiting();
    await press(item, 'Đề nghị bổ sung');
    await press(item, 'Duyệt');

    expect(replyShown(await write('Ghi rõ tên'))).toContain('đã được xử lý trước đó');
  });
});

describe('what an approver gives back', () => {
  /** The launch that waits, with the question to the approver. */
  async function asked(): Promise<LaunchId> {
    await press(await preview(), 'Trình duyệt');
    const [notice] = await office.read.notices.list({
      states: ['planned'],
      from: office.clock.now(),
      to: office.clock.now(),
    });
    return notice?.subject?.id as LaunchId;
  }
  const decline = (launch: LaunchId) =>
    office.press(APPROVER, APPROVER, { kind: 'launch_approve', launch, answer: 'no' });
  const told = () => renderedOf('launch_declined');

  test('comes with their words, and waits for as long as they write them', async () => {
    const launch = await asked();
    const why = await decline(launch);
    const meanwhile = (await office.read.launches.byId(launch))?.state;
    const said = await office.say(APPROVER, APPROVER, 'Bổ sung chỉ tiêu.');
    const late = await office.press(APPROVER, APPROVER, { kind: 'launch_approve', launch, answer: 'yes' });

    expect(replyShown(why)).toContain('Đề nghị đồng chí cho ý kiến về “80 năm');
    expect(meanwhile).toBe('awaiting');
    expect(replyShown(said)).toContain('Chưa đồng ý gửi');
    expect(replyShown(late)).toContain('Chưa đồng ý gửi');
    expect(shown(await told())).toContain('Ý kiến: Bổ sung chỉ tiêu.');
  });

  test('may come without a word', async () => {
    const launch = await asked();
    const silent = actionOf(await decline(launch), 'Không ghi ý kiến');
    const said = await office.press(APPROVER, APPROVER, silent);
    const again = await office.press(APPROVER, APPROVER, silent);

    expect(replyShown(said)).toContain('in place:\nChưa đồng ý gửi');
    expect(replyShown(again)).toBe(replyShown(said));
    expect(shown(await told())).not.toContain('Ý kiến');
  });

  test('is asked about no more once it is agreed to after all', async () => {
    const launch = await asked();
    await decline(launch);
    await office.press(APPROVER, APPROVER, { kind: 'launch_approve', launch, answer: 'yes' });

    expect(replyShown(await office.say(APPROVER, APPROVER, 'tháng này có gì đến hạn?'))).toContain(
      '29/KH-UBND',
    );
  });

  test('is written anew from what it was, once, however often that is begun', async () => {
    const launch = await asked();
    await decline(launch);
    await office.say(APPROVER, APPROVER, 'Bổ sung chỉ tiêu.');
    const action = actionOf(await told(), 'Sửa, trình lại');
    const byOther = await office.press(LAN, LAN, action);
    const again = await office.press(SECRETARY, SECRETARY, action);
    await press(again, 'Tiêu chí');
    await write('100 % đơn vị');
    const twice = await office.press(SECRETARY, SECRETARY, action);
    const last = await press(twice, '◀ Xem trước');
    await press(last, 'Trình duyệt');

    expect(replyShown(byOther)).toContain('popup: Chức năng này chỉ dành cho');
    expect(replyShown(again)).toContain('80 năm <b>QĐND</b> & 🌸');
    expect(replyShown(last)).toContain('Tiêu chí: 100 % đơn vị');
    expect(replyShown(last)).toContain('2 nhóm');
    expect(replyShown(await write('/phatdong'))).not.toContain('Soạn tiếp');
    expect(replyShown(again)).not.toContain('soạn lại');
    expect(replyShown(await office.press(SECRETARY, SECRETARY, action))).toContain(
      'Nội dung này đã được soạn lại, chưa gửi: “80 năm',
    );
  });

  test('is no longer agreed to once nobody could acknowledge in time', async () => {
    const launch = await asked();
    office.moveTo('2024-11-08T08:00:00+07:00');

    const late = await office.press(APPROVER, APPROVER, { kind: 'launch_approve', launch, answer: 'yes' });

    expect(replyShown(late)).toContain('popup: Hạn tiếp nhận đã qua');
  });
});

test('what was being written is kept when something else is asked, and after days', async () => {
  const last = await preview();
  const title = await press(
    await press(await press(await press(await press(last, '◀'), '◀'), '◀'), '◀'),
    '◀ Quay lại',
  );
  office.moveTo('2024-11-08T09:00:00+07:00');
  await write('việc quá hạn');
  const begun = await write('/phatdong');
  const offered = await press(begun, 'Soạn tiếp “80 năm');
  const dropped = await press(offered, 'Huỷ');

  expect(replyShown(title)).not.toContain('Soạn tiếp');
  expect(replyShown(offered)).toContain('Hiện ghi: 80 năm');
  expect(replyShown(dropped)).toContain('Đã huỷ');
  expect(replyShown(await write('/phatdong'))).not.toContain('Soạn tiếp');
});

test('taken back before an approver decides, it is not sent, and is written anew', async () => {
  const submitted = await press(await preview(), 'Trình duyệt');
  const question = await renderedOf('launch_approval');
  const asked = await press(submitted, 'Rút lại');
  const withdrawn = await press(asked, 'Rút tin');
  const late = await pressed(office, APPROVER, question, 'Đồng ý gửi');
  const declined = await pressed(office, APPROVER, question, 'Chưa đồng ý');
  const again = await press(withdrawn, 'Soạn lại');

  expect(replyShown(asked)).toContain('Tin chưa gửi tới nhóm nào');
  expect(replyShown(withdrawn)).toContain('Chưa có nhóm nào nhận tin');
  for (const reply of [late, declined]) expect(replyShown(reply)).toContain('đã được rút lại');
  expect(await noticesOf(office, 'launch')).toEqual([]);
  expect(replyShown(await press(again, '◀ Xem trước'))).toContain('80 năm <b>QĐND</b> & 🌸');
});

test('scheduled, it is revised and withdrawn before anybody has read it', async () => {
  const details = await press(await approved(), 'Bổ sung');
  await press(details, 'Giờ gửi');
  const scheduled = await press(await press(await write('8h30 sáng mai'), '◀ Xem trước'), 'Gửi');
  await press(await press(scheduled, 'Sửa'), 'Chủ đề');
  const preview = await press(await write('Chủ đề mới'), '◀ Xem trước');
  const saved = await press(await press(preview, MARK), 'Lưu');
  const [launch] = await office.read.launches.missingFrom(
    (await office.directory()).units.map(({ id }) => id),
  );
  const asked = await press(scheduled, 'Rút lại');
  const withdrawn = await press(asked, 'Rút tin');

  expect(replyShown(scheduled)).toContain('Đã hẹn gửi “80 năm');
  expect(replyShown(saved)).toContain('Đã hẹn gửi “80 năm');
  // Nothing was corrected: nobody had read it.
  expect(launch).toMatchObject({ theme: 'Chủ đề mới', changedAt: null, nextStageOn: '2024-11-06' });
  expect(replyShown(asked)).toContain('Tin chưa gửi tới nhóm nào');
  expect(replyShown(withdrawn)).toContain('Chưa có nhóm nào nhận tin');
});

/** Kinds and instants of what is planned of launches. */
const planned = async (): Promise<string[]> =>
  (
    await office.read.notices.list({
      states: ['planned'],
      from: instantOf(0),
      to: addMs(office.clock.now(), 30 * DAY_MS),
    })
  )
    .map(({ kind, at }) => `${kind} ${new Date(at).toISOString()}`)
    .sort();

test('scheduled, it goes to others, at another time, with a file, while nobody has read it', async () => {
  const details = await press(await approved(), 'Bổ sung');
  await press(details, 'Giờ gửi');
  const scheduled = await press(await press(await write('8h30 sáng mai'), '◀ Xem trước'), 'Gửi');
  const before = await planned();
  await press(await press(scheduled, 'Sửa'), '✔ Giờ gửi');
  await press(await write('14h thứ Tư'), '✔ Nơi nhận');
  await sendPlan();
  const audience = await press(scheduled, 'Sửa');
  const preview = await press(
    await press(await press(audience, '☑ Cụm thi đua THCS'), 'Tiếp tục'),
    '◀ Xem trước',
  );
  const saved = await press(await press(preview, MARK), 'Lưu');

  const [notice] = await noticesOf(office, 'launch');

  expect(before).toHaveLength(4);
  expect(replyShown(audience)).toContain('📎 KH-45.pdf');
  expect(replyShown(saved)).toContain('tới 1 nhóm lúc 14:00');
  // The group that it no longer goes to is no failure of it.
  expect((await launchOf(office.dependencies, notice?.subject?.id ?? ''))?.notices).toEqual(['planned']);
  expect(await planned()).toEqual([
    'launch 2024-11-06T07:00:00.000Z',
    'launch_file 2024-11-06T07:00:00.000Z',
    'launch_list 2024-11-07T10:00:00.000Z',
    'launch_panel 2024-11-06T07:00:00.000Z',
  ]);
});

test('a form that an earlier program left open is kept before another is begun', async () => {
  await preview();
  await office.dependencies.unitOfWork.run(async (tx) => {
    const directory = await tx.organisation.directory();
    const chat = directory.chats.find(({ key, kind }) => kind === 'private' && key === SECRETARY);
    if (chat === undefined || chat.personId === null) throw new Error('no chat');
    const person = { personId: chat.personId, chatId: chat.id };
    for (const { id } of await tx.launches.draftsOf(person.personId)) await tx.launches.dropDraft(id);
    const open = await tx.dialogues.open(person.personId, person.chatId, office.clock.now());
    if (open === null) throw new Error('no form is open');
    const { madeBy, draft } = open.draft as { madeBy: string; draft: { draftId?: string } };
    delete draft.draftId;
    await tx.dialogues.save({ ...open, draft: { madeBy, draft } });
  });

  const begun = await write('/phatdong');

  expect(replyShown(await press(begun, 'Soạn tiếp “80 năm'))).toContain('Xem trước (chưa gửi)');
});

test('what went out while it was being revised is shown anew, as the correction that it is by now', async () => {
  const details = await press(await approved(), 'Bổ sung');
  await press(details, 'Giờ gửi');
  const scheduled = await press(await press(await write('10h hôm nay'), '◀ Xem trước'), 'Gửi');
  await press(await press(scheduled, 'Sửa'), 'Chủ đề');
  const last = await press(await write('Chủ đề mới'), '◀ Xem trước');
  const marked = await press(last, MARK);
  office.moveTo('2024-11-04T10:30:00+07:00');
  const answered = await press(marked, 'Lưu');

  expect(replyShown(answered)).toContain('Xem trước bản đính chính');
  expect(replyShown(await press(answered, 'Gửi đính chính'))).toContain('Đã đính chính');
});

test('a cut-off before it goes out is refused', async () => {
  const details = await press(await approved(), 'Bổ sung');
  await press(details, 'Giờ gửi');
  const last = await press(await write('15/11'), '◀ Xem trước');

  expect(replyShown(await press(last, 'Gửi'))).toContain('popup: Hạn tiếp nhận đã qua hoặc sớm hơn giờ gửi');
  expect(await plannedNotices()).toBe(0);
});

describe('a launch in the group', () => {
  let id: LaunchId;

  beforeEach(async () => {
    await press(await approved(), 'Gửi');
    const [notice] = await office.read.notices.list({
      states: ['planned'],
      from: office.clock.now(),
      to: office.clock.now(),
    });
    id = notice?.subject?.id as LaunchId;
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
      (await launchOf(office.dependencies, id))?.receipts.filter((one) => one.acknowledgedAt !== null),
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
    expect((await launchOf(office.dependencies, id))?.launch).toMatchObject({
      title: '80 năm thành lập QĐND',
      body: 'Chủ đề: thi đua lập thành tích.\n\nTiêu chí: 1) đúng hạn; 2) thiết thực.',
      revision: 1,
    });
  });

  test('that is corrected in nothing stays as it is, and nobody is told', async () => {
    const details = await steer({ kind: 'launch_correct', launch: id });
    const sent = await press(await press(await press(details, '◀ Xem trước'), MARK), 'Gửi đính chính');

    expect(replyShown(sent)).toContain('popup: Nội dung không thay đổi. Chưa có gì được gửi.');
    expect((await launchOf(office.dependencies, id))?.launch).toMatchObject({ revision: 0, changedAt: null });
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
      (await launchOf(office.dependencies, id))?.receipts.filter((one) => one.acknowledgedAt !== null),
    ).toEqual([]);
  });
});

test('before it is sent, it is shown as a channel without buttons has it; the form stays where it is', async () => {
  await write('/phatdong');
  await write('80 năm xây dựng và trưởng thành');
  await write('Chủ đề: thi đua.');
  await press(await write('Kế hoạch số 45/KH-UBND ngày 04/11/2024'), 'Tất cả các Cụm');
  const preview = await write('trước ngày 08/11');

  const copy = await press(preview, 'Bản Zalo');
  const marked = await press(preview, MARK);

  expect(replyShown(copy)).toContain('“80 năm xây dựng và trưởng thành”');
  expect(replyShown(copy)).not.toMatch(/\*|\[/);
  expect(marked.edit?.buttons.flat().map(({ label }) => label)).toContain('Gửi');
});

test('movements of the plan and events ahead are both offered as beginnings', async () => {
  const offered = replyShown(await press(await write('/phatdong'), 'Soạn theo kế hoạch'));

  expect(offered).toMatch(/\[.*Dân vận khéo|\[.*xây dựng|\[.*Cả nước/i);
  expect(offered).toContain('[22/12/2024 · Kỷ niệm 80 năm…]');
  expect(offered.match(/\[\d\d\/\d\d\/\d{4} · /g)?.length).toBeGreaterThanOrEqual(3);
});
