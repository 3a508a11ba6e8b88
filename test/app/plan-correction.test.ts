import { expect, test } from 'vitest';
import type { Confirmation } from '../../src/app/plan/confirm-plan-draft.ts';
import { sayCorrection } from '../../src/bot/notices/say-correction.ts';
import type { PersonId } from '../../src/core/id.ts';
import { personAt } from '../../src/core/organisation/directory.ts';
import { dateOf } from '../../src/core/time/local-date.ts';
import { translator } from '../../src/i18n/translator.ts';
import { textOf } from '../support/message-text.ts';
import { instant, type Office } from '../support/office.ts';
import { planInForce, planText } from '../support/plan-in-force.ts';
import { DUC, LAN, sampleOffice } from '../support/sample-office.ts';

const confirmed = (office: Office, day: string, as: Confirmation) => {
  const row = `1\tBáo cáo tổng kết năm\tUBND phường Điện Biên\tTrước ngày ${day}`;
  return planInForce(office, planText('7/KH-UBND', 'công tác thi đua năm 2024', [row]), as);
};

const obligationOf = async (office: Office) => {
  const { plans, tasks } = await office.read.plans.book();
  const plan = plans.find(({ number }) => number === '7/KH-UBND');
  const ids = tasks.filter(({ planId }) => planId === plan?.id).map(({ id }) => id);
  const [obligation] = await office.dependencies.unitOfWork.run((tx) => tx.obligations.ofTasks(ids));
  if (obligation === undefined || obligation.dueOn === null) throw new Error('nothing is owed');
  return { ...obligation, dueOn: obligation.dueOn };
};

async function personOf(office: Office, user: string): Promise<PersonId> {
  const person = personAt(await office.directory(), 'telegram', user);
  if (person === null) throw new Error(`nobody is ${user}`);
  return person.id;
}

/** A reminder about the obligation as it stands, that went out or did not. */
async function reminded(office: Office, user: string, state: 'sent' | 'withheld'): Promise<void> {
  const { id, dueOn } = await obligationOf(office);
  const addressee = { kind: 'person', id: await personOf(office, user) } as const;
  await office.dependencies.unitOfWork.run(async (tx) => {
    const noticeId = await tx.notices.plan({
      id: office.dependencies.ids.next<'notice'>(),
      kind: 'reminder',
      addressee,
      slot: `test-${dueOn}`,
      at: instant('2024-11-04T08:00:00+07:00'),
      subject: null,
      late: false,
    });
    await tx.notices.addLine(noticeId, { obligationId: id, dueOn, stage: 'before-14', addressee });
    const claim = { holder: 'test', now: instant('2030-01-01T00:00:00Z'), nowMs: 0, leaseUntilMs: 1 };
    await tx.notices.claim({ ...claim, most: 1, exceptAddressees: [] });
    expect(await tx.notices.settle(noticeId, 'test', state, null)).toBe(true);
  });
}

const corrections = (office: Office) =>
  office.read.notices
    .list({ states: ['planned'], from: instant('2024-01-01T00:00:00Z'), to: instant('2030-01-01T00:00:00Z') })
    .then((notices) => notices.filter(({ kind }) => kind === 'correction'));

test('exactly those who were told the wrong day are told the right one, once', async () => {
  const office = await sampleOffice();
  await confirmed(office, '20/12/2024', 'new');
  await reminded(office, LAN, 'sent');
  await reminded(office, DUC, 'withheld');
  const { corrected, carriedOut } = await confirmed(office, '27/12/2024', 'correction');
  const [notice, ...others] = await corrections(office);

  expect(corrected).toEqual({ people: 1, groups: 0 });
  expect(carriedOut.moved).toMatchObject([{ from: '2024-12-19', to: '2024-12-26' }]);
  expect(others).toEqual([]);
  expect(notice?.addressee.id).toBe(await personOf(office, LAN));
  if (notice === undefined) return;
  const directory = await office.directory();
  const said = await sayCorrection({
    dependencies: office.dependencies,
    notice,
    lines: await office.read.notices.linesOf(notice.id),
    frame: {
      t: translator('vi'),
      directory,
      book: await office.read.plans.book(),
      now: office.clock.now(),
      today: dateOf('2024-11-04'),
    },
  });
  expect('entries' in said ? textOf({ ...said, buttons: [] }) : said).toMatchInlineSnapshot(`
      "ĐÍNH CHÍNH

      1. Báo cáo tổng kết năm
      Tin lúc 08:00 ngày 04/11 ghi hết Thứ Năm 19/12/2024; đúng là hết Thứ Năm 26/12/2024 theo Kế hoạch (ghi: “Trước ngày 27/12/2024”).

      Do lỗi nhập liệu của Thường trực HĐ TĐKT. Mong các đơn vị thông cảm."
    `);
});

test('a change of the plan itself is no mistake of ours: nobody is told of one', async () => {
  const office = await sampleOffice();
  await confirmed(office, '20/12/2024', 'new');
  await reminded(office, LAN, 'sent');
  const { corrected } = await confirmed(office, '27/12/2024', 'change');

  expect(corrected).toEqual({ people: 0, groups: 0 });
  expect(await corrections(office)).toEqual([]);
});

test('a wrong day that comes back and is mended again is not corrected twice', async () => {
  const office = await sampleOffice();
  await confirmed(office, '20/12/2024', 'new');
  await reminded(office, LAN, 'sent');
  await confirmed(office, '27/12/2024', 'correction');
  await confirmed(office, '20/12/2024', 'correction');
  const last = await confirmed(office, '27/12/2024', 'correction');

  expect(last.corrected).toEqual({ people: 0, groups: 0 });
});

test('whoever was told a wrong day by a correction is told the right one too', async () => {
  const office = await sampleOffice();
  await confirmed(office, '20/12/2024', 'new');
  await reminded(office, LAN, 'sent');
  await confirmed(office, '27/12/2024', 'correction');
  const [first] = await corrections(office);
  await office.dependencies.unitOfWork.run(async (tx) => {
    const claim = { holder: 'test', now: instant('2030-01-01T00:00:00Z'), nowMs: 5, leaseUntilMs: 6 };
    const [claimed] = await tx.notices.claim({ ...claim, most: 1, exceptAddressees: [] });
    expect(claimed?.notice.id).toBe(first?.id);
    if (first !== undefined) await tx.notices.settle(first.id, 'test', 'sent', null);
  });

  expect((await confirmed(office, '28/12/2024', 'correction')).corrected.people).toBe(1);
});

test('a moved day frees its reminders, and a report stays with the obligation', async () => {
  const office = await sampleOffice();
  await confirmed(office, '20/12/2024', 'new');
  const before = await obligationOf(office);
  await office.dependencies.unitOfWork.run((tx) =>
    tx.obligations.save({ ...before, state: 'in_progress', percent: 50, nextStageOn: null }),
  );
  await confirmed(office, '27/12/2024', 'change');
  const after = await obligationOf(office);

  expect(after).toMatchObject({ id: before.id, state: 'in_progress', percent: 50, dueOn: '2024-12-26' });
  expect(after.nextStageOn).not.toBeNull();
});

test.each([
  ['2024-12-01', '10/12/2024', 1, '2024-12-09'],
  ['2024-12-15', '10/12/2024', 0, '2024-12-19'],
] as const)(
  'what was done on %s, told the wrong day, follows the right one of %s while it is in time',
  async (doneOn, day, people, dueOn) => {
    const office = await sampleOffice();
    await confirmed(office, '20/12/2024', 'new');
    await reminded(office, LAN, 'sent');
    const before = await obligationOf(office);
    await office.dependencies.unitOfWork.run((tx) =>
      tx.obligations.save({
        ...before,
        state: 'done',
        percent: 100,
        doneOn: dateOf(doneOn),
        nextStageOn: null,
      }),
    );

    const { corrected } = await confirmed(office, day, 'correction');

    expect(corrected.people).toBe(people);
    expect(await obligationOf(office)).toMatchObject({ state: 'done', doneOn, dueOn, nextStageOn: null });
  },
);

test('what was done in a year that is over keeps its day', async () => {
  const office = await sampleOffice();
  await confirmed(office, '20/12/2024', 'new');
  const before = await obligationOf(office);
  await office.dependencies.unitOfWork.run((tx) =>
    tx.obligations.save({ ...before, state: 'confirmed', percent: 100, doneOn: dateOf('2024-12-01') }),
  );
  office.moveTo('2025-02-03T09:00:00+07:00');

  await confirmed(office, '10/12/2024', 'change');

  expect((await obligationOf(office)).dueOn).toBe('2024-12-19');
});
