import type { Timer } from '../app/ports/timer.ts';

// What setTimeout holds; a longer wait ends early, and whoever waits looks again.
const LONGEST_WAIT_MS = 2 ** 31 - 1;

/** Real elapsed time. */
export class SystemTimer implements Timer {
  nowMs(): number {
    return Date.now();
  }

  wait(milliseconds: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      signal?.throwIfAborted();
      // The listener goes with the wait: one left behind on a long-lived signal is a leak.
      const timeout = setTimeout(
        () => {
          signal?.removeEventListener('abort', abort);
          resolve();
        },
        Math.min(Math.max(milliseconds, 0), LONGEST_WAIT_MS),
      );
      const abort = () => {
        clearTimeout(timeout);
        reject(signal?.reason);
      };
      signal?.addEventListener('abort', abort, { once: true });
    });
  }
}
