import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { WorldState } from './world-state.ts';
import { WorldUnreadable } from './world-unreadable.ts';

/** Keeps the state in one file. What has been saved survives a killed process. */
export interface StateFile {
  readonly touch: () => void;
  /** Resolves when everything touched before the call is in the file; calls at one time share a write. */
  readonly save: () => Promise<void>;
}

/** The state in the file, or null where there is none yet. @throws WorldUnreadable where the file is something else. */
export async function loadState(path: string): Promise<WorldState | null> {
  if (!existsSync(path)) return null;
  let state: WorldState;
  try {
    state = JSON.parse(await readFile(path, 'utf8')) as WorldState;
  } catch (error) {
    throw new WorldUnreadable(`${path} is not the world of a sandbox`, { cause: error });
  }
  if (state.version !== 1) throw new WorldUnreadable(`${path} was written by another version of the sandbox`);
  return state;
}

/** @param path null keeps nothing. */
export function createStateFile(path: string | null, state: WorldState): StateFile {
  let touched = 0;
  let saved = 0;
  let writing: Promise<void> | null = null;
  const isBehind = (wanted: number): boolean => saved < wanted;
  const write = async (target: string): Promise<void> => {
    const version = touched;
    await mkdir(dirname(target), { recursive: true });
    await writeFile(`${target}.part`, JSON.stringify(state));
    await rename(`${target}.part`, target);
    saved = version;
  };
  return {
    touch: () => {
      touched += 1;
    },
    save: async () => {
      if (path === null) return;
      const wanted = touched;
      while (isBehind(wanted)) {
        writing ??= write(path).finally(() => {
          writing = null;
        });
        await writing;
      }
    },
  };
}
