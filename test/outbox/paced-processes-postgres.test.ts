import { afterEach, beforeEach, expect, test } from 'vitest';
import { addMs, instantOf } from '../../src/core/time/instant.ts';
import type { WorldSeed } from '../../src/sandbox/world/seed.ts';
import { aChat, newId, settings } from '../storage/contract/rows.ts';
import type { TemporaryDatabase } from '../support/database.ts';
import { temporaryPostgres } from '../support/database-postgres.ts';
import { type SandboxDriver, startSandbox } from '../support/sandbox.ts';
import { SteppedProcesses } from '../support/stepped-processes.ts';
import type { SaidAttempt } from './paced-process.ts';
import { NOW, noticeTo, REPEATED } from './relay-world.ts';

const GROUP = -1001;
const TO_GROUP = 24;
const PEOPLE = Array.from({ length: 66 }, (_, index) => 1_000 + index);

let database: TemporaryDatabase;
let telegram: SandboxDriver;
let processes: SteppedProcesses;
let attempts: SaidAttempt[];
beforeEach(async () => {
  database = await temporaryPostgres();
  telegram = await startSandbox({ seed: world() });
  processes = new SteppedProcesses();
  attempts = [];
  await planAll();
});
afterEach(async () => {
  await processes.stop();
  await telegram.close();
  await database.close();
});

test('two processes keep the limits of a chat, a group and the bot as one, and use all of them', async () => {
  await sendAll();

  const moments = attempts.map(({ atMs }) => atMs);
  const inGroup = attempts.filter(({ chat }) => chat === String(GROUP)).map(({ atMs }) => atMs);
  expect(fullest(moments, 1_000)).toBe(30);
  expect(fullest(inGroup, 1_000)).toBe(1);
  expect(fullest(inGroup, 60_000)).toBe(20);
  expect(attempts.map(({ outcome }) => outcome.kind)).toEqual(attempts.map(() => 'sent'));
  expect(new Set(attempts.map(({ by }) => by)).size).toBe(2);
  expect(await heard()).toHaveLength(TO_GROUP + PEOPLE.length);
  expect(new Set(await heard()).size).toBe(TO_GROUP + PEOPLE.length);
}, 120_000);

test('a storm of 429 and lost answers is obeyed by both and loses nothing', async () => {
  const chats = [GROUP, ...PEOPLE];
  for (const [index, chat] of chats.entries()) {
    if (index % 4 === 0) await telegram.fault({ kind: 'too_many_requests', retryAfter: 3 + index, chat });
    if (index % 10 === 1) await telegram.fault({ kind: 'drop_after', chat });
    if (index % 10 === 2)
      await telegram.fault({ kind: 'error', code: 502, description: 'Bad Gateway', chat });
  }

  await sendAll();

  const storms = attempts.flatMap(({ outcome, atMs }) =>
    outcome.kind === 'not_sent' && outcome.retryAfterMs !== null
      ? [{ fromMs: atMs, untilMs: atMs + outcome.retryAfterMs }]
      : [],
  );
  const disobeyed = attempts.filter(({ atMs }) =>
    storms.some(({ fromMs, untilMs }) => fromMs < atMs && atMs < untilMs),
  );
  const texts = await heard();
  const unmarked = texts.filter((text) => !text.includes(REPEATED));
  expect(storms.length).toBe(Math.ceil(chats.length / 4));
  expect(disobeyed).toEqual([]);
  expect(new Set(attempts.map(({ by }) => by)).size).toBe(2);
  expect(new Set(unmarked).size).toBe(unmarked.length);
  expect(new Set(texts.map((text) => text.split('/')[0])).size).toBe(TO_GROUP + PEOPLE.length);
  expect(await database.database.unitOfWork.read.notices.countByState()).toEqual({
    sent: TO_GROUP + PEOPLE.length,
  });
}, 120_000);

/** A group, and people who have all begun to talk with the bot. */
function world(): WorldSeed {
  return {
    bot: { id: 7_000_000_001, name: 'Đúng Hạn', username: 'dung_han_bot' },
    users: PEOPLE.map((id) => ({ id, firstName: `${id}`, role: { vi: '', en: '' }, started: true })),
    chats: [{ id: GROUP, type: 'supergroup', title: 'Cụm', members: PEOPLE.slice(0, 1) }],
  };
}

/** One notice to each person, and as many into the group as take more than a minute. */
async function planAll(): Promise<void> {
  const channel = 'telegram';
  await database.database.unitOfWork.run(async (tx) => {
    await tx.organisation.saveSettings(settings);
    await tx.organisation.saveChat(aChat({ kind: 'group', channel, key: String(GROUP) }));
    const people = PEOPLE.map((id) => aChat({ kind: 'private', channel, key: String(id) }));
    for (const [index, chat] of people.entries()) {
      await tx.organisation.saveChat(chat);
      const id = newId<'notice'>();
      await tx.notices.plan({ ...noticeTo(chat, id), slot: id, at: addMs(NOW, 2 * index - 1_000) });
      if (index >= TO_GROUP) continue;
      const beside = newId<'notice'>();
      await tx.notices.plan({
        ...noticeTo(chat, beside),
        addressee: { kind: 'person', id: newId<'person'>() },
        slot: beside,
        at: addMs(NOW, 2 * index - 999),
      });
    }
  });
}

/** Two processes send all that there is, real time standing still while one of them works. */
async function sendAll(): Promise<void> {
  const script = new URL('./paced-process.ts', import.meta.url);
  for (const holder of ['one', 'two']) {
    processes.start(script, [database.url, telegram.url, telegram.token, holder], (said) =>
      attempts.push(said as SaidAttempt),
    );
  }
  await processes.runUntil(async () => {
    const states = ['planned', 'claimed', 'sending'] as const;
    const { notices } = database.database.unitOfWork.read;
    return (await notices.list({ states, from: instantOf(0), to: NOW })).length === 0;
  });
}

/** What people and the group have read. */
async function heard(): Promise<string[]> {
  const chats = await Promise.all([GROUP, ...PEOPLE].map((chat) => telegram.messages(chat)));
  return chats.flat().map(({ text = '' }) => text);
}

/** How many of these moments lie in the fullest window. */
const fullest = (atMs: readonly number[], windowMs: number): number =>
  Math.max(0, ...atMs.map((from) => atMs.filter((at) => from <= at && at < from + windowMs).length));
