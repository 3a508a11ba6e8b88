import { tidySpaces } from '../../core/text/fold.ts';
import {
  type Block,
  type Cell,
  type Document,
  MAX_ROWS,
  type Row,
  refuseOcean,
  squared,
  textOf,
} from '../document.ts';
import { ImportRefused } from '../import-refusal.ts';
import { headingsOf } from '../plan-table/headings.ts';
import { parseRowNumber } from '../plan-table/row-number.ts';

type Cut = (line: string) => string[] | null;

/** Of a document, most of whose lines are no rows. */
const MAX_LINES = MAX_ROWS * 5;

/** No row of a table is as long, however many its columns. */
const LONGEST_LINE = 100_000;

/**
 * Reads plain text in which tables are lines cut by tabs, bars, or columns of blanks, as a document converted
 * to text or a table pasted into a chat has them.
 */
export function readText(text: string): Document {
  // One more than may be: the rest of a text without end is not even laid out.
  const lines = text.split(/\r?\n/, MAX_LINES + 1);
  if (lines.length > MAX_LINES) throw new ImportRefused('IMPORT_TOO_MANY_ROWS', { limitRows: MAX_ROWS });
  if (lines.some((line) => line.length > LONGEST_LINE))
    throw new ImportRefused('IMPORT_CELL_TOO_LONG', { limitCharacters: LONGEST_LINE });
  const blocks: Block[] = [];
  let rows: Row[] = [];
  let blankLines = 0;
  let cells = 0;
  const endTable = (): void => {
    if (rows.length > 0) blocks.push({ kind: 'table', rows: squared(rows) });
    rows = [];
  };
  const cut = firstCutThatFits(lines);
  for (const line of lines) {
    const words = cut(line);
    if (words !== null) {
      blankLines = 0;
      cells += words.length;
      refuseOcean(cells);
      if (!isRule(words)) push(rows, words.map(cellOf));
    } else if (line.trim() === '') {
      blankLines += 1;
      if (rows.length === 0) blocks.push({ kind: 'paragraph', text: '' });
    } else if (rows.length > 0 && blankLines === 0 && continuesRow(line)) {
      rows.push(continued(rows.pop() ?? [], line));
    } else {
      endTable();
      blocks.push({ kind: 'paragraph', text: tidySpaces(line.replace(/\*/g, '')) });
      blankLines = 0;
    }
  }
  endTable();
  return { blocks };
}

/** A row torn apart by line breaks inside its cells: parts too narrow for the table, that together fit it. */
function push(rows: Row[], row: Row): void {
  const width = rows[0]?.length ?? 0;
  const above = rows.at(-1) ?? [];
  const [first, ...rest] = row;
  const last = above.at(-1);
  const fits = row.length < width && above.length + rest.length <= width;
  if (!fits || first === undefined || last === undefined || isNumbered(first)) rows.push(row);
  else
    rows.splice(-1, 1, [...above.slice(0, -1), { ...last, lines: [...last.lines, ...first.lines] }, ...rest]);
}

const isNumbered = (cell: Cell): boolean => parseRowNumber(textOf(cell)).kind !== 'none';

// A pasted cell with a line break goes on in a line of its own, without separators.
const continuesRow = (line: string): boolean => /^\s*([-+•]\s|\p{Ll})/u.test(line);

function continued(row: Row, line: string): Row {
  const last = row.findLastIndex((cell) => cell.lines.length > 0);
  return row.map((cell, column) =>
    column === last ? { ...cell, lines: [...cell.lines, tidySpaces(line)] } : cell,
  );
}

function firstCutThatFits(lines: readonly string[]): Cut {
  const cuts: readonly Cut[] = [cutByTabs, cutByBars];
  const fitting = cuts.find((cut) => lines.some((line) => looksLikeHeadings(cut(line))));
  if (fitting !== undefined) return fitting;
  const heading = lines.findIndex((line) => looksLikeHeadings(cutByBlanks(line)));
  return heading === -1 ? cutByTabs : columnsUnder(lines[heading] ?? '');
}

function looksLikeHeadings(words: string[] | null): boolean {
  return words !== null && headingsOf(words.map(cellOf)).size >= 2;
}

const cutByTabs: Cut = (line) => (line.includes('\t') ? line.split('\t') : null);

const cutByBars: Cut = (line) => {
  if (!/\|.*\||\S\s*\|\s*\S/.test(line)) return null;
  return line.trim().replace(/^\|/, '').replace(/\|$/, '').split('|');
};

const cutByBlanks: Cut = (line) => (/\S\s{2,}\S/.test(line) ? line.trim().split(/\s{2,}/) : null);

/** Cuts by runs of blanks; where a row has other cells than the headings, by the places of the headings. */
function columnsUnder(heading: string): Cut {
  const places = [...heading.matchAll(/\S+(?: \S+)*/g)].map((match) => match.index);
  return (line) => {
    const words = cutByBlanks(line);
    if (words === null || words.length >= places.length) return words;
    const cells = places.map(() => '');
    for (const match of line.matchAll(/\S+(?: \S+)*/g)) {
      const column = nearest(places, match.index);
      cells[column] = `${cells[column] ?? ''} ${match[0]}`.trim();
    }
    return cells;
  };
}

function nearest(places: readonly number[], at: number): number {
  const distances = places.map((place) => Math.abs(place - at));
  return distances.indexOf(Math.min(...distances));
}

/** The line that parts headings from rows: `|---|:---:|`. */
const isRule = (words: readonly string[]): boolean =>
  words.some((word) => word.includes('-')) && words.every((word) => /^\s*:?-*:?\s*$/.test(word));

/** Converters write several paragraphs of a cell as `<p>…</p>` or part them by `<br>`. */
function cellOf(words: string): Cell {
  const lines = words
    .replace(/\*\*/g, '')
    .split(/<\/?p>|<br\s*\/?>/i)
    .map(tidySpaces);
  return { lines: lines.filter((line) => line !== ''), merged: null };
}
