import { GrammyError, HttpError } from 'grammy';
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
  const { timer, logger, signal, onTurn, onFailure } = options;
  let failures = 0;
  while (!signal.aborted) {
    try {
      await turn();
      onTurn();
      failures = 0;
    } catch (error) {
      onTurn();
      if (signal.aborted) return;
      onFailure(error);
      const pause = pauseAfter(error, failures);
      failures += 1;
      logger.warn({ ...pause, ...unforeseen(error), failures }, 'Receiving from Telegram failed; waiting');
      await rest(timer, pause.waitMs, signal);
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

/** What neither Telegram nor the network said is logged with its stack. */
function unforeseen(error: unknown): { error?: unknown } {
  return error instanceof GrammyError || error instanceof HttpError ? {} : { error };
}
