import type { Cell, Row } from '../document.ts';

/** How a text lays its tables out. */
export interface TextLayout {
  /** The cells of a line; null where the line is none of a table. */
  cells(line: string): readonly Cell[] | null;
  /** A line of one cell as a row of its own, above the line of the next row. */
  alone(line: string, next: string): Row;
  /** The row above with the line in it, if the line goes on with that row. */
  goOn(above: Row, line: string, place: LinePlace): Row | null;
}

interface LinePlace {
  /** Columns of the table. */
  readonly width: number;
  /** A blank line stands between. */
  readonly parted: boolean;
}
