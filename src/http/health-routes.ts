import { answerJson, pathOf, type Route } from './route.ts';

/** What a probe found; `failing` names what is not well. */
export interface ProbeReport {
  readonly ok: boolean;
  readonly failing: readonly string[];
}

export type Probe = () => Promise<ProbeReport> | ProbeReport;

/** `GET /healthz`: the process turns. Containers restart it on 503. */
export function healthzRoute(probe: Probe): Route {
  return probeRoute('/healthz', probe);
}

/** `GET /readyz`: it can do its work now. An outage of a channel shows here and restarts nothing. */
export function readyzRoute(probe: Probe): Route {
  return probeRoute('/readyz', probe);
}

function probeRoute(path: string, probe: Probe): Route {
  return async (request, response) => {
    if (pathOf(request) !== path) return false;
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.setHeader('allow', 'GET, HEAD');
      answerJson(response, 405, { error: 'method_not_allowed' });
      return true;
    }
    const { ok, failing } = await probe();
    answerJson(response, ok ? 200 : 503, { status: ok ? 'ok' : 'failing', failing });
    return true;
  };
}
