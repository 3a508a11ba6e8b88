import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { SystemTimer } from '../../src/clock/system-timer.ts';

beforeEach(() => {
  vi.useFakeTimers({ now: 5_000 });
});
afterEach(() => {
  vi.useRealTimers();
});

test('a wait ends after so long', async () => {
  const timer = new SystemTimer();

  const waited = timer.wait(1_000).then(() => timer.nowMs());
  await vi.advanceTimersByTimeAsync(1_000);

  expect(await waited).toBe(6_000);
});

test('an aborted wait rejects with the reason and leaves no timeout behind', async () => {
  const aborting = new AbortController();
  const waited = new SystemTimer().wait(1_000, aborting.signal);
  const reason = new Error('stopping');

  aborting.abort(reason);

  await expect(waited).rejects.toBe(reason);
  await expect(new SystemTimer().wait(1_000, aborting.signal)).rejects.toBe(reason);
  expect(vi.getTimerCount()).toBe(0);
});
