import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Gate } from '../../src/outbox/gate.ts';
import { TELEGRAM_PACE } from '../../src/outbox/pacing.ts';
import { FakeTimer } from '../support/fake-timer.ts';
import { chatOf, noticeTo, relayWorld, SILENT } from './relay-world.ts';

const place = (chat: string, group = true) => ({ channel: 'test', chat, group });

/** How many of these moments lie in the fullest window. */
function fullest(atMs: readonly number[], windowMs: number): number {
  return Math.max(0, ...atMs.map((from) => atMs.filter((at) => from <= at && at < from + windowMs).length));
}

function gateAt(timer: FakeTimer): Gate {
  return new Gate({ timer, logger: SILENT, limits: TELEGRAM_PACE, random: () => 0 });
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
          if ((await gate.enter(place(`${chat}`))) === 'open') entered.push({ chat, atMs: timer.nowMs() });
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

  test('opens at the moment it names, not before', async () => {
    const timer = new FakeTimer();
    const gate = gateAt(timer);
    for (let sent = 0; sent < 20; sent += 1) {
      await gate.enter(place('a'));
      await timer.advance(1_000);
    }

    const closed = await gate.enter(place('a'));
    const untilMs = closed === 'open' ? 0 : closed.closedUntilMs;
    await timer.advance(untilMs - timer.nowMs() - 1);
    const early = await gate.enter(place('a'));
    await timer.advance(1);

    expect(closed).toEqual({ closedUntilMs: 1_060_000, by: 'pace' });
    expect(early).not.toBe('open');
    expect(await gate.enter(place('a'))).toBe('open');
  });

  test('holds a private chat to no more than one a second', async () => {
    const timer = new FakeTimer();
    const gate = gateAt(timer);

    const entries = [];
    for (let sent = 0; sent < 30; sent += 1) {
      entries.push(await gate.enter(place('a', false)));
      await timer.advance(1_000);
    }

    expect(entries.every((entry) => entry === 'open')).toBe(true);
  });

  test('makes room for replies, which never ask it', async () => {
    const gate = gateAt(new FakeTimer());

    for (let reply = 0; reply < 30; reply += 1) gate.replied(place(`${reply}`, false));

    expect(await gate.enter(place('quiet'))).toMatchObject({ by: 'pace' });
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
});
