import { once } from 'node:events';
import { Agent, get, type IncomingMessage, request } from 'node:http';
import { connect } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import type { Logger } from '../../src/app/ports/logger.ts';
import type { Timer } from '../../src/app/ports/timer.ts';
import { healthzRoute, readyzRoute } from '../../src/http/health-routes.ts';
import { ListenError } from '../../src/http/listen-error.ts';
import { metricsRoute } from '../../src/http/metrics-route.ts';
import { answerJson, pathOf, type Route } from '../../src/http/route.ts';
import { type HttpServer, startHttpServer } from '../../src/http/server.ts';

const open: HttpServer[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()));
});

test('routes are tried in order and the first that answers wins', async () => {
  const server = await serve([route('/a', 'first'), route('/a', 'second'), route('/b', 'third')]);

  expect(await body(`${server.url}/a?x=1`)).toEqual([200, { said: 'first' }]);
  expect(await body(`${server.url}/b`)).toEqual([200, { said: 'third' }]);
});

test('what no route answers is a 404 in JSON', async () => {
  const server = await serve([]);

  expect(await body(`${server.url}/nowhere`)).toEqual([404, { error: 'not_found' }]);
});

test('a route that throws is a 500 that tells nothing, logged with its path alone', async () => {
  const lines: unknown[] = [];
  const failing: Route = async () => {
    throw new Error('secret detail');
  };
  const server = await serve([failing], lines);

  expect(await body(`${server.url}/broken?token=1`)).toEqual([500, { error: 'internal' }]);
  expect(lines).toMatchObject([{ method: 'GET', path: '/broken' }]);
});

test('a busy port is an error with a name', async () => {
  const server = await serve([]);

  const second = startHttpServer({ ...quiet, host: '127.0.0.1', port: server.port, routes: [] });

  await expect(second).rejects.toBeInstanceOf(ListenError);
  await expect(second).rejects.toMatchObject({ reason: 'EADDRINUSE', message: /in use.*PORT/ });
});

test('an address of another machine is an error with a name', async () => {
  const elsewhere = startHttpServer({ ...quiet, host: '192.0.2.1', port: 0, routes: [] });

  await expect(elsewhere).rejects.toMatchObject({ reason: 'EADDRNOTAVAIL' });
});

test('closing lets a request under way end and cuts idle connections', async () => {
  const arrived = signal();
  const finished = signal();
  const slow: Route = async (_request, response) => {
    arrived.give();
    await finished.given;
    answerJson(response, 200, { said: 'late' });
    return true;
  };
  const server = await serve([route('/quick', 'now'), slow]);
  const agent = new Agent({ keepAlive: true });
  const [first] = (await once(get(`${server.url}/quick`, { agent }), 'response')) as [IncomingMessage];
  first.resume();
  await once(first, 'end');
  const answer = once(get(`${server.url}/slow`), 'response') as Promise<[IncomingMessage]>;
  await arrived.given;

  const closed = server.close();
  finished.give();

  const [late] = await answer;
  expect(late.statusCode).toBe(200);
  late.resume();
  await closed;
  agent.destroy();
});

test('closing cuts an event stream when the grace is over', async () => {
  const stream: Route = async (_request, response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    response.write(': hello\n\n');
    return true;
  };
  const server = await serve([stream]);
  const [response] = (await once(get(server.url), 'response')) as [IncomingMessage];
  const cut = new Promise((resolve) => response.on('close', resolve));
  response.on('error', () => undefined).resume();

  await server.close();

  await cut;
  expect(response.complete).toBe(false);
});

test('a malformed head is answered 400', async () => {
  const server = await serve([]);
  const socket = connect(server.port, '127.0.0.1');
  socket.write('GET / HTTP/1.1\r\nbroken head\r\n\r\n');

  const [answer] = (await once(socket, 'data')) as [Buffer];

  expect(answer.toString()).toMatch(/^HTTP\/1\.1 400 /);
  socket.destroy();
});

test('/healthz and /readyz say what is failing', async () => {
  const server = await serve([
    healthzRoute(() => ({ ok: true, failing: [] })),
    readyzRoute(async () => ({ ok: false, failing: ['database', 'channel:telegram'] })),
  ]);

  expect(await body(`${server.url}/healthz`)).toEqual([200, { status: 'ok', failing: [] }]);
  expect(await body(`${server.url}/readyz`)).toEqual([
    503,
    { status: 'failing', failing: ['database', 'channel:telegram'] },
  ]);
});

test('a probe is read, not written to', async () => {
  const server = await serve([healthzRoute(() => ({ ok: true, failing: [] }))]);
  const sent = request(`${server.url}/healthz`, { method: 'POST' }).end();
  const [response] = (await once(sent, 'response')) as [IncomingMessage];

  expect([response.statusCode, response.headers.allow]).toEqual([405, 'GET, HEAD']);
  response.resume();
});

test('/metrics gives what is rendered, under its type', async () => {
  const server = await serve([metricsRoute(async () => ({ contentType: 'text/plain; v=1', text: 'a 1\n' }))]);

  const response = await fetch(`${server.url}/metrics`);

  expect([response.headers.get('content-type'), await response.text()]).toEqual(['text/plain; v=1', 'a 1\n']);
});

function signal(): { given: Promise<void>; give(): void } {
  let give = (): void => undefined;
  const given = new Promise<void>((resolve) => {
    give = resolve;
  });
  return { given, give: () => give() };
}

const atOnce: Timer = {
  nowMs: () => 0,
  wait: (_milliseconds, signal) =>
    new Promise((resolve, reject) => {
      signal?.addEventListener('abort', () => reject(new Error('aborted')));
      setImmediate(resolve);
    }),
};
const nothing = (): void => undefined;
const silent: Logger = { debug: nothing, info: nothing, warn: nothing, error: nothing };
const quiet = { logger: silent, timer: atOnce };

async function serve(routes: readonly Route[], lines: unknown[] = []): Promise<HttpServer> {
  const logger = { ...silent, error: (fields: unknown) => void lines.push(fields) };
  const server = await startHttpServer({ host: '127.0.0.1', port: 0, routes, logger, timer: atOnce });
  open.push(server);
  return server;
}

function route(path: string, said: string): Route {
  return async (incoming, response) => {
    if (pathOf(incoming) !== path) return false;
    answerJson(response, 200, { said });
    return true;
  };
}

async function body(url: string): Promise<[number, unknown]> {
  const response = await fetch(url);
  return [response.status, await response.json()];
}
