import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createSandbox } from '../src/sandbox/sandbox.ts';
import { driveSandbox, SAMPLE_START, type SandboxDriver, sampleSeed } from '../test/support/sandbox.ts';

/** A Bot API server of which it is known when each call was answered. */
export interface Telegram extends SandboxDriver {
  /** Resolves with the moment (ms, monotonic) at which the next such calls have all been answered, counted from now. */
  answered(calls: Readonly<Record<string, number>>): Promise<number>;
}

export async function openTelegram(seed = sampleSeed): Promise<Telegram> {
  const sandbox = await createSandbox({ seed, startAt: SAMPLE_START, statePath: null });
  const watchers = new Set<(method: string) => void>();
  const server = createServer((req, res) => {
    const method = /^\/bot[^/]+\/(\w+)/.exec(req.url ?? '')?.[1];
    if (method !== undefined) res.once('finish', () => watchers.forEach((watch) => watch(method)));
    void sandbox.handle(req, res);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const driver = await driveSandbox(url, sandbox.token, async () => {
    await sandbox.close();
    server.closeAllConnections();
    server.close();
  });
  return {
    ...driver,
    answered: (calls) =>
      new Promise((resolve) => {
        const left = new Map(Object.entries(calls));
        const watch = (method: string): void => {
          const count = left.get(method);
          if (count === undefined) return;
          if (count > 1) left.set(method, count - 1);
          else left.delete(method);
          if (left.size > 0) return;
          watchers.delete(watch);
          resolve(performance.now());
        };
        watchers.add(watch);
      }),
  };
}
