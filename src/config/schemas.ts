import * as z from 'zod';
import { LOG_LEVELS } from './config.ts';
import { defaultOf } from './variables.ts';

/** The messages name what is wanted and never repeat the value: it may be a secret. */
export const environmentSchema = z.object({
  BOT_TOKEN: z
    .string()
    .regex(/^\d+:[\w-]+$/, 'is not a bot token such as 123456:ABC-def')
    .optional(),
  TELEGRAM_API_ROOT: url(['http:', 'https:'], 'must be an http:// or https:// address')
    .transform(bare)
    .prefault(defaultOf('TELEGRAM_API_ROOT')),
  TELEGRAM_PROXY: url(
    ['http:', 'https:', 'socks5:'],
    'must be an http://, https:// or socks5:// address',
  ).optional(),
  DATABASE_URL: z
    .string()
    .regex(/^(file:.|postgres(ql)?:\/\/.)/, 'must begin with file: or postgresql://')
    .optional(),
  ADMIN_IDS: z
    .string()
    .transform((text) => (text === '' ? [] : text.split(',').map((id) => id.trim())))
    .refine((ids) => ids.every((id) => /^[1-9]\d{0,15}$/.test(id)), 'must be numbers separated by commas')
    .prefault(''),
  HOST: z.string().regex(/^\S+$/, 'must be a host name or an address').prefault(defaultOf('HOST')),
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, 'must be a number from 0 to 65535')
    .transform(Number)
    .refine((port) => port <= 65_535, 'must be a number from 0 to 65535')
    .prefault(defaultOf('PORT')),
  PUBLIC_URL: url(['http:', 'https:'], 'must be an https:// address').transform(bare).optional(),
  WEBHOOK_SECRET: z
    .string()
    .regex(/^[\w-]{1,256}$/, 'must be 1–256 of A-Z, a-z, 0-9, _ and -')
    .optional(),
  TIME_ZONE: z
    .string()
    .refine(isZone, 'is not a zone of the IANA database such as Asia/Ho_Chi_Minh')
    .prefault(defaultOf('TIME_ZONE')),
  LOCALE: z.enum(['vi', 'en'], 'must be vi or en').prefault(defaultOf('LOCALE') as 'vi'),
  LOG_LEVEL: z
    .enum(LOG_LEVELS, `must be one of ${LOG_LEVELS.join(', ')}`)
    .prefault(defaultOf('LOG_LEVEL') as 'info'),
  SANDBOX_NOW: z.iso
    .datetime({
      offset: true,
      error: 'must be ISO 8601 with an offset such as 2024-11-04T07:55:00+07:00',
    })
    .prefault(defaultOf('SANDBOX_NOW')),
});

export type Values = z.output<typeof environmentSchema>;

function url(protocols: readonly string[], problem: string): z.ZodString {
  return z.string().refine((text) => {
    const parsed = URL.canParse(text) ? new URL(text) : null;
    return parsed !== null && protocols.includes(parsed.protocol) && parsed.hostname !== '';
  }, problem);
}

function bare(address: string): string {
  return address.replace(/\/+$/, '');
}

/** An offset such as +07:00 is a zone to newer runtimes only, and never knows of a change of law. */
function isZone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
