/** One environment variable: the source of `.env.example` and of the README's configuration table. */
export interface Variable {
  readonly name: VariableName;
  readonly meaning: string;
  /** What holds when it is unset; null where nothing does. */
  readonly default: string | null;
  /** Makes no sense without a Telegram bot, so that to set it without `BOT_TOKEN` is a mistake. */
  readonly telegramOnly?: true;
}

export const SQLITE_FILE = 'file:./data/dung-han.db';
export const SANDBOX_FILE = 'file:./data/sandbox.db';

const names = [
  'BOT_TOKEN',
  'TELEGRAM_API_ROOT',
  'TELEGRAM_PROXY',
  'DATABASE_URL',
  'ADMIN_IDS',
  'HOST',
  'PORT',
  'PUBLIC_URL',
  'WEBHOOK_SECRET',
  'TIME_ZONE',
  'LOCALE',
  'LOG_LEVEL',
  'SANDBOX_NOW',
] as const;

export type VariableName = (typeof names)[number];

export const variables: readonly Variable[] = [
  {
    name: 'BOT_TOKEN',
    meaning: 'Telegram bot token; without it the sandbox starts (an error when NODE_ENV is production)',
    default: null,
  },
  {
    name: 'TELEGRAM_API_ROOT',
    meaning: 'Bot API server',
    default: 'https://api.telegram.org',
    telegramOnly: true,
  },
  {
    name: 'TELEGRAM_PROXY',
    meaning: '`http://`, `https://` or `socks5://` proxy to the Bot API server',
    default: null,
    telegramOnly: true,
  },
  {
    name: 'DATABASE_URL',
    meaning: `\`file:…\` is SQLite, \`postgresql://…\` PostgreSQL; the sandbox has \`${SANDBOX_FILE}\``,
    default: SQLITE_FILE,
  },
  {
    name: 'ADMIN_IDS',
    meaning:
      'Telegram user ids that are secretariat from the start, comma-separated; taking one out takes nothing away: that is done in the chat (`/caidat`, Thường trực); without it a one-time set-up link is logged at each start until it is used',
    default: null,
  },
  { name: 'HOST', meaning: 'Address that the HTTP server listens on', default: '127.0.0.1' },
  { name: 'PORT', meaning: 'Port of the HTTP server', default: '8080' },
  {
    name: 'PUBLIC_URL',
    meaning: 'Address under which Telegram reaches the HTTP server; webhook mode when set, else long polling',
    default: null,
    telegramOnly: true,
  },
  {
    name: 'WEBHOOK_SECRET',
    meaning: 'Shared secret of the webhook, 1–256 of `A-Za-z0-9_-`; goes with PUBLIC_URL',
    default: null,
    telegramOnly: true,
  },
  {
    name: 'TIME_ZONE',
    meaning: 'Zone of the organisation, seeded at first start',
    default: 'Asia/Ho_Chi_Minh',
  },
  {
    name: 'LOCALE',
    meaning: 'Language of the organisation, `vi` or `en`, seeded at first start',
    default: 'vi',
  },
  { name: 'LOG_LEVEL', meaning: '`trace`, `debug`, `info`, `warn`, `error` or `fatal`', default: 'info' },
  {
    name: 'SANDBOX_NOW',
    meaning: 'First instant of a new sandbox world (ISO 8601 with offset)',
    default: '2024-11-04T07:55:00+07:00',
  },
];

/** The default of a variable that has one; throws for one that has none. */
export function defaultOf(name: VariableName): string {
  const value = variables.find((variable) => variable.name === name)?.default ?? null;
  if (value === null) throw new Error(`${name} has no default`);
  return value;
}
