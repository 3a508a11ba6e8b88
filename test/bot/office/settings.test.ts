import { beforeEach, expect, test } from 'vitest';
import type { Message } from '../../../src/app/ports/message.ts';
import { decodeAction } from '../../../src/bot/buttons/action-codec.ts';
import { SETTING_NAMES, settingChoice } from '../../../src/core/organisation/setting-choices.ts';
import { TRIAL_DAYS } from '../../../src/core/organisation/trial.ts';
import { dateOf } from '../../../src/core/time/local-date.ts';
import type { Office } from '../../support/office.ts';
import { rendered } from '../../support/rendered.ts';
import { LAN, SECRETARY, STRANGER, sampleOffice, WARDS } from '../../support/sample-office.ts';
import { noticesOf, walkTo } from '../../support/time-passes.ts';
import { messagesOf, replyShown } from '../shown.ts';

let office: Office;

beforeEach(async () => {
  office = await sampleOffice();
});

const say = async (user: string, text: string, chat = user) => replyShown(await office.say(user, chat, text));
const settings = async () => (await office.directory()).settings;

/** What leads out of the settings, into the set-up, is walked by its own test. */
const dataOf = ({ buttons }: Message): string[] =>
  buttons
    .flat()
    .flatMap((one) => ('data' in one ? [one.data] : []))
    .filter((data) => decodeAction(data)?.kind !== 'set_up');

/** Pages of their own, with tests of their own. */
const LEADS_ON: ReadonlySet<string> = new Set(['staff', 'offices']);

/** Presses every button that can be reached from a message, each once. */
async function walk(user: string, chat: string, start: Message): Promise<number> {
  const pressed = new Set<string>();
  const open = dataOf(start);
  for (let data = open.pop(); data !== undefined; data = open.pop()) {
    // The ways to ladders, days and tones are tried in a test of their own.
    if (pressed.has(data) || data.startsWith('1v')) continue;
    pressed.add(data);
    const reply = await office.press(user, chat, data);
    expect([data, reply.answer?.popup ?? false, messagesOf(reply).length]).toEqual([data, false, 1]);
    const leadsOn = LEADS_ON.has(decodeAction(data)?.kind ?? '');
    if (!leadsOn) open.push(...messagesOf(reply).flatMap(dataOf));
  }
  return pressed.size;
}

test('every button of every page has a handler, and every value an effect', async () => {
  const [page] = messagesOf(await office.say(SECRETARY, SECRETARY, '/caidat'));
  const [group] = messagesOf(await office.say(SECRETARY, WARDS, '/caidat'));
  if (page === undefined || group === undefined) throw new Error('no page');
  const values = SETTING_NAMES.flatMap((name) => settingChoice(name).values).length;

  // Beside its lengths a trial is opened, begun and ended.
  const trial = TRIAL_DAYS.length + 3;

  expect(await walk(SECRETARY, SECRETARY, page)).toBe(values + SETTING_NAMES.length + 9 + trial);
  expect(await walk(SECRETARY, WARDS, group)).toBe(4);
}, 120_000);

test.each(SETTING_NAMES)('%s takes each of its values', async (name) => {
  const choice = settingChoice(name);

  expect(choice.values.length).toBeGreaterThan(1);
  for (const value of choice.values) {
    await office.press(SECRETARY, SECRETARY, { kind: 'set', name, value });
    expect(choice.of(await settings())).toBe(value);
  }
});

test('the name of the office is data: typed, it stands in every message from then on', async () => {
  await office.press(SECRETARY, SECRETARY, { kind: 'secretariat_name' });
  const tooLong = await say(SECRETARY, 'Phòng '.repeat(12));
  const named = await say(SECRETARY, 'Phòng Nội vụ');

  expect(tooLong).toContain('không quá 40 ký tự');
  expect(named).toContain('Tên cơ quan: Phòng Nội vụ');
  expect(await say(STRANGER, '/start')).toContain('đề nghị liên hệ Phòng Nội vụ');
  expect((await office.press(LAN, LAN, { kind: 'secretariat_name' })).answer?.popup).toBe(true);
  const [entry] = await office.read.audit.list({ actionPrefix: 'settings.', skip: 0, limit: 1 });
  expect(entry).toMatchObject({ before: { name: 'Thường trực HĐ TĐKT' }, after: { name: 'Phòng Nội vụ' } });
});

test('the strict reading makes what is owed overdue from the day named', async () => {
  const december = async () => {
    const tasks = (await office.read.plans.book()).tasks.filter(({ no }) => no === '6').map(({ id }) => id);
    const listed = await office.read.obligations.overdueOn(dateOf('2024-12-20'));
    return listed.filter(({ taskId }) => tasks.includes(taskId)).length;
  };
  expect(await december()).toBe(0);

  await office.press(SECRETARY, SECRETARY, { kind: 'set', name: 'reading', value: 'strict' });

  expect(await december()).toBeGreaterThan(0);
});

test('a reminder after the deadline says the last day of the reading that is chosen', async () => {
  await office.press(SECRETARY, SECRETARY, { kind: 'set', name: 'reading', value: 'strict' });
  await walkTo(office, '2024-12-23T08:30:00+07:00');

  const notices = await noticesOf(office, 'reminder');
  const said = await Promise.all(
    notices.filter(({ slot }) => slot.startsWith('2024-12-23')).map((one) => rendered(office, one)),
  );

  expect(replyShown({ say: said })).toContain('Đến hết Thứ Năm 19/12/2024, chưa nhận được kết quả');
});

test('others set their own, and only that', async () => {
  const before = await settings();

  expect(await say(LAN, '/settings')).not.toContain('Toàn đơn vị');
  expect(
    replyShown(await office.press(LAN, LAN, { kind: 'set', name: 'reading', value: 'strict' })),
  ).toContain('chỉ dành cho cán bộ');
  expect(replyShown(await office.press(LAN, LAN, { kind: 'setting', name: 'opens' }))).toContain('chỉ dành');
  expect(replyShown(await office.press(LAN, WARDS, { kind: 'own_setting', choice: 'free-on' }))).toContain(
    'chỉ dành cho cán bộ',
  );
  expect(replyShown(await office.press(LAN, LAN, { kind: 'own_setting', choice: 'en' }))).toContain(
    'Settings',
  );
  expect(await say(STRANGER, '/caidat')).toContain('chưa có trong danh sách');
  expect(await settings()).toEqual(before);
});

test('/ngonngu alone offers both languages to whoever may choose', async () => {
  expect(await say(LAN, '/ngonngu')).toContain('[✔ Tiếng Việt] [English]');
  expect(await say(LAN, '/ngonngu fr')).toContain('[✔ Tiếng Việt] [English]');
  expect(await say(STRANGER, '/ngonngu')).toContain('chưa có trong danh sách');
  expect(replyShown(await office.say(LAN, WARDS, '/ngonngu'))).toContain('chỉ dành cho cán bộ');
  expect(replyShown(await office.say(SECRETARY, WARDS, '/ngonngu'))).toContain('[✔ Tiếng Việt] [English]');

  const pressed = await office.press(LAN, LAN, { kind: 'own_setting', choice: 'en' });

  expect(pressed.answer?.text).toBe('The language is now English.');
  expect(await say(LAN, '/language')).toContain('[Tiếng Việt] [✔ English]');
});

test('Monday’s overview goes along with the hour of the reminders, Friday’s stays', async () => {
  await office.press(SECRETARY, SECRETARY, { kind: 'set', name: 'reminders', value: '14-00' });

  const { settings } = await office.directory();
  expect(settings.overviews.map(({ weekday, at }) => [weekday, at / 60])).toEqual([
    [1, 14],
    [5, 15],
  ]);
});

test('the hour of reminders says from when the bot speaks at all', async () => {
  const options = await office.press(SECRETARY, SECRETARY, { kind: 'setting', name: 'reminders' });

  expect(replyShown(options)).toContain('sớm hơn giờ bot bắt đầu nhắn thì gửi lúc 08:00');
});

test('stages are set in one place; buttons of messages from before say so kindly', async () => {
  const page = await say(SECRETARY, '/caidat');
  const before = await settings();

  expect(page).toContain('[Mốc nhắc]');
  expect(page).not.toContain('Nhắc trước');
  for (const data of ['1st.stages', '1se.stages.7-1']) {
    expect(replyShown(await office.press(SECRETARY, SECRETARY, data))).toContain(
      'Nút này không còn dùng được',
    );
  }
  expect(await settings()).toEqual(before);
});

test('a value that is not offered is refused', async () => {
  const reply = await office.press(SECRETARY, SECRETARY, { kind: 'set', name: 'reminders', value: '03-00' });

  expect(replyShown(reply)).toContain('Không có lựa chọn này');
});

test('a group answers freely once that is switched on', async () => {
  const question = () => office.say(LAN, WARDS, 'tháng này có gì đến hạn?', { addressed: false });
  expect(replyShown(await question())).toBe('');

  const page = await office.press(SECRETARY, WARDS, { kind: 'own_setting', choice: 'free-on' });
  // Else a channel that hides what is said among people makes the setting vain.
  expect(replyShown(page)).toContain('bot cần là quản trị viên của nhóm');

  expect(replyShown(await question())).toContain('Tháng 11/2024');
});

test('a group speaks where it is told to', async () => {
  const chat = { key: WARDS, kind: 'group', title: 'Cụm', thread: '12' } as const;
  await office.press(SECRETARY, WARDS, { kind: 'own_setting', choice: 'here' }, { chat });

  expect((await office.directory()).chats.find(({ key }) => key === WARDS)).toMatchObject({ thread: '12' });
});
