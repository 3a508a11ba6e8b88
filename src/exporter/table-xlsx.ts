import writeXlsxFile, { type SheetData } from 'write-excel-file/node';
import type { TableRows, TableWriter } from '../app/ports/table-writer.ts';

export const tables: TableWriter = {
  write: (rows, widths) => writeXlsxFile(dataOf(rows), layoutOf(widths)).toBuffer(),
  writeBook: (sheets) =>
    writeXlsxFile(
      sheets.map(({ name, rows, widths }) => ({ sheet: name, data: dataOf(rows), ...layoutOf(widths) })),
    ).toBuffer(),
};

const dataOf = ([headings = [], ...rows]: TableRows): SheetData => [
  headings.map((value) => ({ value, type: String, fontWeight: 'bold' as const })),
  ...rows.map((row) =>
    row.map((value) => ({ value, type: String, wrap: true, alignVertical: 'top' as const })),
  ),
];

const layoutOf = (widths: readonly number[]) => ({
  columns: widths.map((width) => ({ width })),
  stickyRowsCount: 1,
});
