import type { FileStore, StoredFile } from '../../app/ports/file-store.ts';
import type { Client } from '../database/client.ts';

export class PrismaFileStore implements FileStore {
  readonly #client: Client;

  constructor(client: Client) {
    this.#client = client;
  }

  /** The same content under another name stays as it was first saved. */
  async save({ sha256, name, type, bytes }: StoredFile): Promise<void> {
    const known = await this.#client.storedFile.count({ where: { sha256 } });
    if (known > 0) return;
    await this.#client.storedFile.create({ data: { sha256, name, type, bytes: Uint8Array.from(bytes) } });
  }

  async byHash(sha256: string): Promise<StoredFile | null> {
    return await this.#client.storedFile.findFirst({ where: { sha256 } });
  }
}
