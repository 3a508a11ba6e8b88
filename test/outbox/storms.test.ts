import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Message } from '../../src/app/ports/message.ts';
import type { Address, SendOutcome } from '../../src/app/ports/messenger.ts';
import { addMs } from '../../src/core/time/instant.ts';
import { textOf } from '../support/message-text.ts';
import { RecordingMessenger } from '../support/recording-messenger.ts';
import { at, chatOf, NOW, noticeTo, relayWorld } from './relay-world.ts';

const CHATS = Array.from({ length: 12 }, (_, index) => chatOf(`c${index}`));
const PER_CHAT = 4;
/** The earliest first, chat by chat. */
const NOTICES = Array.from({ length: PER_CHAT }, (_, round) =>
  CHATS.map((chat, index) =>
    noticeTo(chat, `n${round}-${index}`, { at: at(round * CHATS.length + index - 100) }),
  ),
).flat();

/** A channel that remembers when it was asked. */
class TimedMessenger extends RecordingMessenger {
  readonly askedAtMs: number[] = [];
  readonly nowMs: () => number;

  constructor(nowMs: () => number) {
    super();
    this.nowMs = nowMs;
  }

  override async send(address: Address, message: Message): Promise<SendOutcome> {
    this.askedAtMs.push(this.nowMs());
    return super.send(address, message);
  }
}

async function stormyWorld() {
  const world = relayWorld(CHATS);
  const messenger = new TimedMessenger(() => world.timer.nowMs());
  await world.plan(...NOTICES);
  const relay = world.relay({ messengers: [messenger], width: 3 });
  /** Drains until nothing is left that will ever be sent: what waits for its channel comes again. */
  const settle = async (): Promise<void> => {
    for (let round = 0; round < 400; round += 1) {
      await world.timer.runThrough(relay.drain());
      const open = await world.outbox.notices.list({
        states: ['planned', 'claimed', 'sending'],
        from: addMs(NOW, -1e9),
        to: addMs(NOW, 1e9),
      });
      if (open.length === 0) return;
      await world.timer.advance(20_000);
    }
    throw new Error('the storm never ended');
  };
  return { ...world, messenger, settle };
}

const inOrder = (messenger: RecordingMessenger): void => {
  for (const chat of CHATS) {
    const read = messenger.arrived
      .filter(({ address }) => address.chat === chat.key)
      .map(({ message }) => Number(textOf(message).slice(1).split('-')[0]));
    expect(read, `order in ${chat.key}`).toEqual([...read].sort((a, b) => a - b));
  }
};

test('a storm of 429 is obeyed for all, and then everything arrives once, in order', async () => {
  const retries = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 20, maxLength: 60 });
  await fc.assert(
    fc.asyncProperty(retries, async (seconds) => {
      const { messenger, settle } = await stormyWorld();
      messenger.plan(
        ...seconds.map(
          (wait): SendOutcome => ({ kind: 'not_sent', cause: '429', retryAfterMs: wait * 1_000 }),
        ),
      );

      await settle();

      expect(messenger.arrived).toHaveLength(NOTICES.length);
      inOrder(messenger);
      for (const [index, { outcome }] of messenger.requests.entries()) {
        const [askedAtMs = 0, nextAtMs] = messenger.askedAtMs.slice(index, index + 2);
        if (outcome.kind !== 'not_sent' || nextAtMs === undefined) continue;
        // Those that were under way when it was asked have left before.
        if (nextAtMs === askedAtMs) continue;
        expect(nextAtMs - askedAtMs).toBeGreaterThanOrEqual(outcome.retryAfterMs ?? 0);
      }
    }),
    { numRuns: 8 },
  );
});

test('a storm of 5xx and broken connections loses nothing: what did not arrive is known as unknown', async () => {
  const outcomes = fc.array(
    fc.oneof(
      fc.boolean().map((arrives) => ({ kind: 'unknown' as const, cause: '502', arrives })),
      fc.constant({ kind: 'not_sent' as const, cause: 'ECONNREFUSED', retryAfterMs: null }),
    ),
    { minLength: 20, maxLength: 80 },
  );
  await fc.assert(
    fc.asyncProperty(outcomes, async (storm) => {
      const { messenger, outbox, settle } = await stormyWorld();
      messenger.plan(...storm);

      await settle();

      const doubts = storm.filter(({ kind }) => kind === 'unknown').length;
      const seen = new Set(messenger.arrived.map(({ message }) => textOf(message).split('/')[0]));
      const counts = await outbox.notices.countByState();
      expect((counts.sent ?? 0) + (counts.unknown ?? 0)).toBe(NOTICES.length);
      const unseen = NOTICES.filter(({ id }) => !seen.has(id));
      const states = await Promise.all(unseen.map(async ({ id }) => (await outbox.notices.byId(id))?.state));
      expect(states).toEqual(unseen.map(() => 'unknown'));
      expect(messenger.arrived.length - seen.size).toBeLessThanOrEqual(doubts);
      inOrder(messenger);
    }),
    { numRuns: 12 },
  );
});

test('a clock that is set back in the middle of a morning repeats nothing and loses nothing', async () => {
  const { clock, timer, relay, outbox, messenger, plan } = relayWorld(CHATS);
  await plan(...NOTICES, noticeTo(CHATS[0] ?? chatOf('c0'), 'later', { at: at(30) }));
  const running = relay({ messengers: [messenger] });
  await timer.runThrough(running.drain());
  const before = messenger.arrived.length;

  clock.moveTo(at(-120));
  await timer.runThrough(running.drain());
  clock.moveTo(at(40));
  await timer.runThrough(running.drain());

  expect(before).toBe(NOTICES.length);
  expect(messenger.arrived).toHaveLength(NOTICES.length + 1);
  expect(new Set(messenger.arrived.map(({ message }) => textOf(message))).size).toBe(NOTICES.length + 1);
  expect(await outbox.notices.countByState()).toEqual({ sent: NOTICES.length + 1 });
});
