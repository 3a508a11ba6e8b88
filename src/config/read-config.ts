import type { CommonConfig, Config, ConfigProblem, Environment, ReceiveConfig } from './config.ts';
import { contradictions } from './contradictions.ts';
import { environmentSchema, type Values } from './schemas.ts';
import { SANDBOX_FILE, SQLITE_FILE, variables } from './variables.ts';

export type ConfigReading =
  | { readonly ok: true; readonly config: Config }
  | { readonly ok: false; readonly problems: readonly ConfigProblem[] };

/**
 * Reads the whole environment: a config, or every problem at once. An empty variable counts as unset. Null is an
 * environment whose file cannot be read.
 */
export function readConfig(environment: Environment | null): ConfigReading {
  if (environment === null) return { ok: false, problems: [{ name: '.env', problem: 'cannot be read' }] };
  const set = present(environment);
  const read = environmentSchema.safeParse(set);
  const problems = [...(read.success ? [] : invalid(read.error.issues)), ...contradictions(set, environment)];
  if (!read.success || problems.length > 0) return { ok: false, problems };
  return { ok: true, config: assemble(read.data) };
}

function present(environment: Environment): Record<string, string> {
  const entries = variables.map(({ name }) => [name, environment[name]?.trim() ?? ''] as const);
  return Object.fromEntries(entries.filter(([, value]) => value !== ''));
}

function invalid(issues: readonly { path: PropertyKey[]; message: string }[]): ConfigProblem[] {
  const first = new Map<string, string>();
  for (const { path, message } of issues) {
    const name = String(path[0]);
    if (!first.has(name)) first.set(name, message);
  }
  return [...first].map(([name, problem]) => ({ name, problem }));
}

function assemble(values: Values): Config {
  const token = values.BOT_TOKEN;
  const common: CommonConfig = {
    databaseUrl: values.DATABASE_URL ?? (token === undefined ? SANDBOX_FILE : SQLITE_FILE),
    host: values.HOST,
    port: values.PORT,
    adminIds: values.ADMIN_IDS,
    timeZone: values.TIME_ZONE,
    locale: values.LOCALE,
    logLevel: values.LOG_LEVEL,
  };
  if (token === undefined) return { ...common, mode: 'sandbox', sandboxNow: values.SANDBOX_NOW };
  return {
    ...common,
    mode: 'telegram',
    token,
    apiRoot: values.TELEGRAM_API_ROOT,
    proxy: values.TELEGRAM_PROXY ?? null,
    receive: receiveOf(values),
  };
}

function receiveOf({ PUBLIC_URL: publicUrl, WEBHOOK_SECRET: secret }: Values): ReceiveConfig {
  if (publicUrl === undefined || secret === undefined) return { kind: 'polling' };
  return { kind: 'webhook', publicUrl, secret };
}
