import { tidySpaces } from '../../core/text/fold.ts';
import { type Block, type Document, ownLines } from '../document.ts';
import { type ColumnNames, headingAt, placesOf } from './table-headings.ts';

/** A table read by the names of its columns: one record a row, with the number of its row in the file. */
export interface NamedRow<Column extends string> {
  /** 1 = the first row of the file. */
  readonly row: number;
  /** Their lines as they stand. */
  readonly cells: readonly string[];
  value(column: Column): string;
  /** Those of the cell, none empty. */
  lines(column: Column): readonly string[];
}

export interface NamedTable<Column extends string> {
  /** The sheet or table of the document. */
  readonly block: Block;
  /** Where each column stands among the cells. */
  readonly places: ReadonlyMap<Column, number>;
  /** What each column is called: under a heading over several, by its own. */
  readonly labels: readonly string[];
  /** The rows of the headings: one, or two where some stand over several columns. */
  readonly headings: readonly NamedRow<Column>[];
  /** What stands over the headings, nearest first: rows, a paragraph, the name of the sheet. */
  readonly above: readonly NamedRow<Column>[];
  readonly rows: readonly NamedRow<Column>[];
}

/** Looks for headings no further down than this. */
const HEADING_ROWS = 20;

type TableBlock = Extract<Block, { kind: 'table' }>;

/**
 * Every shown table with headings that are wanted, in the order of the document; of several such rows that which names
 * most columns. A table of a document that goes on with another's rows has none.
 */
export function readNamedTables<Column extends string>(
  document: Document,
  names: ColumnNames<Column>,
  isWanted: (places: ReadonlyMap<Column, number>, labels: readonly string[]) => boolean,
): NamedTable<Column>[] {
  const tables: NamedTable<Column>[] = [];
  for (const [index, block] of document.blocks.entries()) {
    if (block.kind !== 'table' || block.hidden === true) continue;
    const [best] = [...block.rows.slice(0, HEADING_ROWS).keys()]
      .map((at) => {
        const heading = headingAt(block.rows, at);
        return { at, ...heading, places: placesOf(heading.names, names) };
      })
      .filter(({ places, labels }) => isWanted(places, labels))
      .sort((one, other) => other.places.size - one.places.size);
    const last = tables.at(-1);
    const before = document.blocks[index - 1];
    const over = [before?.kind === 'paragraph' ? before.text : '', block.name ?? ''];
    if (best !== undefined) tables.push(tableUnder(block, best, over));
    else if (last !== undefined && goesOn(last, block)) {
      const { rows } = tableUnder(block, { ...last, at: 0, height: 0 }, []);
      tables[tables.length - 1] = { ...last, rows: [...last.rows, ...rows] };
    }
  }
  return tables;
}

const goesOn = ({ labels }: { labels: readonly string[] }, { name, rows }: TableBlock): boolean =>
  name === undefined && rows[0]?.length === labels.length;

function tableUnder<Column extends string>(
  block: TableBlock,
  {
    at,
    height,
    places,
    labels,
  }: Pick<NamedTable<Column>, 'places' | 'labels'> & { at: number; height: number },
  over: readonly string[],
): NamedTable<Column> {
  const { rows } = block;
  const rowOf = (cells: readonly string[], row: number): NamedRow<Column> => ({
    row,
    cells,
    value: (column) => tidySpaces(cells[places.get(column) ?? -1] ?? ''),
    lines: (column) =>
      (cells[places.get(column) ?? -1] ?? '')
        .split('\n')
        .map(tidySpaces)
        .filter((line) => line !== ''),
  });
  const named = rows.map((row, position) =>
    rowOf(
      row.map(({ lines }) => lines.join('\n')),
      position + 1,
    ),
  );
  const isFilled = ({ row }: NamedRow<Column>): boolean =>
    rows[row - 1]?.some((cell) => ownLines(cell).length > 0) ?? false;
  return {
    block,
    places,
    labels,
    headings: named.slice(at, at + height),
    above: [
      ...named.slice(0, at).filter(isFilled).reverse(),
      ...over.filter((words) => words !== '').map((words) => rowOf([words], at + 1)),
    ],
    rows: named.slice(at + height).filter(isFilled),
  };
}
