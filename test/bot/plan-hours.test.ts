import { beforeEach, describe, expect, test } from 'vitest';
import { rollForward } from '../../src/app/plan/roll-forward.ts';
import { reportProgress } from '../../src/app/report/report-progress.ts';
import type { DeadlineRule } from '../../src/core/deadline/rule.ts';
import type { Obligation } from '../../src/core/obligation/obligation.ts';
import { dateOf, type LocalDate } from '../../src/core/time/local-date.ts';
import type { ProgressClaim } from '../../src/core/work/work-state.ts';
import type { Office } from '../support/office.ts';
import { relayOver } from '../support/relay-over.ts';
import { rendered } from '../support/rendered.ts';
import { LAN, SECRETARY, sampleOffice, WARDS } from '../support/sample-office.ts';
import { linesTold, noticesOf, tickAt } from '../support/time-passes.ts';
import { pressed, replyShown, shown } from './shown.ts';

let office: Office;

beforeEach(async () => {
  office = await sampleOffice({ now: '2024-11-11T07:55:00+07:00' });
  await tickAt(office, office.clock.now());
});

/** A task of the plan in force, led by Lan's ward, that names an hour. */
function taskBefore(time: string, on: LocalDate = dateOf('2024-11-13')): Promise<Obligation> {
  const rule: DeadlineRule = { kind: 'once', on, inclusive: false, time, appliesTo: null };
  const words = `Trước ${time} ngày 13/11`;
  const { ids, unitOfWork } = office.dependencies;
  return unitOfWork.run(async (tx) => {
    const [plan] = (await tx.plans.book()).plans;
    const ward = (await tx.organisation.directory()).units.find(({ code }) => code === 'P-DIENBIEN');
    if (plan === undefined || ward === undefined) throw new Error('no plan or no ward');
    const task = {
      id: ids.next<'task'>(),
      planId: plan.id,
      no: '21',
      parentId: null,
      section: null,
      title: 'Gửi đề nghị khen thưởng',
      deadlineWords: words,
      parties: [
        { part: 'lead', party: { kind: 'unit', unitId: ward.id }, words: 'UBND phường Điện Biên' } as const,
      ],
      rules: [{ id: ids.next<'rule'>(), rule, appliesTo: null, words }],
      withdrawnOn: null,
    };
    await tx.plans.saveTask(task);
    await rollForward(tx, office.clock.now(), [task]);
    const [owed] = await tx.obligations.ofTasks([task.id]);
    if (owed === undefined) throw new Error('nothing is owed');
    return owed;
  });
}

const report = (one: Obligation, claim: ProgressClaim) =>
  reportProgress(office.dependencies, office.request(LAN), one.id, claim);

const clockOf = (at: number): string => new Date(at + 7 * 3_600_000).toISOString().slice(11, 16);

/** What Lan is to hear by hours on that morning: when, and what it says at that hour; null where it is withheld. */
async function saidByHours(): Promise<Record<string, string | null>> {
  const { people } = await office.directory();
  const lan = people.find(({ name }) => name === 'Nguyễn Thị Lan')?.id;
  const said: Record<string, string | null> = {};
  for (const notice of await noticesOf(office, 'assignment_reminder')) {
    if (notice.addressee.id !== lan) continue;
    office.clock.moveTo(notice.at);
    said[clockOf(notice.at)] = await rendered(office, notice).then(shown, () => null);
  }
  return said;
}

test('a task of the plan that names an hour is spoken of on its day by hours too', async () => {
  await taskBefore('16:00');
  await tickAt(office, '2024-11-12T08:30:00+07:00');
  expect(await saidByHours()).toEqual({});
  await tickAt(office, '2024-11-13T08:30:00+07:00');

  expect((await linesTold(office, 'reminder')).filter((line) => /Lan: 21/.test(line))).toEqual([
    expect.stringMatching(/^2024-11-12 .*before-1$/),
    expect.stringMatching(/^2024-11-13 .*due$/),
  ]);
  expect(await saidByHours()).toMatchInlineSnapshot(`
    {
      "14:00": "*⏰ UBND phường Điện Biên · Thứ Tư 13/11/2024*

    *21. Gửi đề nghị khen thưởng*
    Trước 16:00 ngày 13/11 · còn 2 giờ
    chưa có cập nhật
    [21 · Cập nhật]
    [Bản Zalo]",
      "16:00": "*⏰ UBND phường Điện Biên · Thứ Tư 13/11/2024*

    *21. Gửi đề nghị khen thưởng*
    Trước 16:00 ngày 13/11
    Hạn trước 16:00, Thứ Tư 13/11/2024: chưa nhận được kết quả. Nếu đã gửi hoặc không có, đề nghị trả lời để đối chiếu.
    [21 · Cập nhật]
    [Bản Zalo]",
    }
  `);
});

test('what is said in the morning is not said again within the hour, nor at night', async () => {
  await taskBefore('10:30');
  await tickAt(office, '2024-11-13T08:30:00+07:00');
  const early = Object.keys(await saidByHours());

  expect(early).toEqual(['10:30']);
});

test('an hour after the office has closed is spoken of before it closes', async () => {
  await taskBefore('21:00');
  await tickAt(office, '2024-11-13T08:30:00+07:00');

  expect(Object.keys(await saidByHours())).toEqual(['16:30']);
});

test('whoever has reported is spared: the hour what was begun, both what is done', async () => {
  const one = await taskBefore('16:00');
  await tickAt(office, '2024-11-13T08:30:00+07:00');

  await report(one, { kind: 'percent', percent: 50 });
  expect(await saidByHours()).toEqual({ '14:00': expect.stringContaining('50'), '16:00': null });
  await report(one, { kind: 'done' });
  expect(await saidByHours()).toEqual({ '14:00': null, '16:00': null });
});

test('what is reported once its hour has come is not called in time', async () => {
  const one = await taskBefore('10:00');
  const done = async (at: string) => {
    office.moveTo(at);
    return replyShown(await office.press(LAN, LAN, { kind: 'done', obligation: one.id }));
  };

  expect(await done('2024-11-13T09:59:00+07:00')).toContain('Ghi nhận 09:59, 13/11 · đúng hạn');
  await report(one, { kind: 'percent', percent: 50 });
  expect(await done('2024-11-13T10:00:00+07:00')).toContain('Ghi nhận 10:00, 13/11 · sau mốc');
});

test('whoever put it off in the morning is left alone', async () => {
  await taskBefore('16:00');
  await tickAt(office, '2024-11-13T08:30:00+07:00');
  const [morning] = (await noticesOf(office, 'reminder')).filter(({ slot }) => slot === '2024-11-13');
  if (morning === undefined) throw new Error('no reminder');
  await pressed(office, LAN, await rendered(office, morning), 'Mai nhắc lại');

  expect(await saidByHours()).toEqual({ '14:00': null, '16:00': null });
});

test('its hour stands in the lists of its day', async () => {
  await taskBefore('16:00');
  office.moveTo('2024-11-13T09:00:00+07:00');

  for (const [user, chat, text] of [
    [LAN, LAN, '/viec'],
    [LAN, LAN, '/han tuần này'],
    [LAN, WARDS, '/han tuần này'],
  ] as const) {
    expect(replyShown(await office.say(user, chat, text))).toContain(
      'Trước 16:00 ngày 13/11 (Thứ Tư 13/11/2024) · hạn 16:00 hôm nay',
    );
  }
});

test('once its hour has passed it is called so in private, and counted so in the brief, not as due', async () => {
  await taskBefore('10:00');
  const brief = async () => replyShown(await office.say(SECRETARY, SECRETARY, '/giaoban'));
  office.moveTo('2024-11-13T09:59:00+07:00');
  const before = await brief();
  office.moveTo('2024-11-13T10:00:00+07:00');
  const after = await brief();

  const dueIn = (text: string) => Number(/Còn đến hạn trong tuần: (\d+)/.exec(text)?.[1]);
  expect(dueIn(after)).toBe(dueIn(before) - 1);
  expect(before).not.toContain('quá giờ');
  expect(after).toContain('– Quá hạn: 0 phần việc, quá giờ trong hôm nay: 1');
  expect(replyShown(await office.say(LAN, LAN, '/viec'))).toContain('đã quá 10:00 hôm nay');
  expect(replyShown(await office.say(SECRETARY, SECRETARY, '/quahan'))).toContain(
    'Trước 10:00 ngày 13/11 · đã quá 10:00 hôm nay',
  );
  expect(replyShown(await office.say(LAN, WARDS, '/quahan'))).not.toContain('quá 10:00');
  expect(replyShown(await office.say(LAN, WARDS, '/han tuần này'))).toContain('hạn 10:00 hôm nay');
});

describe('in what will be sent, the words of its hours', () => {
  const wordAt = async (time: string) => {
    const list = await office.press(SECRETARY, SECRETARY, { kind: 'upcoming', skip: 0 });
    const number = new RegExp(`^(\\d+)\\. ${time} · Nhắc theo giờ · đồng chí Nguyễn Thị Lan`, 'm').exec(
      replyShown(list),
    );
    return pressed(office, SECRETARY, list, number?.[1] ?? '');
  };
  const choose = async (time: string, label: string) => pressed(office, SECRETARY, await wordAt(time), label);

  test('are skipped the day before, and not said when they come', async () => {
    await taskBefore('16:00');
    office.moveTo('2024-11-12T09:00:00+07:00');
    const word = replyShown(await wordAt('14:00'));

    await choose('14:00', 'Bỏ qua');
    await tickAt(office, '2024-11-13T08:30:00+07:00');

    expect(word).toContain('Gửi lúc 14:00, Thứ Tư 13/11/2024');
    expect(word).toContain('Trước 16:00 ngày 13/11 · còn 2 giờ');
    expect(replyShown(await wordAt('14:00'))).toContain('Đã chọn bỏ qua');
    const { people } = await office.directory();
    const lan = people.find(({ name }) => name === 'Nguyễn Thị Lan')?.id;
    const left = (await noticesOf(office, 'assignment_reminder')).filter(
      ({ addressee, state }) => addressee.id === lan && state === 'planned',
    );
    const linesLeft = await Promise.all(left.map(({ id }) => office.read.notices.linesOf(id)));
    expect(linesLeft.flat().map(({ stage }) => stage.replace(/\d+$/, ''))).toEqual(['hour-']);
  });

  test('are sent now, and not again when they come', async () => {
    await taskBefore('16:00');
    await tickAt(office, '2024-11-13T08:30:00+07:00');
    office.moveTo('2024-11-13T10:00:00+07:00');

    const reply = await choose('14:00', 'Gửi ngay');
    const sent = await relayOver(office).drain();

    expect(reply.answer?.text).toContain('Tin được gửi ngay');
    const said = sent.map(({ message }) => shown(message)).filter((text) => text.includes('còn 6 giờ'));
    expect(said).toHaveLength(1);
    expect(await saidByHours()).toMatchObject({ '16:00': expect.any(String) });
  });
});
