import type { IncomingMessage } from 'node:http';

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * Whether a request was addressed to this machine by a loopback name, and from a page of this machine where
 * the browser says so: a foreign site that has its name point here (DNS rebinding) carries its own name.
 */
export function isLocalRequest({ headers }: IncomingMessage): boolean {
  const origin = headers.origin;
  return isLoopback(`http://${headers.host ?? ''}`) && (origin === undefined || isLoopback(origin));
}

function isLoopback(url: string): boolean {
  return URL.canParse(url) && LOOPBACK.has(new URL(url).hostname);
}
