import { tidySpaces } from '../../core/text/fold.ts';
import { type Cell, type Row, textOf } from '../document.ts';
import { headingsOf } from '../plan-table/headings.ts';
import { parseRowNumber } from '../plan-table/row-number.ts';
import { isHeadline } from './headline.ts';
import { textCell } from './text-cell.ts';
import { columnsUnder } from './text-columns.ts';
import type { TextLayout } from './text-layout.ts';

type Cut = (line: string) => string[] | null;

const cutByTabs: Cut = (line) => (line.includes('\t') ? line.split('\t') : null);

const cutByBars: Cut = (line) => {
  if (!/\|.*\||\S\s*\|\s*\S/.test(line)) return null;
  return line.trim().replace(/^\|/, '').replace(/\|$/, '').split('|');
};

const cutByBlanks: Cut = (line) => (/\S\s{2,}\S/.test(line) ? line.trim().split(/\s{2,}/) : null);

/** The first layout in which some line is the headings of a table. */
export function layoutOf(lines: readonly string[]): TextLayout {
  const fitting = [cutByTabs, cutByBars].find((cut) => lines.some((line) => areHeadings(cellsBy(cut, line))));
  if (fitting !== undefined) return separated(fitting);
  const heading = lines.findIndex((line) => areHeadings(cellsBy(cutByBlanks, line)));
  return heading === -1 ? separated(cutByTabs) : columnsUnder(lines.slice(heading));
}

export const areHeadings = (cells: readonly Cell[] | null): boolean =>
  cells !== null && headingsOf(cells).size >= 2 && !cells.slice(0, 1).some(isNumbered);

const cellsBy = (cut: Cut, line: string): readonly Cell[] | null => cut(line)?.map(textCell) ?? null;

/** Cells parted by a sign. */
const separated = (cut: Cut): TextLayout => ({
  cells: (line) => cellsBy(cut, line),
  alone: (line) => [textCell(line)],
  goOn(above, line, { width, parted }) {
    const cells = cellsBy(cut, line);
    if (cells !== null) return tornApart(above, cells, width);
    if (parted) return null;
    const isTorn = above.length > 1 && above.length < width && !isHeadline(line);
    return isTorn || continuesCell(line) ? withLine(above, line) : null;
  },
});

/** A row torn apart by line breaks inside its cells: parts too narrow for the table, that together fit it. */
function tornApart(above: Row, [first, ...rest]: readonly Cell[], width: number): Row | null {
  const last = above.at(-1);
  if (first === undefined || last === undefined || isNumbered(first)) return null;
  const fits = rest.length + 1 < width && above.length + rest.length <= width;
  return fits ? [...above.slice(0, -1), { ...last, lines: [...last.lines, ...first.lines] }, ...rest] : null;
}

const isNumbered = (cell: Cell): boolean => parseRowNumber(textOf(cell)).kind !== 'none';

// A pasted cell with a line break goes on in a line of its own, without separators.
const continuesCell = (line: string): boolean => /^\s*([-+•]\s|\p{Ll}|\d)/u.test(line) && !isHeadline(line);

function withLine(row: Row, line: string): Row {
  const last = row.findLastIndex((cell) => cell.lines.length > 0);
  return row.map((cell, column) =>
    column === last ? { ...cell, lines: [...cell.lines, tidySpaces(line)] } : cell,
  );
}
