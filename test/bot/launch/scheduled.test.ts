import { beforeEach, expect, test } from 'vitest';
import { seeLaunch } from '../../../src/app/launch/see-launch.ts';
import { addMs, DAY_MS, instantOf } from '../../../src/core/time/instant.ts';
import type { Office } from '../../support/office.ts';
import { sampleOffice } from '../../support/sample-office.ts';
import { noticesOf } from '../../support/time-passes.ts';
import { replyShown } from '../shown.ts';
import { launchWriter, MARK } from './launch-writer.ts';

let office: Office;

beforeEach(async () => {
  office = await sampleOffice();
});

const { write, press, approved, sendPlan, countPlanned } = launchWriter(() => office);

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
  expect((await seeLaunch(office.dependencies.unitOfWork.read, notice?.subject?.id ?? ''))?.notices).toEqual([
    'planned',
  ]);
  expect(await planned()).toEqual([
    'launch 2024-11-06T07:00:00.000Z',
    'launch_file 2024-11-06T07:00:00.000Z',
    'launch_list 2024-11-07T10:00:00.000Z',
    'launch_panel 2024-11-06T07:00:00.000Z',
  ]);
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
  expect(await countPlanned()).toBe(0);
});
