import type { IncomingMessage, ServerResponse } from 'node:http';
import * as z from 'zod';
import type { FaultPlan } from '../faults/fault-plan.ts';
import { ApiError } from '../http/api-error.ts';
import { readBody } from '../http/read-body.ts';
import { readMultipart } from '../http/read-multipart.ts';
import { replyJson } from '../http/reply.ts';
import { ActError } from '../world/person-acts.ts';
import type { World } from '../world/world.ts';
import { chatRoutes } from './chat-routes.ts';
import { isLocalRequest } from './loopback.ts';
import { HANDLED } from './route.ts';
import { worldRoutes } from './world-routes.ts';

const routes = new Map([...chatRoutes, ...worldRoutes].map((one) => [`${one.method} ${one.path}`, one]));

const LONGEST_BODY = 1024 * 1024;

/** Answers `/sandbox/<path>`: what the page, tests and the clock's follower ask, as JSON. */
export async function answerControl(
  { world, faults, saved }: { world: World; faults: FaultPlan; saved: () => Promise<void> },
  req: IncomingMessage,
  res: ServerResponse,
  path: string,
  query: URLSearchParams,
): Promise<void> {
  if (!isLocalRequest(req)) return replyJson(res, 403, { error: 'only for this machine' });
  const found = routes.get(`${req.method ?? 'GET'} ${path}`);
  if (found === undefined) return replyJson(res, 404, { error: `no such route: ${req.method} ${path}` });
  const gone = new AbortController();
  res.on('close', () => gone.abort());
  try {
    const { input, file } = await readInput(req, query);
    const result = await found.run({ world, faults, gone: gone.signal, file, req, res }, input);
    if (result === HANDLED) return;
    await saved();
    replyJson(res, 200, result);
  } catch (error) {
    const refusal = refusalOf(error);
    if (refusal === null) throw error;
    replyJson(res, 400, { error: refusal });
  }
}

function refusalOf(error: unknown): string | null {
  if (error instanceof z.ZodError) return z.prettifyError(error);
  return error instanceof ActError || error instanceof ApiError ? error.message : null;
}

async function readInput(req: IncomingMessage, query: URLSearchParams) {
  if (req.method === 'GET') return { input: Object.fromEntries(query), file: undefined };
  if ((req.headers['content-type'] ?? '').startsWith('multipart/form-data')) {
    const { fields, uploads } = await readMultipart(req);
    return { input: fields, file: uploads.get('file') };
  }
  const body = (await readBody(req, LONGEST_BODY)).toString('utf8');
  try {
    const input: unknown = body === '' ? {} : JSON.parse(body);
    return { input, file: undefined };
  } catch {
    throw new ActError('the body is not JSON');
  }
}
