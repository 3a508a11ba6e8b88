import type { Document } from '../document.ts';
import { ImportRefused } from '../import-refusal.ts';

/** Some four pages: no cell of a plan holds as much, nor does a paragraph. */
const LIMIT_CHARACTERS = 10_000;

/** A formula as text, which a sheet made from the plan might carry out: "=HYPERLINK(…)", not "=> Báo cáo". */
const FORMULA = /^=\s*[\p{L}\d"'(+@-]/u;
const SHOWN_CHARACTERS = 40;

/**
 * The document, unless it holds what no office writes into a plan: a cell or paragraph longer than any, or a cell of a
 * table that is a formula instead of words.
 */
export function withoutOddCells(document: Document): Document {
  for (const block of document.blocks) {
    if (block.kind === 'paragraph') refuseLong([block.text]);
    else
      for (const row of block.rows)
        for (const { lines, merged } of row) {
          if (merged !== null) continue;
          refuseLong(lines);
          refuseFormula(lines);
        }
  }
  return document;
}

function refuseLong(lines: readonly string[]): void {
  const characters = lines.reduce((sum, line) => sum + line.length, 0);
  if (characters > LIMIT_CHARACTERS) {
    throw new ImportRefused('IMPORT_CELL_TOO_LONG', { limitCharacters: LIMIT_CHARACTERS });
  }
}

function refuseFormula([first = '']: readonly string[]): void {
  if (FORMULA.test(first))
    throw new ImportRefused('IMPORT_FORMULA', { words: first.slice(0, SHOWN_CHARACTERS) });
}
