import { type Agent, type ClientRequest, request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { Socket } from 'node:net';
import { Readable } from 'node:stream';
import { TLSSocket } from 'node:tls';

/** The connection was never made: nothing of the request has left, so that it may safely be sent again. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable';
  readonly code: string;

  constructor(code: string) {
    super(`no connection: ${code}`);
    this.code = code;
  }
}

/** The body is longer than the caller takes. */
export class BodyTooLong extends Error {
  override readonly name = 'BodyTooLong';
}

export interface TransportRequest {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Readable;
  readonly signal?: AbortLike;
  /** Longest body of an answer, in bytes. */
  readonly limit?: number;
}

/** What the platform's signal and the one of grammY have in common. */
interface AbortLike {
  readonly aborted: boolean;
  addEventListener(type: 'abort', listener: () => void): void;
  removeEventListener(type: 'abort', listener: () => void): void;
}

/** As much of the platform's Response as is asked for; the whole of it costs as much as the call itself. */
export interface Answer {
  readonly status: number;
  readonly bytes: Uint8Array;
  json(): unknown;
}

export type Transport = (url: string, request?: TransportRequest) => Promise<Answer>;

const ANSWER_LIMIT = 64 * 1024 * 1024;

/**
 * A `fetch` that tells a request that never left from one whose answer was lost: by what happened on the socket,
 * as error codes are the same for both (ETIMEDOUT, ECONNRESET). Rejects with Unreachable for the first.
 */
export function createTransport(agent: Agent, connectTimeoutMs = 15_000): Transport {
  return (url, { method = 'GET', headers = {}, body, signal, limit = ANSWER_LIMIT } = {}) =>
    new Promise((resolve, reject) => {
      const open = url.startsWith('https:') ? httpsRequest : httpRequest;
      const request = open(url, { method, headers, agent });
      const link = watch(request, connectTimeoutMs);
      const fail = (error: Error): void => reject(link.made() ? error : unreachable(error));
      request.once('error', fail);
      request.once('response', (response) => void receive(response, limit).then(resolve, fail));
      const abort = (): void => void request.destroy(new Error('aborted'));
      if (signal?.aborted === true) abort();
      else signal?.addEventListener('abort', abort);
      // A signal that is yet to time out would hold the request, and with it the whole of its answer.
      request.once('close', () => signal?.removeEventListener('abort', abort));
      if (body instanceof Readable) body.once('error', (error) => request.destroy(error)).pipe(request);
      else request.end(body);
    });
}

/** Follows the connection of a request and gives up when it is not made in time. */
function watch(request: ClientRequest, timeoutMs: number): { made(): boolean } {
  let made = false;
  const patience = setTimeout(() => request.destroy(new Unreachable('ETIMEDOUT')), timeoutMs);
  const succeed = (): void => {
    made = true;
    clearTimeout(patience);
  };
  request.once('close', () => clearTimeout(patience));
  request.once('socket', (socket) => {
    const event = pendingEvent(request, socket);
    if (event === null) succeed();
    else socket.once(event, succeed);
  });
  // The agent would hand on a proxy's refusal as if the server had answered.
  request.once('proxyConnect', ({ statusCode }: { statusCode: number }) => {
    if (statusCode !== 200) request.destroy(new Unreachable(`PROXY_${statusCode}`));
  });
  return { made: () => made };
}

function pendingEvent(request: ClientRequest, socket: Socket): 'connect' | 'secureConnect' | null {
  if (request.reusedSocket) return null;
  if (socket instanceof TLSSocket) return 'secureConnect';
  return socket.connecting || socket.destroyed ? 'connect' : null;
}

function unreachable(error: NodeJS.ErrnoException): Unreachable {
  return error instanceof Unreachable ? error : new Unreachable(error.code ?? error.name);
}

/** By its events: as an async iterable it would take longer than all else of a call. */
function receive(response: IncomingMessage, limit: number): Promise<Answer> {
  const chunks: Buffer[] = [];
  let length = 0;
  return new Promise((resolve, reject) => {
    response.on('data', (chunk: Buffer) => {
      length += chunk.length;
      chunks.push(chunk);
      if (length > limit) response.destroy(new BodyTooLong(`more than ${limit} bytes`));
    });
    response.once('end', () => resolve(answerOf(response.statusCode ?? 500, Buffer.concat(chunks))));
    response.once('error', reject);
  });
}

const answerOf = (status: number, bytes: Buffer): Answer => ({
  status,
  bytes,
  json: () => JSON.parse(bytes.toString('utf8')) as unknown,
});
