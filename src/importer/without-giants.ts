import type { Document } from './document.ts';
import { ImportRefused } from './import-refusal.ts';

/** Some four pages: no cell of a plan holds as much, nor does a paragraph. */
const LIMIT_CHARACTERS = 10_000;

/** The document, unless a cell or paragraph of it is longer than any that people write. */
export function withoutGiants(document: Document): Document {
  for (const block of document.blocks) {
    if (block.kind === 'paragraph') refuseLong(block.text);
    else
      for (const row of block.rows)
        for (const cell of row) if (cell.merged === null) refuseLong(...cell.lines);
  }
  return document;
}

function refuseLong(...lines: readonly string[]): void {
  const characters = lines.reduce((sum, line) => sum + line.length, 0);
  if (characters > LIMIT_CHARACTERS) {
    throw new ImportRefused('IMPORT_CELL_TOO_LONG', { limitCharacters: LIMIT_CHARACTERS });
  }
}
