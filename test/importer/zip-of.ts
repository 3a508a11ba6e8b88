import { crc32, deflateRawSync } from 'node:zlib';
import type { SafeArchive } from '../../src/importer/documents/safe-archive.ts';

/** A part by its content, or already packed with the size that the directory shall claim. */
export type ZipPart =
  | { readonly name: string; readonly data: Uint8Array }
  | { readonly name: string; readonly packed: Uint8Array; readonly size: number };

/** A part of an archive as a whole; empty where the archive lacks it. */
export async function partOf(archive: SafeArchive, name: string): Promise<string> {
  let text = '';
  for await (const piece of archive.part(name) ?? []) text += piece;
  return text;
}

/** Writes a ZIP archive (APPNOTE 4.3), also one that lies about its parts. */
export function zipOf(parts: readonly ZipPart[]): Uint8Array {
  const locals: Buffer[] = [];
  const entries: Buffer[] = [];
  let offset = 0;
  for (const part of parts) {
    const name = Buffer.from(part.name);
    const packed = 'packed' in part ? part.packed : deflateRawSync(part.data);
    const size = 'packed' in part ? part.size : part.data.length;
    const sum = 'data' in part ? crc32(part.data) : 0;
    const common = header(sum, packed.length, size, name.length);
    const local = Buffer.concat([signature(0x04034b50), common, name, packed]);
    entries.push(
      Buffer.concat([
        signature(0x02014b50),
        Buffer.from([20, 0]),
        common,
        Buffer.alloc(10),
        word(offset),
        name,
      ]),
    );
    locals.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(entries);
  const count = short(parts.length);
  const end = Buffer.concat([
    signature(0x06054b50),
    Buffer.alloc(4),
    count,
    count,
    word(directory.length),
    word(offset),
    Buffer.alloc(2),
  ]);
  return Buffer.concat([...locals, directory, end]);
}

const header = (sum: number, packed: number, size: number, name: number): Buffer =>
  Buffer.concat([
    short(20),
    short(0),
    short(8),
    Buffer.alloc(4),
    word(sum),
    word(packed),
    word(size),
    short(name),
    short(0),
  ]);

const signature = (value: number): Buffer => word(value);

function word(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

function short(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}
