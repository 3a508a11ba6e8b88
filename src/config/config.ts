export type Environment = Readonly<Record<string, string | undefined>>;

/** What is wrong with one variable; never its value. */
export interface ConfigProblem {
  readonly name: string;
  readonly problem: string;
}

/** What the environment asks for, checked. Zone and instant are checked text: the core's parsers take them. */
export type Config = SandboxConfig | TelegramConfig;

export interface SandboxConfig extends CommonConfig {
  readonly mode: 'sandbox';
  /** First instant of a new sandbox world, ISO 8601 with offset. */
  readonly sandboxNow: string;
}

export interface TelegramConfig extends CommonConfig {
  readonly mode: 'telegram';
  readonly token: string;
  /** Without a trailing slash. */
  readonly apiRoot: string;
  /** `http:`, `https:` or `socks5:` URL, credentials included. */
  readonly proxy: string | null;
  readonly receive: ReceiveConfig;
}

export type ReceiveConfig =
  | { readonly kind: 'polling' }
  /** Without a trailing slash. */
  | { readonly kind: 'webhook'; readonly publicUrl: string; readonly secret: string };

export interface CommonConfig {
  readonly databaseUrl: string;
  readonly host: string;
  /** 0 lets the system choose. */
  readonly port: number;
  /** User ids at the channel. */
  readonly adminIds: readonly string[];
  /** An IANA zone that this runtime knows. */
  readonly timeZone: string;
  readonly locale: 'vi' | 'en';
  readonly logLevel: LogLevel;
}

export const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];
