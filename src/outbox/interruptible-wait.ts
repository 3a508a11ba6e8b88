import type { Timer } from '../app/ports/timer.ts';

/** Waits so long, or until the signal is aborted, which is no fault. */
export async function waitUnless(signal: AbortSignal, timer: Timer, milliseconds: number): Promise<void> {
  try {
    await timer.wait(milliseconds, signal);
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}
