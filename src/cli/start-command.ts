import { once } from 'node:events';
import { readArguments } from './arguments.ts';
import type { Command } from './command.ts';

/** A program that runs until it is told to stop. */
export interface Running {
  readonly url: string;
  readonly mode: 'sandbox' | 'telegram';
  /** Rejects when the program can no longer do its work. */
  readonly failed: Promise<never>;
  stop(): Promise<void>;
}

export const startCommand = (start: () => Promise<Running>): Command => ({
  usage: 'start',
  does: 'runs the bot; without a token, the sandbox with its chat page',
  async run({ args, print }) {
    readArguments(args, {}, 0);
    // From the first moment: as a container's only process it would not be ended by a signal that nobody hears.
    const told = [once(process, 'SIGINT'), once(process, 'SIGTERM')];
    const running = await start();
    print(
      running.mode === 'sandbox'
        ? `Đúng Hạn: ${running.url}/`
        : `Đúng Hạn is running; probes at ${running.url}/readyz`,
    );
    try {
      await Promise.race([...told, running.failed]);
    } finally {
      await running.stop();
    }
    return 0;
  },
});
