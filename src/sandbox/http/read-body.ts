import type { IncomingMessage } from 'node:http';
import { ApiError, badRequest } from './api-error.ts';

/** The whole body. @throws ApiError 413 when it is longer than `limit` bytes, 400 where its sender has gone. */
export async function readBody(req: IncomingMessage, limit: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of req as AsyncIterable<Buffer>) {
      length += chunk.length;
      if (length > limit) throw new ApiError(413, 'Request Entity Too Large');
      chunks.push(chunk);
    }
  } catch (error) {
    if (req.complete || error instanceof ApiError) throw error;
    throw badRequest('request aborted');
  }
  return Buffer.concat(chunks);
}
