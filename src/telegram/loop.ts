import type { Logger } from '../app/ports/logger.ts';
import type { Timer } from '../app/ports/timer.ts';
import { pauseAfter } from './pause.ts';

export interface LoopOptions {
  readonly timer: Timer;
  readonly logger: Logger;
  readonly signal: AbortSignal;
  /** Called at each turn, a failed one too. */
  readonly onTurn: () => void;
  readonly onFailure: (error: unknown) => void;
}

/**
 * Takes turns until aborted; after a failed turn it waits, longer each time. Rejects with TokenRefused only. The
 * turn under way at the abort is awaited.
 */
export async function keepTurning(turn: () => Promise<void>, options: LoopOptions): Promise<void> {
  const { timer, logger, signal, onTurn } = options;
  let failures = 0;
  while (!signal.aborted) {
    try {
      await turn();
      failures = 0;
    } catch (error) {
      if (signal.aborted) return;
      const pause = pauseAfter(error, failures);
      failures += 1;
      options.onFailure(error);
      logger.warn({ ...pause, failures }, 'Receiving from Telegram failed; waiting');
      await rest(timer, pause.waitMs, signal);
    } finally {
      onTurn();
    }
  }
}

/** Waits, or returns early when aborted. */
export async function rest(timer: Timer, milliseconds: number, signal: AbortSignal): Promise<void> {
  try {
    await timer.wait(milliseconds, signal);
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}
