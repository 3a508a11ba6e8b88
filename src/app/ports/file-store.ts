/** Files up to 20 MB, kept by their SHA-256. */
export interface StoredFile {
  readonly sha256: string;
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
}

export interface FileStore {
  save(file: StoredFile): Promise<void>;
  byHash(sha256: string): Promise<StoredFile | null>;
}
