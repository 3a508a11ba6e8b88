import type { Doubt } from '../../core/plan/doubt.ts';
import type { PlanReading } from '../../core/plan/plan-reading.ts';

/** The words of a report of an import, in the language of its reader. */
export interface PlanReportWords {
  readonly sheets: { readonly undecided: string; readonly warnings: string; readonly tasks: string };
  readonly columns: {
    readonly where: string;
    readonly what: string;
    readonly words: string;
    readonly alternatives: string;
    readonly no: string;
    readonly title: string;
    readonly lead: string;
    readonly deadline: string;
  };
  where(doubt: Doubt): string;
  what(doubt: Doubt): string;
}

/** Writes the report of an import as a workbook (`.xlsx`). */
export interface PlanReportWriter {
  write(reading: PlanReading, words: PlanReportWords): Promise<Uint8Array>;
}
