import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { MAY_IMPORT, ONLY_IN } from './import-table.ts';

export interface SourceFile {
  /** Relative to `src/`. */
  readonly path: string;
  readonly text: string;
}

export function sourceFiles(root: string): SourceFile[] {
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !path.includes('generated'))
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
}

const IMPORT = /(?:import|export)\s[^'"`;]*?from\s*['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]/g;

export const importsOf = (text: string): string[] =>
  [...text.matchAll(IMPORT)].map((match) => match[1] ?? match[2] ?? '');

/** Every import that the table does not allow, as `from → to`. */
export function forbiddenImports(files: readonly SourceFile[]): string[] {
  return files.flatMap(({ path, text }) =>
    importsOf(text)
      .filter((target) => !isAllowed(path, target))
      .map((target) => `${path} → ${target}`),
  );
}

function isAllowed(path: string, target: string): boolean {
  const room = roomOf(path);
  if (!target.startsWith('.')) {
    const only = Object.entries(ONLY_IN).find(([name]) => target === name || target.startsWith(`${name}/`));
    return only === undefined || only[1].includes(room);
  }
  const reached = relative('.', join(dirname(path), target));
  const allowed = MAY_IMPORT[room];
  if (allowed === undefined) return false;
  return (
    roomOf(reached) === room ||
    allowed.includes('*') ||
    allowed.includes(roomOf(reached)) ||
    allowed.includes(reached)
  );
}

const roomOf = (path: string): string => path.split('/')[0] ?? '';
