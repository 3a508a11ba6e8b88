import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { SendOutcome } from '../../src/app/ports/messenger.ts';
import { Gate } from '../../src/outbox/gate.ts';
import { PaceSharing } from '../../src/outbox/pace-sharing.ts';
import { TELEGRAM_PACE } from '../../src/outbox/pacing.ts';
import { FakeTimer } from '../support/fake-timer.ts';
import { InMemorySharedPace } from '../support/in-memory-shared-pace.ts';
import { SILENT } from './relay-world.ts';

const place = (chat: string) => ({ channel: 'test', chat, group: true });

function processOn(pace: InMemorySharedPace, timer: FakeTimer, holder: string) {
  const gate = new Gate({ timer, logger: SILENT, limits: TELEGRAM_PACE, random: () => 0 });
  return { gate, sharing: new PaceSharing({ pace, gate, timer, logger: SILENT, holder }) };
}
type Process = ReturnType<typeof processOn>;

/** How many of these moments lie in the fullest window. */
const fullest = (atMs: readonly number[], windowMs: number): number =>
  Math.max(0, ...atMs.map((from) => atMs.filter((at) => from <= at && at < from + windowMs).length));

const SENT: SendOutcome = { kind: 'sent', message: 'm' };

test('several processes that send as fast as they may keep the limits together, whenever they join and leave', async () => {
  const lives = fc.array(
    fc.record({ joinsMs: fc.nat(20_000), livesMs: fc.integer({ min: 1_000, max: 30_000 }) }),
    {
      minLength: 1,
      maxLength: 4,
    },
  );
  await fc.assert(
    fc.asyncProperty(lives, async (all) => {
      const [timer, pace] = [new FakeTimer(), new InMemorySharedPace()];
      const running = new Map<number, Process>();
      const sent: { chat: string; atMs: number }[] = [];
      for (let passedMs = 0; passedMs <= 40_000; passedMs += 100) {
        for (const [index, { joinsMs, livesMs }] of all.entries()) {
          const known = running.get(index);
          if (known === undefined && joinsMs <= passedMs && passedMs < joinsMs + livesMs) {
            const joined = processOn(pace, timer, `p${index}`);
            running.set(index, joined);
            await joined.sharing.start();
          }
          // Half of them leave, half die and are only missed.
          if (known !== undefined && passedMs >= joinsMs + livesMs) {
            if (index % 2 === 0) await known.sharing.stop();
            running.delete(index);
          }
        }
        for (const { gate, sharing } of running.values()) {
          await sharing.look();
          for (const chat of [
            'a',
            'b',
            ...Array.from({ length: 10 }, (_, other) => `${passedMs}-${other}`),
          ]) {
            if ((await gate.enter(place(chat))) === 'open') sent.push({ chat, atMs: timer.nowMs() });
          }
        }
        await timer.advance(100);
      }

      const moments = sent.map(({ atMs }) => atMs);
      expect(fullest(moments, 1_000)).toBeLessThanOrEqual(30);
      for (const chat of ['a', 'b']) {
        const own = sent.filter((one) => one.chat === chat).map(({ atMs }) => atMs);
        expect(fullest(own, 1_000)).toBeLessThanOrEqual(1);
        // In the minute in which one joins, what the others sent before is beside its own part.
        expect(fullest(own, 60_000)).toBeLessThanOrEqual(all.length === 1 ? 20 : 40);
      }
    }),
    { numRuns: 12 },
  );
}, 60_000);

test('who is alone uses all of it at once', async () => {
  const [timer, pace] = [new FakeTimer(), new InMemorySharedPace()];
  const alone = processOn(pace, timer, 'alone');
  await alone.sharing.start();

  const entries = [];
  for (let chat = 0; chat < 40; chat += 1) entries.push(await alone.gate.enter(place(String(chat))));

  expect(entries.filter((entry) => entry === 'open')).toHaveLength(30);
});

test('a pause that the channel asks of one is kept by all, however soon they send', async () => {
  const [timer, pace] = [new FakeTimer(), new InMemorySharedPace()];
  const [one, other] = [processOn(pace, timer, 'one'), processOn(pace, timer, 'other')];
  await one.sharing.start();
  await other.sharing.start();
  await timer.advance(10_000);

  const untilMs = timer.nowMs() + 30_000;
  await one.gate.send(place('a'), async () => ({ kind: 'not_sent', cause: '429', retryAfterMs: 30_000 }));
  await other.sharing.look();
  const kept = await other.gate.enter(place('b'));
  await timer.advance(30_000);
  await other.sharing.look();

  expect(kept).toEqual({ closedUntilMs: untilMs, by: 'channel' });
  expect(await other.gate.enter(place('b'))).toBe('open');
  await one.gate.send(place('a'), async () => SENT);
});

test('what only one process could not reach pauses that one alone', async () => {
  const [timer, pace] = [new FakeTimer(), new InMemorySharedPace()];
  const one = processOn(pace, timer, 'one');
  await one.sharing.start();

  await one.gate.send(place('a'), async () => ({ kind: 'not_sent', cause: 'ENOTFOUND', retryAfterMs: null }));

  expect(one.gate.openAtMs('test')).toBeGreaterThan(timer.nowMs());
  expect(await pace.pauses(timer.nowMs())).toEqual(new Map());
});

test('a process that was away for long makes sure of its part before it sends', async () => {
  const [timer, pace] = [new FakeTimer(), new InMemorySharedPace()];
  const away = processOn(pace, timer, 'away');
  await away.sharing.start();
  await away.sharing.stop();
  await pace.join('other', timer.nowMs(), timer.nowMs() + 1_000_000);
  await timer.advance(60_000);

  await away.sharing.look();

  expect(await away.gate.enter(place('a'))).toMatchObject({ by: 'pace' });
});
