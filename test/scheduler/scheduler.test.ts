import { afterEach, describe, expect, test, vi } from 'vitest';
import { addMs, type Instant, instantOf, MINUTE_MS } from '../../src/core/time/instant.ts';
import { everyMinute } from '../../src/scheduler/minute-wake-up.ts';
import { Scheduler } from '../../src/scheduler/scheduler.ts';
import { settled } from '../support/fake-timer.ts';
import { FixedClock } from '../support/fixed-clock.ts';

const START = instantOf(Date.UTC(2024, 10, 4, 0, 55));

/** A tick that ends when it is told to. */
function slowTick() {
  const ticks: Instant[] = [];
  const ends: (() => void)[] = [];
  const tick = (at: Instant) =>
    new Promise<void>((resolve) => {
      ticks.push(at);
      ends.push(resolve);
    });
  const end = async () => {
    ends.shift()?.();
    await settled();
  };
  return { ticks, tick, end };
}

function world(tick: (at: Instant) => Promise<void>) {
  const clock = new FixedClock(START);
  const errors: string[] = [];
  const logger = { debug() {}, info() {}, warn() {}, error: (_: unknown, line: string) => errors.push(line) };
  let wake = (): void => undefined;
  let isCancelled = false;
  const scheduler = new Scheduler({
    clock,
    logger,
    tick,
    everyMinute: (called) => {
      wake = called;
      return () => {
        isCancelled = true;
      };
    },
  });
  const minute = async () => {
    clock.advance(MINUTE_MS);
    wake();
    await settled();
  };
  return { clock, scheduler, errors, minute, isCancelled: () => isCancelled };
}

describe('the scheduler', () => {
  test('ticks at the start and every minute, with the instant of the office', async () => {
    const ticks: Instant[] = [];
    const { scheduler, minute } = world(async (at) => void ticks.push(at));

    scheduler.start();
    await settled();
    await minute();

    expect(ticks).toEqual([START, addMs(START, MINUTE_MS)]);
  });

  test('never lets two ticks overlap, and makes one of those that were missed', async () => {
    const { ticks, tick, end } = slowTick();
    const { scheduler, minute } = world(tick);
    scheduler.start();
    await settled();

    for (let missed = 0; missed < 3; missed += 1) await minute();
    const during = ticks.length;
    await end();
    await end();
    await settled();

    expect(during).toBe(1);
    expect(ticks).toEqual([START, addMs(START, 3 * MINUTE_MS)]);
  });

  test('ticks for a given instant when it is asked to, after the tick under way', async () => {
    const { ticks, tick, end } = slowTick();
    const { scheduler } = world(tick);
    const next = addMs(START, 60 * MINUTE_MS);
    scheduler.start();
    await settled();

    const asked = scheduler.tickAt(next);
    await settled();
    const during = [...ticks];
    await end();
    await end();

    await expect(asked).resolves.toBeUndefined();
    expect(during).toEqual([START]);
    expect(ticks).toEqual([START, next]);
  });

  test('goes on after a tick that failed, and tells whoever asked for it', async () => {
    let calls = 0;
    const { scheduler, minute, errors } = world(() => {
      calls += 1;
      return Promise.reject(new Error('database is locked'));
    });

    scheduler.start();
    await settled();
    await minute();

    await expect(scheduler.tickAt(START)).rejects.toThrow('database is locked');
    expect(calls).toBe(3);
    expect(errors).toEqual(['a tick failed', 'a tick failed']);
  });

  test('stops after the tick under way, and begins no other', async () => {
    const { ticks, tick, end } = slowTick();
    const { scheduler, minute, isCancelled } = world(tick);
    scheduler.start();
    await settled();
    await minute();

    let isStopped = false;
    const stopped = scheduler.stop().finally(() => {
      isStopped = true;
    });
    await settled();
    const during = isStopped;
    await end();
    await stopped;

    expect(during).toBe(false);
    expect(ticks).toEqual([START]);
    expect(isCancelled()).toBe(true);
  });
});

describe('the wake-up', () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  test('comes at the start of each minute until it is cancelled', () => {
    vi.useFakeTimers({ now: START + 20_000 });
    const woken: number[] = [];

    const cancel = everyMinute(() => woken.push(Date.now()));
    vi.advanceTimersByTime(3 * MINUTE_MS);
    cancel();
    vi.advanceTimersByTime(3 * MINUTE_MS);

    expect(woken).toEqual([1, 2, 3].map((minutes) => START + minutes * MINUTE_MS));
  });
});
