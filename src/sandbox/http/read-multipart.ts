import type { IncomingMessage } from 'node:http';
import { Dicer } from '@fastify/busboy';
import { ApiError, badRequest } from './api-error.ts';
import { mediaType } from './media-type.ts';

export interface Upload {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** A form: its fields as text, its files by the name of their part. */
export interface Form {
  readonly fields: Readonly<Record<string, string>>;
  readonly uploads: ReadonlyMap<string, Upload>;
}

/** The largest file a bot may send (Bot API, sendDocument). */
export const LARGEST_UPLOAD = 50 * 1024 * 1024;

interface Part {
  readonly disposition: ReadonlyMap<string, string>;
  readonly bytes: Buffer;
}

/**
 * Reads a `multipart/form-data` body. The parts are cut by Dicer, their headers read here: Busboy's own reader
 * drops the spaces of a file name without quotes, which is how grammY writes it.
 * @throws ApiError 413 for a part over 50 MB, 400 for a broken body.
 */
export async function readMultipart(req: IncomingMessage): Promise<Form> {
  const boundary = /boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(req.headers['content-type'] ?? '');
  if (boundary === null) throw badRequest('multipart body without a boundary');
  const parts = await readParts(req, boundary[1] ?? boundary[2] ?? '');
  const fields: Record<string, string> = {};
  const uploads = new Map<string, Upload>();
  for (const { disposition, bytes } of parts) {
    const name = disposition.get('name') ?? '';
    const file = disposition.get('filename');
    if (file === undefined) fields[name] = bytes.toString('utf8');
    else uploads.set(name, { name: file, type: mediaType(file, bytes), bytes });
  }
  return { fields, uploads };
}

async function readParts(req: IncomingMessage, boundary: string): Promise<readonly Part[]> {
  const parts: Part[] = [];
  await new Promise<void>((resolve, reject) => {
    const dicer = new Dicer({ boundary });
    dicer.on('part', (part) => {
      const chunks: Buffer[] = [];
      let length = 0;
      let disposition: ReadonlyMap<string, string> = new Map();
      part.on('header', (header) => {
        disposition = readDisposition((header as Record<string, string[]>)['content-disposition']?.[0] ?? '');
      });
      part.on('data', (chunk: Buffer) => {
        length += chunk.length;
        if (length > LARGEST_UPLOAD) reject(new ApiError(413, 'Request Entity Too Large'));
        else chunks.push(chunk);
      });
      part.on('end', () => parts.push({ disposition, bytes: Buffer.concat(chunks) }));
      part.on('error', () => reject(badRequest("can't parse multipart body")));
    });
    dicer.on('finish', resolve);
    dicer.on('error', () => reject(badRequest("can't parse multipart body")));
    req.on('aborted', () => reject(badRequest('request aborted')));
    req.pipe(dicer);
  });
  return parts;
}

// `name="x"`, or without quotes up to the next semicolon; Dicer gives bytes as Latin-1 characters.
function readDisposition(header: string): ReadonlyMap<string, string> {
  const text = Buffer.from(header, 'latin1').toString('utf8');
  const found = text.matchAll(/;\s*([\w*]+)=(?:"((?:[^"\\]|\\.)*)"|([^;]*))/g);
  return new Map(
    [...found].map(([, name = '', quoted, bare = '']) => [name, unescaped(quoted) ?? bare.trim()]),
  );
}

// Browsers write a quote in a name as %22.
function unescaped(quoted: string | undefined): string | undefined {
  return quoted?.replace(/\\(.)/g, '$1').replaceAll('%22', '"');
}
