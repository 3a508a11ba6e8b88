import { type Cell, EMPTY_CELL, type Row } from '../document.ts';

const COVERED: Cell = { ...EMPTY_CELL, merged: 'left' };

/**
 * The row with the words of a cell that is merged over the column of titles in that column, wherever the cell begins:
 * a section's name runs over the row from its second column, whatever that column is for.
 */
export function withWideTitle(cells: Row, title: number | undefined, number: number | undefined): Row {
  if (title === undefined || cells[title]?.merged !== 'left') return cells;
  const begins = cells.slice(0, title).findLastIndex((cell) => cell.merged !== 'left');
  const wide = cells[begins];
  if (begins === -1 || begins === number || wide === undefined) return cells;
  return cells.map((cell, at) => (at === title ? wide : at >= begins && at < title ? COVERED : cell));
}
