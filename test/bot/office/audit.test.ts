import { beforeEach, expect, test } from 'vitest';
import { approveLaunch } from '../../../src/app/launch/decide-launch.ts';
import { endUnit } from '../../../src/app/organisation/end-unit.ts';
import { AUDIT_ACTIONS } from '../../../src/app/ports/audit-log.ts';
import { dayAt } from '../../../src/app/today.ts';
import { tableRows } from '../../../src/bot/views/office/audit.ts';
import { addMs } from '../../../src/core/time/instant.ts';
import { dateOf } from '../../../src/core/time/local-date.ts';
import english from '../../../src/i18n/locales/en.json' with { type: 'json' };
import vietnamese from '../../../src/i18n/locales/vi.json' with { type: 'json' };
import { translator } from '../../../src/i18n/translator.ts';
import { launched } from '../../support/launch.ts';
import type { Office } from '../../support/office.ts';
import { APPROVER, LAN, SECRETARY, STRANGER, sampleOffice, WARDS } from '../../support/sample-office.ts';
import { actionOf, messagesOf, pressed, replyShown } from '../shown.ts';

let office: Office;

beforeEach(async () => {
  office = await sampleOffice();
  office.moveTo('2024-11-04T09:00:00+07:00');
  await office.say(SECRETARY, '-1005', '/dangky CUM1');
  office.moveTo('2024-11-05T10:15:00+07:00');
  const me = await office.say(LAN, LAN, '/toi');
  await pressed(office, LAN, me, 'Tắt nhắc việc');
});

const say = async (user: string, text: string, chat = user) => replyShown(await office.say(user, chat, text));

/** The latest entry of an action as the table has it. */
async function lastOf(action: string) {
  const [entry] = await office.read.audit.list({ actionPrefix: action, skip: 0, limit: 1 });
  if (entry === undefined) throw new Error(`no ${action}`);
  const directory = await office.directory();
  const now = office.clock.now();
  const book = await office.read.plans.book();
  const frame = { t: translator('vi'), directory, book, now, today: dayAt(now, directory) };
  const [, row = []] = tableRows(frame, [entry], { obligations: new Map(), launches: new Map() });
  return row;
}

test('/nhatky names who did what, when, the newest first', async () => {
  const [newest, older] = (await say(SECRETARY, '/nhatky')).split('\n•').slice(1);

  expect(newest).toBe(' 10:15, 05/11 · đồng chí Nguyễn Thị Lan · sửa thông tin của mình');
  expect(older).toContain('09:00, 04/11 · đồng chí Trần Thị Hương · gắn nhóm với Cụm');
  expect(older).toContain('Cụm thi đua số 1');
});

test('evidence that comes after the report is told as such, not as a change of the state', async () => {
  const board = await office.say(LAN, LAN, '/viec');
  const task = await pressed(office, LAN, board, '6 ');
  await office.press(LAN, LAN, actionOf(task, 'Đã hoàn thành'));
  const asked = await office.say(LAN, LAN, '152/BC-UBND ngày 03/11/2024');
  await pressed(office, LAN, asked, 'Mục 6');

  const [newest = ''] = (await say(SECRETARY, '/nhatky')).split('\n•').slice(1);
  expect(newest).toContain('đã hoàn thành, kèm minh chứng');
  expect(newest).not.toContain('→');
});

test('whatever is written down has words of its own, in both languages', () => {
  const locales = [vietnamese, english].map(({ audit }) => audit);
  const sorts = new Set(AUDIT_ACTIONS.map((action) => action.split('.')[0]));

  for (const { action, sort } of locales) {
    expect(Object.keys(action).toSorted()).toEqual(
      AUDIT_ACTIONS.map((one) => one.replaceAll('.', '_')).toSorted(),
    );
    expect(new Set(Object.keys(sort))).toEqual(sorts);
  }
});

test('what was done to a launch names it, and no code is shown', async () => {
  const asked = await launched(office, { approval: 'asked' });
  await approveLaunch(office.dependencies, office.request(APPROVER), asked.id);

  const shown = await say(SECRETARY, '/nhatky');

  expect(shown).toContain('duyệt phát động\n  “80 năm QĐND”');
  expect(shown).not.toMatch(/report\.|launch\./);
});

test('is narrowed to a person, a unit, a sort or days, by words or buttons', async () => {
  const choose = async (what: string, label: string) => {
    const page = await office.say(SECRETARY, SECRETARY, '/audit');
    const first = await pressed(office, SECRETARY, page, what);
    const isThere = replyShown(first).includes(`[${label}]`);
    const choice = isThere ? first : await pressed(office, SECRETARY, first, '▶');
    return replyShown(await pressed(office, SECRETARY, choice, label));
  };
  const lan = [
    await say(SECRETARY, '/nhatky Nguyễn Thị Lan'),
    await say(SECRETARY, '/nhatky UBND phường Điện Biên'),
    await choose('Người', 'đồng chí Nguyễn Thị Lan'),
    await choose('Loại việc', 'thông tin cá nhân'),
    await choose('Ngày', 'Hôm nay'),
  ];
  const groups = await choose('Loại việc', 'nhóm');

  for (const shown of lan) {
    expect(shown).toContain('Nguyễn Thị Lan · sửa thông tin');
    expect(shown).not.toContain('gắn nhóm');
  }
  expect(groups).toContain('gắn nhóm với Cụm');
  expect(groups).not.toContain('sửa thông tin');
});

test('a part of one name is enough; whom nobody knows is said, and not taken for everybody', async () => {
  expect(await say(SECRETARY, '/nhatky lan')).toContain('Nhật ký · đồng chí Nguyễn Thị Lan');
  const unknown = await say(SECRETARY, '/nhatky Đỗ Văn Không');
  expect(unknown).toContain('Không có người hay đơn vị nào tên “Đỗ Văn Không”');
  expect(unknown).toContain('[Người]');
  expect(unknown).not.toContain('•');
  const several = await say(SECRETARY, '/nhatky Văn');
  expect(several).toContain('Có nhiều người, đơn vị tên “Văn”');
  expect(several).not.toContain('•');
  expect(await say(LAN, '/nhatky Đỗ Văn Không')).toContain('chỉ dành cho cán bộ');
});

test('stages that were chosen while they were a setting of their own are still said in words', async () => {
  await office.dependencies.unitOfWork.run(({ audit }) =>
    audit.add({
      id: office.dependencies.ids.next<'audit'>(),
      at: office.clock.now(),
      personId: null,
      chatId: null,
      action: 'settings.changed',
      subject: 'stages',
      before: { stages: '14-3' },
      after: { stages: '7-1' },
    }),
  );

  expect(await say(SECRETARY, '/nhatky')).toContain('Mốc nhắc · Trước 14, 3 → Trước 7, 1');
});

test('old and new stand in words, on the page and in the table, with the group in which it was done', async () => {
  const board = await office.say(LAN, LAN, '/viec');
  const task = await pressed(office, LAN, board, '6 ');
  await office.press(LAN, WARDS, actionOf(task, 'Đã hoàn thành'));
  const settings = await office.say(SECRETARY, SECRETARY, '/caidat');
  const hours = await pressed(office, SECRETARY, settings, 'Giờ nhắc việc');
  await pressed(office, SECRETARY, hours, '14:00');
  const ladders = await pressed(office, SECRETARY, settings, 'Mốc nhắc');
  const monthly = await pressed(office, SECRETARY, ladders, 'Hằng tháng');
  await pressed(office, SECRETARY, monthly, 'Trước 7, 1');
  const trial = await pressed(office, SECRETARY, settings, 'Chạy thử');
  await pressed(office, SECRETARY, trial, 'Bắt đầu');

  const page = await office.say(SECRETARY, SECRETARY, '/nhatky');
  const shown = replyShown(page);
  const entries = await office.read.audit.list({ skip: 0, limit: 99 });
  const directory = await office.directory();
  const now = office.clock.now();
  const book = await office.read.plans.book();
  const frame = { t: translator('vi'), directory, book, now, today: dayAt(now, directory) };
  const rows = tableRows(frame, entries, { obligations: new Map(), launches: new Map() });

  expect(shown).toContain('chưa có cập nhật → đã hoàn thành');
  expect(shown).toContain('Giờ nhắc việc · 08:30 → 14:00');
  expect(shown).toContain('Hằng tháng · Trước 3; Sau 1, 3, 7 → Trước 7, 1; Sau 1, 3, 7');
  expect(shown).toContain('bắt đầu chạy thử\n  từ 05/11/2024\n');
  expect(shown).toMatch(/đã hoàn thành · nhóm “.+”/);
  expect(JSON.stringify(rows)).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}/);
  expect(rows.find(([, , , subject]) => subject === 'Giờ nhắc việc')?.slice(3)).toEqual([
    'Giờ nhắc việc',
    'tin riêng',
    '08:30',
    '14:00',
  ]);
});

test('a plan that was imported says how much of it is left to decide, in the table too', async () => {
  const row = await lastOf('plan.imported');

  expect(await say(SECRETARY, '/nhatky')).toMatch(/29\/KH-UBND, .*\b11 nội dung cần quyết định/);
  expect(row.at(-1)).toBe('29/KH-UBND, 11 nội dung cần quyết định, 40 dòng');
});

test('a unit that ended says who came after it and who served it, in the table without a code', async () => {
  const { units } = await office.directory();
  const unitId = units.find(({ code }) => code === 'P-DIENBIEN')?.id;
  if (unitId === undefined) throw new Error('no unit');
  const founded = ['UBND phường Đông', 'UBND phường Tây'];
  const lastOn = dateOf('2024-11-30');
  await endUnit(office.dependencies, office.request(SECRETARY), { unitId, lastOn, successors: [], founded });

  const row = await lastOf('unit.ended');

  expect(row.slice(-2)).toEqual([
    'UBND phường Điện Biên, đồng chí Nguyễn Văn Bình, đồng chí Nguyễn Thị Lan',
    expect.stringMatching(
      /^đến hết 30\/11\/2024, kế thừa: UBND phường Đông, UBND phường Tây, \d+ việc đã chuyển$/,
    ),
  ]);
});

test('a notice let go from a trial is said by its kind, in the table without a code', async () => {
  await office.dependencies.unitOfWork.run(({ audit }) =>
    audit.add({
      id: office.dependencies.ids.next<'audit'>(),
      at: office.clock.now(),
      personId: null,
      chatId: null,
      action: 'notice.released',
      subject: 'one',
      before: null,
      after: { kind: 'digest', notice: '01a2285e-820a-71ae-9a63-c9bb2b16c090' },
    }),
  );

  expect((await lastOf('notice.released')).at(-1)).toBe('Bản tin tuần');
});

test('pages lead to older entries and back', async () => {
  for (const choice of Array.from({ length: 5 }).flatMap(() => ['reminders-on', 'reminders-off'] as const)) {
    await office.press(LAN, LAN, { kind: 'me', choice });
    office.clock.moveTo(addMs(office.clock.now(), 60_000));
  }
  const first = await office.say(SECRETARY, SECRETARY, '/nhatky Nguyễn Thị Lan');
  expect(() => actionOf(first, '◀ Mới hơn')).toThrow('no button');
  const second = await pressed(office, SECRETARY, first, 'Cũ hơn');
  const back = await pressed(office, SECRETARY, second, '◀ Mới hơn');

  expect(replyShown(second)).not.toBe(replyShown(back));
  expect(replyShown(back)).toBe(`in place:\n${replyShown(first)}`);
});

test('an erased person is named by what they held', async () => {
  await office.press(LAN, LAN, { kind: 'me', choice: 'erase-yes' });

  const shown = await say(SECRETARY, '/nhatky');

  expect(shown).toContain('đầu mối của UBND phường Điện Biên (đã xoá) · xoá thông tin của mình');
  expect(shown).not.toContain('Nguyễn Thị Lan');
});

test('it is taken out as a table', async () => {
  const page = await office.say(SECRETARY, SECRETARY, '/nhatky');
  const table = await pressed(office, SECRETARY, page, 'Excel');
  const [file] = messagesOf(table).map(({ attachment }) => attachment);

  expect(file?.name).toBe('nhat-ky.xlsx');
  expect(file?.bytes.length).toBeGreaterThan(1000);
});

test('is for the secretariat alone, and never in a group', async () => {
  for (const user of [LAN, STRANGER]) {
    expect(await say(user, '/nhatky')).toContain('chỉ dành cho cán bộ');
    const answered = await office.press(user, user, { kind: 'audit_table', by: { kind: 'all' } });
    expect(replyShown(answered)).toContain('chỉ dành cho cán bộ');
  }
  expect(await say(SECRETARY, '/nhatky', WARDS)).toContain('tin riêng');
});
