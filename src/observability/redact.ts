const HIDDEN = '[redacted]';
const MAX_DEPTH = 6;

/** What names people, quotes them or opens doors. Ids stay: without them a log line is of no use. */
const secretKeys = new Set(
  (
    'token secret password authorization proxy url cookie ' +
    'name firstname lastname fullname displayname username title phone ' +
    'text caption label reason question payload query'
  ).split(' '),
);

const BOT_TOKEN = /\d{3,}:[\w-]{20,}/g;
const TOKEN_IN_PATH = /\/bot\d+:[^/\s]+/g;
const CREDENTIALS = /\/\/[^/\s@]+@/g;

/**
 * The fields of a log line without tokens, names and what people wrote. Errors become their type, code, message
 * and stack; long lists of unknown origin are cut off in depth.
 */
export function redact(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return redactObject(fields, 0);
}

/** The text without bot tokens and credentials of addresses. */
export function redactText(text: string): string {
  return text.replace(TOKEN_IN_PATH, '/bot***').replace(BOT_TOKEN, '***').replace(CREDENTIALS, '//***@');
}

function redactValue(value: unknown, depth: number): unknown {
  if (typeof value === 'string') return redactText(value);
  if (typeof value === 'bigint') return value.toString();
  if (typeof value !== 'object' || value === null) return value;
  if (depth >= MAX_DEPTH) return '[deep]';
  if (value instanceof Error) return redactError(value, depth);
  if (value instanceof Uint8Array) return `[${value.length} bytes]`;
  if (Array.isArray(value)) return value.map((item) => redactValue(item, depth + 1));
  return redactObject(value as Record<string, unknown>, depth + 1);
}

function redactObject(value: Readonly<Record<string, unknown>>, depth: number): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(value).map(([key, entry]) => [key, isSecret(key) ? HIDDEN : redactValue(entry, depth)]),
  );
}

/** Only what every error has: libraries hang requests, payloads and addresses on theirs. */
function redactError(error: Error, depth: number): Record<string, unknown> {
  const code = 'code' in error && typeof error.code === 'string' ? { code: error.code } : {};
  const cause = error.cause === undefined ? {} : { cause: redactValue(error.cause, depth + 1) };
  return {
    type: error.name,
    ...code,
    message: redactText(error.message),
    stack: redactText(error.stack ?? ''),
    ...cause,
  };
}

function isSecret(key: string): boolean {
  return secretKeys.has(key.toLowerCase().replaceAll('_', ''));
}
