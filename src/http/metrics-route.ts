import { pathOf, type Route } from './route.ts';

/** `GET /metrics` in the exposition format that `render` gives. */
export function metricsRoute(render: () => Promise<{ contentType: string; text: string }>): Route {
  return async (request, response) => {
    if (pathOf(request) !== '/metrics' || request.method !== 'GET') return false;
    const { contentType, text } = await render();
    response.writeHead(200, { 'content-type': contentType, 'cache-control': 'no-store' });
    response.end(text);
    return true;
  };
}
