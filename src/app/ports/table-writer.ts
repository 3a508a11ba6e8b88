/** Texts in rows; the first row has the headings. */
export type TableRows = readonly (readonly string[])[];

export interface Sheet {
  readonly name: string;
  readonly rows: TableRows;
  readonly widths: readonly number[];
}

/** Writes spreadsheets of texts. */
export interface TableWriter {
  write(rows: TableRows, widths: readonly number[]): Promise<Uint8Array>;
  writeBook(sheets: readonly Sheet[]): Promise<Uint8Array>;
}

export const SPREADSHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
