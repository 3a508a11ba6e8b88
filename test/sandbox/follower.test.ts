import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { ClockState } from '../../src/sandbox/clock/clock-state.ts';
import { createFollower, type Follower } from '../../src/sandbox/clock/follower.ts';

let state: ClockState;
let follower: Follower;
beforeEach(() => {
  vi.useFakeTimers();
  state = { seq: 0, followed: false, mode: { kind: 'paused', at: 0 } };
  follower = createFollower(state);
});
afterEach(() => {
  vi.useRealTimers();
});

/** Begins the step; the result tells whether it is over. */
function begin(seq: number): () => boolean {
  let over = false;
  void follower.step(seq).then(() => {
    over = true;
    return over;
  });
  return () => over;
}

test('a step is not waited for where nobody has ever followed', async () => {
  const over = begin(1);

  await vi.advanceTimersByTimeAsync(0);

  expect(over()).toBe(true);
});

test('a step is over when it is reported done, and not by an older report', async () => {
  const leave = follower.enter();
  leave();
  const over = begin(2);

  follower.ticked(1);
  await vi.advanceTimersByTimeAsync(0);
  expect(over()).toBe(false);
  follower.ticked(2);
  await vi.advanceTimersByTimeAsync(0);

  expect(over()).toBe(true);
});

test('a follower that is gone holds up one step for ten seconds and no other', async () => {
  follower.enter()();
  const first = begin(1);

  await vi.advanceTimersByTimeAsync(9_000);
  expect(first()).toBe(false);
  await vi.advanceTimersByTimeAsync(2_000);
  expect(first()).toBe(true);
  const second = begin(2);
  await vi.advanceTimersByTimeAsync(0);

  expect(second()).toBe(true);
});

test('while the machine sleeps, nobody is missed', async () => {
  follower.enter()();
  const over = begin(1);

  vi.setSystemTime(Date.now() + 3_600_000);
  await vi.advanceTimersByTimeAsync(2_000);

  expect(over()).toBe(false);
});

test('a follower that gives signs of life is waited for', async () => {
  follower.enter()();
  const over = begin(1);

  for (let second = 0; second < 60; second += 5) {
    follower.heard();
    await vi.advanceTimersByTimeAsync(5_000);
  }
  expect(over()).toBe(false);
  follower.ticked(1);
  await vi.advanceTimersByTimeAsync(0);

  expect(over()).toBe(true);
});

test('a follower that comes back is waited for again', async () => {
  follower.enter()();
  const first = begin(1);
  await vi.advanceTimersByTimeAsync(11_000);
  follower.enter();
  const second = begin(2);

  await vi.advanceTimersByTimeAsync(1_000);

  expect(first()).toBe(true);
  expect(second()).toBe(false);
});
