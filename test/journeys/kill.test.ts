import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { SystemTimer } from '../../src/clock/system-timer.ts';
import type { ObligationId } from '../../src/core/id.ts';
import { openDatabase } from '../../src/storage/open-database.ts';
import { silentLogger } from '../support/database.ts';
import { type PercentPresses, percentPresses } from '../support/percent-presses.ts';
import { ADMINISTRATIVE_GROUP, SCHOOL_GROUP } from '../support/program.ts';
import { killStrays, runProcess, startProcess } from '../support/program-process.ts';
import { importSample, realBotEnvironment } from '../support/real-bot.ts';
import {
  driveSandbox,
  type SandboxDriver,
  type SeenMessage,
  saying,
  startSandbox,
} from '../support/sandbox.ts';

const SECRETARY = 101;
const FOCAL_POINT = 103;
const SCHOOL_FOCAL_POINT = 105;
const PEOPLE = [SECRETARY, 102, FOCAL_POINT, 104, SCHOOL_FOCAL_POINT, 106, 109];
const KILLS = 10;
const HOUR_MS = 3_600_000;
/** Ten starts take their time on a busy machine. */
const LONG_MS = 480_000;
const REPEATED = '(tin có thể bị gửi lặp)';
const SANDBOX_TOKEN = '7000000001:sandbox';

let home: string;

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'dung-han-kill-'));
});

afterEach(async () => {
  await killStrays();
  await rm(home, { recursive: true, force: true });
});

/** Real moments: what a death may hit is not known beforehand. */
const moment = (longestMs: number): Promise<void> => after(Math.random() * longestMs);

const noop = async (): Promise<void> => undefined;

interface Said {
  readonly chat: number;
  readonly what: string;
  readonly repeated: boolean;
}

/** The day at the office of a message's date, in seconds. */
const dayOf = (date: number): string => new Date((date + 7 * 3_600) * 1_000).toISOString().slice(0, 10);

/**
 * Every reminder, digest, overview and question of offices of a chat by its day and first line, which names whom it is
 * for.
 */
const noticesAmong = (chat: number, messages: readonly SeenMessage[]): Said[] =>
  messages
    .filter(({ text = '' }) => /^(🔔|🗓|📋|🔄)/u.test(text))
    .map(({ text = '', date }) => ({
      chat,
      what: `${dayOf(date)} ${chat < 0 ? 'group' : 'person'} ${text.split('\n')[0]}`,
      repeated: text.includes(REPEATED),
    }));

/** Each thing said in each chat, once. */
const distinct = (said: readonly Said[]): string[] =>
  [...new Map(said.map((one) => [`${one.chat} ${one.what}`, one.what])).values()].toSorted();

/** What was said plainly more than once in one chat. */
function saidTwice(said: readonly Said[]): string[] {
  const plain = said.filter(({ repeated }) => !repeated).map(({ chat, what }) => `${chat} ${what}`);
  return plain.filter((what, at) => plain.indexOf(what) !== at);
}

/** What a rehearsal of the same weeks says, before any of them is lived. */
async function rehearsed(from: string, to: string): Promise<string[]> {
  const { stdout, stderr } = await runProcess(['notices', '--from', from, '--to', to, '--json'], { home });
  expect(stderr).toBe('');
  const rows = JSON.parse(stdout) as { at: string; to: { kind: string }; text: string }[];
  return rows.map(
    ({ at, to: { kind }, text }) =>
      `${at.slice(0, 10)} ${kind === 'cluster' ? 'group' : 'person'} ${text.split('\n')[0]}`,
  );
}

test('ten deaths of the whole sandbox, while its clock walks and buttons are pressed, lose and repeat nothing', {
  timeout: LONG_MS,
}, async () => {
  const end = '2024-12-02T10:00:00+07:00';
  let expected: string[] = [];
  let presses: PercentPresses | null = null;
  for (let kill = 0; kill < KILLS; kill += 1) {
    const program = await startProcess(home);
    const driver = await driveSandbox(program.url, SANDBOX_TOKEN, noop);
    if (kill === 0) expected = await rehearsed('2024-11-04T07:55:00+07:00', end);
    presses ??= await percentPresses(driver, FOCAL_POINT);
    const dying = new AbortController();
    const walked = driver
      .control('POST', 'clock/advance', { ms: 60 * HOUR_MS, wait: true })
      .catch(() => null);
    const before = presses.answered.length;
    const pressed = presses.pressUntil(dying.signal, driver);
    await moment(1_200);
    // However slow the machine is, each life answers something.
    await expect.poll(() => presses?.answered.length, { timeout: LONG_MS }).toBeGreaterThan(before + 1);
    dying.abort();
    await program.kill();
    await Promise.all([walked, pressed, driver.close()]);
  }
  const program = await startProcess(home);
  const driver = await driveSandbox(program.url, SANDBOX_TOKEN, noop);
  await driver.advance({ to: end });
  const said: Said[] = [];
  for (const chat of [ADMINISTRATIVE_GROUP, SCHOOL_GROUP, ...PEOPLE]) {
    said.push(...noticesAmong(chat, await driver.messages(chat)));
  }
  await driver.close();
  const code = await program.stop();

  expect(code).toBe(0);
  expect(expected.length).toBeGreaterThan(15);
  expect(distinct(said)).toEqual(expected.toSorted());
  expect(saidTwice(said)).toEqual([]);
  await expectRecorded(`file:${join(home, 'data', 'sandbox.db')}`, presses);
});

/** Every press that was answered stands in the database, in the order of the presses. */
async function expectRecorded(url: string, presses: PercentPresses | null): Promise<void> {
  const database = await openDatabase(url, { timer: new SystemTimer(), logger: silentLogger });
  try {
    const { read } = database.unitOfWork;
    const reports = await read.reports.of(presses?.obligation as ObligationId);
    const recorded = reports.toReversed().map(({ percent }) => percent);
    let from = 0;
    const missing = (presses?.answered ?? []).filter((percent) => {
      const at = recorded.indexOf(percent, from);
      if (at >= 0) from = at + 1;
      return at < 0;
    });
    expect(presses?.answered.length).toBeGreaterThan(KILLS);
    expect(missing).toEqual([]);
  } finally {
    await database.close();
  }
}

test('ten deaths of a real bot, while Telegram goes on, lose no message, press or launch and repeat none unmarked', {
  timeout: LONG_MS,
}, async () => {
  const telegram = await startSandbox();
  const env = realBotEnvironment(telegram);
  await importSample(home, env);
  const first = await startProcess(home, env);
  await bind(telegram);
  const preview = await prepareLaunch(telegram);

  const asked: string[] = [];
  const acknowledged = new Set<number>();
  for (let kill = 0; kill < KILLS; kill += 1) {
    const program = kill === 0 ? first : await startProcess(home, env);
    const dying = new AbortController();
    const said = askUntil(dying.signal, telegram, asked);
    const pressed =
      kill === 0
        ? telegram.press(SECRETARY, SECRETARY, preview.message_id, 'Gửi', 2_000).catch(() => null)
        : acknowledge(telegram, ACKNOWLEDGING[kill % ACKNOWLEDGING.length] ?? 0, acknowledged);
    await moment(800);
    await program.kill();
    dying.abort();
    await Promise.all([said, pressed]);
  }
  const last = await startProcess(home, env);
  const answersLast = answering(asked.at(-1) ?? '');
  await expect
    .poll(async () => (await telegram.messages(FOCAL_POINT)).some(answersLast), { timeout: LONG_MS })
    .toBe(true);
  await telegram.waitForMessage(SCHOOL_GROUP, saying('PHÁT ĐỘNG'));
  const answers = await telegram.messages(FOCAL_POINT);
  const told = asked.map((month) => answers.filter(answering(month)));
  // As they were sent: an edit that counts anew takes the mark away.
  const launches = [ADMINISTRATIVE_GROUP, SCHOOL_GROUP].map((group) =>
    telegram.events.flatMap((event) =>
      event.type === 'message' && event.chat === group && saying('PHÁT ĐỘNG')(event.message)
        ? [event.message]
        : [],
    ),
  );
  const again = await Promise.all([...acknowledged].map((person) => pressAcknowledge(telegram, person)));
  const code = await last.stop();
  await telegram.close();

  expect(code).toBe(0);
  expect(asked.length).toBeGreaterThan(KILLS);
  expect(asked.filter((_, at) => told[at]?.length === 0)).toEqual([]);
  expect(asked.filter((_, at) => (told[at]?.filter(isPlain).length ?? 0) > 1)).toEqual([]);
  for (const posts of launches) {
    expect(posts.length).toBeGreaterThan(0);
    expect(posts.filter(isPlain).length).toBeLessThan(2);
  }
  expect(again.filter((answer) => !answer.includes('đã tiếp nhận'))).toEqual([]);
});

const ACKNOWLEDGING = [FOCAL_POINT, SCHOOL_FOCAL_POINT, 104, 106];

const answering = (month: string) => saying(`📌 Tháng ${month} ·`);

const isPlain = (message: SeenMessage): boolean => !saying(REPEATED)(message);

async function bind(telegram: SandboxDriver): Promise<void> {
  for (const [group, cluster] of [
    [ADMINISTRATIVE_GROUP, 'CUM1'],
    [SCHOOL_GROUP, 'THCS1'],
  ] as const) {
    await telegram.say(SECRETARY, group, `/dangky@dung_han_bot ${cluster}`);
    await telegram.waitForMessage(group, ({ from }) => from?.is_bot ?? false);
  }
}

const offers =
  (label: string) =>
  ({ reply_markup }: SeenMessage): boolean =>
    (reply_markup?.inline_keyboard ?? []).flat().some(({ text }) => text === label);

const URGENT = 'HỎA TỐC: gửi ngay';

/** The plan just imported began one, in which the launch would be kept back. */
async function endTrial(telegram: SandboxDriver): Promise<void> {
  await telegram.say(SECRETARY, SECRETARY, '/caidat');
  const settings = await telegram.waitForMessage(SECRETARY, saying('Toàn đơn vị'));
  await telegram.press(SECRETARY, SECRETARY, settings.message_id, 'Chạy thử');
  // The list of settings names the trial too.
  await telegram.waitForMessage(
    SECRETARY,
    (message) => message.message_id === settings.message_id && offers('Dừng chạy thử')(message),
  );
  await telegram.press(SECRETARY, SECRETARY, settings.message_id, 'Dừng chạy thử');
  await telegram.waitForMessage(SECRETARY, saying('Chạy thử: không chạy'));
}

/** Up to the preview marked as approved, which is sent by one press. */
async function prepareLaunch(telegram: SandboxDriver): Promise<SeenMessage> {
  await telegram.start(SECRETARY);
  await endTrial(telegram);
  for (const [step, text] of [
    '/phatdong',
    'Chào mừng ngày truyền thống',
    'Chủ đề chung',
    'Kế hoạch số 45',
  ].entries()) {
    await telegram.say(SECRETARY, SECRETARY, text);
    await telegram.waitForMessage(SECRETARY, saying(`(${step + 1}/5)`));
  }
  const audience = await telegram.waitForMessage(SECRETARY, saying('(4/5)'));
  await telegram.press(SECRETARY, SECRETARY, audience.message_id, 'Tất cả các Cụm');
  const cutOff = await telegram.waitForMessage(SECRETARY, saying('(5/5)'));
  await telegram.press(SECRETARY, SECRETARY, cutOff.message_id, 'Không đặt hạn');
  const preview = await telegram.waitForMessage(SECRETARY, saying('Xem trước'));
  await telegram.press(SECRETARY, SECRETARY, preview.message_id, '☐ Đã có phê duyệt bằng văn bản');
  const sendable = await telegram.waitForMessage(SECRETARY, offers('Gửi'));
  // The test runs at any hour, and a launch outside office hours would wait for the morning.
  if (!offers(`☐ ${URGENT}`)(sendable)) return sendable;
  await telegram.press(SECRETARY, SECRETARY, sendable.message_id, `☐ ${URGENT}`);
  return telegram.waitForMessage(SECRETARY, offers(`☑ ${URGENT}`));
}

/** A month is named in its answer, so that each can be told apart; months in which nothing falls due, on any day. */
async function askUntil(stopped: AbortSignal, telegram: SandboxDriver, asked: string[]): Promise<void> {
  while (!stopped.aborted) {
    const month = `${(asked.length % 12) + 1}/${2040 + Math.floor(asked.length / 12)}`;
    asked.push(month);
    await telegram.say(FOCAL_POINT, FOCAL_POINT, `/han tháng ${month}`);
    await moment(60);
  }
}

async function acknowledge(telegram: SandboxDriver, person: number, done: Set<number>): Promise<void> {
  if ((await pressAcknowledge(telegram, person)).includes('đã tiếp nhận')) done.add(person);
}

/** What the press was answered, empty where it was not. */
async function pressAcknowledge(telegram: SandboxDriver, person: number): Promise<string> {
  const group = [SCHOOL_FOCAL_POINT, 106].includes(person) ? SCHOOL_GROUP : ADMINISTRATIVE_GROUP;
  const post = (await telegram.messages(group)).find(saying('PHÁT ĐỘNG'));
  if (post === undefined) return '';
  const answer = await telegram
    .press(person, group, post.message_id, 'Đã tiếp nhận', 2_000)
    .catch(() => null);
  return answer?.text ?? '';
}
