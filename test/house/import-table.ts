/** Which room of `src/` may import which: the table of docs/architecture.md, as a value. */
export const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  'main.ts': ['compose'],
  compose: ['*'],
  cli: ['compose', 'app', 'core', 'i18n'],
  config: [],
  core: [],
  app: ['core'],
  bot: ['app', 'core', 'i18n'],
  telegram: ['app', 'core', 'i18n', 'bot/incoming.ts'],
  outbox: ['app', 'core'],
  scheduler: ['app', 'core'],
  storage: ['app', 'core'],
  importer: ['app', 'core', 'i18n'],
  exporter: ['app', 'core', 'i18n'],
  i18n: ['core'],
  clock: ['app', 'core'],
  http: ['app', 'core'],
  observability: ['app', 'core'],
  sandbox: [],
};

/** What only one room may reach outside the project. */
export const ONLY_IN: Readonly<Record<string, readonly string[]>> = {
  'node-schedule': ['scheduler'],
  grammy: ['telegram'],
  pino: ['observability'],
  '@prisma/client': ['storage'],
};
