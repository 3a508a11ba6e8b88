import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Instant } from '../src/core/time/instant.ts';

const WORKER = fileURLToPath(new URL('./worker.ts', import.meta.url));

/** A worker as its parent sees it. */
export class WorkerProcess {
  readonly #child: ChildProcess;
  readonly #ended: Promise<unknown>;

  constructor(url: string, arrivals: string, instance: string) {
    this.#child = spawn(process.execPath, ['--import', 'tsx', WORKER, url, arrivals, instance], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    this.#ended = once(this.#child, 'exit');
  }

  /** Resolves when all that was due then is done; false where the process died before. */
  async doUntil(now: Instant): Promise<boolean> {
    const { stdin, stdout } = this.#child;
    if (stdin === null || stdout === null) throw new Error('the worker has no streams');
    const lines = createInterface({ input: stdout });
    stdin.write(`${now}\n`);
    const isDone = await Promise.race([once(lines, 'line').then(() => true), this.#ended.then(() => false)]);
    lines.close();
    return isDone;
  }

  /** SIGKILL: no handler runs. */
  async kill(): Promise<void> {
    this.#child.kill('SIGKILL');
    await this.#ended;
  }

  async stop(): Promise<void> {
    this.#child.stdin?.end();
    await this.#ended;
  }
}
