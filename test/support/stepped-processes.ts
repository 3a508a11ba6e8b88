import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';

/** When their time begins. */
export const BEGINNING_MS = 1_000_000;

export type FromStepped =
  | { readonly kind: 'waits'; readonly untilMs: number }
  | { readonly kind: 'says'; readonly said: unknown };
export interface ToStepped {
  readonly nowMs: number;
}

interface Stepped {
  readonly child: ChildProcess;
  /** Resolves to when it wants to wake, once all that it had to do now is done. */
  waiting: Promise<number>;
}

/** Processes that live in one time, which passes only while all of them wait: no real second goes by. */
export class SteppedProcesses {
  readonly #processes: Stepped[] = [];
  #nowMs = BEGINNING_MS;

  /** Starts a script that goes by a SteppedTimer; told of all that it says. */
  start(script: URL, args: readonly string[], hear: (said: unknown) => void): void {
    const child = fork(script, args, { execArgv: ['--import', 'tsx'] });
    child.on('message', (message: FromStepped) => {
      if (message.kind === 'says') hear(message.said);
    });
    this.#processes.push({ child, waiting: nextWait(child) });
  }

  /** Lets time pass from one waking to the next, until it is done. @throws where one of them ends by itself */
  async runUntil(isDone: () => Promise<boolean>): Promise<void> {
    for (;;) {
      const wakings = await Promise.all(this.#processes.map(({ waiting }) => waiting));
      if (await isDone()) return;
      this.#nowMs = Math.min(...wakings);
      for (const [index, stepped] of this.#processes.entries()) {
        if ((wakings[index] ?? 0) <= this.#nowMs) stepped.waiting = nextWait(stepped.child);
        stepped.child.send({ nowMs: this.#nowMs } satisfies ToStepped);
      }
    }
  }

  async stop(): Promise<void> {
    for (const { child } of this.#processes) {
      if (child.exitCode !== null || child.signalCode !== null) continue;
      child.kill('SIGKILL');
      await once(child, 'exit');
    }
  }
}

function nextWait(child: ChildProcess): Promise<number> {
  const waiting = new Promise<number>((resolve, reject) => {
    const hear = (message: FromStepped): void => {
      if (message.kind !== 'waits') return;
      child.off('message', hear).off('exit', fail);
      resolve(message.untilMs);
    };
    const fail = (): void => reject(new Error('a process ended by itself'));
    child.on('message', hear).once('exit', fail);
  });
  // Told to whoever awaits it; killed at the end, nobody does.
  waiting.catch(() => undefined);
  return waiting;
}
