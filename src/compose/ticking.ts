import { runTick } from '../app/tick/run-tick.ts';
import { Scheduler } from '../scheduler/scheduler.ts';
import type { Ground } from './ground.ts';

/** What time brings: each tick writes down what is due to be said, then `onTicked` sends it. */
export function createTicking(
  { dependencies, logger, timer, health, metrics }: Ground,
  onTicked: () => void,
): Scheduler {
  const turned = health.watchLoop('tick');
  return new Scheduler({
    clock: dependencies.clock,
    logger,
    tick: async (at) => {
      const begunMs = timer.nowMs();
      await runTick(dependencies, at);
      metrics.ticked(timer.nowMs() - begunMs);
      turned();
      onTicked();
    },
  });
}
