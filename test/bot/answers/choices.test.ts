import { expect, test } from 'vitest';
import type { Id } from '../../../src/core/id.ts';
import type { Office } from '../../support/office.ts';
import { LAN, SECRETARY, sampleOffice, WARDS } from '../../support/sample-office.ts';
import { actionOf, replyShown, shown } from '../shown.ts';

const idOf = <Kind extends string>(count: number): Id<Kind> =>
  `00000009-0000-7000-8000-${String(count).padStart(12, '0')}` as Id<Kind>;

/** A second plan in force, in which another task stands under number 6. */
async function withSecondPlan(office: Office): Promise<void> {
  const { plans, tasks } = await office.read.plans.book();
  const [plan] = plans;
  const six = tasks.find(({ no }) => no === '6');
  if (plan === undefined || six === undefined) throw new Error('the sample lacks its plan');
  await office.dependencies.unitOfWork.run(async (tx) => {
    await tx.plans.savePlan({ ...plan, id: idOf(1), number: '45/KH-UBND' });
    await tx.plans.saveTask({
      ...six,
      id: idOf(2),
      planId: idOf(1),
      title: 'Báo cáo sơ kết phong trào',
      rules: six.rules.map((rule, at) => ({ ...rule, id: idOf(10 + at) })),
    });
  });
}

test('a number that stands in two plans is offered with their numbers, and answered when one is chosen', async () => {
  const office = await sampleOffice();
  await withSecondPlan(office);

  const asked = await office.say(LAN, WARDS, 'chi tiết mục 6');
  const chosen = await office.press(LAN, WARDS, actionOf(asked, '45/KH-UBND'));

  expect(replyShown(asked)).toBe(`Đồng chí cần xem nội dung nào ạ?
[29/KH-UBND · 6. Tổ chức tổng kết…]
[45/KH-UBND · 6. Báo cáo sơ kết…]
[Nội dung khác]`);
  // Details leave the group for the presser's own chat.
  if (chosen.quietly === undefined) throw new Error('nothing went to the presser');
  expect(shown(chosen.quietly)).toContain('Căn cứ: 45/KH-UBND, Phụ lục, mục 6');
});

test('of two rows in one question none is passed over', async () => {
  const office = await sampleOffice();

  const asked = replyShown(await office.say(SECRETARY, SECRETARY, 'việc 3 với việc 6 hạn ngày nào'));

  expect(asked).toContain('[3. ');
  expect(asked).toContain('[6. ');
});

test('who leads it is what the chosen one then says', async () => {
  const office = await sampleOffice();
  await withSecondPlan(office);

  const asked = await office.say(LAN, WARDS, 'mục 6 ai chủ trì');
  const chosen = replyShown(await office.press(LAN, WARDS, actionOf(asked, '45/KH-UBND')));

  expect(chosen).toContain('Chủ trì: Cụm trưởng (UBND phường Điện Biên)');
  expect(chosen).not.toContain('Thời hạn');
});

test('none of the choices leads to how to ask more clearly', async () => {
  const office = await sampleOffice();

  const asked = await office.say(SECRETARY, SECRETARY, 'cụm 1 xong đến đâu');
  const status = await office.press(SECRETARY, SECRETARY, actionOf(asked, 'Cụm thi đua THCS'));

  expect(replyShown(await office.press(SECRETARY, SECRETARY, actionOf(asked, 'Nội dung khác')))).toContain(
    'hỏi rõ hơn',
  );
  expect(replyShown(status)).toContain('Cụm thi đua THCS số 1 · 30 ngày tới');
});

test.each([
  ['tháng 12 có việc gì đến hạn ạ?', true],
  ['các đồng chí tháng 12 có việc gì đến hạn', false],
  ['mọi người ơi tháng này có gì đến hạn không', false],
  ['Chị Hà ơi, báo cáo của chị xong chưa?', false],
  ['đã xong mục 7 rồi nhé', false],
])('said to nobody, “%s” is answered only where that is switched on: %s', async (text, isQuestion) => {
  const office = await sampleOffice();
  const ask = async () => replyShown(await office.say(LAN, WARDS, text, { addressed: false }));

  const before = await ask();
  const directory = await office.read.organisation.directory();
  const chat = directory.chats.find(({ key }) => key === WARDS);
  if (chat === undefined) throw new Error('the sample lacks its group');
  await office.dependencies.unitOfWork.run((tx) =>
    tx.organisation.saveChat({ ...chat, freeQuestions: true }),
  );

  expect(before).toBe('');
  expect((await ask()) !== '').toBe(isQuestion);
});
