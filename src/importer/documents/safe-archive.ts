import type { Entry, ZipFile } from 'yauzl';
import { fromBufferPromise } from 'yauzl';
import { ImportRefused } from '../import-refusal.ts';

const MAX_ENTRIES = 2_000;
/** An office file of 20 MB with pictures unpacks to little more. */
const MAX_TOTAL_BYTES = 100_000_000;
/** What is read as text. 20,000 full rows of a sheet are some 15 MB. */
const MAX_XML_BYTES = 25_000_000;
const MAX_RATIO = 200;
/** Below this an odd ratio harms nobody: a sheet of blanks packs well. */
const RATIO_FROM_BYTES = 5_000_000;

/** A ZIP archive whose directory was found harmless before anything of it was unpacked. */
export interface SafeArchive {
  readonly names: ReadonlySet<string>;
  /** The part as text, a piece at a time: a long one is never in memory as a whole. Null where the archive lacks it. */
  part(name: string): AsyncIterable<string> | null;
}

/** Throws ImportRefused for zip bombs, encrypted and broken archives. */
export async function openArchive(bytes: Uint8Array): Promise<SafeArchive> {
  const zip = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), {
    lazyEntries: true,
  }).catch(() => {
    throw new ImportRefused('IMPORT_ARCHIVE_BROKEN');
  });
  const entries = await readDirectory(zip);
  return {
    names: new Set(entries.keys()),
    part(name) {
      const entry = entries.get(name);
      return entry === undefined ? null : unpack(zip, entry);
    },
  };
}

async function readDirectory(zip: ZipFile): Promise<Map<string, Entry>> {
  if (zip.entryCount > MAX_ENTRIES) {
    throw new ImportRefused('IMPORT_ARCHIVE_SUSPICIOUS', { entries: zip.entryCount });
  }
  const entries = new Map<string, Entry>();
  let total = 0;
  let xml = 0;
  try {
    for await (const entry of zip.eachEntry()) {
      total += entry.uncompressedSize;
      if (/\.(xml|rels)$/i.test(entry.fileName)) xml += entry.uncompressedSize;
      refuseBomb(entry, total, xml);
      entries.set(entry.fileName, entry);
    }
  } catch (error) {
    if (error instanceof ImportRefused) throw error;
    throw new ImportRefused('IMPORT_ARCHIVE_BROKEN');
  }
  return entries;
}

function refuseBomb(entry: Entry, total: number, xml: number): void {
  if (entry.isEncrypted()) throw new ImportRefused('IMPORT_PASSWORD_PROTECTED');
  const ratio = Math.round(entry.uncompressedSize / Math.max(1, entry.compressedSize));
  if (entry.uncompressedSize > RATIO_FROM_BYTES && ratio > MAX_RATIO) {
    throw new ImportRefused('IMPORT_ARCHIVE_SUSPICIOUS', { ratio });
  }
  // An honest workbook with far too much in it: saving it anew would not help.
  if (entry.uncompressedSize > MAX_XML_BYTES && /^xl\/worksheets\//i.test(entry.fileName))
    throw new ImportRefused('IMPORT_TOO_MANY_ROWS', { bytes: entry.uncompressedSize });
  if (total > MAX_TOTAL_BYTES || xml > MAX_XML_BYTES)
    throw new ImportRefused('IMPORT_ARCHIVE_SUSPICIOUS', { bytes: total });
}

// yauzl ends the stream with an error where a part is longer than its directory entry says.
async function* unpack(zip: ZipFile, entry: Entry): AsyncIterable<string> {
  try {
    const stream = await zip.openReadStreamPromise(entry);
    yield* stream.setEncoding('utf8') as AsyncIterable<string>;
  } catch {
    throw new ImportRefused('IMPORT_ARCHIVE_BROKEN');
  }
}
