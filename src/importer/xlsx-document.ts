import readXlsxFile, { type CellValue } from 'read-excel-file/node';
import { tidySpaces } from '../core/text/fold.ts';
import { type Block, type Cell, type Document, EMPTY_CELL, MAX_ROWS, type Row, squared } from './document.ts';
import { ImportRefused } from './import-refusal.ts';
import type { SafeArchive } from './safe-archive.ts';
import { type Merge, readLayouts } from './xlsx-merges.ts';

/**
 * Reads every sheet of an Excel workbook as a table. A formula counts by its last value; a date by its day,
 * written as Vietnamese documents write it, `30/11/2024`.
 */
export async function readXlsx(bytes: Uint8Array, archive: SafeArchive): Promise<Document> {
  const layouts = await readLayouts(archive);
  const sheets = await readXlsxFile(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)).catch(
    () => {
      throw new ImportRefused('IMPORT_TABLE_BROKEN');
    },
  );
  const blocks = sheets.map(({ data }, index): Block => {
    if (data.length > MAX_ROWS) throw new ImportRefused('IMPORT_TOO_MANY_ROWS', { limitRows: MAX_ROWS });
    const rows = squared(data.map((row) => row.map(cellOf)));
    const { merges = [], hidden = false } = layouts[index] ?? {};
    return { kind: 'table', rows: spread(rows, merges), ...(hidden ? { hidden } : {}) };
  });
  return { blocks };
}

function cellOf(value: CellValue | null): Cell {
  if (value === null) return EMPTY_CELL;
  const lines = wordsOf(value).split(/\r?\n/).map(tidySpaces);
  return { lines: lines.filter((line) => line !== ''), merged: null };
}

function wordsOf(value: NonNullable<CellValue>): string {
  if (!(value instanceof Date)) return String(value);
  // Excel days have no zone; the reader gives them as midnight UTC.
  const [year = '', month = '', day = ''] = value.toISOString().slice(0, 10).split('-');
  return `${day}/${month}/${year}`;
}

function spread(rows: readonly Row[], merges: readonly Merge[]): Row[] {
  const grid = rows.map((row) => [...row]);
  for (const { top, bottom, left, right } of merges) {
    const origin = grid[top]?.[left];
    if (origin === undefined) continue;
    for (let y = top; y <= Math.min(bottom, grid.length - 1); y += 1) {
      const row = grid[y] ?? [];
      for (let x = left; x <= Math.min(right, row.length - 1); x += 1) {
        if (y === top && x === left) continue;
        row[x] = { lines: origin.lines, merged: x > left ? 'left' : 'above' };
      }
    }
  }
  return grid;
}
