import { foldVietnamese, tidySpaces } from '../../core/text/fold.ts';
import { type Document, ownLines, type Row, textOf } from '../document.ts';

/** A table read by the names of its columns: one record a row, with the number of its row in the file. */
export interface NamedRow<Column extends string> {
  /** 1 = the first row of the file. */
  readonly row: number;
  /** Their lines as they stand. */
  readonly cells: readonly string[];
  value(column: Column): string;
}

export interface NamedTable<Column extends string> {
  /** Where each column stands among the cells. */
  readonly places: ReadonlyMap<Column, number>;
  readonly heading: NamedRow<Column>;
  /** The row over the headings. */
  readonly above: NamedRow<Column> | null;
  readonly rows: readonly NamedRow<Column>[];
}

export type ColumnNames<Column extends string> = { readonly [C in Column]: readonly string[] };

/** Looks for headings no further down than this. */
const HEADING_ROWS = 20;

/**
 * The first table whose headings name all `wanted` columns; null where there is none. Names are compared folded; a
 * heading is of the first column that it names, by that column's first name that stands there.
 */
export function readNamedTable<Column extends string>(
  document: Document,
  names: ColumnNames<Column>,
  wanted: readonly NoInfer<Column>[],
): NamedTable<Column> | null {
  for (const block of document.blocks) {
    if (block.kind !== 'table' || block.hidden === true) continue;
    for (const [at, heading] of block.rows.slice(0, HEADING_ROWS).entries()) {
      const places = placesOf(heading, names);
      if (wanted.every((column) => places.has(column))) return tableUnder(block.rows, at, places);
    }
  }
  return null;
}

function placesOf<Column extends string>(heading: Row, names: ColumnNames<Column>): Map<Column, number> {
  const labels = heading.map((cell) => folded(textOf(cell)));
  const places = new Map<Column, number>();
  const isFree = (at: number): boolean => ![...places.values()].includes(at);
  for (const column of Object.keys(names) as Column[]) {
    const known = [column, ...names[column]].map(folded);
    const at = known.map((name) => labels.indexOf(name)).find((place) => place !== -1 && isFree(place));
    if (at !== undefined) places.set(column, at);
  }
  return places;
}

function tableUnder<Column extends string>(
  rows: readonly Row[],
  heading: number,
  places: ReadonlyMap<Column, number>,
): NamedTable<Column> | null {
  const named = rows.map((row, position): NamedRow<Column> => {
    const cells = row.map(({ lines }) => lines.join('\n'));
    const value = (column: Column): string => tidySpaces(cells[places.get(column) ?? -1] ?? '');
    return { row: position + 1, cells, value };
  });
  const isFilled = ({ row }: NamedRow<Column>): boolean =>
    rows[row - 1]?.some((cell) => ownLines(cell).length > 0) ?? false;
  const [head, ...below] = named.slice(heading);
  return head === undefined
    ? null
    : {
        places,
        heading: head,
        above: named.slice(0, heading).findLast(isFilled) ?? null,
        rows: below.filter(isFilled),
      };
}

export const folded = (name: string): string =>
  foldVietnamese(name)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
