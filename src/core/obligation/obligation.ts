import type { ClusterId, ObligationId, PersonId, TaskId, UnitId } from '../id.ts';
import type { RuleId } from '../plan/plan-book.ts';
import type { Instant, MinuteOfDay } from '../time/instant.ts';
import type { LocalDate } from '../time/local-date.ts';
import type { Meeting, Step } from '../work/step.ts';
import type { WorkState } from '../work/work-state.ts';

export type Owner =
  | { readonly kind: 'unit'; readonly id: UnitId }
  | { readonly kind: 'cluster'; readonly id: ClusterId }
  | { readonly kind: 'council_member'; readonly id: PersonId };

/** What plan and organisation together demand of one owner for one cycle of a rule, before anybody reported. */
export interface WantedObligation {
  readonly taskId: TaskId;
  readonly ruleId: RuleId;
  /** The cycle: `2025`, `2025-Q1`, `2024-2025`. Never the day, so that a moved day keeps its reports. */
  readonly periodKey: string;
  readonly owner: Owner;
  /** The cluster in which the owner stood when the obligation was written. */
  readonly clusterId: ClusterId | null;
  /** The plan's own words of the deadline. */
  readonly words: string;
  readonly exclusive: boolean;
  /** The day that the words name; null for a standing task. */
  readonly namedOn: LocalDate | null;
  /** The last safe day. */
  readonly dueOn: LocalDate | null;
  readonly dueMinute: MinuteOfDay | null;
  readonly overdueFrom: LocalDate | null;
}

/** What one owner owes, and how it stands. Identity: task, rule, period key, owner. */
export interface Obligation extends Omit<WantedObligation, 'ruleId'> {
  readonly id: ObligationId;
  /** Null for a standing task, which has no rule that names a day. */
  readonly ruleId: RuleId | null;
  readonly state: WorkState;
  /** 0–100 as last reported. */
  readonly percent: number;
  /** The named step last reported; null where it was told in percent, or none was. */
  readonly step: Step | null;
  /** The conference that the step `scheduled` announced. */
  readonly meeting: Meeting | null;
  /** Why it is blocked or was returned; between the unit and the secretariat. */
  readonly reason: string | null;
  readonly doneOn: LocalDate | null;
  readonly changedAt: Instant;
  /** The next day on which a reminder stage speaks; null when none is left. */
  readonly nextStageOn: LocalDate | null;
  readonly revision: number;
}
