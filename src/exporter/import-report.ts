import writeXlsxFile, { type Row, type SheetData } from 'write-excel-file/node';
import type { PlanReportWords } from '../app/ports/plan-report-writer.ts';
import type { Doubt } from '../core/plan/doubt.ts';
import type { PlanReading } from '../core/plan/plan-reading.ts';

/** The report of an import as a workbook: what is to be decided, what is odd, and every row as it was read. */
export function importReportToXlsx(reading: PlanReading, words: PlanReportWords): Promise<Uint8Array> {
  const { columns, sheets } = words;
  const doubtHeading = [columns.where, columns.what, columns.words, columns.alternatives];
  const doubtRow = (doubt: Doubt): string[] => [
    words.where(doubt),
    words.what(doubt),
    doubt.words,
    doubt.alternatives.join('\n'),
  ];
  const tasks = reading.tasks.map((task) => [
    task.no,
    task.title,
    [task.lead, ...task.coLeads].flatMap((party) => (party === null ? [] : [party.words])).join('; '),
    task.deadlineText,
  ]);
  return writeXlsxFile([
    { sheet: sheets.undecided, data: rows(doubtHeading, reading.undecided.map(doubtRow)), columns: WIDTHS },
    { sheet: sheets.warnings, data: rows(doubtHeading, reading.warnings.map(doubtRow)), columns: WIDTHS },
    {
      sheet: sheets.tasks,
      data: rows([columns.no, columns.title, columns.lead, columns.deadline], tasks),
      columns: WIDTHS,
    },
  ]).toBuffer();
}

const WIDTHS = [18, 50, 60, 40].map((width) => ({ width }));

const rows = (heading: readonly string[], lines: readonly (readonly string[])[]): SheetData => [
  heading.map((value) => ({ value, type: String, fontWeight: 'bold' as const })),
  ...lines.map(
    (line): Row => line.map((value) => ({ value, type: String, wrap: true, alignVertical: 'top' as const })),
  ),
];
