import type { PartyReading } from '../../core/plan/party-reading.ts';
import type { LeadConfidence, SectionReading } from '../../core/plan/plan-reading.ts';

/** A task as its rows say, before its words about time are read. */
export interface TaskDraft {
  readonly no: string;
  readonly parentNo: string | null;
  readonly section: string | null;
  readonly title: string;
  readonly leads: readonly PartyReading[];
  readonly confidence: LeadConfidence;
  readonly unevenNames: readonly string[];
  readonly coordinating: readonly string[];
  readonly deadlineText: string;
  /** Its day and month may stand in each other's place. */
  readonly maySwap: boolean;
  readonly year: number | null;
  readonly notes: readonly string[];
  /** The spreadsheet does not show the row. */
  readonly hidden: boolean;
  readonly row: number;
}

export interface TableReading {
  readonly sections: readonly SectionReading[];
  readonly tasks: readonly TaskDraft[];
  /** Rows of which nothing could be made. */
  readonly strays: readonly { readonly row: number; readonly words: string }[];
}
