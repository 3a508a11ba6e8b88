import type { IncomingMessage, ServerResponse } from 'node:http';
import type { CallbackAnswer } from '../updates/callback-query.ts';
import type { ApiMessage } from './message.ts';

/** What pages and tests are told as it happens. */
export type SandboxEvent =
  | { readonly type: 'message' | 'edited'; readonly chat: number; readonly message: ApiMessage }
  | { readonly type: 'deleted'; readonly chat: number; readonly messageId: number }
  | { readonly type: 'typing'; readonly chat: number }
  /** A chat's title, members, pins or the bot's place in it changed, or it came to be. */
  | { readonly type: 'chat'; readonly chat: number }
  | { readonly type: 'read'; readonly chat: number; readonly user: number }
  | { readonly type: 'answer'; readonly callback: string; readonly answer: CallbackAnswer }
  | { readonly type: 'commands' }
  | { readonly type: 'faults' }
  /** A program has begun to follow the clock. */
  | { readonly type: 'follower' }
  | { readonly type: 'clock'; readonly seq: number; readonly now: number; readonly walking: boolean }
  /** A call of the bot has been answered; `code` is 200 or the error's, 0 for a dropped connection. */
  | { readonly type: 'call'; readonly method: string; readonly chat: number | null; readonly code: number };

/** One stream of server-sent events to everybody who listens. */
export interface EventStream {
  send(event: SandboxEvent): void;
  subscribe(req: IncomingMessage, res: ServerResponse): void;
  /** Hears every event within the process, until the result is called. */
  listen(listener: (event: SandboxEvent) => void): () => void;
  close(): void;
}

// Comments that keep the connection open through proxies.
const HEARTBEAT_MS = 20_000;

export function createEventStream(): EventStream {
  const connections = new Set<ServerResponse>();
  const listeners = new Set<(event: SandboxEvent) => void>();
  const heartbeat = setInterval(() => {
    for (const connection of connections) connection.write(': still here\n\n');
  }, HEARTBEAT_MS);
  heartbeat.unref();
  return {
    send: (event) => {
      const text = connections.size > 0 ? `data: ${JSON.stringify(event)}\n\n` : '';
      for (const connection of connections) connection.write(text);
      for (const listener of listeners) listener(event);
    },
    subscribe: (req, res) => {
      res.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
      res.write(': hello\n\n');
      connections.add(res);
      req.on('close', () => connections.delete(res));
    },
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: () => {
      clearInterval(heartbeat);
      for (const connection of connections) connection.end();
      connections.clear();
      listeners.clear();
    },
  };
}
