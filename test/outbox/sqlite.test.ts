import * as fc from 'fast-check';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SendOutcome } from '../../src/app/ports/messenger.ts';
import { SystemTimer } from '../../src/clock/system-timer.ts';
import type { ChatId, NoticeId } from '../../src/core/id.ts';
import type { Chat } from '../../src/core/organisation/chat.ts';
import { defaultSettings } from '../../src/core/organisation/settings-default.ts';
import type { Zone } from '../../src/core/time/instant.ts';
import { Gate } from '../../src/outbox/gate.ts';
import { noticeRelay } from '../../src/outbox/notice-relay.ts';
import { type Database, openDatabase } from '../../src/storage/open-database.ts';
import { silentLogger, type TemporaryDatabase, temporaryDatabase } from '../support/database.ts';
import { FakeTimer } from '../support/fake-timer.ts';
import { FixedClock } from '../support/fixed-clock.ts';
import { textOf } from '../support/message-text.ts';
import { RecordingMessenger } from '../support/recording-messenger.ts';
import { deaths, stories } from './crash-arbitraries.ts';
import { expectPromisesKept, live, type Stage, type Story } from './crash-story.ts';
import { at, chatOf, NOW, NumberingRenderer, noticeTo, relayParts } from './relay-world.ts';

/** Lets nobody on until all are there. */
class Meeting {
  readonly #opens: Promise<void>;
  #open = () => undefined as void;
  #awaited: number;

  constructor(guests: number) {
    this.#awaited = guests;
    this.#opens = new Promise((resolve) => {
      this.#open = resolve;
    });
  }

  async join(): Promise<void> {
    this.#awaited -= 1;
    if (this.#awaited <= 0) this.#open();
    await this.#opens;
  }
}

/** Sends its first message only when the other, too, is about to: both hold a notice at that moment. */
class MeetingMessenger extends RecordingMessenger {
  readonly #meeting: Meeting;
  #joined: Promise<void> | null = null;

  constructor(meeting: Meeting) {
    super();
    this.#meeting = meeting;
  }

  override async send(...request: Parameters<RecordingMessenger['send']>): Promise<SendOutcome> {
    this.#joined ??= this.#meeting.join();
    await this.#joined;
    return super.send(...request);
  }
}

let temporary: TemporaryDatabase;
beforeAll(async () => {
  temporary = await temporaryDatabase();
  const settings = defaultSettings('Asia/Ho_Chi_Minh' as Zone, 'vi');
  await temporary.database.unitOfWork.run((tx) => tx.organisation.saveSettings(settings));
});
afterAll(() => temporary.close());

async function newChats(database: Database, count: number): Promise<Chat[]> {
  const chats = Array.from({ length: count }, () => chatOf(uuidv7(), { id: uuidv7() as ChatId }));
  await database.unitOfWork.run(async (tx) => {
    for (const chat of chats) await tx.organisation.saveChat(chat);
  });
  return chats;
}

async function planned(database: Database, chats: readonly Chat[]): Promise<NoticeId[]> {
  const notices = chats.map((chat, index) => noticeTo(chat, uuidv7(), { at: at(index - chats.length) }));
  return database.unitOfWork.run(async (tx) => {
    const ids: NoticeId[] = [];
    for (const notice of notices) ids.push(await tx.notices.plan(notice));
    return ids;
  });
}

async function onSqlite({ notices }: Story): Promise<Stage> {
  const { database } = temporary;
  const [first, second] = await newChats(database, 2);
  const chats = notices.map(({ chat }) => (chat === 0 ? first : second)).filter((chat) => chat !== undefined);
  const noticeIds = await planned(database, chats);
  return { work: database.unitOfWork, noticeIds, byId: (id) => database.unitOfWork.read.notices.byId(id) };
}

test('a death at any await loses nothing and repeats nothing unmarked', async () => {
  const story: Story = {
    notices: [{ chat: 0, parts: 2 }],
    outcomes: [
      { kind: 'moved', chat: 'moved' },
      { kind: 'unknown', cause: '502', arrives: true },
    ],
    width: 1,
  };

  let died = 0;
  for (let step = 1, lived = false; !lived; step += 1) {
    const outcome = await live(await onSqlite(story), story, [step]);
    expectPromisesKept(outcome, story);
    died += outcome.deaths;
    lived = outcome.deaths === 0;
  }

  expect(died).toBeGreaterThan(50);
});

test('several deaths in any story lose nothing and repeat nothing unmarked', async () => {
  let died = 0;
  await fc.assert(
    fc.asyncProperty(stories, deaths, async (story, deathsAt) => {
      const outcome = await live(await onSqlite(story), story, deathsAt);
      expectPromisesKept(outcome, story);
      died += outcome.deaths;
    }),
    { numRuns: 8 },
  );

  expect(died).toBeGreaterThan(0);
});

test('two processes share the work on one database, and nothing is sent twice', async () => {
  const chats = await newChats(temporary.database, 10);
  const ids = await planned(temporary.database, [...chats, ...chats, ...chats]);
  const other = await openDatabase(temporary.url, { timer: new SystemTimer(), logger: silentLogger });
  const meeting = new Meeting(2);
  const messengers = [new MeetingMessenger(meeting), new MeetingMessenger(meeting)] as const;
  const timer = new FakeTimer();
  const limits = {
    perChannel: { limit: 1_000, windowMs: 1 },
    perChat: { limit: 1_000, windowMs: 1 },
    perGroup: { limit: 1_000, windowMs: 1 },
  };
  const relayOn = (database: Database, messenger: RecordingMessenger, holder: string) =>
    noticeRelay({
      ...relayParts({
        work: database.unitOfWork,
        clock: new FixedClock(NOW),
        timer,
        renderer: new NumberingRenderer(),
        messengers: [messenger],
      }),
      gate: new Gate({ timer, logger: silentLogger, limits, random: () => 0 }),
      holder,
      width: 3,
    });

  await timer.runThrough(
    Promise.all([
      relayOn(temporary.database, messengers[0], 'one').drain(),
      relayOn(other, messengers[1], 'two').drain(),
    ]),
  );
  await other.close();

  const texts = messengers.flatMap(({ arrived }) => arrived.map(({ message }) => textOf(message)));
  expect(texts.toSorted()).toEqual(ids.map((id) => `${id}/1`).toSorted());
  expect(messengers.map(({ arrived }) => arrived.length)).not.toContain(0);
});
