import { ImportRefused } from '../import-refusal.ts';
import { isInOldFont } from './old-font.ts';

/** A plan of 20,000 rows is some 4 MB. */
const LIMIT_BYTES = 6_000_000;

/** Text of a file in UTF-8, UTF-16 or Windows-1258, with or without a byte order mark, composed (NFC). */
export function decodeText(bytes: Uint8Array): string {
  if (bytes.length > LIMIT_BYTES) {
    throw new ImportRefused('IMPORT_FILE_TOO_LARGE', { limitBytes: LIMIT_BYTES, bytes: bytes.length });
  }
  const encoding = encodingOf(bytes);
  // A zero byte stands in no text of people but of UTF-16: the file is something else under the name of a text.
  if (encoding === 'utf-8' && bytes.includes(0)) throw new ImportRefused('IMPORT_FORMAT_MISMATCH');
  return decoded(bytes, encoding) ?? vietnameseWindows(bytes);
}

function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return unmarkedUtf16(bytes.subarray(0, SAMPLE_BYTES)) ?? 'utf-8';
}

const SAMPLE_BYTES = 4_000;
/** Blanks, figures and plain letters are more than a third of any Vietnamese text. */
const FEWEST_ZEROS = 1 / 3;

/** A text of UTF-16 has its zero bytes all in one half of its letters, and nothing else that only machines read. */
function unmarkedUtf16(bytes: Uint8Array): 'utf-16be' | 'utf-16le' | null {
  const zeros = [0, 1].map((half) => bytes.filter((byte, at) => byte === 0 && at % 2 === half).length);
  const [upper = 0, lower = 0] = zeros;
  if (Math.min(upper, lower) > 0 || Math.max(upper, lower) < (bytes.length / 2) * FEWEST_ZEROS) return null;
  const encoding = upper > 0 ? 'utf-16be' : 'utf-16le';
  return /[^\P{Cc}\t\r\n]/u.test(new TextDecoder(encoding).decode(bytes)) ? null : encoding;
}

function decoded(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes).normalize('NFC');
  } catch {
    return null;
  }
}

const VIETNAMESE = /[\u1ea0-\u1ef9ăđơưĂĐƠƯ]/gu;
/** What a text of another encoding would show: letters of other tongues, and tones without a letter. */
const FOREIGN = /[\u0300-\u036fåäæçëîïñöøûüÿßÅÄÆÇËÎÏÑÖØÛÜŸ¥¢¤¦¨ª¬¯¶¸º¿÷×]/gu;
const FEWEST = 3;

/**
 * Excel on a Vietnamese Windows writes its plain ".csv" so. Every byte means something there, so that the letters must
 * show whether it is Vietnamese.
 */
function vietnameseWindows(bytes: Uint8Array): string {
  const text = decoded(bytes, 'windows-1258') ?? '';
  const count = (pattern: RegExp): number => text.match(pattern)?.length ?? 0;
  const letters = count(VIETNAMESE);
  if (letters >= FEWEST && count(FOREIGN) <= letters / 100) return text;
  throw new ImportRefused(isInOldFont(text) ? 'IMPORT_FONT_OLD' : 'IMPORT_ENCODING_UNKNOWN');
}
