import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

export interface FileRecord {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly size: number;
}

/** The bytes of files, apart from the state: written once, never rewritten. */
export interface FileStore {
  put(id: string, bytes: Uint8Array): Promise<void>;
  /** Null where the bytes are gone. */
  get(id: string): Promise<Uint8Array | null>;
}

export function memoryFileStore(): FileStore {
  const kept = new Map<string, Uint8Array>();
  return {
    put: async (id, bytes) => {
      kept.set(id, bytes);
    },
    get: async (id) => kept.get(id) ?? null,
  };
}

/** Keeps each file under its id in `folder`, which is made when the first one comes. */
export function folderFileStore(folder: string): FileStore {
  return {
    put: async (id, bytes) => {
      await mkdir(folder, { recursive: true });
      await writeFile(join(folder, `${id}.part`), bytes);
      await rename(join(folder, `${id}.part`), join(folder, id));
    },
    get: async (id) => {
      try {
        return await readFile(join(folder, id));
      } catch {
        return null;
      }
    },
  };
}
