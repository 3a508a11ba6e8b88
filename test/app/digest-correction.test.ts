import { expect, test } from 'vitest';
import { type Confirmation, confirmPlanDraft } from '../../src/app/plan/confirm-plan-draft.ts';
import { draftPlan } from '../../src/app/plan/draft-plan.ts';
import type { Delivery, Notice } from '../../src/app/ports/notice-repository.ts';
import { ChatNoticeRenderer } from '../../src/bot/notices/notice-renderer.ts';
import { spanText } from '../../src/bot/split-message.ts';
import { dateOf } from '../../src/core/time/local-date.ts';
import { isRefused } from '../../src/importer/import-refusal.ts';
import { readPlanText } from '../../src/importer/read-plan-file.ts';
import { partsOf } from '../../src/outbox/notice-job.ts';
import { instant, type Office } from '../support/office.ts';
import { SECRETARY, sampleOffice } from '../support/sample-office.ts';
import { noticesOf, tickAt, walkTo } from '../support/time-passes.ts';

const EVERYTHING = { buttons: true, edit: true, files: true, groups: true, threads: true, textLimit: 4096 };

const planOf = (day: string): string =>
  [
    'Số: 7/KH-UBND',
    'Ngày 04 tháng 11 năm 2024',
    'KẾ HOẠCH công tác thi đua năm 2024',
    'TT\tNhiệm vụ\tĐơn vị chủ trì\tThời gian thực hiện',
    `1\tBáo cáo chuyên đề\tUBND phường Điện Biên, UBND phường Kim Mã\tTrước ngày ${day}`,
  ].join('\n');

async function confirmed(office: Office, day: string, as: Confirmation) {
  const reading = await readPlanText(planOf(day), dateOf('2024-11-04'));
  if (isRefused(reading)) throw new Error(reading.code);
  const request = office.request(SECRETARY);
  const drafted = await draftPlan(office.dependencies, request, { fileName: '', reading });
  if (drafted.kind === 'refused') throw new Error(drafted.code);
  const { id, revision } = drafted.value;
  const outcome = await confirmPlanDraft(office.dependencies, request, id, { as, revision });
  if (outcome.kind === 'refused') throw new Error(outcome.code);
  return outcome.value;
}

/** Says a notice as the relay does, and returns its text; null where it is withheld. */
async function sent(office: Office, notice: Notice): Promise<string | null> {
  const renderer = new ChatNoticeRenderer({
    dependencies: office.dependencies,
    capabilitiesOf: () => EVERYTHING,
    privateLink: () => null,
    receiptList: async () => ({ name: '', type: '', bytes: new Uint8Array() }),
  });
  const lines = await office.read.notices.linesOf(notice.id);
  const said = await renderer.render(notice, lines, office.clock.now());
  if (said.kind === 'later') throw new Error('said at no hour of the office');
  await office.dependencies.unitOfWork.run(async (tx) => {
    const claim = { holder: 'test', now: instant('2030-01-01T00:00:00Z'), nowMs: 0, leaseUntilMs: 1 };
    for (;;) {
      const claimed = await tx.notices.claim({ ...claim, nowMs: claim.nowMs++, exceptAddressees: [] });
      if (claimed === null) throw new Error(`nothing to claim for ${notice.id}`);
      if (claimed.notice.id === notice.id) break;
      await tx.notices.settle(claimed.notice.id, 'test', 'withheld', 'other');
    }
    if (said.kind === 'said') {
      const parts = partsOf(notice.id, said.chatId, said.parts, office.dependencies.ids);
      const partId = parts[0]?.id as Delivery['id'];
      const frozen = { parts, told: said.told ?? [], merged: [] };
      await tx.notices.begin({ noticeId: notice.id, holder: 'test', leaseUntilMs: 1, partId, frozen });
    }
    await tx.notices.settle(notice.id, 'test', said.kind === 'said' ? 'sent' : 'withheld', null);
  });
  if (said.kind === 'withheld' || said.kind === 'passed_on') return null;
  return said.parts.flatMap(({ entries }) => entries.map((entry) => entry.map(spanText).join(''))).join('\n');
}

const groupOf = async ({ read }: Office, { addressee }: Notice) =>
  (await read.organisation.directory()).chats.find(({ id }) => id === addressee.id)?.title;

async function digests(office: Office) {
  await tickAt(office, office.clock.now());
  await walkTo(office, '2024-11-18T10:00:00+07:00');
  const planned = (await noticesOf(office, 'digest')).filter(({ slot }) => slot === '2024-11-18');
  const told = new Map<string, string | null>();
  for (const notice of planned) told.set((await groupOf(office, notice)) ?? '', await sent(office, notice));
  return told;
}

test('a group whose digest told a wrong day of ours is told the right one, without who owes; no other group is', async () => {
  const office = await sampleOffice();
  await confirmed(office, '10/12/2024', 'new');
  const told = await digests(office);
  const groups = [...told].filter(([, text]) => text?.includes('Báo cáo chuyên đề'));
  expect(groups).toHaveLength(1);

  const { corrected } = await confirmed(office, '12/12/2024', 'correction');
  const [notice, ...others] = (await noticesOf(office, 'correction')).filter(
    ({ addressee }) => addressee.kind === 'chat',
  );

  expect(corrected).toEqual({ people: 0, groups: 1 });
  expect(others).toEqual([]);
  if (notice === undefined) return;
  expect(await groupOf(office, notice)).toBe(groups[0]?.[0]);
  expect(await sent(office, notice)).toMatchInlineSnapshot(`
    "ĐÍNH CHÍNH

    1. Báo cáo chuyên đề
    Tin lúc 09:30 ngày 18/11 ghi hết Thứ Hai 09/12/2024; đúng là hết Thứ Tư 11/12/2024 theo Kế hoạch (ghi: “Trước ngày 12/12/2024”).

    Do lỗi nhập liệu của Thường trực HĐ TĐKT. Mong các đơn vị thông cảm."
  `);
});

test('a day that the group was told again by a correction is corrected again; one that was right is not', async () => {
  const office = await sampleOffice();
  await confirmed(office, '10/12/2024', 'new');
  await digests(office);
  await confirmed(office, '12/12/2024', 'correction');
  const [notice] = await noticesOf(office, 'correction');
  if (notice !== undefined) await sent(office, notice);

  expect((await confirmed(office, '13/12/2024', 'correction')).corrected.groups).toBe(1);
  expect((await confirmed(office, '16/12/2024', 'change')).corrected.groups).toBe(0);
});

test('what a digest told a group reminds nobody: the first word to the unit still comes before the secretariat hears', async () => {
  const office = await sampleOffice();
  await confirmed(office, '10/12/2024', 'new');
  await digests(office);
  const lines = await Promise.all(
    (await noticesOf(office, 'digest')).map(({ id }) => office.read.notices.linesOf(id)),
  );

  expect(lines.flat().length).toBeGreaterThan(0);
  expect(
    lines.flat().every(({ stage, addressee }) => stage.startsWith('told-') && addressee.kind === 'chat'),
  ).toBe(true);
});
