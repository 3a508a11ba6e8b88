import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Logger } from '../app/ports/logger.ts';
import type { Timer } from '../app/ports/timer.ts';
import { asListenError } from './listen-error.ts';
import { answerJson, pathOf, type Route } from './route.ts';

export interface HttpServerOptions {
  readonly host: string;
  /** 0 lets the system choose. */
  readonly port: number;
  /** Tried in order; the first that returns true has answered. */
  readonly routes: readonly Route[];
  readonly logger: Logger;
  readonly timer: Timer;
}

export interface HttpServer {
  readonly port: number;
  /** `http://HOST:PORT`, reachable from this machine also where HOST means every address. */
  readonly url: string;
  /** Takes no more requests, lets those under way end for two seconds, then cuts what is open (event streams). */
  close(): Promise<void>;
}

const GRACE_MS = 2_000;

/** Starts the one HTTP server. Throws ListenError when the address cannot be had. */
export async function startHttpServer(options: HttpServerOptions): Promise<HttpServer> {
  const { host, port } = options;
  const server = createServer((request, response) => void answer(request, response, options));
  server.headersTimeout = 10_000;
  server.requestTimeout = 60_000;
  // Longer than clients keep theirs, so that a request never meets a socket just being closed.
  server.keepAliveTimeout = 75_000;
  try {
    server.listen(port, host);
    await once(server, 'listening');
  } catch (error) {
    throw asListenError(error as NodeJS.ErrnoException, host, port);
  }
  const actualPort = portOf(server);
  return {
    port: actualPort,
    url: `http://${reachable(host)}:${actualPort}`,
    close: () => close(server, options.timer),
  };
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  { routes, logger }: HttpServerOptions,
): Promise<void> {
  try {
    for (const route of routes) {
      if (await route(request, response)) return;
    }
    answerJson(response, 404, { error: 'not_found' });
  } catch (error) {
    logger.error({ error, method: request.method, path: pathOf(request) }, 'HTTP request failed');
    if (response.headersSent) response.destroy();
    else answerJson(response, 500, { error: 'internal' });
  }
}

async function close(server: Server, timer: Timer): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  server.closeIdleConnections();
  const over = new AbortController();
  const cut = timer.wait(GRACE_MS, over.signal).then(
    () => server.closeAllConnections(),
    () => undefined,
  );
  await closed;
  over.abort();
  await cut;
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return address.port;
}

function reachable(host: string): string {
  if (host === '0.0.0.0' || host === '::') return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}
