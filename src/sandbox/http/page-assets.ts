import { readFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { fileURLToPath } from 'node:url';

const FOLDER = new URL('../page/', import.meta.url);

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json; charset=utf-8',
  svg: 'image/svg+xml',
};

const HEADERS = {
  'cache-control': 'no-cache',
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'self'; img-src 'self' data: blob:; frame-ancestors 'none'",
};

/** Serves the page: `/` and what lies in its folder under `/page/`. False for any other path. */
export async function servePage(res: ServerResponse, path: string): Promise<boolean> {
  const name = path === '/' ? 'index.html' : /^\/page\/((?:locales\/)?[a-z0-9-]+\.[a-z]+)$/.exec(path)?.[1];
  const type = TYPES[name?.split('.').at(-1) ?? ''];
  if (name === undefined || type === undefined) return false;
  try {
    const bytes = await readFile(fileURLToPath(new URL(name, FOLDER)));
    res.writeHead(200, { ...HEADERS, 'content-type': type, 'content-length': String(bytes.length) });
    res.end(bytes);
    return true;
  } catch {
    return false;
  }
}
