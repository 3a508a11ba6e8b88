import { type Cell, type Row, textOf } from '../document.ts';
import type { TimeColumn } from './time-columns.ts';

const CROSS: Cell = { lines: ['x'], merged: null };
const GOES_ON: Cell = { ...CROSS, merged: 'left' };

/**
 * Rows whose months are painted, and nowhere marked: a bar stands as a cross that is merged over its months. A row that
 * is painted with its words, and columns painted in every row, are but coloured.
 */
export function withPaintedBars(rows: readonly Row[], times: readonly TimeColumn[]): readonly Row[] {
  const columns = times.flatMap(({ kind, column }) => (kind === 'marked' ? [column] : []));
  if (rows.some((cells) => columns.some((column) => textOf(cells[column]) !== ''))) return rows;
  const bars = rows.map((cells) => paintedIn(cells, columns));
  const painted = bars.filter(({ size }) => size > 0);
  const areStripes = painted.length > 1 && new Set(painted.map((bar) => [...bar].join())).size === 1;
  if (painted.length === 0 || areStripes) return rows;
  return rows.map((cells, at) => withBar(cells, columns, bars[at] ?? new Set()));
}

function paintedIn(cells: Row, columns: readonly number[]): ReadonlySet<number> {
  const isPlain = cells.some(({ lines, painted }) => lines.length > 0 && painted !== true);
  return new Set(isPlain ? columns.filter((column) => cells[column]?.painted === true) : []);
}

function withBar(cells: Row, columns: readonly number[], bar: ReadonlySet<number>): Row {
  if (bar.size === 0) return cells;
  return cells.map((cell, column) => {
    if (!bar.has(column)) return cell;
    const before = columns[columns.indexOf(column) - 1];
    return before !== undefined && bar.has(before) ? GOES_ON : CROSS;
  });
}
