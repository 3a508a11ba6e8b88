import readXlsxFile, { type CellValue } from 'read-excel-file/node';
import { tidySpaces } from '../../core/text/fold.ts';
import {
  type Block,
  type Cell,
  type Document,
  EMPTY_CELL,
  MAX_ROWS,
  type Row,
  squared,
} from '../document.ts';
import { ImportRefused } from '../import-refusal.ts';
import type { SafeArchive } from './safe-archive.ts';
import { type Merge, placeOf, readLayouts } from './xlsx-merges.ts';
import { type CellStyle, type DateShown, PLAIN_STYLE } from './xlsx-styles.ts';

/**
 * Reads every sheet of an Excel workbook as a table. A formula counts by its last value; a date by what its cell
 * shows, written as Vietnamese documents write it: `30/11/2024`, `11/2024` where no day is shown.
 */
export async function readXlsx(bytes: Uint8Array, archive: SafeArchive): Promise<Document> {
  const layouts = await readLayouts(archive);
  const sheets = await readXlsxFile(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)).catch(
    () => {
      throw new ImportRefused('IMPORT_TABLE_BROKEN');
    },
  );
  const blocks = sheets.map(({ sheet, data }, index): Block => {
    if (data.length > MAX_ROWS) throw new ImportRefused('IMPORT_TOO_MANY_ROWS', { limitRows: MAX_ROWS });
    const {
      merges = [],
      hidden = false,
      hiddenRows = NONE,
      hiddenColumns = NONE,
      styles,
    } = layouts[index] ?? {};
    const style = (y: number, x: number): CellStyle => styles?.get(placeOf(y, x)) ?? PLAIN_STYLE;
    const cells = squared(data.map((row, y) => row.map((value, x) => cellOf(value, style(y, x)))));
    const rows = withUnseen(spread(cells, merges), hiddenColumns);
    const unseen = new Set(rows.filter((_, y) => hiddenRows.has(y)));
    return { kind: 'table', rows, name: sheet, hiddenRows: unseen, ...(hidden ? { hidden } : {}) };
  });
  return { blocks };
}

const NONE: ReadonlySet<number> = new Set();

const withUnseen = (rows: readonly Row[], columns: ReadonlySet<number>): readonly Row[] =>
  columns.size === 0
    ? rows
    : rows.map((row) => row.map((cell, x) => (columns.has(x) ? { ...cell, unseen: true } : cell)));

function cellOf(value: CellValue | null, { shown, painted }: CellStyle): Cell {
  const lines = value === null ? [] : wordsOf(value, shown).split(/\r?\n/).map(tidySpaces);
  if (value === null && !painted) return EMPTY_CELL;
  return {
    lines: lines.filter((line) => line !== ''),
    merged: null,
    ...(value instanceof Date ? KEPT : {}),
    ...(painted ? PAINTED : {}),
  };
}

const KEPT = { kept: true } as const;
const PAINTED = { painted: true } as const;

const MINUTE = 60_000;

// Excel days have no zone; the reader gives them as UTC, an hour of the day as a fraction that is rounded.
function wordsOf(value: NonNullable<CellValue>, shown: DateShown): string {
  if (!(value instanceof Date)) return String(value);
  const [date = '', time = ''] = new Date(Math.round(value.getTime() / MINUTE) * MINUTE)
    .toISOString()
    .split('T');
  const [year = '', month = '', day = ''] = date.split('-');
  const hour = time.slice(0, 5);
  // An hour alone is one of the day before the first that Excel knows.
  if (year < '1900') return hour;
  if (shown !== 'day') return shown === 'month' ? `${month}/${year}` : year;
  return `${hour === '00:00' ? '' : `${hour} `}${day}/${month}/${year}`;
}

function spread(rows: readonly Row[], merges: readonly Merge[]): Row[] {
  refuseOverlap(rows, merges);
  const grid = rows.map((row) => [...row]);
  for (const { top, bottom, left, right } of merges) {
    const origin = grid[top]?.[left];
    if (origin === undefined) continue;
    for (let y = top; y <= Math.min(bottom, grid.length - 1); y += 1) {
      const row = grid[y] ?? [];
      for (let x = left; x <= Math.min(right, row.length - 1); x += 1) {
        if (y === top && x === left) continue;
        row[x] = { ...origin, merged: x > left ? 'left' : 'above' };
      }
    }
  }
  return grid;
}

/** Merged blocks that together cover more places than the sheet has overlap, which no spreadsheet program lets them. */
function refuseOverlap(rows: readonly Row[], merges: readonly Merge[]): void {
  const width = rows[0]?.length ?? 0;
  const inside = (from: number, to: number, size: number): number =>
    Math.max(0, Math.min(to, size - 1) - from + 1);
  const covered = merges.reduce(
    (sum, { top, bottom, left, right }) =>
      sum + inside(top, bottom, rows.length) * inside(left, right, width),
    0,
  );
  if (covered > rows.length * width) throw new ImportRefused('IMPORT_TABLE_BROKEN');
}
