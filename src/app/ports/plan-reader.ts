import type { PlanReading } from '../../core/plan/plan-reading.ts';
import type { LocalDate } from '../../core/time/local-date.ts';

/** Why a document is not read at all. The text stands under `refusal.<code>`. */
export interface UnreadablePlan {
  readonly kind: 'refused';
  readonly code: string;
  readonly facts: Readonly<Record<string, string | number>>;
}

/** Reads plans from documents; `today` stands in for a plan's own date where the document has none. */
export interface PlanReader {
  readFile(
    file: { readonly name: string; readonly bytes: Uint8Array },
    today: LocalDate,
  ): Promise<PlanReading | UnreadablePlan>;
  /** From text, such as a table pasted into a chat. */
  readText(text: string, today: LocalDate): Promise<PlanReading | UnreadablePlan>;
}
