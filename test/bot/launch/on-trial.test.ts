import { beforeEach, expect, test } from 'vitest';
import { correctLaunch } from '../../../src/app/launch/revise-launch.ts';
import type { Message } from '../../../src/app/ports/message.ts';
import { beginTrial } from '../../../src/app/trial/begin-trial.ts';
import { EMPTY_CONTENT, type Launch } from '../../../src/core/launch/launch.ts';
import { dateOf } from '../../../src/core/time/local-date.ts';
import { launched } from '../../support/launch.ts';
import { instant, type Office } from '../../support/office.ts';
import { relayOver } from '../../support/relay-over.ts';
import { APPROVER, LAN, SCHOOLS, SECRETARY, sampleOffice, WARDS } from '../../support/sample-office.ts';
import { noticesOf, tickAt } from '../../support/time-passes.ts';
import { pressed, replyShown, shown } from '../shown.ts';

let office: Office;
let relay: ReturnType<typeof relayOver>;

beforeEach(async () => {
  office = await sampleOffice();
  office.moveTo('2024-11-04T09:00:00+07:00');
  relay = relayOver(office);
  await office.dependencies.unitOfWork.run((tx) =>
    beginTrial(tx, office.dependencies.ids, office.clock.now()),
  );
  await relay.drain();
});

/** What the secretary is shown of it; nobody else hears. */
async function heldMessage(): Promise<Message> {
  const arrived = await relay.drain();
  expect(new Set(arrived.map(({ address }) => address.chat))).toEqual(new Set([SECRETARY]));
  const held = arrived.find(({ message }) => shown(message).includes('chưa gửi đi'));
  if (held === undefined) throw new Error('nothing was shown');
  return held.message;
}

const letGo = (held: Message) => pressed(office, SECRETARY, held, 'Cho gửi');

const stateOf = async ({ id }: Launch) => (await office.read.launches.byId(id))?.state;

test('in a trial a launch reaches the secretariat alone, as it would be sent, and goes out once it is let go, once', async () => {
  const launch = await launched(office);
  const held = await heldMessage();

  expect(shown(held)).toMatchInlineSnapshot(`
    "*🧪 Chạy thử · chưa gửi đi*
    Người nhận: nhóm “Cụm thi đua số 1”, nhóm “Cụm THCS số 1”

    *📣 PHÁT ĐỘNG PHONG TRÀO THI ĐUA*
    *“80 năm QĐND”*

    Chủ đề

    Thường trực HĐ TĐKT đề nghị các đơn vị hưởng ứng, tổ chức thực hiện thiết thực, hiệu quả.

    Đã tiếp nhận: 0/14 đơn vị
    Tin tự động, không thay văn bản.

    _Nút kèm theo: [Đã tiếp nhận]_
    [Cho gửi] [Sửa] [Rút lại]"
  `);

  const answered = await letGo(held);
  const sent = (await relay.drain()).map(({ address }) => address.chat);
  const again = await letGo(held);

  expect(replyShown(answered)).toContain('Đang gửi “80 năm QĐND” tới 2 nhóm');
  expect(sent.toSorted()).toEqual([WARDS, SCHOOLS, SECRETARY].toSorted());
  expect(replyShown(again)).toContain('đã được cho gửi trước đó');
  expect(await relay.drain()).toEqual([]);
  expect(await stateOf(launch)).toBe('sent');
});

test('it is counted and reminded of from when it goes, not from when it was written', async () => {
  const launch = await launched(office, { acknowledgeBy: dateOf('2024-11-08') });
  const held = await heldMessage();
  const early = await office.press(LAN, LAN, { kind: 'acknowledge', launch: launch.id });
  await tickAt(office, '2024-11-05T09:00:00+07:00');
  const before = await noticesOf(office, 'launch_reminder');

  office.moveTo('2024-11-06T10:00:00+07:00');
  await letGo(held);
  const out = await office.read.launches.byId(launch.id);
  const acknowledged = await office.press(LAN, WARDS, { kind: 'acknowledge', launch: launch.id });

  expect(early.answer?.text).not.toContain('Trân trọng cảm ơn');
  expect(before).toEqual([]);
  expect(out).toMatchObject({ sentAt: office.clock.now(), nextStageOn: '2024-11-07' });
  expect(acknowledged.answer?.text).toContain('đã tiếp nhận');
});

test('what was to be received by a day that has passed is set anew before it goes', async () => {
  const launch = await launched(office, { acknowledgeBy: dateOf('2024-11-05') });
  const held = await heldMessage();
  office.moveTo('2024-11-06T10:00:00+07:00');

  const refused = await letGo(held);
  const form = await pressed(office, SECRETARY, held, 'Sửa');

  expect(refused.answer?.text).toContain('Hạn tiếp nhận đã qua');
  expect(await stateOf(launch)).toBe('held');
  expect(replyShown(form)).toContain('80 năm QĐND');

  await pressed(office, SECRETARY, form, '✔ Hạn tiếp nhận');
  const day = await office.say(SECRETARY, SECRETARY, 'thứ Sáu');
  const preview = await pressed(office, SECRETARY, day, '◀ Xem trước');
  const marked = await pressed(office, SECRETARY, preview, '☐ Đã có phê duyệt');
  const saved = await pressed(office, SECRETARY, marked, 'Lưu');

  expect(replyShown(preview)).toContain('Xem trước (chưa gửi)');
  expect(replyShown(marked)).not.toContain('đính chính');
  expect(replyShown(saved)).toContain('chưa gửi tới nhóm nào');
  expect((await office.read.launches.byId(launch.id))?.acknowledgeBy).toBe('2024-11-08');
});

test('corrected while it is kept back, it is shown anew and no group is told of a correction', async () => {
  const launch = await launched(office);
  await heldMessage();
  await correctLaunch(office.dependencies, office.request(SECRETARY), launch.id, {
    ...launch,
    ...EMPTY_CONTENT,
    title: '80 năm QĐND Việt Nam',
    sendAt: null,
  });

  const anew = await heldMessage();
  await letGo(anew);
  const posts = (await relay.drain()).filter(({ address }) => address.chat === WARDS);

  expect(shown(anew)).toContain('80 năm QĐND Việt Nam');
  expect(posts).toHaveLength(1);
  expect(posts.map(({ message }) => shown(message)).join()).not.toContain('Đính chính');
});

test('withdrawn while it is kept back, nobody has read it and it cannot go', async () => {
  await launched(office);
  const held = await heldMessage();
  const question = await pressed(office, SECRETARY, held, 'Rút lại');
  const done = await pressed(office, SECRETARY, question, 'Rút tin phát động');

  const late = await letGo(held);

  expect(replyShown(done)).toContain('Chưa có nhóm nào nhận tin');
  expect(late.answer?.popup).toBe(true);
  expect(await relay.drain()).toEqual([]);
});

test('HỎA TỐC is shown at any hour, and goes at once', async () => {
  office.moveTo('2024-11-04T22:00:00+07:00');
  await launched(office, { urgent: true });
  const held = await heldMessage();

  await letGo(held);

  expect((await relay.drain()).map(({ address }) => address.chat)).toContain(WARDS);
});

test('what an approver agrees to waits for the secretariat too; what is to go after the trial goes by itself', async () => {
  const asked = await launched(office, { approval: 'asked' });
  await relay.drain();
  const agreed = await office.press(APPROVER, APPROVER, {
    kind: 'launch_approve',
    launch: asked.id,
    answer: 'yes',
  });
  const later = await launched(office, { title: 'Sau', sendAt: instant('2024-11-20T08:30:00+07:00') });

  expect(replyShown(agreed)).toContain('chờ Thường trực HĐ TĐKT bấm “Cho gửi”');
  expect(await stateOf(asked)).toBe('held');
  expect(await stateOf(later)).toBe('sent');
});

test('nobody but the secretariat lets it go', async () => {
  const launch = await launched(office);
  await heldMessage();

  for (const user of [LAN, APPROVER]) {
    const answered = await office.press(user, user, { kind: 'launch_release', launch: launch.id });
    expect(answered.answer?.popup).toBe(true);
  }

  expect(await stateOf(launch)).toBe('held');
});

test('what was not let go is named when the trial ends, and waits in the inbox', async () => {
  const launch = await launched(office);
  await relay.drain();
  await tickAt(office, '2024-11-12T16:00:00+07:00');
  const told = (await relay.drain()).map(({ message }) => shown(message)).join('\n');
  const inbox = await office.say(SECRETARY, SECRETARY, '/canxuly');
  const item = await pressed(office, SECRETARY, inbox, 'Từng việc');

  expect(told).toContain('Phát động chờ cho gửi: 1');
  expect(replyShown(inbox)).toContain('phát động chờ gửi 1');
  expect(replyShown(item)).toContain('[Cho gửi]');
  expect(await stateOf(launch)).toBe('held');
});
