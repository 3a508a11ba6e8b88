import { ImportRefused } from './import-refusal.ts';

/** A document of any format as the importer reads it: paragraphs and tables, in the order of reading. */
export interface Document {
  readonly blocks: readonly Block[];
}

export type Block =
  | { readonly kind: 'paragraph'; readonly text: string }
  | {
      readonly kind: 'table';
      readonly rows: readonly Row[];
      /** Of the sheet. */
      readonly name?: string;
      /** A sheet that its workbook does not show. */
      readonly hidden?: true;
      /** Those of `rows` that the sheet does not show. */
      readonly hiddenRows?: ReadonlySet<Row>;
    };

/** As wide as the table: a merged cell stands in every place that it covers. */
export type Row = readonly Cell[];

export interface Cell {
  /** Paragraphs and line breaks inside the cell, trimmed, none empty. */
  readonly lines: readonly string[];
  /** Where the words really stand, if this is a further part of a merged cell. */
  readonly merged: 'above' | 'left' | null;
  /** A day that the spreadsheet keeps as one, not as words. */
  readonly kept?: true;
  /** Of a column that the spreadsheet does not show. */
  readonly unseen?: true;
  /** The spreadsheet fills it with a colour. */
  readonly painted?: true;
}

export const EMPTY_CELL: Cell = { lines: [], merged: null };

/** More rows than any plan or organisation has. */
export const MAX_ROWS = 10_000;

/** Ten columns of the most rows. */
const MAX_CELLS = MAX_ROWS * 10;

/** Throws ImportRefused for more cells than any sheet has, most of them an ocean of blanks. */
export function refuseOcean(cells: number): void {
  if (cells > MAX_CELLS) throw new ImportRefused('IMPORT_TOO_MANY_CELLS', { limitCells: MAX_CELLS });
}

export interface SourceFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Words of the cell on one line, also where they come from a merged cell. */
export const textOf = (cell: Cell | undefined): string => (cell === undefined ? '' : cell.lines.join(' '));

/** Lines that stand in this very place; none for a further part of a merged cell. */
export const ownLines = (cell: Cell | undefined): readonly string[] =>
  cell === undefined || cell.merged !== null ? [] : cell.lines;

/** Rows of one width. */
export function squared(rows: readonly Row[]): Row[] {
  const width = rows.reduce((widest, row) => Math.max(widest, row.length), 0);
  refuseOcean(rows.length * width);
  return rows.map((row) => [...row, ...Array.from({ length: width - row.length }, () => EMPTY_CELL)]);
}
