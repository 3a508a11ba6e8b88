import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { getEventListeners, once } from 'node:events';
import { Agent, createServer, type RequestListener, type Server } from 'node:http';
import {
  type AddressInfo,
  connect,
  createServer as createTcpServer,
  type Server as TcpServer,
} from 'node:net';
import { type Duplex, Readable } from 'node:stream';
import { afterEach, describe, expect, test } from 'vitest';
import { agentFor } from '../../src/telegram/agent.ts';
import {
  type Answer,
  BodyTooLong,
  createTransport,
  type Transport,
  Unreachable,
} from '../../src/telegram/transport.ts';

/** Node's own channel: a client has the head of an answer, its body may follow. */
const HEAD_HAS_COME = 'http.client.response.finish';

const open: (Server | TcpServer)[] = [];
const agents: Agent[] = [];
afterEach(async () => {
  for (const agent of agents.splice(0)) agent.destroy();
  for (const server of open.splice(0)) {
    if ('closeAllConnections' in server) server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

describe('a call', () => {
  test('carries method, headers and body there and status and body back', async () => {
    const seen: string[] = [];
    const url = await serve((request, response) => {
      seen.push(`${request.method} ${String(request.headers['x-kind'])}`);
      request.pipe(response.writeHead(201));
    });

    const response = await direct()(url, { method: 'POST', headers: { 'x-kind': '3' }, body: 'hạn' });

    expect([response.status, textOf(response)]).toEqual([201, 'hạn']);
    expect(seen).toEqual(['POST 3']);
  });

  test('streams a body', async () => {
    const url = await serve((request, response) => void request.pipe(response));

    const response = await direct()(url, { method: 'POST', body: Readable.from(['a', 'b']) });

    expect(textOf(response)).toBe('ab');
  });

  test('is cut where the answer is longer than wanted', async () => {
    const url = await serve((_request, response) => void response.end('x'.repeat(100)));

    await expect(direct()(url, { limit: 99 })).rejects.toBeInstanceOf(BodyTooLong);
  });

  test('is aborted by its signal', async () => {
    const aborting = new AbortController();
    const url = await serve(() => aborting.abort());

    await expect(direct()(url, { signal: aborting.signal })).rejects.toThrow('aborted');
  });

  test('is let go of by its signal once it is answered', async () => {
    const { signal } = new AbortController();
    const url = await serve((_request, response) => void response.end('x'));

    await direct()(url, { signal });
    await new Promise((resolve) => setImmediate(resolve));

    expect(getEventListeners(signal, 'abort')).toEqual([]);
  });
});

describe('a call that never left is Unreachable', () => {
  test('when the name is unknown', async () => {
    const agent = new Agent({
      lookup: (_host, _options, done) => done(Object.assign(new Error('no'), { code: 'ENOTFOUND' }), ''),
    });

    const call = createTransport(agent)('http://api.telegram.org/');

    await expect(call).rejects.toMatchObject({ name: 'Unreachable', code: 'ENOTFOUND' });
  });

  test('when the TLS handshake never ends', async () => {
    const port = await listen(createTcpServer((client) => void client.on('error', () => undefined).resume()));
    const agent = agentFor('https://x', null);
    agents.push(agent);

    const call = createTransport(agent, 50)(`https://127.0.0.1:${port}/`);

    await expect(call).rejects.toMatchObject({ name: 'Unreachable', code: 'ETIMEDOUT' });
  });

  test('but not when the connection breaks after it was made', async () => {
    const url = await serve((request) => void request.socket.destroy());

    await expect(direct()(url)).rejects.not.toBeInstanceOf(Unreachable);
  });
});

describe('an answer that breaks off', () => {
  test('where the server goes away is an error, and not one of a call that never left', async () => {
    const url = await serve((_request, response) => {
      response.writeHead(200, { 'content-length': '10' }).write('half', () => response.destroy());
    });

    const call = direct()(url);

    await expect(call).rejects.toMatchObject({ code: 'ECONNRESET' });
  });

  test('where the caller gives up is an error', async () => {
    const aborting = new AbortController();
    const url = await serve((_request, response) => {
      response.writeHead(200, { 'content-length': '10' }).write('half');
    });
    const giveUp = () => aborting.abort();
    subscribe(HEAD_HAS_COME, giveUp);

    const call = direct()(url, { signal: aborting.signal });

    await expect(call).rejects.toThrow('aborted');
    unsubscribe(HEAD_HAS_COME, giveUp);
  });
});

describe('through a proxy', () => {
  test('an http:// proxy is asked to CONNECT, with its credentials', async () => {
    const url = await serve((_request, response) => void response.end('far'));
    const asked: string[] = [];
    const port = await connectProxy(asked);

    const response = await via(`http://me:word@127.0.0.1:${port}`)(url);

    expect(textOf(response)).toBe('far');
    expect(asked).toEqual([`${new URL(url).host} Basic ${Buffer.from('me:word').toString('base64')}`]);
  });

  test.each([407, 502])('a proxy that answers %i has let nothing through', async (status) => {
    let reached = 0;
    const url = await serve((_request, response) => {
      reached += 1;
      response.end();
    });
    const proxy = createServer().on('connect', (_request, client) => {
      client.end(`HTTP/1.1 ${status} No\r\ncontent-length: 0\r\n\r\n`);
    });
    const port = await listen(proxy);

    await expect(via(`http://127.0.0.1:${port}`)(url)).rejects.toMatchObject({
      name: 'Unreachable',
      code: `PROXY_${status}`,
    });
    expect(reached).toBe(0);
  });

  test('a socks5:// proxy gets the name and resolves it itself', async () => {
    const url = await serve((_request, response) => void response.end('far'));
    const port = Number(new URL(url).port);
    const names: string[] = [];
    const proxy = await socks5((name) => {
      names.push(name);
      return port;
    });

    const response = await via(`socks5://127.0.0.1:${proxy}`)('http://api.telegram.invalid:8081/bot');

    expect([textOf(response), names]).toEqual(['far', ['api.telegram.invalid']]);
  });

  test('a socks5:// proxy that declines has let nothing through', async () => {
    const proxy = await socks5(() => null);

    await expect(via(`socks5://127.0.0.1:${proxy}`)('http://x.invalid/')).rejects.toBeInstanceOf(Unreachable);
  });

  test.each(['http', 'socks5'])('a dead %s proxy is Unreachable', async (kind) => {
    const port = await listen(createTcpServer());
    await new Promise((resolve) => open.pop()?.close(resolve));

    const call = via(`${kind}://127.0.0.1:${port}`)('http://x.invalid/');

    await expect(call).rejects.toBeInstanceOf(Unreachable);
  });
});

describe('a connection left idle is closed by us, one that waits for an answer is not', () => {
  const proxies: [string, (port: number) => Promise<string | null>][] = [
    ['direct', () => Promise.resolve(null)],
    ['http proxy', async () => `http://127.0.0.1:${await connectProxy([])}`],
    ['socks5 proxy', async (port) => `socks5://127.0.0.1:${await socks5(() => port)}`],
  ];

  test.each(proxies)('%s', async (_way, proxyTo) => {
    let connections = 0;
    // Longer than the agent's patience with idle ones, which is a socket's own and of real time.
    const slow = createServer((_request, response) => void setTimeout(() => response.end('late'), 120));
    const ended = new Promise((resolve) => {
      slow.on('connection', (socket) => {
        connections += 1;
        socket.once('close', resolve);
      });
    });
    const port = await listen(slow);
    const agent = kept(agentFor('http://x', await proxyTo(port), 40));

    const call = async (): Promise<string> =>
      textOf(await createTransport(agent)(`http://127.0.0.1:${port}/`));

    expect([await call(), await call(), connections]).toEqual(['late', 'late', 1]);
    await ended;
  });
});

function direct(): Transport {
  return createTransport(kept(agentFor('http://x', null)));
}

function via(proxy: string): Transport {
  return createTransport(kept(agentFor('http://x', proxy)));
}

function kept(agent: Agent): Agent {
  agents.push(agent);
  return agent;
}

function textOf({ bytes }: Answer): string {
  return Buffer.from(bytes).toString();
}

async function serve(listener: RequestListener): Promise<string> {
  return `http://127.0.0.1:${await listen(createServer(listener))}/`;
}

async function listen(server: Server | TcpServer): Promise<number> {
  open.push(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

/** A proxy that lets through whatever is asked for, and keeps what was asked with which credentials. */
async function connectProxy(asked: string[]): Promise<number> {
  const proxy = createServer().on('connect', (request, client) => {
    asked.push(`${request.url} ${request.headers['proxy-authorization'] ?? ''}`);
    client.write('HTTP/1.1 200 OK\r\n\r\n');
    tunnel(client, Number(new URL(`http://${request.url}`).port));
  });
  return listen(proxy);
}

/** RFC 1928 without authentication, CONNECT to a domain name only; the port chosen stands for the far end. */
async function socks5(choose: (name: string) => number | null): Promise<number> {
  return listen(
    createTcpServer((client) => {
      client.on('error', () => undefined);
      client.once('data', () => {
        client.write(Buffer.from([5, 0]));
        client.once('data', (request: Buffer) => {
          const port = choose(request.subarray(5, 5 + (request[4] ?? 0)).toString());
          client.write(socksReply(port === null ? 2 : 0));
          if (port === null) client.end();
          else tunnel(client, port);
        });
      });
    }),
  );
}

function tunnel(client: Duplex, port: number): void {
  const far = connect(port, '127.0.0.1', () => void far.pipe(client).pipe(far));
  for (const socket of [far, client]) socket.on('error', () => undefined);
}

/** 0 is granted, 2 not allowed by the rules. */
function socksReply(status: number): Buffer {
  return Buffer.from([5, status, 0, 1, 0, 0, 0, 0, 0, 0]);
}
