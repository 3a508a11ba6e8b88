import { describe, expect, test } from 'vitest';
import { listObligations } from '../../../src/app/asking/list-obligations.ts';
import { obligationReport } from '../../../src/app/asking/obligation-report.ts';
import { endUnit } from '../../../src/app/organisation/end-unit.ts';
import { askExtension } from '../../../src/app/report/ask-extension.ts';
import { decideExtension } from '../../../src/app/report/decide-extension.ts';
import type { Reply } from '../../../src/bot/reply.ts';
import type { TaskId } from '../../../src/core/id.ts';
import { dateOf, type LocalDate } from '../../../src/core/time/local-date.ts';
import type { Office } from '../../support/office.ts';
import { planText } from '../../support/plan-in-force.ts';
import { LAN, SECRETARY, sampleOffice, WARDS } from '../../support/sample-office.ts';
import { linesTold, tickAt, walkTo } from '../../support/time-passes.ts';
import { dataOf, labelsOf, lastText, pressed } from '../shown.ts';

const plan = (number: string, rows: readonly string[], year = 2024): string =>
  planText(number, `công tác ${number.split('/')[0]} năm ${year}`, rows);

const REPORT = 'Báo cáo tổng kết phong trào thi đua năm 2024';
const PLAN_7 = plan('7/KH-UBND', [
  `1\t${REPORT}\tUBND phường Điện Biên\tTrước ngày 20/12/2024`,
  '2\tTuyên truyền gương người tốt, việc tốt\tPhòng Nội vụ\tThường xuyên',
]);
const PLAN_8 = plan('8/KH-UBND', [
  '1\tSơ kết chuyên đề chuyển đổi số\tPhòng Nội vụ\tTrước ngày 10/12/2024',
  `2\t${REPORT} của đơn vị\tUBND phường Điện Biên\tTrước ngày 15/12/2024`,
]);

const press = (office: Office, reply: Reply, label: string | RegExp): Promise<Reply> =>
  pressed(office, SECRETARY, reply, label);

const ask = (office: Office, text: string, user = SECRETARY): Promise<Reply> => office.say(user, user, text);

async function inForce(office: Office, text: string, as = 'Đưa vào thực hiện'): Promise<Reply> {
  return press(office, await ask(office, text), as);
}

/** The rows of the sample plan that repeat each other are decided, so that only the two plans' pair waits. */
async function twoPlans(): Promise<{ office: Office; confirmed: Reply }> {
  const office = await sampleOffice();
  await inForce(office, PLAN_7);
  const confirmed = await inForce(office, PLAN_8);
  return { office, confirmed };
}

async function joined(): Promise<Office> {
  const { office, confirmed } = await twoPlans();
  const offer = await press(office, confirmed, /^Việc trùng/);
  const first = lastText(offer).includes(REPORT) ? offer : await press(office, offer, 'Để sau ▶');
  expect(lastText(first)).toContain(REPORT);
  await press(office, first, 'Là một việc');
  return office;
}

/** What is listed of December, as plan, number and last safe day. */
async function listed(office: Office): Promise<string[]> {
  const range = { from: dateOf('2024-12-01'), to: dateOf('2024-12-31') };
  const book = await office.read.plans.book();
  const found = await listObligations(office.read, range, office.clock.now());
  return found.flatMap(({ taskId, dueOn, state }) => {
    const task = book.tasks.find(({ id }) => id === taskId);
    const number = book.plans.find(({ id }) => id === task?.planId)?.number ?? '';
    return number.startsWith('29/') ? [] : [`${number} ${task?.no} ${dueOn} ${state}`];
  });
}

test('tasks of two plans that look like one duty are offered one at a time when the second comes into force', async () => {
  const { office, confirmed } = await twoPlans();
  expect(lastText(confirmed)).toContain('cặp dòng có thể là một việc');
  const first = await press(office, confirmed, /^Việc trùng/);
  const second = await press(office, first, 'Để sau ▶');

  expect(lastText(first)).toMatchInlineSnapshot(`
    "🔗 1/2 · Hai dòng có thể là một việc

    mục 11, 29/KH-UBND
    Hướng dẫn các đơn vị xây dựng kế hoạch và thực hiện công tác phát hiện, bồi dưỡng, tổng kết và nhân điển hình tiên tiến
    Chủ trì: Phòng Nội vụ
    Thời hạn ghi trong Kế hoạch: Hàng năm

    mục 20, 29/KH-UBND
    Hướng dẫn các đơn vị xây dựng kế hoạch và thực hiện công tác phát hiện, bồi dưỡng, tổng kết và nhân điển hình tiên tiến
    Chủ trì: Phòng Nội vụ
    Thời hạn ghi trong Kế hoạch: Hàng năm

    Nếu là một việc: chỉ nhắc và báo cáo một lần, theo mốc đến trước; các số mục vẫn giữ nguyên."
  `);
  expect(lastText(second)).toMatchInlineSnapshot(`
    "🔗 2/2 · Hai dòng có thể là một việc

    mục 1, 7/KH-UBND
    Báo cáo tổng kết phong trào thi đua năm 2024
    Chủ trì: UBND phường Điện Biên
    Thời hạn ghi trong Kế hoạch: Trước ngày 20/12/2024

    mục 2, 8/KH-UBND
    Báo cáo tổng kết phong trào thi đua năm 2024 của đơn vị
    Chủ trì: UBND phường Điện Biên
    Thời hạn ghi trong Kế hoạch: Trước ngày 15/12/2024

    Nếu là một việc: chỉ nhắc và báo cáo một lần, theo mốc đến trước; các số mục vẫn giữ nguyên."
  `);
  expect(labelsOf(second)).toEqual(['Là một việc', 'Việc khác', 'Cần xử lý']);
});

test('one duty is owed once, by the day that comes first, and named by both numbers', async () => {
  const office = await joined();

  expect(await listed(office)).toEqual([
    '8/KH-UBND 1 2024-12-09 not_started',
    '8/KH-UBND 2 2024-12-14 not_started',
  ]);
  const due = lastText(await ask(office, 'tháng 12 có gì đến hạn'));
  expect(due).toContain('2. Báo cáo tổng kết');
  expect(due).toContain('(cùng là mục 1, 7/KH-UBND)');
  const mine = lastText(await ask(office, '/viec', LAN));
  expect(mine.match(/Báo cáo tổng kết/g)).toHaveLength(1);
});

async function taskId(office: Office, number: string, no: string): Promise<TaskId> {
  const { tasks, plans } = await office.read.plans.book();
  const plan = plans.find((one) => one.number === number)?.id;
  const task = tasks.find((one) => one.planId === plan && one.no === no);
  if (task === undefined) throw new Error(`${number} has no row ${no}`);
  return task.id;
}

const opened = async (office: Office, number: string, no: string): Promise<Reply> =>
  office.press(SECRETARY, SECRETARY, { kind: 'task', task: await taskId(office, number, no) });

async function report(office: Office, button: string): Promise<Reply> {
  const steps = await pressed(office, LAN, await ask(office, '/viec', LAN), button);
  return pressed(office, LAN, steps, 'Đã hoàn thành');
}

async function parted(office: Office): Promise<Reply> {
  const kin = await press(office, await opened(office, '7/KH-UBND', '1'), 'Việc chung');
  return press(office, kin, 'Tách mục 2');
}

test('asking for either number finds it', async () => {
  const office = await joined();

  expect(lastText(await opened(office, '7/KH-UBND', '1'))).toMatchInlineSnapshot(`
    "1. Báo cáo tổng kết phong trào thi đua năm 2024

    Chủ trì: UBND phường Điện Biên
    Thời hạn ghi trong Kế hoạch: Trước ngày 20/12/2024
    mục 2, 8/KH-UBND ghi: “Trước ngày 15/12/2024”
    Lần tới: trước 15/12/2024 (hết Thứ Bảy 14/12/2024) · còn 40 ngày
    Đã hoàn thành 0/1
    Căn cứ: 7/KH-UBND, Phụ lục, mục 1 (cùng là mục 2, 8/KH-UBND)"
  `);
});

test('one report settles both, and shows on either', async () => {
  const office = await joined();
  const done = await report(office, '2 · Cập nhật');

  expect(lastText(done)).toContain('mục 2 (cùng là mục 1, 7/KH-UBND)');
  expect(await listed(office)).toContain('8/KH-UBND 2 2024-12-14 done');
  expect(await listed(office)).toHaveLength(2);
  expect(lastText(await opened(office, '7/KH-UBND', '1'))).toContain('Đã hoàn thành 1/1');
  expect(lastText(await opened(office, '8/KH-UBND', '2'))).toContain('Đã hoàn thành 1/1');
});

test('parted, each is owed by itself again; what was reported while they were one settles both', async () => {
  const office = await joined();
  office.moveTo('2024-11-05T09:00:00+07:00');
  await report(office, '2 · Cập nhật');
  const alone = await parted(office);

  expect(lastText(alone)).toContain('Dòng này đứng riêng');
  expect(await listed(office)).toEqual([
    '8/KH-UBND 1 2024-12-09 not_started',
    '8/KH-UBND 2 2024-12-14 done',
    '7/KH-UBND 1 2024-12-19 done',
  ]);
  const id = await taskId(office, '7/KH-UBND', '1');
  const [owed] = await office.read.obligations.ofTasks([id]);
  expect(await office.read.reports.of(owed?.id ?? ('' as never))).toHaveLength(1);
});

test('joined by mistake and parted at once, what was reported of one before does not settle the other', async () => {
  const { office } = await twoPlans();
  await report(office, '2 · Cập nhật');
  const [one, other] = [await taskId(office, '7/KH-UBND', '1'), await taskId(office, '8/KH-UBND', '2')];
  office.moveTo('2024-11-04T09:00:00+07:00');
  const press = { kind: 'pair', task: one, another: other, answer: 'same', skip: 0 } as const;
  await office.press(SECRETARY, SECRETARY, press);
  await parted(office);

  expect(await listed(office)).toEqual([
    '8/KH-UBND 1 2024-12-09 not_started',
    '8/KH-UBND 2 2024-12-14 done',
    '7/KH-UBND 1 2024-12-19 not_started',
  ]);
});

test('what one of the two had reported before they were joined is not asked again', async () => {
  const { office } = await twoPlans();
  await report(office, '1 · Cập nhật');
  expect(await listed(office)).toContain('7/KH-UBND 1 2024-12-19 done');
  const [one, other] = [await taskId(office, '7/KH-UBND', '1'), await taskId(office, '8/KH-UBND', '2')];
  await office.press(SECRETARY, SECRETARY, {
    kind: 'pair',
    task: one,
    another: other,
    answer: 'same',
    skip: 0,
  });

  expect(await listed(office)).toEqual(['8/KH-UBND 1 2024-12-09 not_started', '8/KH-UBND 2 2024-12-14 done']);
});

test('a plan that gives its row up leaves the duty to the other, with what was reported', async () => {
  const office = await joined();
  await report(office, '2 · Cập nhật');
  const without = PLAN_8.replace(/\n2\t.*/, '\n3\tKiểm tra chéo\tPhòng Nội vụ\tTrước ngày 12/12/2024');
  await inForce(office, without, 'Kế hoạch thay đổi');

  expect(await listed(office)).toEqual([
    '8/KH-UBND 1 2024-12-09 not_started',
    '8/KH-UBND 3 2024-12-11 not_started',
    '7/KH-UBND 1 2024-12-19 done',
  ]);
  expect(lastText(await opened(office, '7/KH-UBND', '1'))).not.toContain('cùng là');
});

test('an amendment by which the other row comes first moves the duty there', async () => {
  const office = await joined();
  const later = PLAN_8.replace('15/12/2024', '25/12/2024');
  await inForce(office, later, 'Kế hoạch thay đổi');

  expect(await listed(office)).toEqual([
    '8/KH-UBND 1 2024-12-09 not_started',
    '7/KH-UBND 1 2024-12-19 not_started',
  ]);
});

test('two that are told apart are not offered again, nor is what the roll of days brings', async () => {
  const { office, confirmed } = await twoPlans();
  const offer = await press(office, await press(office, confirmed, /^Việc trùng/), 'Để sau ▶');
  const data = dataOf(offer, 'Việc khác');
  const next = await office.press(SECRETARY, SECRETARY, data);
  const again = await office.press(SECRETARY, SECRETARY, data);

  expect(lastText(next)).toContain('1/1');
  expect(lastText(next)).not.toContain(REPORT);
  expect(again.answer?.text).toContain('trước đó');
  expect(await listed(office)).toHaveLength(3);
  const inbox = await ask(office, '/canxuly');
  expect(lastText(inbox)).toContain('cặp dòng có thể trùng 1');
  expect(labelsOf(inbox)).toContain('Việc trùng (1)');
});

test('rows of one plan that say the same are one duty under both numbers', async () => {
  const office = await sampleOffice();
  const offer = await press(office, await ask(office, '/canxuly'), 'Việc trùng (1)');
  const next = await press(office, offer, 'Là một việc');

  expect(lastText(next)).toContain('Không còn dòng nào');
  expect(labelsOf(next)).toEqual(['Kế hoạch', 'Cần xử lý']);
  const row = lastText(await ask(office, 'việc số 20'));
  expect(row).toContain('11, 20. Hướng dẫn các đơn vị');
  expect(row).toContain('Phụ lục, mục 11, 20');
  expect(lastText(await ask(office, 'việc số 11'))).toContain('11, 20. Hướng dẫn các đơn vị');
  const draft = (await office.read.planDrafts.current())[0];
  expect(draft?.decisions).toContainEqual(expect.objectContaining({ kind: 'duplicate', no: '20', of: '11' }));
  const year = { from: dateOf('2024-11-04'), to: dateOf('2024-12-31'), cluster: null, unit: null };
  const printed = await obligationReport(office.read, { ...year, standing: true }, office.clock.now());
  expect(printed.some(({ task }) => task === '11')).toBe(true);
  expect(printed.some(({ task }) => task === '20')).toBe(false);
});

test('a number that several plans have is asked back; one duty under it is not', async () => {
  const { office } = await twoPlans();
  const asked = await ask(office, 'việc số 2');
  expect(labelsOf(asked).some((label) => label.startsWith('7/KH-UBND · 2.'))).toBe(true);
  expect(labelsOf(asked).some((label) => label.startsWith('8/KH-UBND · 2.'))).toBe(true);

  const [one, other] = [await taskId(office, '7/KH-UBND', '2'), await taskId(office, '8/KH-UBND', '2')];
  const before = labelsOf(asked).length;
  await office.press(SECRETARY, SECRETARY, {
    kind: 'pair',
    task: one,
    another: other,
    answer: 'same',
    skip: 0,
  });

  expect(labelsOf(await ask(office, 'việc số 2'))).toHaveLength(before - 1);
});

test('only whoever imports plans decides of pairs, and in private', async () => {
  const { office } = await twoPlans();
  const [one, other] = [await taskId(office, '7/KH-UBND', '1'), await taskId(office, '8/KH-UBND', '2')];
  const press = { kind: 'pair', task: one, another: other, answer: 'same', skip: 0 } as const;

  expect((await office.press(LAN, LAN, press)).answer?.text).toContain('chỉ dành cho');
  expect((await office.press(SECRETARY, WARDS, press)).answer?.popup).toBe(true);
  expect((await office.read.plans.book()).pairs).toEqual([]);
});

test('a later day that was asked for one of the two waits for nobody any more, and reminders come once', async () => {
  const { office } = await twoPlans();
  const [one, other] = [await taskId(office, '7/KH-UBND', '1'), await taskId(office, '8/KH-UBND', '2')];
  const [owed] = await office.read.obligations.ofTasks([one]);
  if (owed === undefined || owed.dueOn === null) throw new Error('nothing is owed');
  const asked = { obligationId: owed.id, wantedOn: dateOf('2024-12-27'), reason: 'Chờ số liệu' };
  const outcome = await askExtension(office.dependencies, office.request(LAN), asked.obligationId, asked);
  expect(outcome.kind).toBe('done');
  await office.press(SECRETARY, SECRETARY, {
    kind: 'pair',
    task: one,
    another: other,
    answer: 'same',
    skip: 0,
  });

  expect(await office.read.extensions.pending()).toEqual([]);
  await tickAt(office, office.clock.now());
  await walkTo(office, '2024-12-13T10:00:00+07:00');
  const told = (await linesTold(office, 'reminder')).filter((line) =>
    /(: 1|: 2) of UBND phường Điện Biên/.test(line),
  );
  expect(told.length).toBeGreaterThan(0);
  expect(told.every((line) => line.includes(': 2 of'))).toBe(true);
});

/** The later day of the row of plan 8, by its focal point and the secretary. */
async function extended(office: Office, wantedOn: LocalDate): Promise<void> {
  const [owed] = await office.read.obligations.ofTasks([await taskId(office, '8/KH-UBND', '2')]);
  if (owed === undefined) throw new Error('nothing is owed');
  const asked = await askExtension(office.dependencies, office.request(LAN), owed.id, {
    wantedOn,
    reason: 'Chờ số liệu',
  });
  if (asked.kind !== 'done') throw new Error(`not asked: ${asked.code}`);
  const decided = await decideExtension(
    office.dependencies,
    office.request(SECRETARY),
    asked.value.id,
    'granted',
  );
  expect(decided.kind).toBe('done');
}

test('a later day granted for the duty holds for each row when they are parted, and is not granted twice', async () => {
  const office = await joined();
  office.clock.advance(60_000);
  await extended(office, dateOf('2024-12-27'));

  await parted(office);

  const rows = (await listed(office)).filter((row) => !row.includes('8/KH-UBND 1'));
  expect(rows.toSorted()).toEqual([
    '7/KH-UBND 1 2024-12-27 not_started',
    '8/KH-UBND 2 2024-12-27 not_started',
  ]);
});

test('a later day granted for one row before they were joined is not one for the other', async () => {
  const { office } = await twoPlans();
  await extended(office, dateOf('2024-12-27'));
  const [task, another] = [await taskId(office, '7/KH-UBND', '1'), await taskId(office, '8/KH-UBND', '2')];
  await office.press(SECRETARY, SECRETARY, { kind: 'pair', task, another, answer: 'same', skip: 0 });

  await parted(office);

  expect(await listed(office)).toContain('7/KH-UBND 1 2024-12-19 not_started');
});

test('a unit that inherits one row of a duty whose other row it leads owes it once', async () => {
  const office = await sampleOffice();
  await inForce(office, PLAN_7);
  await inForce(office, PLAN_8.replaceAll('UBND phường Điện Biên', 'UBND phường Ngọc Hà'));
  const [task, another] = [await taskId(office, '7/KH-UBND', '1'), await taskId(office, '8/KH-UBND', '2')];
  await office.press(SECRETARY, SECRETARY, { kind: 'pair', task, another, answer: 'same', skip: 0 });
  expect(await listed(office)).toHaveLength(3);
  const { units } = await office.directory();
  const byCode = (code: string) => units.find((unit) => unit.code === code)?.id;
  const [ending, heir] = [byCode('P-DIENBIEN'), byCode('P-NGOCHA')];
  if (ending === undefined || heir === undefined) throw new Error('no such units');

  await endUnit(office.dependencies, office.request(SECRETARY), {
    unitId: ending,
    lastOn: dateOf('2024-11-30'),
    successors: [heir],
    founded: [],
  });

  expect((await listed(office)).filter((row) => !row.includes('8/KH-UBND 1'))).toEqual([
    '8/KH-UBND 2 2024-12-14 not_started',
  ]);
});

describe('work overdue before a merger', () => {
  const merged = async (
    otherLead: string,
    endings: readonly string[],
    heirs: readonly string[],
    founded: string[] = [],
  ) => {
    const office = await sampleOffice();
    await inForce(office, PLAN_7);
    await inForce(office, PLAN_8.replaceAll('UBND phường Điện Biên', otherLead));
    const [task, another] = [await taskId(office, '7/KH-UBND', '1'), await taskId(office, '8/KH-UBND', '2')];
    await office.press(SECRETARY, SECRETARY, { kind: 'pair', task, another, answer: 'same', skip: 0 });
    await walkTo(office, '2024-12-26T09:00:00+07:00');
    const idOf = async (code: string) => {
      const { units } = await office.directory();
      const unit = units.find((one) => one.code === code || one.name === code);
      if (unit === undefined) throw new Error(`no unit ${code}`);
      return unit.id;
    };
    let begun = founded;
    for (const code of endings) {
      const successors = await Promise.all((begun.length > 0 ? heirs : [...heirs, ...founded]).map(idOf));
      await endUnit(office.dependencies, office.request(SECRETARY), {
        unitId: await idOf(code),
        lastOn: dateOf('2024-12-25'),
        successors,
        founded: begun,
      });
      begun = [];
    }
    return (await listed(office)).filter((row) => !row.includes('8/KH-UBND 1') && !row.endsWith('withdrawn'));
  };

  test('stands once for an heir that leads the linked row', async () => {
    expect(await merged('UBND phường Ngọc Hà', ['P-DIENBIEN'], ['P-NGOCHA'])).toEqual([
      '8/KH-UBND 2 2024-12-14 not_started',
    ]);
  });

  test('stands once for a unit in place of both that led a row', async () => {
    expect(
      await merged('UBND phường Ngọc Hà', ['P-DIENBIEN', 'P-NGOCHA'], [], ['UBND phường Ba Đình Mới']),
    ).toEqual(['7/KH-UBND 1 2024-12-19 not_started']);
  });
});

test('pairs that say the very same are joined by one press, after they were shown', async () => {
  const office = await sampleOffice();
  const rows = [1, 2, 3].map(
    (no) => `${no}\tViệc chung số ${no} của toàn quận\tPhòng Nội vụ\tTrước ngày 2${no}/12/2024`,
  );
  await inForce(office, plan('7/KH-UBND', rows));
  const confirmed = await inForce(office, plan('8/KH-UBND', rows));
  const page = await press(office, await press(office, confirmed, /^Việc trùng/), 'Gộp 4 cặp giống hệt');
  expect(lastText(page)).toContain('mục 2, 7/KH-UBND = mục 2, 8/KH-UBND');

  const after = await press(office, page, 'Gộp cả 4 cặp');
  const again = await press(office, page, 'Gộp cả 4 cặp');

  expect(lastText(after)).toContain('Không còn dòng nào');
  expect(lastText(again)).toContain('Không còn dòng nào');
  const { pairs } = await office.read.plans.book();
  expect(pairs.filter(({ isSame }) => isSame)).toHaveLength(4);
});

test('rows of one number in two plans are told apart by the plan, in lists and on buttons', async () => {
  const office = await sampleOffice();
  await inForce(
    office,
    plan('7/KH-UBND', [
      '1\tRà soát hồ sơ khen thưởng\tPhòng Nội vụ\tTrước ngày 20/11/2024',
      '9\tTuyên truyền\tPhòng Y tế\tThường xuyên',
    ]),
  );
  const alone = await ask(office, 'tháng này có gì đến hạn');
  await inForce(
    office,
    plan('8/KH-UBND', [
      '1\tTập huấn phần mềm mới\tPhòng Nội vụ\tTrước ngày 22/11/2024',
      '8\tThăm hỏi gia đình chính sách\tPhòng Y tế\tThường xuyên',
    ]),
  );

  const both = await ask(office, '/viec');

  expect(labelsOf(alone)).toContain('Chi tiết 1');
  expect(lastText(both)).toContain('7/KH-UBND · chưa có cập nhật');
  expect(labelsOf(both)).toEqual(
    expect.arrayContaining(['1, 7/KH-UBND · Cập nhật', '1, 8/KH-UBND · Cập nhật', '10 · Cập nhật']),
  );
  expect(labelsOf(await ask(office, 'tháng này có gì đến hạn'))).toContain('Chi tiết 1, 8/KH-UBND');
});
