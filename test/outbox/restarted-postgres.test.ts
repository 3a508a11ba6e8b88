import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Message } from '../../src/app/ports/message.ts';
import type { Address, SendOutcome } from '../../src/app/ports/messenger.ts';
import { SystemTimer } from '../../src/clock/system-timer.ts';
import { addMs, instantOf } from '../../src/core/time/instant.ts';
import { Gate } from '../../src/outbox/gate.ts';
import { LEASE_MS } from '../../src/outbox/held-notice.ts';
import { noticeRelay } from '../../src/outbox/notice-relay.ts';
import { openDatabase } from '../../src/storage/open-database.ts';
import { aChat, newId, settings } from '../storage/contract/rows.ts';
import { silentLogger } from '../support/database.ts';
import { FixedClock } from '../support/fixed-clock.ts';
import { textOf } from '../support/message-text.ts';
import { type PostgresServer, startPostgres } from '../support/postgres-server.ts';
import { RecordingMessenger } from '../support/recording-messenger.ts';
import { NOW, NumberingRenderer, noticeTo, REPEATED, relayParts } from './relay-world.ts';

const NOTICES = 60;
const UNPACED = { limit: 10_000, windowMs: 1 };

let server: PostgresServer;
beforeAll(async () => {
  server = await startPostgres();
  await server.createDatabase('restarted');
});
afterAll(() => server.stop());

/** Does something once so many have arrived, while more are under way. */
class DisturbedMessenger extends RecordingMessenger {
  readonly #disturbAt: number;
  readonly #disturb: () => Promise<void>;

  constructor(disturbAt: number, disturb: () => Promise<void>) {
    super();
    this.#disturbAt = disturbAt;
    this.#disturb = disturb;
  }

  override async send(address: Address, message: Message): Promise<SendOutcome> {
    const outcome = await super.send(address, message);
    if (this.arrived.length === this.#disturbAt) await this.#disturb();
    return outcome;
  }
}

/** Real time that may be taken to have passed, so that nobody waits for a lease to end. */
class SkippingTimer extends SystemTimer {
  #skippedMs = 0;

  override nowMs(): number {
    return super.nowMs() + this.#skippedMs;
  }

  skip(milliseconds: number): void {
    this.#skippedMs += milliseconds;
  }
}

test('a database that is restarted under load loses no notice, and what is repeated says so', async () => {
  const { user, password, host, port } = server;
  const url = `postgresql://${user}:${password}@${host}:${port}/restarted`;
  const timer = new SkippingTimer();
  const database = await openDatabase(url, { timer, logger: silentLogger });
  const chats = Array.from({ length: 20 }, () => aChat({ kind: 'group', channel: 'test' }));
  await database.unitOfWork.run(async (tx) => {
    await tx.organisation.saveSettings(settings);
    for (const chat of chats) await tx.organisation.saveChat(chat);
    for (let index = 0; index < NOTICES; index += 1) {
      const chat = chats[index % chats.length];
      if (chat === undefined) continue;
      const id = newId<'notice'>();
      await tx.notices.plan({ ...noticeTo(chat, id), slot: id, at: addMs(NOW, index - NOTICES) });
    }
  });
  const restart = { done: Promise.resolve(), halts: 0 };
  const messenger = new DisturbedMessenger(15, async () => {
    // It goes between an effect and its record, and comes back while the relay tries again.
    await server.halt();
    restart.halts += 1;
    restart.done = server.resume();
  });
  const relay = noticeRelay({
    ...relayParts({
      timer,
      clock: new FixedClock(NOW),
      work: database.unitOfWork,
      messengers: [messenger],
      renderer: new NumberingRenderer(),
    }),
    gate: new Gate({
      timer,
      logger: silentLogger,
      limits: { perChannel: UNPACED, perChat: UNPACED, perGroup: UNPACED },
      random: () => 0,
    }),
    width: 2,
  });

  const open = async () => {
    const range = { from: instantOf(0), to: NOW };
    const states = ['planned', 'claimed', 'sending'] as const;
    return (await database.unitOfWork.read.notices.list({ states, ...range })).length;
  };
  for (let left = NOTICES; left > 0; ) {
    try {
      await relay.drain();
      left = await open();
      // What was in hand when the database went is free once its lease has ended.
      timer.skip(LEASE_MS);
    } catch {
      await restart.done;
    }
  }

  const counts = await database.unitOfWork.read.notices.countByState();
  expect(restart.halts).toBe(1);
  expect((counts.sent ?? 0) + (counts.unknown ?? 0)).toBe(NOTICES);
  const texts = messenger.arrived.map(({ message }) => textOf(message));
  const unmarked = texts.filter((text) => !text.includes(REPEATED));
  expect(new Set(unmarked).size).toBe(unmarked.length);
  expect(new Set(texts.map((text) => text.split('/')[0])).size).toBe(NOTICES);
  await database.close();
});
