import { dirname, join } from 'node:path';
import { importsOf, type SourceFile } from './imports.ts';

/** Files that reach themselves by their imports, types included: each circle by the names of its files, in order. */
export function circles(files: readonly SourceFile[]): string[][] {
  const reached = new Map(
    files.map(({ path, text }) => [
      path,
      importsOf(text)
        .filter((target) => target.startsWith('.'))
        .map((target) => join(dirname(path), target)),
    ]),
  );
  const reach = new Map<string, Set<string>>();
  for (const start of reached.keys()) {
    const seen = new Set<string>();
    const open = [...(reached.get(start) ?? [])];
    for (let path = open.pop(); path !== undefined; path = open.pop()) {
      if (seen.has(path)) continue;
      seen.add(path);
      open.push(...(reached.get(path) ?? []));
    }
    reach.set(start, seen);
  }
  const inCircles = [...reach].filter(([path, seen]) => seen.has(path)).map(([path]) => path);
  const circleOf = (path: string) =>
    inCircles.filter((other) => reach.get(path)?.has(other) === true && reach.get(other)?.has(path) === true);
  return [...new Set(inCircles.map((path) => circleOf(path).toSorted().join(' ')))].map((names) =>
    names.split(' '),
  );
}
