import { parse } from 'csv-parse/sync';
import { tidySpaces } from '../../core/text/fold.ts';
import { type Document, MAX_ROWS, type Row, refuseOcean, squared } from '../document.ts';
import { ImportRefused } from '../import-refusal.ts';

const DELIMITERS = [';', ',', '\t', '|'] as const;

/** Reads a table of separated values; the separator is the one that cuts the first lines most alike. */
export function readCsv(text: string): Document {
  const records = parseCsv(text);
  if (records.length > MAX_ROWS) throw new ImportRefused('IMPORT_TOO_MANY_ROWS', { limitRows: MAX_ROWS });
  refuseOcean(records.reduce((cells, record) => cells + record.length, 0));
  return { blocks: [{ kind: 'table', rows: squared(records.map(rowOf)) }] };
}

function parseCsv(text: string): string[][] {
  try {
    return parse(text, {
      bom: true,
      delimiter: delimiterOf(text),
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      to: MAX_ROWS + 1,
      max_record_size: 1_000_000,
    });
  } catch {
    throw new ImportRefused('IMPORT_TABLE_BROKEN');
  }
}

function delimiterOf(text: string): string {
  const lines = text
    .slice(0, 20_000)
    .replace(/"[^"]*"/g, '')
    .split(/\r?\n/)
    .slice(0, 30);
  const commonCount = (delimiter: string): number => {
    const counts = lines.map((line) => line.split(delimiter).length - 1).filter((count) => count > 0);
    const most = Math.max(0, ...counts);
    return counts.filter((count) => count === most).length * most;
  };
  return DELIMITERS.reduce((best, next) => (commonCount(next) > commonCount(best) ? next : best));
}

function rowOf(record: readonly string[]): Row {
  return record.map((text) => ({
    lines: text
      .split(/\r?\n/)
      .map(tidySpaces)
      .filter((line) => line !== ''),
    merged: null,
  }));
}
