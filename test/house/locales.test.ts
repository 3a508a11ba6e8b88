import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { sourceFiles } from './imports.ts';

type Tree = { readonly [key: string]: string | Tree };

const FOLDER = 'src/i18n/locales';

const read = (path: string): Tree => JSON.parse(readFileSync(path, 'utf8')) as Tree;

function leaves(tree: Tree, prefix = ''): Map<string, string> {
  return new Map(
    Object.entries(tree).flatMap(([key, node]) =>
      typeof node === 'string' ? [[`${prefix}${key}`, node] as const] : [...leaves(node, `${prefix}${key}.`)],
    ),
  );
}

const files = sourceFiles('src');
const found = (what: RegExp, where: typeof files): ReadonlySet<string> =>
  new Set(where.flatMap(({ text }) => [...text.matchAll(what)].map(([, one = '']) => one)));
/** Keys and codes as they are; and the beginnings of those that end in something computed: `report.state.${…}`. */
const WHOLE = /'([\w.]+)'/g;
const whole = found(WHOLE, files);
const beginnings = found(/`([\w.]+\.)\$\{/g, files);
/** Where codes of refusals are listed, whether somebody refuses so or not. */
const LISTS = ['app/outcome.ts', 'importer/import-refusal.ts'];
const refused = found(
  WHOLE,
  files.filter(({ path }) => !LISTS.includes(path)),
);

const isUsed = (key: string): boolean =>
  whole.has(key) || beginnings.has(key.slice(0, key.lastIndexOf('.') + 1));

/** All refusals are said by one computed key, so each is asked for by its code. */
const isSaid = (key: string): boolean =>
  key.startsWith('refusal.') ? refused.has(key.slice('refusal.'.length)) : isUsed(key);

const baseKey = (key: string): string => key.replace(/_(one|other)$/, '');

describe('the texts of the bot', () => {
  const vi = leaves(read(join(FOLDER, 'vi.json')));
  const en = leaves(read(join(FOLDER, 'en.json')));

  test('have the same keys in both languages', () => {
    expect(readdirSync(FOLDER).toSorted()).toEqual(['en.json', 'vi.json']);
    expect(vi.size).toBeGreaterThan(10);
    expect([...new Set([...en.keys()].map(baseKey))].toSorted()).toEqual([...vi.keys()].toSorted());
  });

  test('are composed (NFC), without stray spaces', () => {
    const odd = [...vi, ...en].filter(
      ([, text]) => text !== text.normalize('NFC') || / {2}|^ | $/.test(text),
    );
    expect(odd).toEqual([]);
  });

  test('are each said somewhere', () => {
    const keys = [...vi.keys()];
    expect(keys.length).toBeGreaterThan(100);
    expect(keys.filter((key) => !isSaid(key))).toEqual([]);
  });
});
