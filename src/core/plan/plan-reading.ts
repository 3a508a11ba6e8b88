import type { DeadlineRule } from '../deadline/rule.ts';
import type { LocalDate } from '../time/local-date.ts';
import type { Doubt } from './doubts/doubt.ts';
import type { PartyReading } from './party-reading.ts';

/** What a document says, before anybody has confirmed it: no ids, no units, only its words and our reading. */
export interface PlanReading {
  readonly head: PlanHead;
  readonly sections: readonly SectionReading[];
  readonly tasks: readonly TaskReading[];
  readonly events: readonly EventReading[];
  readonly movements: readonly MovementReading[];
  /** Rows that a person must decide before anything of them is said to a group. */
  readonly undecided: readonly Doubt[];
  /** Oddities pointed out; the reading stands without an answer. */
  readonly warnings: readonly Doubt[];
}

export interface PlanHead {
  /** `29/KH-UBND` */
  readonly number: string | null;
  readonly issuer: string | null;
  readonly issuedOn: LocalDate | null;
  readonly period: YearSpan | null;
  readonly title: string | null;
  /** The plan of a higher body that this one carries out, as the document names it. */
  readonly superior: string | null;
}

/** Calendar years, both included. */
export interface YearSpan {
  readonly from: number;
  readonly to: number;
}

export interface SectionReading {
  /** `II`, `A`, or `Tháng 3` where the section has no number. */
  readonly no: string;
  readonly title: string;
}

/** `explicit`: the row's own cell; `positional`: by order inside a shared cell; `heading`: of the row above. */
export type LeadConfidence = 'explicit' | 'positional' | 'heading';

export type TaskKind = 'task' | 'heading' | 'event' | 'movement';

export interface TaskReading {
  /** Unique in the plan: `9.10`; `II.1` where numbers begin anew in each section. */
  readonly no: string;
  readonly parentNo: string | null;
  readonly section: string | null;
  readonly kind: TaskKind;
  readonly title: string;
  /** Null where nobody is named: a heading whose sub-rows have the leads, or a row to be decided. */
  readonly lead: PartyReading | null;
  /** Joint leads besides the first; each owes the task. */
  readonly coLeads: readonly PartyReading[];
  readonly confidence: LeadConfidence;
  readonly coordinating: readonly string[];
  readonly deadlineText: string;
  readonly rules: readonly DeadlineRule[];
  /** The rules stand in the row above, which had none of its own to be measured by. */
  readonly rulesInherited: boolean;
  /** Words of a day that the office set by itself, where the plan names none. */
  readonly officeWords?: string;
  /** The year that the row stands under ("Năm 2022:"); null where none. */
  readonly year: number | null;
  /** What other columns say: `Sản phẩm: Kế hoạch của UBND`. */
  readonly notes: readonly string[];
  /** Row of the task table from which it was read, 1 = the first row under the headings. */
  readonly row: number;
}

export interface EventReading {
  readonly name: string;
  readonly year: number | null;
  readonly on: LocalDate | null;
  readonly anniversary: Anniversary | null;
  readonly where: 'body' | 'table' | 'both';
  /** Numbers of the tasks that name it. */
  readonly taskNos: readonly string[];
}

/** `computed` is the event's year less `baseYear`; null where either is not known. */
export interface Anniversary {
  readonly baseYear: number | null;
  readonly stated: number;
  readonly computed: number | null;
}

export interface MovementReading {
  readonly name: string;
  /** Who launched it, as the document says; null where it does not. */
  readonly origin: string | null;
  readonly lead: string | null;
  readonly coordinating: readonly string[];
  readonly period: string;
  readonly taskNo: string | null;
}
