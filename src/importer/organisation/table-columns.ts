import { foldVietnamese, tidySpaces } from '../../core/text/fold.ts';
import { type Block, type Document, ownLines, type Row, textOf } from '../document.ts';

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
  /** Where each column stands among the cells. */
  readonly places: ReadonlyMap<Column, number>;
  /** What each column is called: under a heading over several, by its own. */
  readonly labels: readonly string[];
  /** The rows of the headings: one, or two where some stand over several columns. */
  readonly headings: readonly NamedRow<Column>[];
  /** What stands over the headings, nearest first: a row, a paragraph, the name of the sheet. */
  readonly above: readonly NamedRow<Column>[];
  readonly rows: readonly NamedRow<Column>[];
}

/** By the words of a heading, folded, or a pattern of them. */
export type ColumnNames<Column extends string> = { readonly [C in Column]: readonly (string | RegExp)[] };

/** Looks for headings no further down than this. */
const HEADING_ROWS = 20;

type TableBlock = Extract<Block, { kind: 'table' }>;

/**
 * Every shown table with headings that are wanted, in the order of the document; of several such rows that which names
 * most columns. A heading is of the first column that it names, by that column's first name that stands there.
 */
export function readNamedTables<Column extends string>(
  document: Document,
  names: ColumnNames<Column>,
  isWanted: (places: ReadonlyMap<Column, number>, labels: readonly string[]) => boolean,
): NamedTable<Column>[] {
  return document.blocks.flatMap((block, index) => {
    if (block.kind !== 'table' || block.hidden === true) return [];
    const [best] = [...block.rows.slice(0, HEADING_ROWS).keys()]
      .map((at) => {
        const heading = headingAt(block.rows, at);
        return { at, ...heading, places: placesOf(heading.names, names) };
      })
      .filter(({ places, labels }) => isWanted(places, labels))
      .sort((one, other) => other.places.size - one.places.size);
    if (best === undefined) return [];
    const before = document.blocks[index - 1];
    return [tableUnder(block, best, [before?.kind === 'paragraph' ? before.text : '', block.name ?? ''])];
  });
}

/** Headings over several columns ("Đầu mối" over "Họ tên", "Điện thoại") have a row of their own under them. */
function headingAt(rows: readonly Row[], at: number) {
  const [heading = [], below = []] = rows.slice(at);
  const isGroup = (x: number): boolean => heading[x]?.merged === 'left' || heading[x + 1]?.merged === 'left';
  const isUnder = (cell: Row[number] | undefined, x: number): boolean =>
    isGroup(x) && ownLines(cell).length > 0;
  const hasParts =
    below.some(isUnder) && below.every((cell, x) => isUnder(cell, x) || ownLines(cell).length === 0);
  const parts = heading.map((_, x) => (hasParts && isUnder(below[x], x) ? textOf(below[x]) : ''));
  const labels = heading.map((cell, x) => parts[x] || textOf(cell));
  return { height: hasParts ? 2 : 1, labels, names: heading.map((cell, x) => `${textOf(cell)} ${parts[x]}`) };
}

function placesOf<Column extends string>(
  labels: readonly string[],
  names: ColumnNames<Column>,
): Map<Column, number> {
  const called = labels.map((label) => folded(label.replace(ASIDE, '')));
  const places = new Map<Column, number>();
  const isFree = (at: number): boolean => ![...places.values()].includes(at);
  for (const column of Object.keys(names) as Column[]) {
    const known = [folded(column), ...names[column]];
    const fits = (name: string | RegExp, label: string): boolean =>
      typeof name === 'string' ? folded(name) === label : name.test(label);
    const at = known
      .map((name) => called.findIndex((label, place) => isFree(place) && fits(name, label)))
      .find((place) => place !== -1);
    if (at !== undefined) places.set(column, at);
  }
  return places;
}

/** What a heading adds to its name: "Cụm trưởng (x)", "Vai trò năm 2026". */
const ASIDE = /\(.*?\)|(?<=\s)năm(?: học)? [\d\s–-]+$/gu;

function tableUnder<Column extends string>(
  { rows }: TableBlock,
  {
    at,
    height,
    places,
    labels,
  }: Pick<NamedTable<Column>, 'places' | 'labels'> & { at: number; height: number },
  over: readonly string[],
): NamedTable<Column> {
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
    places,
    labels,
    headings: named.slice(at, at + height),
    above: [
      ...named.slice(0, at).filter(isFilled).slice(-1),
      ...over.filter((words) => words !== '').map((words) => rowOf([words], at + 1)),
    ],
    rows: named.slice(at + height).filter(isFilled),
  };
}

export const folded = (name: string): string =>
  foldVietnamese(name)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
