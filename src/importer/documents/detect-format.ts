import type { SourceFile } from '../document.ts';
import { ImportRefused } from '../import-refusal.ts';

export type Format = 'docx' | 'xlsx' | 'text' | 'csv';

/** The messenger's own limit, and far more than a plan needs. */
export const LIMIT_BYTES = 20_000_000;

const ZIP = [0x50, 0x4b];
/** Compound files: the old .doc and .xls, and office files with a password. */
const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/** Whatever they hold: ".xls" files of many systems are web pages. */
const OLD_OFFICE = /\.(doc|dot|xls|xlt|rtf|odt|ods|wps|et)$/i;

const BY_NAME: readonly (readonly [RegExp, Format])[] = [
  [/\.docx$/i, 'docx'],
  [/\.xlsx$/i, 'xlsx'],
  [/\.(csv|tsv)$/i, 'csv'],
  [/\.(txt|md|text)$/i, 'text'],
];

/** The format by name and first bytes. Throws ImportRefused where the two disagree or the file is not for us. */
export function detectFormat({ name, bytes }: SourceFile): Format {
  if (bytes.length > LIMIT_BYTES) {
    throw new ImportRefused('IMPORT_FILE_TOO_LARGE', { limitBytes: LIMIT_BYTES, bytes: bytes.length });
  }
  if (bytes.length === 0) throw new ImportRefused('IMPORT_FILE_EMPTY');
  if (/\.(docm|dotm|xlsm|xlsb|xltm)$/i.test(name)) throw new ImportRefused('IMPORT_MACROS');
  if (startsWith(bytes, OLE))
    throw new ImportRefused(isEncrypted(bytes) ? 'IMPORT_PASSWORD_PROTECTED' : 'IMPORT_FORMAT_OLD_OFFICE');
  if (OLD_OFFICE.test(name)) throw new ImportRefused('IMPORT_FORMAT_OLD_OFFICE');
  const format = BY_NAME.find(([pattern]) => pattern.test(name))?.[1];
  if (format === undefined) throw new ImportRefused('IMPORT_FORMAT_UNKNOWN', { name });
  const isZip = startsWith(bytes, ZIP);
  const wantsZip = format === 'docx' || format === 'xlsx';
  if (isZip !== wantsZip) throw new ImportRefused('IMPORT_FORMAT_MISMATCH', { name });
  return format;
}

const startsWith = (bytes: Uint8Array, magic: readonly number[]): boolean =>
  magic.every((byte, at) => bytes[at] === byte);

/** An encrypted office file is a compound file with a stream of this name (MS-OFFCRYPTO §2.3.4.4), in UTF-16. */
function isEncrypted(bytes: Uint8Array): boolean {
  const stream = Buffer.from('EncryptedPackage', 'utf16le');
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(stream);
}
