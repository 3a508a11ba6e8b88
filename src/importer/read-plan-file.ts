import type { PlanReading } from '../core/plan/plan-reading.ts';
import type { LocalDate } from '../core/time/local-date.ts';
import type { SourceFile } from './document.ts';
import { decodeText } from './documents/decode-text.ts';
import { readDocument } from './documents/read-document.ts';
import { readText } from './documents/text-document.ts';
import { withoutOddCells } from './documents/without-odd-cells.ts';
import { type ImportRefusal, refusing } from './import-refusal.ts';
import { readPlan } from './read-plan.ts';

/**
 * Reads a plan from a .docx, .xlsx, .csv or .txt file, or says why it is refused.
 * `today` stands in for the plan's own date where the document has none.
 */
export const readPlanFile = (file: SourceFile, today: LocalDate): Promise<ImportRefusal | PlanReading> =>
  refusing(async () => readPlan(await readDocument(file), today));

/** Reads a plan from text, such as a table pasted into a chat. */
export const readPlanText = (text: string, today: LocalDate): Promise<ImportRefusal | PlanReading> =>
  refusing(async () => readPlan(withoutOddCells(readText(decodeText(Buffer.from(text)))), today));
