import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { SandboxClock } from '../../src/clock/sandbox-clock.ts';
import { addMs, type Instant, instantOf } from '../../src/core/time/instant.ts';
import { FakeTimer } from '../support/fake-timer.ts';

const START = Date.UTC(2024, 10, 4, 0, 55);
const HOUR_MS = 3_600_000;

/** A clock as the sandbox serves it, that a test steps by hand. */
class ServedClock {
  view = { seq: 1, now: START, walking: false };
  readonly ticked: number[] = [];
  /** What was due next, by report. */
  readonly next: (number | null)[] = [];
  #waiting: (() => void)[] = [];
  #told: (() => void)[] = [];

  step(now: number, walking: boolean, seq = this.view.seq + 1): void {
    this.view = { seq, now, walking };
    for (const wake of this.#waiting.splice(0)) wake();
  }

  /** Resolves when the step has been reported. */
  async untilTicked(seq: number): Promise<void> {
    while (!this.ticked.includes(seq)) await new Promise<void>((resolve) => this.#told.push(resolve));
  }

  async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://sandbox');
    if (pathname === '/sandbox/clock/ticked') {
      let body = '';
      for await (const chunk of request) body += String(chunk);
      const { seq, next } = JSON.parse(body) as { seq: number; next: number | null };
      this.ticked.push(seq);
      this.next.push(next);
      for (const tell of this.#told.splice(0)) tell();
    }
    if (pathname === '/sandbox/clock/wait' && this.view.seq <= Number(searchParams.get('after')))
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    response.setHeader('content-type', 'application/json').end(JSON.stringify(this.view));
  }
}

function serve(clock: ServedClock, port = 0): Promise<Server> {
  const server = createServer((request, response) => void clock.answer(request, response));
  return new Promise((resolve) => {
    server.listen(port, '127.0.0.1', () => resolve(server));
  });
}

const portOf = (server: Server): number => (server.address() as AddressInfo).port;

function close(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => {
    server.close(() => resolve());
  });
}

describe('the clock of the sandbox', () => {
  const timer = new FakeTimer();
  let served: ServedClock;
  let server: Server;
  let clock: SandboxClock;
  let warnings: string[];

  beforeEach(async () => {
    served = new ServedClock();
    server = await serve(served);
    warnings = [];
    const note = (_: unknown, line: string) => void warnings.push(line);
    const logger = { debug() {}, info() {}, warn: note, error: note };
    clock = new SandboxClock({ url: `http://127.0.0.1:${portOf(server)}`, timer, logger });
  });
  afterEach(async () => {
    await clock.stop();
    await close(server);
  });

  test('says nothing before it was read', () => {
    expect(() => clock.now()).toThrow('not read');
  });

  test('runs as real time does', async () => {
    await clock.read();

    await timer.advance(90_000);

    expect(clock.now()).toBe(START + 90_000);
  });

  test('stands still while the sandbox walks, at the step it has reached', async () => {
    served.step(START + HOUR_MS, true);
    await clock.read();

    await timer.advance(90_000);

    expect(clock.now()).toBe(START + HOUR_MS);
  });

  test('does what is due at each step, then reports it', async () => {
    const steps: [Instant, Instant, number[]][] = [];
    clock.follow(async (at) => {
      steps.push([at, clock.now(), [...served.ticked]]);
      return addMs(at, 1_800_000);
    });
    await served.untilTicked(1);

    served.step(START + HOUR_MS, true);
    await served.untilTicked(2);
    served.step(START + 2 * HOUR_MS, true);
    await served.untilTicked(3);

    const at = (hours: number) => instantOf(START + hours * HOUR_MS);
    expect(steps).toEqual([
      [at(0), at(0), []],
      [at(1), at(1), [1]],
      [at(2), at(2), [1, 2]],
    ]);
    expect(served.next).toEqual([at(0.5), at(1.5), at(2.5)]);
  });

  test('reports a step that failed all the same', async () => {
    clock.follow(() => Promise.reject(new Error('database is locked')));

    await served.untilTicked(1);
    served.step(START + HOUR_MS, true);
    await served.untilTicked(2);

    expect(warnings).toEqual(['a step of the clock failed', 'a step of the clock failed']);
  });

  test('goes on with a sandbox that was restarted, wherever that one counts from', async () => {
    const steps: Instant[] = [];
    served.step(START, false, 41);
    clock.follow(async (at) => {
      steps.push(at);
      return null;
    });
    await served.untilTicked(41);
    const port = portOf(server);

    await close(server);
    await timer.runThrough(until(() => warnings.length > 0));
    served = new ServedClock();
    served.step(START + HOUR_MS, true, 1);
    server = await serve(served, port);
    await timer.runThrough(served.untilTicked(1));

    expect(steps).toEqual([START, START + HOUR_MS]);
  });

  test('stops while it waits', async () => {
    clock.follow(async () => null);
    await served.untilTicked(1);

    await expect(clock.stop()).resolves.toBeUndefined();
  });
});

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise(setImmediate);
}
