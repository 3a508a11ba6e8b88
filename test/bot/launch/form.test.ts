import { beforeEach, expect, test } from 'vitest';
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
import { actionOf, replyShown } from '../shown.ts';
import { launchWriter, MARK } from './launch-writer.ts';

let office: Office;

beforeEach(async () => {
  office = await sampleOffice();
});

const { write, press, preview, approved, sendPlan, countPlanned } = launchWriter(() => office);

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
  expect(await countPlanned()).toBe(3);
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

  expect(await countPlanned()).toBe(0);
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
  expect(await countPlanned()).toBe(0);
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
  expect(await countPlanned()).toBe(0);
});

test('a button of a step that has passed does nothing', async () => {
  const last = await approved();
  await press(last, '◀ Quay lại');

  const reply = await press(last, 'Gửi');

  expect(reply.answer?.popup).toBe(true);
  expect(await countPlanned()).toBe(0);
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
  const count = await countPlanned();

  const again = await press(last, 'Gửi', { effectKey: 'update-1', again: true });

  expect(again).toEqual(sent);
  expect(await countPlanned()).toBe(count);
});

test('two presses of the last button send once', async () => {
  const last = await approved();

  await press(last, 'Gửi');
  const second = await press(last, 'Gửi');

  expect(second.answer?.popup).toBe(true);
  // Two groups, the panel, and the list at the cut-off.
  expect(await countPlanned()).toBe(4);
});

test('a form is forgotten after a day', async () => {
  const last = await approved();
  office.clock.advance(86_400_000);

  expect(replyShown(await press(last, 'Gửi'))).toContain('hết hạn');
  expect(await countPlanned()).toBe(0);
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
  expect(await countPlanned()).toBe(0);
});

test('a file sent on the way is kept and named in the post', async () => {
  await preview();
  const reply = await sendPlan();
  await press(await press(reply, MARK), 'Gửi');

  expect(replyShown(reply)).toContain('📎 KH-45.pdf');
  // Two groups with a post and a file each, the panel, and the list at the cut-off.
  expect(await countPlanned()).toBe(6);
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
