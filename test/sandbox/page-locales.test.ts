import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const folder = new URL('../../src/sandbox/page/', import.meta.url);
const locale = (name: string): Readonly<Record<string, string>> =>
  JSON.parse(readFileSync(new URL(`locales/${name}.json`, folder), 'utf8')) as Record<string, string>;
const scripts = readdirSync(folder)
  .filter((name) => name.endsWith('.js'))
  .map((name) => readFileSync(new URL(name, folder), 'utf8'))
  .join('\n');
const vi = locale('vi');
const en = locale('en');

// What looks like a key and is none: where the language is kept, and Telegram's address.
const NO_TEXT = ['sandbox.language', 't.me'];

describe('the texts of the chat page', () => {
  test('have the same keys and the same places to fill in both languages', () => {
    const places = (texts: Readonly<Record<string, string>>) =>
      Object.entries(texts).map(([key, text]) => [key, (text.match(/\{\w+\}/g) ?? []).sort()]);

    expect(Object.keys(vi).length).toBeGreaterThan(50);
    expect(places(en)).toEqual(places(vi));
  });

  test('exist for every key that the scripts name, and none is left over', () => {
    const named = new Set([...scripts.matchAll(/'([a-z]+\.[a-zA-Z]+)'/g)].map(([, key]) => key ?? ''));
    // Keys put together from a kind of chat or member.
    const composed = ['private', 'group', 'supergroup', 'creator', 'administrator'].map(
      (kind) => `info.${kind}`,
    );
    const known = Object.keys(vi);

    expect(known.filter((key) => !named.has(key) && !composed.includes(key))).toEqual([]);
    expect([...named].filter((key) => !known.includes(key) && !NO_TEXT.includes(key))).toEqual([]);
  });

  test('are in composed Unicode', () => {
    expect(JSON.stringify(vi)).toBe(JSON.stringify(vi).normalize('NFC'));
  });
});
