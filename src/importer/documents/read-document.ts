import type { Document, SourceFile } from '../document.ts';
import { ImportRefused } from '../import-refusal.ts';
import { readCsv } from './csv-document.ts';
import { decodeText } from './decode-text.ts';
import { detectFormat } from './detect-format.ts';
import { readDocx } from './docx-document.ts';
import { openArchive, type SafeArchive } from './safe-archive.ts';
import { readText } from './text-document.ts';
import { withoutOddCells } from './without-odd-cells.ts';
import { readXlsx } from './xlsx-document.ts';

/** Reads a file of any known format. Throws ImportRefused, before unpacking where the file is hostile. */
export async function readDocument(file: SourceFile): Promise<Document> {
  return withoutOddCells(await readFormat(file));
}

async function readFormat(file: SourceFile): Promise<Document> {
  const format = detectFormat(file);
  if (format === 'csv') return readCsv(decodeText(file.bytes));
  if (format === 'text') return readText(decodeText(file.bytes));
  const archive = await openArchive(file.bytes);
  refuseMacros(archive);
  return format === 'docx' ? readDocx(archive) : readXlsx(file.bytes, archive);
}

function refuseMacros(archive: SafeArchive): void {
  const hasMacros = [...archive.names].some((name) => /vbaProject\.bin$|\/macrosheets\//i.test(name));
  if (hasMacros) throw new ImportRefused('IMPORT_MACROS');
}
