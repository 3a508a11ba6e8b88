import { beforeEach, expect, test } from 'vitest';
import { approveLaunch } from '../../../src/app/launch/decide-launch.ts';
import type { LaunchOrder } from '../../../src/app/launch/send-launch.ts';
import type { Notice } from '../../../src/app/ports/notice-repository.ts';
import type { Reply } from '../../../src/bot/reply.ts';
import { dateOf } from '../../../src/core/time/local-date.ts';
import { launched } from '../../support/launch.ts';
import { instant, type Office } from '../../support/office.ts';
import { outcomeOf } from '../../support/rendered.ts';
import { APPROVER, SECRETARY, sampleOffice } from '../../support/sample-office.ts';
import { noticesOf, tickAt, walkTo } from '../../support/time-passes.ts';
import { outcomeShown, pressed, replyShown } from '../shown.ts';

const NIGHT = '2024-11-08T21:00:00+07:00';
const MONDAY = instant('2024-11-11T08:00:00+07:00');

let office: Office;

beforeEach(async () => {
  office = await sampleOffice();
});

const send = (change: Partial<LaunchOrder> = {}) => launched(office, change, { to: ['CUM1'] });

const rendered = (notice: Notice, now: string) => outcomeOf(office, notice, { now: instant(now) });

async function post(): Promise<Notice> {
  const [notice] = await noticesOf(office, 'launch');
  if (notice === undefined) throw new Error('no launch was planned');
  return notice;
}

const press = (reply: Reply, label: string) => pressed(office, SECRETARY, reply, label);

async function previewAt(now: string): Promise<Reply> {
  office.moveTo(now);
  await office.say(SECRETARY, SECRETARY, '/phatdong');
  await office.say(SECRETARY, SECRETARY, 'Phòng chống bão số 9');
  const document = await office.say(SECRETARY, SECRETARY, 'Đề nghị các đơn vị trực.');
  const audience = await press(document, 'Không có văn bản');
  const preview = await press(await press(audience, 'Tất cả các Cụm'), '3 ngày');
  return press(preview, '☐ Đã có phê duyệt bằng văn bản');
}

test('a launch sent on a Friday night waits for Monday morning, and the form says so', async () => {
  const preview = await previewAt(NIGHT);
  const sent = await press(preview, 'Gửi');

  expect(replyShown(preview)).toContain(
    'Ngoài giờ làm việc: tin chờ đến giờ làm việc.\nGửi lúc 08:00, 11/11',
  );
  expect(replyShown(sent)).toContain('Đã hẹn gửi “Phòng chống bão số 9” tới 2 nhóm lúc 08:00, 11/11');
  expect((await post()).at).toBe(MONDAY);
});

test('HỎA TỐC, chosen by a press, goes out at once and is called so', async () => {
  const urgent = await press(await previewAt(NIGHT), '☐ HỎA TỐC');
  await press(urgent, 'Gửi');
  const said = await rendered(await post(), NIGHT);

  expect(replyShown(urgent)).not.toContain('Ngoài giờ');
  expect(replyShown(urgent)).toContain('☑ HỎA TỐC: gửi ngay');
  expect((await post()).at).toBe(instant(NIGHT));
  expect(outcomeShown(said)).toContain('*🔴 HỎA TỐC*\n*📣 PHÁT ĐỘNG');
});

test('sent at once it is not called put off, though the clock runs meanwhile', async () => {
  const preview = await previewAt('2024-11-08T10:00:00+07:00');
  office.clock.run();

  expect(replyShown(await press(preview, 'Gửi'))).toContain('Đang gửi “Phòng chống bão số 9” tới 2 nhóm');
});

test('in office hours, and shortly before and after them, nothing of this is asked', async () => {
  for (const time of ['07:31', '10:00', '17:29']) {
    const preview = replyShown(await previewAt(`2024-11-08T${time}:00+07:00`));
    expect(preview).not.toMatch(/Ngoài giờ|HỎA TỐC/);
  }
});

test('a launch that an outage delays past the hours waits for the next working morning, an urgent one does not', async () => {
  office.moveTo('2024-11-08T16:55:00+07:00');
  await send();
  expect(await rendered(await post(), NIGHT)).toEqual({ kind: 'later', at: MONDAY });

  office = await sampleOffice({ now: '2024-11-08T16:55:00+07:00' });
  await send({ urgent: true });
  expect(await rendered(await post(), NIGHT)).toMatchObject({ kind: 'said' });
});

test('whoever has not received what is HỎA TỐC is reminded on days off too, of nothing else', async () => {
  office.moveTo(NIGHT);
  await tickAt(office, NIGHT);
  await send({ urgent: true, acknowledgeBy: dateOf('2024-11-10') });
  await send({ acknowledgeBy: dateOf('2024-11-12') });

  await walkTo(office, '2024-11-10T12:00:00+07:00');
  const weekend = await noticesOf(office, 'launch_reminder');
  const [first] = weekend;
  if (first === undefined) throw new Error('nobody was reminded');

  expect(new Set(weekend.map(({ slot }) => slot))).toEqual(
    new Set(['urgent:2024-11-09', 'urgent:2024-11-10']),
  );
  expect(await rendered(first, '2024-11-09T08:30:00+07:00')).toMatchObject({ kind: 'said' });
});

test('at night the secretary chooses when those who have not received it are reminded', async () => {
  office.moveTo('2024-11-08T10:00:00+07:00');
  const { id } = await send();
  const remind = () => office.press(SECRETARY, SECRETARY, { kind: 'launch_remind', launch: id });
  const byDay = await remind();
  office.moveTo(NIGHT);
  const asked = await remind();
  const before = (await noticesOf(office, 'launch_reminder')).length;
  await press(asked, 'HỎA TỐC: nhắc ngay');
  const [urgent] = (await noticesOf(office, 'launch_reminder')).slice(before);
  await press(asked, '08:30, 11/11');
  const usual = (await noticesOf(office, 'launch_reminder')).findLast(({ slot }) => slot.startsWith(id));

  expect(replyShown(byDay)).toContain('Đã chuyển nhắc');
  expect(replyShown(asked)).toContain('Đang ngoài giờ làm việc. Nhắc 14 đơn vị');
  if (urgent === undefined || usual === undefined) throw new Error('nobody was reminded');
  expect(await rendered(urgent, NIGHT)).toMatchObject({ kind: 'said' });
  expect(await rendered(usual, NIGHT)).toEqual({ kind: 'later', at: instant('2024-11-11T08:30:00+07:00') });
});

test('an approval given at night sends in the morning', async () => {
  office.moveTo('2024-11-08T16:00:00+07:00');
  const launch = await send({ approval: 'asked' });
  office.moveTo(NIGHT);

  await approveLaunch(office.dependencies, office.request(APPROVER), launch.id);

  expect((await post()).at).toBe(MONDAY);
});
