import writeXlsxFile, { type SheetData } from 'write-excel-file/node';
import type { TableWriter } from '../app/ports/table-writer.ts';

export const tables: TableWriter = {
  write([headings = [], ...rows], widths) {
    const data: SheetData = [
      headings.map((value) => ({ value, type: String, fontWeight: 'bold' as const })),
      ...rows.map((row) => row.map((value) => ({ value, type: String }))),
    ];
    const columns = widths.map((width) => ({ width }));
    return writeXlsxFile(data, { columns, stickyRowsCount: 1 }).toBuffer();
  },
};
