import { beforeEach, expect, test } from 'vitest';
import type { Confirmation } from '../../src/app/plan/confirm-plan-draft.ts';
import { textOf } from '../support/message-text.ts';
import type { Office } from '../support/office.ts';
import { planInForce, planText } from '../support/plan-in-force.ts';
import type { Request } from '../support/recording-messenger.ts';
import { relayOver } from '../support/relay-over.ts';
import { sampleOffice } from '../support/sample-office.ts';
import { noticesOf, sweep, tickAt, walkTo } from '../support/time-passes.ts';

const TASK = 'Báo cáo chuyên đề';

let office: Office;
let relay: ReturnType<typeof relayOver>;

beforeEach(async () => {
  office = await sampleOffice();
  relay = relayOver(office);
});

const confirmed = (day: string, as: Confirmation) => {
  const row = `1\t${TASK}\tUBND phường Điện Biên, UBND phường Kim Mã\tTrước ngày ${day}`;
  return planInForce(office, planText('7/KH-UBND', 'công tác thi đua năm 2024', [row]), as);
};

/** What the groups are told in the digests of a Monday. */
async function digests(): Promise<Request[]> {
  await tickAt(office, office.clock.now());
  await walkTo(office, '2024-11-17T10:00:00+07:00');
  await sweep(office);
  await walkTo(office, '2024-11-18T10:00:00+07:00');
  return inGroups();
}

const inGroups = async () => (await relay.drain()).filter(({ address }) => address.chat.startsWith('-'));

test('a group whose digest told a wrong day of ours is told the right one, without who owes; no other group is', async () => {
  await confirmed('10/12/2024', 'new');
  const told = (await digests()).filter(({ message }) => textOf(message).includes(TASK));
  expect(told).toHaveLength(1);

  const { corrected } = await confirmed('12/12/2024', 'correction');
  const [correction, ...others] = await inGroups();

  expect(corrected).toEqual({ people: 0, groups: 1 });
  expect(others).toEqual([]);
  if (correction === undefined) throw new Error('nobody was told');
  expect(correction.address.chat).toBe(told[0]?.address.chat);
  expect(textOf(correction.message)).toMatchInlineSnapshot(`
    "ĐÍNH CHÍNH

    1. Báo cáo chuyên đề
    Tin lúc 09:30 ngày 18/11 ghi hết Thứ Hai 09/12/2024; đúng là hết Thứ Tư 11/12/2024 theo Kế hoạch (ghi: “Trước ngày 12/12/2024”).

    Do lỗi nhập liệu của Thường trực HĐ TĐKT. Mong các đơn vị thông cảm."
  `);
});

test('a day that the group was told again by a correction is corrected again; one that was right is not', async () => {
  await confirmed('10/12/2024', 'new');
  await digests();
  await confirmed('12/12/2024', 'correction');
  await relay.drain();

  expect((await confirmed('13/12/2024', 'correction')).corrected.groups).toBe(1);
  expect((await confirmed('16/12/2024', 'change')).corrected.groups).toBe(0);
});

test('what a digest told a group reminds nobody: the first word to the unit still comes before the secretariat hears', async () => {
  await confirmed('10/12/2024', 'new');
  await digests();
  const lines = await Promise.all(
    (await noticesOf(office, 'digest')).map(({ id }) => office.read.notices.linesOf(id)),
  );

  expect(lines.flat().length).toBeGreaterThan(0);
  expect(
    lines.flat().every(({ stage, addressee }) => stage.startsWith('told-') && addressee.kind === 'chat'),
  ).toBe(true);
});
