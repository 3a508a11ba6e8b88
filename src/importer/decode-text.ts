import { ImportRefused } from './import-refusal.ts';

/** A plan of 20,000 rows is some 4 MB. */
const LIMIT_BYTES = 6_000_000;

/** Text of a file in UTF-8 or UTF-16, with or without a byte order mark, composed (NFC). */
export function decodeText(bytes: Uint8Array): string {
  if (bytes.length > LIMIT_BYTES) {
    throw new ImportRefused('IMPORT_FILE_TOO_LARGE', { limitBytes: LIMIT_BYTES, bytes: bytes.length });
  }
  try {
    return new TextDecoder(encodingOf(bytes), { fatal: true }).decode(withoutZeroes(bytes)).normalize('NFC');
  } catch (error) {
    if (error instanceof ImportRefused) throw error;
    throw new ImportRefused('IMPORT_ENCODING_UNKNOWN');
  }
}

function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
}

// A zero byte stands in no UTF-8 text of people: the file is something else under the name of a text.
function withoutZeroes(bytes: Uint8Array): Uint8Array {
  if (encodingOf(bytes) === 'utf-8' && bytes.includes(0)) throw new ImportRefused('IMPORT_FORMAT_MISMATCH');
  return bytes;
}
