import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { sourceFiles } from './imports.ts';

type Tree = { readonly [key: string]: string | Tree };

const FOLDERS = ['src/i18n/locales', 'src/sandbox/page/locales'];

const read = (path: string): Tree => JSON.parse(readFileSync(path, 'utf8')) as Tree;

function leaves(tree: Tree, prefix = ''): Map<string, string> {
  return new Map(
    Object.entries(tree).flatMap(([key, node]) =>
      typeof node === 'string' ? [[`${prefix}${key}`, node] as const] : [...leaves(node, `${prefix}${key}.`)],
    ),
  );
}

const sources = sourceFiles('src')
  .map(({ text }) => text)
  .join('\n');

/** A key stands in the code as it is, or its beginning does, before a computed ending: `report.state.${…}`. */
const isUsed = (key: string): boolean =>
  sources.includes(`'${key}'`) || sources.includes(`\`${key.slice(0, key.lastIndexOf('.') + 1)}\${`);

const baseKey = (key: string): string => key.replace(/_(one|other)$/, '');
const params = (text: string): string[] =>
  [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1] ?? '').toSorted();

describe.each(FOLDERS)('%s', (folder) => {
  const vi = leaves(read(join(folder, 'vi.json')));
  const en = leaves(read(join(folder, 'en.json')));

  test('both languages have the same keys', () => {
    expect(readdirSync(folder).toSorted()).toEqual(['en.json', 'vi.json']);
    expect(vi.size).toBeGreaterThan(10);
    expect([...new Set([...en.keys()].map(baseKey))].toSorted()).toEqual([...vi.keys()].toSorted());
  });

  test('no text asks for a value that the Vietnamese one does not have', () => {
    const strange = [...en].filter(([key, text]) => {
      const known = params(vi.get(baseKey(key)) ?? '');
      return params(text).some((param) => !known.includes(param));
    });
    expect(strange).toEqual([]);
  });

  test('all text is composed (NFC), without stray spaces', () => {
    const odd = [...vi, ...en].filter(
      ([, text]) => text !== text.normalize('NFC') || / {2}|^ | $/.test(text),
    );
    expect(odd).toEqual([]);
  });
});

test('every text of the bot is said somewhere', () => {
  const keys = [...leaves(read('src/i18n/locales/vi.json')).keys()];
  expect(keys.length).toBeGreaterThan(100);
  expect(keys.filter((key) => !isUsed(key))).toEqual([]);
});
