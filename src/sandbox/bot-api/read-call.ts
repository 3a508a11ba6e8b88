import type { IncomingMessage } from 'node:http';
import { badRequest } from '../http/api-error.ts';
import { readBody } from '../http/read-body.ts';
import { LARGEST_UPLOAD, readMultipart, type Upload } from '../http/read-multipart.ts';
import type { Values } from './validate.ts';

/** What came with a call: parameters as sent, files by the name of their part. */
export interface CallBody {
  readonly values: Values;
  readonly uploads: ReadonlyMap<string, Upload>;
}

const NO_UPLOADS: ReadonlyMap<string, Upload> = new Map();

/** Reads parameters from the query and from a body of JSON, form or multipart; the body wins. @throws ApiError */
export async function readCall(req: IncomingMessage, query: URLSearchParams): Promise<CallBody> {
  const fromQuery = Object.fromEntries(query);
  const type = (req.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  if (type === 'multipart/form-data') {
    const { fields, uploads } = await readMultipart(req);
    return { values: { ...fromQuery, ...fields }, uploads };
  }
  const body = (await readBody(req, LARGEST_UPLOAD)).toString('utf8');
  if (type === 'application/json') {
    return { values: { ...fromQuery, ...parseObject(body) }, uploads: NO_UPLOADS };
  }
  return { values: { ...fromQuery, ...Object.fromEntries(new URLSearchParams(body)) }, uploads: NO_UPLOADS };
}

function parseObject(body: string): Values {
  if (body.trim() === '') return {};
  try {
    const parsed: unknown = JSON.parse(body);
    if (typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)) return parsed as Values;
  } catch {
    // Told below, as for any other body that is no object.
  }
  throw badRequest("can't parse request body JSON object");
}
