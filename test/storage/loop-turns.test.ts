import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Timer } from '../../src/app/ports/timer.ts';
import { LoopTurns } from '../../src/storage/database/loop-turns.ts';
import { openDatabase } from '../../src/storage/open-database.ts';
import { countTurns } from '../support/count-turns.ts';
import { silentLogger } from '../support/database.ts';
import { FakeTimer } from '../support/fake-timer.ts';
import { anObligation, aTask } from './contract/rows.ts';

/** Each look at it is so much later. */
class HurryingTimer implements Timer {
  #nowMs = 0;

  nowMs(): number {
    this.#nowMs += 30;
    return this.#nowMs;
  }

  wait(): Promise<void> {
    return Promise.resolve();
  }
}

test('the event loop turns once it has been held for long, not before', async () => {
  const timer = new FakeTimer();
  const turns = new LoopTurns(timer);
  const counted = countTurns();

  await turns.turnIfHeld();
  expect(turns.wasLong).toBe(false);
  await timer.advance(25);
  await turns.turnIfHeld();

  expect(turns.wasLong).toBe(true);
  expect(counted.stop()).toBeGreaterThanOrEqual(1);
});

test('in a transaction of many statements on SQLite the event loop turns, and all of it is there afterwards', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'dung-han-test-'));
  const { unitOfWork, close } = await openDatabase(`file:${join(folder, 'test.db')}`, {
    timer: new HurryingTimer(),
    logger: silentLogger,
    durable: false,
  });
  const task = aTask();
  let turned = 0;
  await unitOfWork.run(async (tx) => {
    await tx.plans.saveTasks([task]);
    const turns = countTurns();
    for (let count = 0; count < 100; count += 1) await tx.obligations.addMissing([anObligation(task.id)]);
    turned = turns.stop();
  });

  expect(turned).toBeGreaterThanOrEqual(100);
  expect(await unitOfWork.read.obligations.ofTasks([task.id])).toHaveLength(100);
  await close();
  await rm(folder, { recursive: true, force: true });
});
