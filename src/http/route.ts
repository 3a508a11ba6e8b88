import type { IncomingMessage, ServerResponse } from 'node:http';

/** Answers the request and returns true, or leaves it untouched to the next route. */
export type Route = (request: IncomingMessage, response: ServerResponse) => Promise<boolean>;

/** The path without query, as sent. */
export function pathOf(request: IncomingMessage): string {
  return (request.url ?? '/').split('?', 1)[0] ?? '/';
}

export function answerJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
  });
  response.end(JSON.stringify(body));
}
