import { dirname, join } from 'node:path';
import { importsOf, type SourceFile } from './imports.ts';

/** Files that reach themselves by their imports, types included: each circle by the names of its files, in order. */
export const circles = (files: readonly SourceFile[]): string[][] => circlesOf(files, (path) => path);

/** The same of the folders of each room, a file beside them counting as one. */
export const circlesOfFolders = (files: readonly SourceFile[]): string[][] =>
  circlesOf(files, (path) => path.split('/').slice(0, 2).join('/'));

function circlesOf(files: readonly SourceFile[], placeOf: (path: string) => string): string[][] {
  const reached = new Map<string, Set<string>>();
  for (const { path, text } of files) {
    const place = placeOf(path);
    const places = reached.get(place) ?? reached.set(place, new Set()).get(place);
    for (const target of importsOf(text).filter((one) => one.startsWith('.'))) {
      const there = placeOf(join(dirname(path), target));
      // Files of one folder may use each other; a file that imports itself is a circle.
      if (there !== place || place === path) places?.add(there);
    }
  }
  const reach = new Map<string, Set<string>>();
  for (const start of reached.keys()) {
    const seen = new Set<string>();
    const open = [...(reached.get(start) ?? [])];
    for (let place = open.pop(); place !== undefined; place = open.pop()) {
      if (seen.has(place)) continue;
      seen.add(place);
      open.push(...(reached.get(place) ?? []));
    }
    reach.set(start, seen);
  }
  const inCircles = [...reach].filter(([place, seen]) => seen.has(place)).map(([place]) => place);
  const circleOf = (place: string) =>
    inCircles.filter(
      (other) => reach.get(place)?.has(other) === true && reach.get(other)?.has(place) === true,
    );
  return [...new Set(inCircles.map((place) => circleOf(place).toSorted().join(' ')))].map((names) =>
    names.split(' '),
  );
}
