import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SendOutcome } from '../../src/app/ports/messenger.ts';
import { type Entry, Gate } from '../../src/outbox/gate.ts';
import { OwnPaceLog } from '../../src/outbox/own-pace-log.ts';
import { TELEGRAM_PACE } from '../../src/outbox/pacing.ts';
import { FakeTimer } from '../support/fake-timer.ts';
import { RecordingMessenger } from '../support/recording-messenger.ts';
import { chatOf, noticeTo, relayWorld, SILENT } from './relay-world.ts';

const place = (chat: string, group = true) => ({ channel: 'test', chat, group });

/** How many of these moments lie in the fullest window. */
function fullest(atMs: readonly number[], windowMs: number): number {
  return Math.max(0, ...atMs.map((from) => atMs.filter((at) => from <= at && at < from + windowMs).length));
}

function gateAt(timer: FakeTimer, log = new OwnPaceLog()): Gate {
  return new Gate({ timer, logger: SILENT, limits: TELEGRAM_PACE, random: () => 0, log });
}

describe('the pace', () => {
  test('keeps every limit of the channel, whatever is asked for and when', async () => {
    const asks = fc.array(fc.record({ chat: fc.nat(40), afterMs: fc.nat(400) }), { maxLength: 400 });

    await fc.assert(
      fc.asyncProperty(asks, async (asked) => {
        const timer = new FakeTimer();
        const gate = gateAt(timer);
        const entered: { chat: number; atMs: number }[] = [];
        for (const { chat, afterMs } of asked) {
          await timer.advance(afterMs);
          if ((await gate.enter(place(`${chat}`))).kind === 'open')
            entered.push({ chat, atMs: timer.nowMs() });
        }

        const all = entered.map(({ atMs }) => atMs);
        expect(fullest(all, 1_000)).toBeLessThanOrEqual(30);
        for (const chat of new Set(entered.map((entry) => entry.chat))) {
          const own = entered.filter((entry) => entry.chat === chat).map(({ atMs }) => atMs);
          expect(fullest(own, 1_000)).toBeLessThanOrEqual(1);
          expect(fullest(own, 60_000)).toBeLessThanOrEqual(20);
        }
      }),
      { numRuns: 30 },
    );
  });

  test('a turn that is used later lasts longer, and is still one', async () => {
    const timer = new FakeTimer();
    const gate = gateAt(timer);
    const turn = await gate.enter(place('a'));
    if (turn.kind === 'closed') throw new Error('it was closed');
    await timer.advance(600);
    await gate.delay(place('a'), turn);

    const [now, others] = [await gate.enter(place('a')), []] as [Entry, Entry[]];
    for (let other = 0; other < 30; other += 1) others.push(await gate.enter(place(`other ${other}`)));

    expect(now).toMatchObject({ closedUntilMs: timer.nowMs() + 1_000, by: 'chat' });
    expect(others.filter(({ kind }) => kind === 'open')).toHaveLength(29);
  });

  test('opens at the moment it names, not before', async () => {
    const timer = new FakeTimer();
    const gate = gateAt(timer);
    for (let sent = 0; sent < 20; sent += 1) {
      await gate.enter(place('a'));
      await timer.advance(1_000);
    }

    const closed = await gate.enter(place('a'));
    const untilMs = closed.kind === 'open' ? 0 : closed.closedUntilMs;
    await timer.advance(untilMs - timer.nowMs() - 1);
    const early = await gate.enter(place('a'));
    await timer.advance(1);

    expect(closed).toMatchObject({ closedUntilMs: 1_060_000, by: 'chat' });
    expect(early.kind).toBe('closed');
    expect((await gate.enter(place('a'))).kind).toBe('open');
  });

  test('holds a private chat to no more than one a second', async () => {
    const timer = new FakeTimer();
    const gate = gateAt(timer);

    const entries = [];
    for (let sent = 0; sent < 30; sent += 1) {
      entries.push(await gate.enter(place('a', false)));
      await timer.advance(1_000);
    }

    expect(entries.every(({ kind }) => kind === 'open')).toBe(true);
  });

  test('makes room for replies, which never ask it', async () => {
    const gate = gateAt(new FakeTimer());

    for (let reply = 0; reply < 30; reply += 1) gate.replied(place(`${reply}`, false));

    expect(await gate.enter(place('quiet'))).toMatchObject({ by: 'bot' });
  });

  test('takes no longer for a broadcast than the limits demand', async () => {
    const chats = Array.from({ length: 300 }, (_, index) => chatOf(`group-${index}`));
    const world = relayWorld(chats);
    await world.plan(...chats.map((chat) => noticeTo(chat, `to-${chat.key}`)));
    const begunMs = world.timer.nowMs();

    await world.timer.runThrough(world.relay().drain());

    expect(world.messenger.requests).toHaveLength(300);
    expect(world.timer.nowMs() - begunMs).toBe(9_000);
  });

  test('one that takes long costs none behind it a turn, and the limit holds from when each leaves', async () => {
    const chats = Array.from({ length: 62 }, (_, index) => chatOf(`group-${index}`));
    const world = relayWorld(chats);
    await world.plan(...chats.map((chat) => noticeTo(chat, `to-${chat.key}`)));
    const begunMs = world.timer.nowMs();
    const leftAtMs: number[] = [];
    class SlowAtFive extends RecordingMessenger {
      override async send(...request: Parameters<RecordingMessenger['send']>): Promise<SendOutcome> {
        leftAtMs.push(world.timer.nowMs() - begunMs);
        if (leftAtMs.length === 5) await world.timer.wait(300);
        return super.send(...request);
      }
    }

    await world.timer.runThrough(world.relay({ messengers: [new SlowAtFive()] }).drain());

    expect(fullest(leftAtMs, 1_000)).toBe(30);
    expect([5, 6, 30, 35, 36, 60, 61].map((nth) => leftAtMs[nth - 1])).toEqual([
      0, 300, 300, 1_000, 1_300, 1_300, 2_000,
    ]);
  });
});

describe('the pace of several processes', () => {
  test('is that of one, whoever joins and leaves, and all of it is used', async () => {
    const lives = fc.array(
      fc.record({ joinsMs: fc.nat(60_000), livesMs: fc.integer({ min: 1_000, max: 60_000 }) }),
      { minLength: 1, maxLength: 4 },
    );
    await fc.assert(
      fc.asyncProperty(lives, async (others) => {
        const [timer, log] = [new FakeTimer(), new OwnPaceLog()];
        // One of them is there all the time.
        const processes = [{ joinsMs: 0, livesMs: 90_000 }, ...others].map((life) => ({
          ...life,
          gate: gateAt(timer, log),
        }));
        const sent: { chat: string; atMs: number }[] = [];
        for (let passedMs = 0; passedMs < 90_000; passedMs += 100) {
          const alive = processes.filter(
            ({ joinsMs, livesMs }) => joinsMs <= passedMs && passedMs < joinsMs + livesMs,
          );
          const chats = ['a', 'b', ...Array.from({ length: 10 }, (_, other) => `${passedMs}-${other}`)];
          const tried = alive.flatMap(({ gate }) =>
            chats.map(async (chat) => {
              if ((await gate.enter(place(chat))).kind === 'open') sent.push({ chat, atMs: timer.nowMs() });
            }),
          );
          await Promise.all(tried);
          await timer.advance(100);
        }

        expect(
          fullest(
            sent.map(({ atMs }) => atMs),
            1_000,
          ),
        ).toBe(30);
        for (const chat of ['a', 'b']) {
          const own = sent.filter((one) => one.chat === chat).map(({ atMs }) => atMs);
          expect(fullest(own, 1_000)).toBe(1);
          expect(fullest(own, 60_000)).toBeLessThanOrEqual(20);
        }
      }),
      { numRuns: 8 },
    );
  });

  test('rests for all of them where the channel asked one to wait', async () => {
    const [timer, log] = [new FakeTimer(), new OwnPaceLog()];
    const [one, other] = [gateAt(timer, log), gateAt(timer, log)];

    const untilMs = timer.nowMs() + 30_000;
    await one.send(place('a'), async () => ({ kind: 'not_sent', cause: '429', retryAfterMs: 30_000 }));
    const kept = await other.enter(place('b'));
    await timer.advance(30_000);

    expect(kept).toMatchObject({ closedUntilMs: untilMs, by: 'channel' });
    expect(other.openAtMs('test')).toBe(untilMs);
    expect((await other.enter(place('b'))).kind).toBe('open');
  });

  test('goes on for the others where only one does not reach the channel', async () => {
    const [timer, log] = [new FakeTimer(), new OwnPaceLog()];
    const [one, other] = [gateAt(timer, log), gateAt(timer, log)];

    await one.send(place('a'), async () => ({ kind: 'not_sent', cause: 'ENOTFOUND', retryAfterMs: null }));

    expect(one.openAtMs('test')).toBeGreaterThan(timer.nowMs());
    expect((await other.enter(place('b'))).kind).toBe('open');
  });
});
