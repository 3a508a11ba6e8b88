import { expect, test } from 'vitest';
import type { Timer } from '../../src/app/ports/timer.ts';
import { createHealth, SILENCE_LIMIT_MS } from '../../src/observability/health.ts';

function movable(): Timer & { pass(milliseconds: number): void } {
  let now = 1_000;
  return {
    nowMs: () => now,
    wait: async () => undefined,
    pass: (milliseconds) => void (now += milliseconds),
  };
}

test('a loop is alive until it has not turned for 120 seconds', () => {
  const timer = movable();
  const health = createHealth(timer);
  const turned = health.watchLoop('poll');

  timer.pass(SILENCE_LIMIT_MS);
  expect(health.alive()).toEqual({ ok: true, failing: [] });
  timer.pass(1);
  expect(health.alive()).toEqual({ ok: false, failing: ['loop:poll'] });
  turned();
  expect(health.alive().ok).toBe(true);
});

test('a channel that was never spoken with is not ready, yet the process is alive', async () => {
  const health = createHealth(movable());
  health.watchChannel('telegram');

  expect(await health.ready()).toEqual({ ok: false, failing: ['channel:telegram'] });
  expect(health.alive().ok).toBe(true);
});

test('a channel is ready for 120 seconds after an exchange', async () => {
  const timer = movable();
  const health = createHealth(timer);
  const exchanged = health.watchChannel('telegram');

  exchanged();
  timer.pass(SILENCE_LIMIT_MS);
  expect((await health.ready()).ok).toBe(true);
  timer.pass(1);
  expect((await health.ready()).failing).toEqual(['channel:telegram']);
});

test('checks that say no or throw are named', async () => {
  const health = createHealth(movable());
  health.addCheck('database', async () => true);
  health.addCheck('migrations', async () => false);
  health.addCheck('disk', async () => {
    throw new Error('gone');
  });

  expect(await health.ready()).toEqual({ ok: false, failing: ['migrations', 'disk'] });
});
