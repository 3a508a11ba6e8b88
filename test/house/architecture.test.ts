import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { MAY_IMPORT, ONLY_IN } from './import-table.ts';

const text = readFileSync('docs/architecture.md', 'utf8');

/** `| room | what | may import |` of the document, as the value that the imports are held against. */
function documented(): Record<string, string[]> {
  const [, table = ''] = /<!-- rooms -->\n([\s\S]*?)<!-- \/rooms -->/.exec(text) ?? [];
  const rows = table.split('\n').filter((line) => line.startsWith('| `'));
  return Object.fromEntries(
    rows.map((row) => {
      const [, room = '', , allowed = ''] = row.split('|').map((cell) => cell.trim());
      const names =
        allowed === 'all' ? ['*'] : [...allowed.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name);
      return [room.replaceAll(/[`/]/g, ''), names];
    }),
  );
}

test('the table of rooms is the one that every import is held against', () => {
  expect(documented()).toEqual(MAY_IMPORT);
});

test('packages of one room alone are named with it', () => {
  const missing = Object.entries(ONLY_IN).filter(
    ([name, rooms]) => !rooms.every((room) => text.includes(`\`${name}\` (\`${room}/\`)`)),
  );

  expect(missing).toEqual([]);
});

test('every place that the document names is there', () => {
  const places = [...text.matchAll(/`((?:src|test|prisma)\/[^`]+)`/g)].map(([, place = '']) => place);

  expect(places.filter((place) => !existsSync(place))).toEqual([]);
  expect(places.length).toBeGreaterThan(20);
});
