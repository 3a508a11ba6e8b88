import { describe, expect, test } from 'vitest';
import type { Config, Environment } from '../../src/config/config.ts';
import { readConfig } from '../../src/config/read-config.ts';

const TOKEN = '123456:secret-token_of-the-bot';

describe('without a token', () => {
  test('the sandbox starts with the defaults of the README', () => {
    expect(configOf({})).toEqual({
      mode: 'sandbox',
      sandboxNow: '2024-11-04T07:55:00+07:00',
      databaseUrl: 'file:./data/sandbox.db',
      host: '127.0.0.1',
      port: 8080,
      adminIds: [],
      timeZone: 'Asia/Ho_Chi_Minh',
      locale: 'vi',
      logLevel: 'info',
    });
  });

  test('production is an error', () => {
    expect(namesOf({ NODE_ENV: 'production' })).toEqual(['BOT_TOKEN']);
  });

  test.each(['TELEGRAM_PROXY', 'TELEGRAM_API_ROOT'])('%s alone is a mistake', (name) => {
    expect(namesOf({ [name]: 'http://proxy.example:3128' })).toEqual([name]);
  });
});

describe('with a token', () => {
  test('the bot polls, with the defaults of the README', () => {
    expect(configOf({ BOT_TOKEN: TOKEN, NODE_ENV: 'production' })).toMatchObject({
      mode: 'telegram',
      token: TOKEN,
      apiRoot: 'https://api.telegram.org',
      proxy: null,
      receive: { kind: 'polling' },
      databaseUrl: 'file:./data/dung-han.db',
    });
  });

  test('a public address with a secret makes it a webhook', () => {
    const config = configOf({ BOT_TOKEN: TOKEN, PUBLIC_URL: 'https://bot.example/', WEBHOOK_SECRET: 's-3' });

    expect(config).toMatchObject({
      receive: { kind: 'webhook', publicUrl: 'https://bot.example', secret: 's-3' },
    });
  });

  test.each<[Environment, string]>([
    [{ PUBLIC_URL: 'https://bot.example' }, 'WEBHOOK_SECRET'],
    [{ WEBHOOK_SECRET: 'abc' }, 'PUBLIC_URL'],
    [{ PUBLIC_URL: 'http://bot.example', WEBHOOK_SECRET: 'abc' }, 'PUBLIC_URL'],
    [{ SANDBOX_NOW: '2024-11-04T07:55:00+07:00' }, 'SANDBOX_NOW'],
  ])('%j contradicts itself, said of %s', (environment, name) => {
    expect(namesOf({ BOT_TOKEN: TOKEN, ...environment })).toEqual([name]);
  });

  test('a webhook without TLS is for a Bot API server of one’s own', () => {
    const own = {
      TELEGRAM_API_ROOT: 'http://api.lan:8081/',
      PUBLIC_URL: 'http://bot.lan',
      WEBHOOK_SECRET: 'x',
    };

    expect(configOf({ BOT_TOKEN: TOKEN, ...own })).toMatchObject({ apiRoot: 'http://api.lan:8081' });
  });

  test.each(['http://p:3128', 'https://u:p@p:3128', 'socks5://127.0.0.1:1080'])('%s is a proxy', (proxy) => {
    expect(configOf({ BOT_TOKEN: TOKEN, TELEGRAM_PROXY: proxy })).toMatchObject({ proxy });
  });
});

test.each<[string, string[]]>([
  ['BOT_TOKEN', ['abc', '12345', ':x', '1:a b']],
  ['TELEGRAM_API_ROOT', ['api.telegram.org', 'ftp://x', 'https://']],
  ['TELEGRAM_PROXY', ['127.0.0.1:1080', 'socks4://x', 'socks5://']],
  ['DATABASE_URL', ['data.db', 'file:', 'mysql://x']],
  ['ADMIN_IDS', ['anna', '1,,2', '-5', '1 2']],
  ['HOST', ['a b']],
  ['PORT', ['65536', '-1', '80.5', 'http']],
  ['PUBLIC_URL', ['bot.example', 'ftp://bot.example']],
  ['WEBHOOK_SECRET', ['a b', 'ữ', 'x'.repeat(257)]],
  ['TIME_ZONE', ['Hanoi', '+07:00', 'Asia/Saigon2']],
  ['LOCALE', ['fr', 'VI']],
  ['LOG_LEVEL', ['loud', 'INFO']],
  ['SANDBOX_NOW', ['2024-11-04', '2024-11-04T07:55:00', 'now', '2024-13-04T07:55:00Z']],
])('%s refuses %j', (name, values) => {
  for (const value of values) {
    const telegram = name === 'SANDBOX_NOW' ? {} : { BOT_TOKEN: TOKEN, TELEGRAM_API_ROOT: 'http://own' };
    const webhook = { PUBLIC_URL: 'https://bot.example', WEBHOOK_SECRET: 'abc' };
    const needsBoth = name === 'PUBLIC_URL' || name === 'WEBHOOK_SECRET';
    expect(namesOf({ ...telegram, ...(needsBoth ? webhook : {}), [name]: value })).toEqual([name]);
  }
});

test('every problem is listed at once, by name and never by value', () => {
  const reading = readConfig({
    BOT_TOKEN: 'wrong-secret',
    PORT: 'eighty',
    LOCALE: 'fr',
    PUBLIC_URL: 'https://b',
  });

  expect(reading.ok).toBe(false);
  expect(reading.ok ? [] : reading.problems.map(({ name }) => name)).toEqual([
    'BOT_TOKEN',
    'PORT',
    'LOCALE',
    'WEBHOOK_SECRET',
  ]);
  expect(JSON.stringify(reading)).not.toMatch(/wrong-secret|eighty|"fr"/);
});

test('lists, numbers and blanks are read', () => {
  const config = configOf({ ADMIN_IDS: ' 12, 34 ', PORT: '0', HOST: '  ', LOCALE: '' });

  expect(config).toMatchObject({ adminIds: ['12', '34'], port: 0, host: '127.0.0.1', locale: 'vi' });
});

function configOf(environment: Environment): Config {
  const reading = readConfig(environment);
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return reading.config;
}

function namesOf(environment: Environment): string[] {
  const reading = readConfig(environment);
  return reading.ok ? [] : reading.problems.map(({ name }) => name);
}
