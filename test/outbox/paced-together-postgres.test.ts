import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RenderedNotice } from '../../src/app/ports/notice-renderer.ts';
import type { Notice } from '../../src/app/ports/notice-repository.ts';
import type { SharedPace } from '../../src/app/ports/shared-pace.ts';
import { SystemTimer } from '../../src/clock/system-timer.ts';
import type { ChatId } from '../../src/core/id.ts';
import { addMs } from '../../src/core/time/instant.ts';
import { Gate } from '../../src/outbox/gate.ts';
import { noticeRelay } from '../../src/outbox/notice-relay.ts';
import { PaceSharing } from '../../src/outbox/pace-sharing.ts';
import { TELEGRAM_PACE } from '../../src/outbox/pacing.ts';
import { type Database, openDatabase } from '../../src/storage/open-database.ts';
import { aChat, newId, settings } from '../storage/contract/rows.ts';
import { silentLogger, type TemporaryDatabase } from '../support/database.ts';
import { temporaryPostgres } from '../support/database-postgres.ts';
import { FakeTimer } from '../support/fake-timer.ts';
import { FixedClock } from '../support/fixed-clock.ts';
import { textOf } from '../support/message-text.ts';
import { RecordingMessenger } from '../support/recording-messenger.ts';
import { NOW, NumberingRenderer, noticeTo, relayParts } from './relay-world.ts';

const NOTICES = 24;
/** As long as a process that joins lets the others make room. */
const JOINED_MS = 7_000;

let temporary: TemporaryDatabase;
let second: Database;
beforeAll(async () => {
  temporary = await temporaryPostgres();
  second = await openDatabase(temporary.url, { timer: new SystemTimer(), logger: silentLogger });
});
afterAll(async () => {
  await second.close();
  await temporary.close();
});

test('two relays on one PostgreSQL give a group one message a second between them, each once', async () => {
  const timer = new FakeTimer();
  const messenger = new RecordingMessenger();
  const group = aChat({ kind: 'group', channel: 'test' });
  await temporary.database.unitOfWork.run(async (tx) => {
    await tx.organisation.saveSettings(settings);
    await tx.organisation.saveChat(group);
    for (let index = 0; index < NOTICES; index += 1) {
      const id = newId<'notice'>();
      // To several people, so that nothing but the pace keeps one from going beside the other.
      const addressee = { kind: 'person', id: newId<'person'>() } as const;
      await tx.notices.plan({
        ...noticeTo(group, id),
        addressee,
        slot: id,
        at: addMs(NOW, index - NOTICES),
      });
    }
  });
  const turns: { readonly by: string; readonly atMs: number }[] = [];
  const processes = [temporary.database, second].map((database, index) => {
    const holder = `process-${index}`;
    const gate = new Gate({ timer, logger: silentLogger, limits: TELEGRAM_PACE, random: () => 0 });
    const sharing = new PaceSharing({
      pace: noting(database, (atMs) => turns.push({ by: holder, atMs })),
      gate,
      timer,
      logger: silentLogger,
      holder,
    });
    const relay = noticeRelay({
      ...relayParts({
        timer,
        clock: new FixedClock(NOW),
        work: database.unitOfWork,
        messengers: [messenger],
        renderer: new IntoOneChat(group.id),
      }),
      gate,
      holder,
      look: () => sharing.look(),
    });
    return { sharing, relay };
  });
  for (const { sharing } of processes) await sharing.start();
  await timer.advance(JOINED_MS);

  await timer.runThrough(untilSent(processes, messenger, timer));

  const moments = turns.map(({ atMs }) => atMs);
  const gaps = moments.slice(1).map((atMs, index) => atMs - (moments[index] ?? 0));
  expect(turns).toHaveLength(NOTICES);
  expect(Math.min(...gaps)).toBeGreaterThanOrEqual(1_000);
  expect(new Set(turns.map(({ by }) => by)).size).toBe(2);
  expect(new Set(messenger.arrived.map(({ message }) => textOf(message))).size).toBe(NOTICES);
  expect(messenger.arrived).toHaveLength(NOTICES);
  for (const { sharing } of processes) await timer.runThrough(sharing.stop());
}, 60_000);

/** Says every notice in the same chat, whomever it is to. */
class IntoOneChat extends NumberingRenderer {
  readonly #chatId: ChatId;

  constructor(chatId: ChatId) {
    super();
    this.#chatId = chatId;
  }

  override async render(notice: Notice): Promise<RenderedNotice> {
    const said = await super.render(notice);
    return said.kind === 'said' ? { ...said, chatId: this.#chatId } : said;
  }
}

/** What the database says of turns, with those that it gave. */
function noting({ pace }: Database, taken: (atMs: number) => void): SharedPace {
  if (pace === null) throw new Error('this database is not shared');
  return {
    join: (...args) => pace.join(...args),
    leave: (...args) => pace.leave(...args),
    pause: (...args) => pace.pause(...args),
    pauses: (...args) => pace.pauses(...args),
    takeTurn: async (chat, nowMs, untilMs) => {
      const until = await pace.takeTurn(chat, nowMs, untilMs);
      if (until === null) taken(nowMs);
      return until;
    },
  };
}

async function untilSent(
  processes: readonly { readonly relay: ReturnType<typeof noticeRelay> }[],
  { arrived }: RecordingMessenger,
  timer: FakeTimer,
): Promise<void> {
  while (arrived.length < NOTICES) {
    await Promise.all(processes.map(({ relay }) => relay.drain()));
    await timer.wait(100);
  }
}
