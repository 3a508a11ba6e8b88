import { type Cell, type Row, textOf } from '../document.ts';
import { fieldOf, type Headings, headingsOf, makeTaskTable } from './headings.ts';
import { type TimeColumn, timeColumnsOf } from './time-columns.ts';

/** The headings of a table of tasks, in one row or two. */
export interface HeadingRows {
  readonly headings: Headings;
  readonly labels: string[];
  readonly height: 1 | 2;
  readonly times: readonly TimeColumn[];
}

/** Those that begin in the row; null where none do. */
export function headingsAt(rows: readonly Row[], at: number): HeadingRows | null {
  const upper = rows[at];
  if (upper === undefined || isOneCell(upper)) return null;
  const single = headingsOf(upper);
  const below = rows[at + 1];
  const joinedTimes = below === undefined ? [] : timeColumnsOf(upper, below);
  const divided = below !== undefined && divides(upper, below, joinedTimes);
  const double =
    below === undefined ? null : divided ? headingsOf(joined(upper, below)) : twoRowHeadings(upper, below);
  if (below !== undefined && double !== null && double.size >= single.size && makeTaskTable(double)) {
    const headings = withoutColumns(double, joinedTimes);
    return { headings, labels: wordsOf(joined(upper, below)), height: 2, times: joinedTimes };
  }
  const times = timeColumnsOf(upper, null);
  const owned = single.has('lead') || single.has('owner');
  const scheduled = times.length > 0 && single.has('title') && (owned || !single.has('money'));
  return makeTaskTable(single) || scheduled
    ? { headings: withoutColumns(single, times), labels: wordsOf(upper), height: 1, times }
    : null;
}

/** The row under the headings parts one of them into times. */
function divides(upper: Row, below: Row, times: readonly TimeColumn[]): boolean {
  return times.some(({ column }) => textOf(below[column]) !== '' && upper[column] !== undefined);
}

/** Time columns are read by themselves, not as the one column of deadlines. */
function withoutColumns(headings: Headings, times: readonly TimeColumn[]): Headings {
  return new Map([...headings].filter(([, at]) => !times.some(({ column }) => column === at)));
}

// A second row belongs to the headings if it divides a merged one, or is merged with all it does not divide.
function twoRowHeadings(upper: Row, below: Row): Headings | null {
  const parts = below.some((cell, column) => {
    const above = upper[column];
    const shared = above?.merged === 'left' || upper[column + 1]?.merged === 'left';
    return shared && cell.merged === null && fieldOf(textOf(cell)) !== null;
  });
  const fillsGaps =
    below.every(
      (cell, column) =>
        cell.lines.length === 0 || fieldOf(textOf(cell)) !== null || textOf(upper[column]) === '',
    ) && below.filter((cell) => cell.merged === null && fieldOf(textOf(cell)) !== null).length >= 2;
  return parts || fillsGaps || onlyDivides(upper, below) ? headingsOf(joined(upper, below)) : null;
}

/** Every cell of the row is one under a heading over several columns, or merged with its heading. */
function onlyDivides(upper: Row, below: Row): boolean {
  const isUnder = (column: number): boolean =>
    upper[column]?.merged === 'left' || upper[column + 1]?.merged === 'left';
  const own = below.flatMap((cell, column) =>
    cell.merged === null && cell.lines.length > 0 ? [column] : [],
  );
  return own.length >= 2 && own.every(isUnder) && below.some(({ merged }) => merged === 'above');
}

function joined(upper: Row, below: Row): Cell[] {
  return upper.map((cell, column) => {
    const under = below[column];
    if (under === undefined || under.lines.length === 0 || under.merged !== null) {
      return { lines: cell.lines, merged: cell.merged };
    }
    const own = fieldOf(textOf(under));
    return own === null
      ? { lines: [...cell.lines, ...under.lines], merged: null }
      : { lines: under.lines, merged: null };
  });
}

export const wordsOf = (row: Row): string[] => row.map(textOf);

export const isOneCell = (row: Row): boolean =>
  row.filter((cell) => cell.merged !== 'left' && cell.lines.length > 0).length < 2;
