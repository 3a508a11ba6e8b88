import { expect, test } from 'vitest';
import { circles, circlesOfFolders } from './circles.ts';
import { MAY_IMPORT } from './import-table.ts';
import { forbiddenImports, sourceFiles } from './imports.ts';

const files = sourceFiles('src');

test('every import stays within the table of rooms', () => {
  expect(forbiddenImports(files)).toEqual([]);
  // A check must prove that it looked at something.
  expect(files.length).toBeGreaterThan(150);
  expect([...new Set(files.map(({ path }) => path.split('/')[0] ?? ''))].toSorted()).toEqual(
    Object.keys(MAY_IMPORT).toSorted(),
  );
});

test('an import against the arrows is found, however it is written', () => {
  const bad = [
    { path: 'core/task.ts', text: "import { save } from '../storage/save.ts';" },
    { path: 'telegram/send.ts', text: "import type { View } from '../bot/views/view.ts';" },
    { path: 'app/tick.ts', text: "const x = await import('node-schedule');" },
    { path: 'bot/a.ts', text: "export { b } from '../telegram/b.ts';" },
    { path: 'telegram/ok.ts', text: "import type { Incoming } from '../bot/incoming.ts';" },
  ];

  expect(forbiddenImports(bad)).toEqual([
    'core/task.ts → ../storage/save.ts',
    'telegram/send.ts → ../bot/views/view.ts',
    'app/tick.ts → node-schedule',
    'bot/a.ts → ../telegram/b.ts',
  ]);
});

test('no file imports itself by way of others', () => {
  expect(circles(files)).toEqual([]);
});

test('a circle is found, of types too', () => {
  const round = [
    { path: 'core/a.ts', text: "import { b } from './b.ts';" },
    { path: 'core/b.ts', text: "import type { C } from '../core/c.ts';" },
    { path: 'core/c.ts', text: "export { a } from './a.ts';" },
    { path: 'core/outside.ts', text: "import { a } from './a.ts';" },
  ];

  expect(circles(round)).toEqual([['core/a.ts', 'core/b.ts', 'core/c.ts']]);
});

test('the folders of a room import one way', () => {
  expect(circlesOfFolders(files)).toEqual([]);
});

test('folders that import each other are found, where no file does', () => {
  const backAndForth = [
    { path: 'bot/answers/a.ts', text: "import { b } from '../views/b.ts';" },
    { path: 'bot/views/b.ts', text: "import { c } from './c.ts';" },
    { path: 'bot/views/d.ts', text: "import type { A } from '../answers/ask/e.ts';" },
  ];

  expect(circles(backAndForth)).toEqual([]);
  expect(circlesOfFolders(backAndForth)).toEqual([['bot/answers', 'bot/views']]);
});
