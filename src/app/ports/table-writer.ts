/** Writes a spreadsheet of texts, its first row the headings. */
export interface TableWriter {
  write(rows: readonly (readonly string[])[], widths: readonly number[]): Promise<Uint8Array>;
}

export const SPREADSHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
